// SPDX-License-Identifier: GPL-3.0-or-later
// ArticleKeys: what is done with the article in the pane if the keyboard is there, else with the
// current card; marks are for all that are selected. page.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property BrowsePage page
    readonly property ArchiveBrowser browser: page.browser
    readonly property OpenArticle article: browser.article
    readonly property ArticleSelection selection: browser.selection
    readonly property bool isReading: page.pane.isArticleShown
    readonly property bool isOne: isReading || page.grid.currentRow >= 0
    readonly property string noArticle: qsTr("No article is chosen.")

    function articleId(): real {
        const row = page.grid.currentRow
        return isReading && (page.pane.activeFocus || row < 0) ? article.articleId : browser.articles.idAt(row) // qmllint disable
    }
    // Undefined as long as nobody knows how it is marked: the pane shows the article before until
    // the one that was just opened has come.
    function card(): var {
        const id = articleId()
        if (isReading && article.card.articleId === id) // qmllint disable
            return article.card
        const listed = page.grid.cardAt(browser.articles.indexOf(id))
        return listed && listed.isLoaded ? listed : undefined
    }

    component Marking: KeyAction {
        isPossible: root.isOne || root.selection.count > 0
        reason: root.noArticle
    }

    KeyAction {
        name: "open"
        isPossible: root.page.grid.currentRow >= 0
        reason: root.noArticle
        onActivated: root.page.openAt(root.page.grid.currentRow)
    }
    KeyAction {
        name: "original"
        isPossible: root.isOne
        reason: root.noArticle
        onActivated: root.article.openOriginalOf(root.articleId())
    }
    KeyAction {
        name: "copy-link"
        isPossible: root.isOne
        reason: root.noArticle
        onActivated: root.article.copyLinkOf(root.articleId())
    }
    KeyAction {
        name: "view-picture"
        isPossible: root.isOne
        reason: root.noArticle
        onActivated: root.browser.picture.open(root.articleId())
    }
    Marking {
        name: "star"
        onActivated: {
            const card = root.card()
            if (root.selection.count > 0) // as it would be with the current one
                root.selection.setStarred(!card || !card.isStarred)
            else if (card)
                root.browser.marks.setStarred(card.articleId, !card.isStarred)
        }
    }
    Marking {
        name: "seen"
        onActivated: {
            const card = root.card()
            if (root.selection.count > 0)
                root.selection.setSeen(!card || !card.isSeen)
            else if (card)
                root.browser.marks.setSeen(card.articleId, !card.isSeen)
        }
    }
    Marking { name: "tag"; onActivated: root.page.grid.askForTag(root.articleId()) }
}
