// SPDX-License-Identifier: GPL-3.0-or-later
// LateMenu: a menu that is made when it is first opened: most of a window's menus never are.
//   sourceComponent: a PopupMenu   menu: null until it is made   isOpen
//   made(): the menu, to be popped up   closed()
import QtQuick
import Microfiche.Ui

Loader {
    id: root

    readonly property PopupMenu menu: item as PopupMenu
    readonly property bool isOpen: menu !== null && menu.visible

    signal closed()

    function made(): PopupMenu {
        active = true
        return menu
    }

    active: false
    Connections {
        target: root.menu
        function onClosed(): void { root.closed() }
    }
}
