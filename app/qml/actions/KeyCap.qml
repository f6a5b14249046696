// SPDX-License-Identifier: GPL-3.0-or-later
// KeyCap: a key, as it is written on it. text, isQuiet (it cannot be changed).
import QtQuick
import Microfiche.Ui

Rectangle {
    id: root

    property string text
    property bool isQuiet: false

    implicitWidth: Math.max(implicitHeight, words.implicitWidth + 2 * Theme.s8)
    implicitHeight: Theme.px(22)
    radius: Theme.radius
    color: isQuiet ? "transparent" : Theme.raised
    border { width: 1; color: isQuiet ? Theme.line : Theme.edge }

    PlainText {
        id: words
        anchors.centerIn: parent
        text: root.text
        font: Theme.fact
        lineHeight: Theme.factLine
        color: root.isQuiet ? Theme.ink2 : Theme.ink
        Accessible.ignored: true
    }
}
