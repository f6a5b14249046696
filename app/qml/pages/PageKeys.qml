// SPDX-License-Identifier: GPL-3.0-or-later
// PageKeys: the keys that work on the whole page. browser, grid, card() (whom a mark means now, unless
// articles are selected; undefined: nobody); stepBackWanted(), searchWanted(), saveWanted().
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property ArchiveBrowser browser
    required property ArticleGrid grid
    required property var card
    readonly property ArticleSelection selection: browser.selection
    readonly property OpenArticle article: browser.article
    signal stepBackWanted()
    signal searchWanted()
    signal saveWanted()

    Shortcut { sequence: "Escape"; onActivated: root.selection.count > 0 ? root.selection.clear() : root.stepBackWanted() }
    Shortcut { sequences: [StandardKey.SelectAll]; onActivated: root.selection.selectAll() }
    Shortcut { sequence: "T"; onActivated: if (root.selection.count > 0 || root.grid.currentCard()) root.grid.askForTag() }
    Shortcut { sequences: [StandardKey.Find, "/"]; onActivated: root.searchWanted() }
    Shortcut { sequences: [StandardKey.Undo]; enabled: root.browser.canUndo; onActivated: root.browser.undo() }
    Shortcut { sequences: [StandardKey.Redo]; enabled: root.browser.canRedo; onActivated: root.browser.redo() }
    Shortcut { sequence: "Ctrl+D"; enabled: !root.browser.query.isEmpty; onActivated: root.saveWanted() }
    Shortcut { sequences: [StandardKey.Back]; enabled: root.article.canGoBack; onActivated: root.article.back() }
    Shortcut { sequences: [StandardKey.Forward]; enabled: root.article.canGoForward; onActivated: root.article.forward() }
    Shortcut { sequences: ["Ctrl+Return", "Ctrl+Enter"]; enabled: root.article.isOpen; onActivated: root.article.openOriginal() }

    Shortcut {
        sequence: "S"
        onActivated: {
            const card = root.card()
            if (root.selection.count > 0) // as it would be with the current one
                root.selection.setStarred(!card || !card.isStarred)
            else if (card)
                root.browser.marks.setStarred(card.articleId, !card.isStarred)
        }
    }
    Shortcut {
        sequence: "M"
        onActivated: {
            const card = root.card()
            if (root.selection.count > 0)
                root.selection.setSeen(!card || !card.isSeen)
            else if (card)
                root.browser.marks.setSeen(card.articleId, !card.isSeen)
        }
    }
}
