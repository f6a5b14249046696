// SPDX-License-Identifier: GPL-3.0-or-later
// ProblemRow: a file, the place in it, what is wrong there. place, reason, isError; showWanted().
import QtQuick
import Microfiche.Ui

Item {
    id: root

    required property int index
    required property string place
    required property string reason
    property bool isError: false
    signal showWanted()

    implicitHeight: words.height + Theme.s16
    Accessible.role: Accessible.ListItem
    Accessible.name: place + ". " + reason

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    Icon {
        id: mark
        anchors { left: parent.left; leftMargin: Theme.s24 }
        y: Theme.s8 + 2
        name: root.isError ? "error" : "warning"
        size: Theme.rowIconSize
        color: root.isError ? Theme.error : Theme.warning
    }
    Column {
        id: words
        anchors { left: mark.right; leftMargin: Theme.s12; right: show.left; rightMargin: Theme.s12 }
        y: Theme.s8

        PlainText {
            width: parent.width
            text: root.place
            font: Theme.factName
            lineHeight: Theme.factLine
            elide: Text.ElideMiddle
        }
        PlainText {
            width: parent.width
            text: root.reason
            color: Theme.ink2
            wrapMode: Text.Wrap
            maximumLineCount: 4
        }
    }
    LinkText {
        id: show
        anchors { right: parent.right; rightMargin: Theme.s24 }
        y: Theme.s8
        label: qsTr("Show")
        Accessible.name: qsTr("Show %1").arg(root.place)
        onClicked: root.showWanted()
    }
}
