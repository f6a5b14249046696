// SPDX-License-Identifier: GPL-3.0-or-later
// MenuButton: opens its menu. text (empty: an icon alone), iconName, toolTip, kind, menu (a PopupMenu).
// Down, Enter and Space open it.
import QtQuick
import Microfiche.Ui

ActionButton {
    id: root

    property PopupMenu menu

    hidesToolTip: menu !== null && menu.visible
    rightPadding: text === "" ? 0 : Theme.s32
    Accessible.role: Accessible.ButtonMenu
    onClicked: {
        if (menu && menu.visible)
            menu.close()
        else
            open()
    }
    Keys.onDownPressed: open()

    function open(): void {
        if (!menu)
            return
        menu.byKeyboard = visualFocus
        menu.popup(root, LayoutMirroring.enabled ? root.width - menu.implicitWidth : 0, root.height + 4)
    }

    Connections {
        target: root.menu
        // The focus comes back, unless what was chosen took it elsewhere.
        function onClosed(): void {
            const now = root.Window.activeFocusItem
            if (!now || now === root.Window.contentItem)
                root.forceActiveFocus(root.menu.byKeyboard ? Qt.TabFocusReason : Qt.PopupFocusReason)
        }
    }
    Icon {
        anchors { right: parent.right; rightMargin: Theme.s12; verticalCenter: parent.verticalCenter }
        visible: root.text !== ""
        name: "down"
        size: Theme.factIconSize
        color: root.inkColor
    }
}
