// SPDX-License-Identifier: GPL-3.0-or-later
// PictureStrip: why a picture is not shown, at the top of its fiche. icon, text.
// Where there is no room for words (isThumb, isSmall), its icon alone; hovering says the rest.
import QtQuick
import Microfiche.Ui

Rectangle {
    id: root

    required property string icon
    required property string text
    property bool isThumb: false
    property bool isSmall: false // of a thumb in a row

    implicitHeight: isSmall ? Theme.px(14) : isThumb ? Theme.px(18) : Theme.px(26)
    implicitWidth: isThumb ? implicitHeight : Theme.px(200)
    color: Theme.raised
    border { width: 1; color: Theme.line }
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Icon {
        id: mark
        anchors { left: parent.left; leftMargin: root.isSmall ? 1 : root.isThumb ? 2 : Theme.s8; verticalCenter: parent.verticalCenter }
        name: root.icon
        size: root.isSmall ? root.height - 2 : Theme.factIconSize
        color: Theme.ink2
    }
    PlainText {
        id: words
        anchors { left: mark.right; leftMargin: Theme.s8; right: parent.right; rightMargin: Theme.s8
                  verticalCenter: parent.verticalCenter }
        visible: !root.isThumb
        text: root.text
        font: Theme.fact
        lineHeight: Theme.factLine
        color: Theme.ink2
        Accessible.ignored: true
    }
    HoverHandler {
        id: hover
        enabled: root.isThumb || words.truncated
    }
    HoverTip { text: root.text; shown: hover.hovered && hover.enabled }
}
