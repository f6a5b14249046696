// SPDX-License-Identifier: GPL-3.0-or-later
// MainMenu: every action, by the menus of a desktop. openFirst(), closeAll();
// isOpen (one of them).
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

T.MenuBar {
    id: root
    objectName: "mainMenu"

    readonly property bool isOpen: Array.from(menus).some(menu => menu.visible)

    function openFirst(): void {
        const first = itemAt(0) as T.MenuBarItem
        forceActiveFocus(Qt.TabFocusReason)
        first.triggered()
        first.menu.currentIndex = 0
    }

    function closeAll(): void { Array.from(menus).forEach(menu => menu.dismiss()) }

    implicitWidth: contentWidth + leftPadding + rightPadding
    implicitHeight: Theme.px(30)
    leftPadding: Theme.s8
    rightPadding: Theme.s8
    delegate: MainMenuItem {}
    contentItem: Row {
        Repeater { model: root.contentModel }
    }
    background: Rectangle {
        color: Theme.side
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Theme.line
        }
    }

    PopupMenu {
        title: qsTr("File")
        ActionEntry { does: "import-files"; iconName: "file" }
        ActionEntry { does: "import-folder"; iconName: "folder" }
        ActionEntry { does: "last-import"; iconName: "import" }
        ActionEntry { does: "pictures"; iconName: "picture" }
        MenuLine {}
        ActionEntry { does: "open-archive" }
        ActionEntry { does: "leave-sample"; iconName: "back" }
        MenuLine {}
        ActionEntry { does: "quit" }
    }
    PopupMenu {
        title: qsTr("Edit")
        ActionEntry { does: "undo"; iconName: "undo" }
        ActionEntry { does: "redo"; iconName: "redo" }
        MenuLine {}
        ActionEntry { does: "select-all" }
        MenuLine {}
        ActionEntry { does: "search"; iconName: "search" }
        ActionEntry { does: "save-search"; iconName: "plus" }
        ActionEntry { does: "copy-query"; iconName: "copy" }
        ActionEntry { does: "show-all"; iconName: "all" }
    }
    PopupMenu {
        title: qsTr("View")
        ActionEntry { does: "view-cards"; iconName: "cards" }
        ActionEntry { does: "view-list"; iconName: "list" }
        ActionEntry { does: "view-table"; iconName: "table" }
        ActionEntry { does: "view-wall"; iconName: "wall" }
        MenuLine {}
        ActionEntry { does: "larger" }
        ActionEntry { does: "smaller" }
        ActionEntry { does: "usual-size" }
        MenuLine {}
        ActionEntry { does: "group-none" }
        ActionEntry { does: "group-day" }
        ActionEntry { does: "group-month" }
        ActionEntry { does: "group-provider" }
        MenuLine {}
        ActionEntry { does: "sidebar" }
        ActionEntry { does: "menu-bar" }
        ActionEntry { does: "full-screen" }
    }
    PopupMenu {
        title: qsTr("Go")
        ActionEntry { does: "next" }
        ActionEntry { does: "previous" }
        ActionEntry { does: "next-unread" }
        ActionEntry { does: "previous-unread" }
        ActionEntry { does: "read-on" }
        MenuLine {}
        ActionEntry { does: "back"; iconName: "back" }
        ActionEntry { does: "forward"; iconName: "forward" }
        ActionEntry { does: "jump"; iconName: "calendar" }
        ActionEntry { does: "step-back"; iconName: "close" }
    }
    PopupMenu {
        title: qsTr("Article")
        ActionEntry { does: "open" }
        ActionEntry { does: "original"; iconName: "open" }
        ActionEntry { does: "copy-link"; iconName: "copy" }
        ActionEntry { does: "view-picture"; iconName: "picture" }
        MenuLine {}
        ActionEntry { does: "star"; iconName: "star" }
        ActionEntry { does: "seen"; iconName: "seen" }
        ActionEntry { does: "tag"; iconName: "tag" }
    }
    PopupMenu {
        title: qsTr("Help")
        ActionEntry { does: "palette"; iconName: "search" }
        ActionEntry { does: "keys" }
        MenuLine {}
        ActionEntry { does: "about" }
    }
}
