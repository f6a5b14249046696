// SPDX-License-Identifier: GPL-3.0-or-later
// MenuButton: opens its menu. text, iconName, toolTip, menu (a PopupMenu declared inside), kind,
// isIconOnly (narrow windows). Down, Enter and Space open it.
import QtQuick
import Microfiche.Ui

ActionButton {
    id: root

    default property PopupMenu menu
    property bool isIconOnly: false
    property string label
    // A press outside closes the menu before the click arrives; that click must not open it again.
    property bool wasOpen: false

    text: isIconOnly ? "" : label
    rightPadding: isIconOnly ? 0 : Theme.s32
    Accessible.role: Accessible.ButtonMenu
    Accessible.name: label
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
        visible: !root.isIconOnly
        name: "down"
        size: Theme.factIconSize
        color: root.inkColor
    }
}
