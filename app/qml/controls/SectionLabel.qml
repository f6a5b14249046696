// SPDX-License-Identifier: GPL-3.0-or-later
// SectionLabel: the small heading of a group, with a number at its end. text, note.
import QtQuick
import Microfiche.Ui

Item {
    id: root

    property string text
    property string note

    implicitWidth: words.implicitWidth + (note === "" ? 0 : Theme.s8 + number.implicitWidth)
    implicitHeight: Theme.labelLine
    Accessible.role: Accessible.Heading
    Accessible.name: note === "" ? text : qsTr("%1, %2").arg(text).arg(note)

    PlainText {
        id: words
        anchors { left: parent.left; right: number.left; rightMargin: Theme.s8 }
        text: root.text
        font: Theme.labelBold
        lineHeight: Theme.labelLine
        color: Theme.ink3
    }
    PlainText {
        id: number
        anchors.right: parent.right
        text: root.note
        font: Theme.label
        lineHeight: Theme.labelLine
        color: Theme.ink3
    }
}
