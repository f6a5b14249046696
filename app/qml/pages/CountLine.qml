// SPDX-License-Identifier: GPL-3.0-or-later
// CountLine: what is shown, in words, and the slider for how large. headline, sentence, isNarrow,
// aim; aimMoved(aim).
import QtQuick
import Microfiche.Ui

Item {
    id: root

    property string headline
    property string sentence
    property bool isNarrow: false
    property real aim: 256
    signal aimMoved(real aim)

    readonly property real room: width - (size.visible ? size.width + Theme.s24 : 0)

    implicitHeight: count.height
    Accessible.role: Accessible.Heading
    Accessible.name: sentence === "" ? headline : headline + ", " + sentence

    PlainText {
        id: count
        anchors.left: parent.left
        width: Math.min(implicitWidth, root.room)
        text: root.headline
        font: root.isNarrow ? Theme.countLineNarrow : Theme.countLine
        lineHeight: root.isNarrow ? Theme.countLineNarrowLine : Theme.countLineLine
    }
    PlainText {
        anchors { left: count.right; leftMargin: Theme.s12; baseline: count.baseline }
        width: root.room - count.width - Theme.s12
        text: root.sentence
        color: Theme.ink2
    }
    Row {
        id: size
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        visible: !root.isNarrow && root.width > Theme.px(520)
        spacing: Theme.s8

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "cards"
            size: Theme.factIconSize
            color: Theme.ink2
        }
        HSlider {
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.px(100)
            from: 168
            to: 440
            value: root.aim
            name: qsTr("Card size")
            onMoved: value => root.aimMoved(value)
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "picture"
            size: Theme.factIconSize
            color: Theme.ink2
        }
    }
}
