// SPDX-License-Identifier: GPL-3.0-or-later
// QueryMenu: what can be done with the query as a whole, and what was asked before. browser;
// saveWanted().
import QtQuick
import Microfiche.Models
import Microfiche.Ui

IconButton {
    id: root

    required property ArchiveBrowser browser
    readonly property QueryEditor query: browser.query
    property int offered: 0
    signal saveWanted()

    extent: Theme.px(28)
    iconSize: Theme.rowIconSize
    iconName: "clock"
    toolTip: qsTr("Searches: recent ones, save, copy")
    hidesToolTip: menu.isOpen
    onClicked: {
        offered = browser.recentQueries.length
        menu.made().popup(root, 0, height + Theme.s4)
    }

    LateMenu {
        id: menu
        sourceComponent: PopupMenu {
            MenuEntry {
                objectName: "undo"
                text: root.browser.undoText === "" ? qsTr("Undo the last change") : root.browser.undoText
                note: Actions.keys("undo")
                iconName: "undo"
                enabled: root.browser.canUndo
                onTriggered: root.browser.undo()
            }
            MenuEntry {
                objectName: "redo"
                text: root.browser.redoText === "" ? qsTr("Redo") : root.browser.redoText
                note: Actions.keys("redo")
                iconName: "redo"
                enabled: root.browser.canRedo
                onTriggered: root.browser.redo()
            }
            MenuLine {}
            MenuEntry {
                text: qsTr("Save this search")
                note: Actions.keys("save-search")
                iconName: "plus"
                enabled: !root.query.isEmpty
                disabledReason: qsTr("Search or filter first.")
                onTriggered: root.saveWanted()
            }
            MenuEntry {
                text: qsTr("Copy this query as text")
                iconName: "copy"
                enabled: !root.query.isEmpty
                disabledReason: qsTr("Search or filter first.")
                onTriggered: root.browser.copyQuery()
            }
            MenuLine {
                visible: recent.count > 0
                height: visible ? implicitHeight : 0
            }
        }
    }
    Instantiator { // a repeater would put them among the entries above
        id: recent
        // While it is open nothing comes or goes.
        model: menu.menu ? root.offered : 0
        delegate: MenuEntry {
            required property int index
            text: root.browser.recentQueries[index] ?? ""
            iconName: "clock"
            onTriggered: {
                if (!root.query.setText(text))
                    root.query.typed = text // where the field says what is wrong with it
            }
        }
        onObjectAdded: (index, entry) => menu.menu.addItem(entry as MenuEntry)
        onObjectRemoved: (index, entry) => menu.menu.removeItem(entry as MenuEntry)
    }
}
