// SPDX-License-Identifier: GPL-3.0-or-later
// Pane: the one pane at the trailing edge: a head of 56 with title and close, content below.
//   title, note; leading: items before the title (back, forward); actions: items before close
//   closeWanted() by the button or Escape. Without a height it is its head alone.
import QtQuick
import Microfiche.Ui

FocusScope {
    id: root

    property string title
    property string note
    property alias leading: leadingRow.data
    property alias actions: actionRow.data
    default property alias content: body.data
    readonly property real headHeight: Theme.px(56)

    signal closeWanted()

    implicitHeight: headHeight
    Accessible.role: Accessible.Pane
    Accessible.name: title
    Keys.onEscapePressed: root.closeWanted()

    Rectangle {
        anchors.fill: parent
        color: Theme.raised
    }
    Rectangle {
        width: 1
        height: parent.height
        anchors.left: parent.left
        color: Theme.line
    }
    Item {
        id: head
        width: parent.width
        height: root.headHeight

        Row {
            id: leadingRow
            anchors { left: parent.left; leftMargin: Theme.s12; verticalCenter: parent.verticalCenter }
        }
        PlainText {
            id: heading
            anchors { left: leadingRow.right; leftMargin: leadingRow.width > 0 ? Theme.s8 : Theme.s12
                      verticalCenter: parent.verticalCenter }
            // Not by where the buttons stand: mirrored they stand before it.
            width: Math.max(0, Math.min(implicitWidth, head.width - leadingRow.width - actionRow.width - closer.width - 3 * Theme.s12))
            text: root.title
            font: Theme.cardTitle
            lineHeight: Theme.cardTitleLine
        }
        PlainText {
            anchors { left: heading.right; leftMargin: root.title === "" ? 0 : Theme.s8
                      verticalCenter: parent.verticalCenter }
            text: root.note
            color: Theme.ink2
        }
        Row {
            id: actionRow
            anchors { right: closer.left; verticalCenter: parent.verticalCenter }
        }
        IconButton {
            id: closer
            anchors { right: parent.right; rightMargin: Theme.s12; verticalCenter: parent.verticalCenter }
            iconName: "close"
            toolTip: qsTr("Close")
            onClicked: root.closeWanted()
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Theme.line
        }
    }
    Item {
        id: body
        anchors { fill: parent; topMargin: root.headHeight; leftMargin: 1 }
    }
}
