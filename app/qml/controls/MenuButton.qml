// SPDX-License-Identifier: GPL-3.0-or-later
// MenuButton: opens its menu. text (empty: an icon alone), iconName, toolTip, kind, menu (a PopupMenu,
// made when it is first opened; then it is openedMenu). Down, Enter and Space open it.
import QtQuick
import Microfiche.Ui

ActionButton {
    id: root

    property Component menu
    readonly property PopupMenu openedMenu: late.menu

    hidesToolTip: late.isOpen
    rightPadding: text === "" ? 0 : Theme.s32
    Accessible.role: Accessible.ButtonMenu
    onClicked: {
        if (late.isOpen)
            late.menu.close()
        else
            open()
    }
    Keys.onDownPressed: open()

    function open(): void {
        late.made()
        const opened = openedMenu
        if (!opened)
            return
        opened.byKeyboard = visualFocus
        opened.popup(root, LayoutMirroring.enabled ? root.width - opened.implicitWidth : 0, root.height + 4)
    }

    LateMenu {
        id: late
        sourceComponent: root.menu
        // The focus comes back, unless what was chosen took it elsewhere.
        onClosed: {
            const now = root.Window.activeFocusItem
            if (!now || now === root.Window.contentItem)
                root.forceActiveFocus(menu.byKeyboard ? Qt.TabFocusReason : Qt.PopupFocusReason)
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
