// SPDX-License-Identifier: GPL-3.0-or-later
// SidebarRow: a place in the sidebar. label, iconName, note (a count as text), isChosen; clicked().
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

T.AbstractButton {
    id: root

    required property string label
    property string iconName
    property string note
    property bool isChosen: false

    implicitHeight: Theme.rowHeight
    leftPadding: Theme.s16
    rightPadding: Theme.s16
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: note === "" ? label : qsTr("%1, %2").arg(label).arg(note)
    Accessible.selectable: true
    Accessible.selected: isChosen
    Keys.onReturnPressed: click()

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
        IconLabel {
            anchors { left: parent.left; right: number.left; rightMargin: Theme.s8
                      verticalCenter: parent.verticalCenter }
            iconName: root.iconName
            iconSize: Theme.rowIconSize
            spacing: Theme.s8
            text: root.label
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
