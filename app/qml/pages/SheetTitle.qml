// SPDX-License-Identifier: GPL-3.0-or-later
// SheetTitle: the green strip a sheet of film is titled with. text, note (a number, at its end).
import QtQuick
import Microfiche.Ui

Rectangle {
    id: root

    property string text
    property string note

    implicitHeight: Theme.px(44)
    color: Theme.accent

    PlainText {
        anchors { left: parent.left; leftMargin: 20; right: noteText.left; rightMargin: Theme.s12 }
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        font: Theme.cardTitle
        lineHeight: Theme.cardTitleLine
        color: Theme.accentText
    }
    PlainText {
        id: noteText
        anchors { right: parent.right; rightMargin: 20; verticalCenter: parent.verticalCenter }
        text: root.note
        color: Theme.accentText
    }
}
