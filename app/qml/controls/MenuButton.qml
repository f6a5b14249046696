// SPDX-License-Identifier: GPL-3.0-or-later
// MenuButton: opens its menu. text (empty: an icon alone), iconName, toolTip, kind, menu (a PopupMenu).
// Down, Enter and Space open it.
import QtQuick
import Microfiche.Ui

ActionButton {
    id: root

    default property PopupMenu menu
    // A press outside closes the menu before the click arrives; that click must not open it again.
    property bool wasOpen: false

    rightPadding: text === "" ? 0 : Theme.s32
    Accessible.role: Accessible.ButtonMenu
    onPressed: wasOpen = menu !== null && menu.visible
    onClicked: {
        if (wasOpen)
            menu.close()
        else
            open()
        wasOpen = false
    }
    Keys.onDownPressed: open()

    function open(): void {
        if (!menu)
            return
        menu.parent = root
        menu.popup(root, LayoutMirroring.enabled ? root.width - menu.implicitWidth : 0, root.height + 4)
    }

    Icon {
        anchors { right: parent.right; rightMargin: Theme.s12; verticalCenter: parent.verticalCenter }
        visible: root.text !== ""
        name: "down"
        size: Theme.factIconSize
        color: root.inkColor
    }
}
