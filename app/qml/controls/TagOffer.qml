// SPDX-License-Identifier: GPL-3.0-or-later
// TagOffer: a tag that could be chosen: its dot and its name. name, color, isCurrent (the arrow keys
// are at it); clicked().
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

T.AbstractButton {
    id: root

    required property string name
    required property color color
    property bool isCurrent: false

    implicitHeight: Theme.px(30)
    leftPadding: Theme.s8
    rightPadding: Theme.s8
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: name
    Accessible.selected: isCurrent
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    background: Rectangle {
        radius: Theme.radius
        color: root.isCurrent ? Theme.soft : root.down ? Theme.line : root.hovered ? Theme.side : "transparent"
        border { width: root.isCurrent ? Theme.softEdge : 0; color: Theme.edge }
        FocusRing { shown: root.visualFocus; distance: -2 }
    }
    contentItem: Item {
        TagDot {
            id: dot
            anchors { left: parent.left; verticalCenter: parent.verticalCenter }
            color: root.color
        }
        PlainText {
            anchors { left: dot.right; leftMargin: Theme.s8; right: parent.right; verticalCenter: parent.verticalCenter }
            text: root.name
            Accessible.ignored: true
        }
    }
}
