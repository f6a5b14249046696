// SPDX-License-Identifier: GPL-3.0-or-later
// PageKeys: the keys that work on the whole page. browser, card() (whom a mark means now; undefined:
// nobody); stepBackWanted(), searchWanted(), saveWanted().
import QtQuick
import Microfiche.Models

Item {
    id: root

    required property ArchiveBrowser browser
    required property var card
    readonly property OpenArticle article: browser.article
    signal stepBackWanted()
    signal searchWanted()
    signal saveWanted()

    Shortcut { sequence: "Escape"; onActivated: root.stepBackWanted() }
    Shortcut { sequences: [StandardKey.Find, "/"]; onActivated: root.searchWanted() }
    Shortcut { sequences: [StandardKey.Undo]; enabled: root.browser.canUndo; onActivated: root.browser.undo() }
    Shortcut { sequences: [StandardKey.Redo]; enabled: root.browser.query.canRedo; onActivated: root.browser.query.redo() }
    Shortcut { sequence: "Ctrl+D"; enabled: !root.browser.query.isEmpty; onActivated: root.saveWanted() }
    Shortcut { sequences: [StandardKey.Back]; enabled: root.article.canGoBack; onActivated: root.article.back() }
    Shortcut { sequences: [StandardKey.Forward]; enabled: root.article.canGoForward; onActivated: root.article.forward() }
    Shortcut { sequences: ["Ctrl+Return", "Ctrl+Enter"]; enabled: root.article.isOpen; onActivated: root.article.openOriginal() }

    Shortcut {
        sequence: "S"
        onActivated: {
            const card = root.card()
            if (card)
                root.browser.marks.setStarred(card.articleId, !card.isStarred)
        }
    }
    Shortcut {
        sequence: "M"
        onActivated: {
            const card = root.card()
            if (card)
                root.browser.marks.setSeen(card.articleId, !card.isSeen)
        }
    }
}
