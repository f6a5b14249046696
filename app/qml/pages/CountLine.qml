// SPDX-License-Identifier: GPL-3.0-or-later
// CountLine: what is shown, in words; children stand at its end. headline, sentence, isNarrow.
import QtQuick
import Microfiche.Ui

Item {
    id: root

    property string headline
    property string sentence
    property bool isNarrow: false
    default property alias trailing: end.data

    readonly property real room: width - (end.width > 0 ? end.width + Theme.s24 : 0)

    // The same before its children are there.
    implicitHeight: Math.max(count.height, end.height, Theme.px(28))
    Accessible.role: Accessible.Heading
    Accessible.name: sentence === "" ? headline : headline + ", " + sentence

    PlainText {
        id: count
        anchors { left: parent.left; verticalCenter: parent.verticalCenter }
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
        id: end
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
    }
}
