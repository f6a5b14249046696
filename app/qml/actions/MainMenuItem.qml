// SPDX-License-Identifier: GPL-3.0-or-later
// MainMenuItem: a menu's name in the bar.
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

T.MenuBarItem {
    id: root

    text: menu ? menu.title : ""
    implicitWidth: words.implicitWidth + 2 * Theme.s12
    implicitHeight: Theme.px(29)
    Accessible.name: text

    contentItem: Item {
        PlainText {
            id: words
            anchors.centerIn: parent
            text: root.text
        }
    }
    background: Rectangle {
        color: root.highlighted || root.down ? Theme.line : "transparent"
        FocusRing { shown: root.visualFocus; distance: -2 }
    }
}
