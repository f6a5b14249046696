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
    readonly property bool isOne: article.isOpen || page.grid.currentRow >= 0
    readonly property string noArticle: qsTr("No article is chosen.")

    function card(): var {
        const current = page.grid.currentCard()
        return article.isOpen && (page.pane.activeFocus || !current) ? article.card : current
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
        onActivated: {
            const card = root.card()
            if (root.article.isOpen)
                root.article.openOriginal()
            else if (card)
                root.article.openOriginalOf(card.articleId)
        }
    }
    KeyAction {
        name: "copy-link"
        isPossible: root.isOne
        reason: root.noArticle
        onActivated: {
            const card = root.card()
            if (card)
                root.article.copyLinkOf(card.articleId)
        }
    }
    KeyAction {
        name: "view-picture"
        isPossible: root.isOne
        reason: root.noArticle
        onActivated: {
            const card = root.card()
            if (card)
                root.browser.picture.open(card.articleId)
        }
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
    KeyAction {
        name: "tag"
        isPossible: root.selection.count > 0 || root.page.grid.currentRow >= 0
        reason: root.noArticle
        onActivated: root.page.grid.askForTag()
    }
}
