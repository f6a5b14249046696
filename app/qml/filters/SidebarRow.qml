// SPDX-License-Identifier: GPL-3.0-or-later
// SidebarRow: a place in the sidebar. text, iconName, count (-1: none is shown), isChosen; clicked().
// isNote: smaller, in ink2, and as many lines as the words need.
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

T.AbstractButton {
    id: root

    property string iconName
    property int count: -1
    property bool isChosen: false
    property bool isNote: false
    readonly property string note: count < 0 ? "" : count.toLocaleString(Qt.locale(), "f", 0)

    implicitHeight: isNote ? Math.max(Theme.rowHeight, words.height + Theme.s12) : Theme.rowHeight
    leftPadding: Theme.s16
    rightPadding: Theme.s16
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: note === "" ? text : qsTr("%1, %2").arg(text).arg(note)
    Accessible.selectable: true
    Accessible.selected: isChosen
    Keys.onReturnPressed: clicked()

    background: Item {
        Rectangle {
            anchors { fill: parent; leftMargin: Theme.s8; rightMargin: Theme.s8 }
            radius: Theme.radius
            color: root.isChosen ? Theme.soft : root.down ? Theme.line
                 : root.hovered ? Theme.ground : "transparent"
            border { width: root.isChosen ? Theme.softEdge : 0; color: Theme.edge }
            FocusRing { shown: root.visualFocus; distance: -2; radius: Theme.radius }
        }
    }
    contentItem: Item {
        Icon {
            anchors { left: parent.left; verticalCenter: parent.verticalCenter }
            visible: root.isNote
            name: root.isNote ? root.iconName : ""
            size: Theme.rowIconSize
            color: Theme.ink2
        }
        PlainText {
            id: words
            objectName: "note"
            anchors { left: parent.left; leftMargin: Theme.rowIconSize + Theme.s8; right: parent.right
                      verticalCenter: parent.verticalCenter }
            visible: root.isNote
            text: root.isNote ? root.text : ""
            font: Theme.fact
            lineHeight: Theme.factLine
            color: Theme.ink2
            wrapMode: Text.Wrap
            maximumLineCount: 4
        }
        IconLabel {
            anchors { left: parent.left; right: number.left; rightMargin: number.text === "" ? 0 : Theme.s8
                      verticalCenter: parent.verticalCenter }
            visible: !root.isNote
            iconName: root.iconName
            iconSize: Theme.rowIconSize
            spacing: Theme.s8
            text: root.text
            font: root.isChosen ? Theme.textBold : Theme.text
            iconColor: root.isChosen ? Theme.accent : Theme.ink
            isCentred: false
        }
        PlainText {
            id: number
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            text: root.note
            font: root.isChosen ? Theme.textBold : Theme.text
            color: root.isChosen ? Theme.ink : Theme.ink2
        }
    }
}
