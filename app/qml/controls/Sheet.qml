// SPDX-License-Identifier: GPL-3.0-or-later
// Sheet: a raised sheet with a shadow (first start, drop). title, note and a green head if a title
// is set; children go below it.
import QtQuick
import Microfiche.Ui

Rectangle {
    id: root

    property string title
    property string note
    property real headHeight: title === "" ? 0 : Theme.px(44)
    default property alias content: body.data

    color: Theme.raised
    border { width: 1; color: Theme.line }

    Shadow { isSheet: true }
    Rectangle {
        width: parent.width
        height: root.headHeight
        visible: root.title !== ""
        color: Theme.accent

        PlainText {
            anchors { left: parent.left; leftMargin: 20; right: number.left; rightMargin: Theme.s12
                      verticalCenter: parent.verticalCenter }
            text: root.title
            font: Theme.cardTitle
            lineHeight: Theme.cardTitleLine
            color: Theme.accentText
        }
        PlainText {
            id: number
            anchors { right: parent.right; rightMargin: 20; verticalCenter: parent.verticalCenter }
            text: root.note
            color: Theme.accentText
        }
    }
    Item {
        id: body
        anchors { fill: parent; topMargin: root.headHeight }
    }
}
