// SPDX-License-Identifier: GPL-3.0-or-later
// TableCell: what a row says in one column. column, margin (of the row), text, or children that show
// it; spoken, if it is not the text that should be read out. Numbers stand right-aligned.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property TableColumn column
    required property real margin
    property string text
    property string spoken: text
    property color color: Theme.ink2

    anchors { left: parent ? parent.left : undefined; leftMargin: margin + column.x }
    width: column.width
    height: parent ? parent.height : 0
    visible: column.isShown
    Accessible.role: Accessible.Cell
    //: What a cell of a table says, after its column's name
    Accessible.name: qsTr("%1: %2").arg(column.name).arg(spoken)

    PlainText {
        objectName: "words"
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        visible: text !== ""
        text: root.text
        font: Theme.fact
        lineHeight: Theme.factLine
        color: root.color
        horizontalAlignment: root.column.isTrailing ? Text.AlignRight : Text.AlignLeft
        Accessible.ignored: true
    }
}
