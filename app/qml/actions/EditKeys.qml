// SPDX-License-Identifier: GPL-3.0-or-later
// EditKeys: undoing, selecting, and the query as a whole. page.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property BrowsePage page
    readonly property ArchiveBrowser browser: page.browser
    readonly property QueryEditor query: browser.query
    readonly property string noQuery: qsTr("Search or filter first.")

    KeyAction {
        name: "undo"
        words: root.browser.undoText
        isPossible: root.browser.canUndo
        reason: qsTr("Nothing has been changed.")
        autoRepeat: true
        onActivated: root.browser.undo()
    }
    KeyAction {
        name: "redo"
        words: root.browser.redoText
        isPossible: root.browser.canRedo
        reason: qsTr("Nothing has been undone.")
        autoRepeat: true
        onActivated: root.browser.redo()
    }
    KeyAction { name: "select-all"; onActivated: root.browser.selection.selectAll() }
    KeyAction { name: "search"; onActivated: root.page.header.focusSearch() }
    KeyAction {
        name: "save-search"
        isPossible: !root.query.isEmpty
        reason: root.noQuery
        onActivated: root.page.sidebar.saveSearch()
    }
    KeyAction {
        name: "copy-query"
        isPossible: !root.query.isEmpty
        reason: root.noQuery
        onActivated: root.browser.copyQuery()
    }
    KeyAction {
        name: "show-all"
        isPossible: !root.query.isEmpty
        reason: qsTr("All articles are shown.")
        onActivated: root.query.clear()
    }
}
