// SPDX-License-Identifier: GPL-3.0-or-later
// HeaderCell: the name of one column, which way it is sorted, and the edge that makes it wider.
// column, canResize, showsEdge; sortWanted(), resized(width), stepped(step), menuWanted().
import QtQuick
import QtQuick.Templates as T
import Microfiche.Models
import Microfiche.Ui

T.AbstractButton {
    id: root

    required property TableColumn column
    property bool canResize: false
    property bool showsEdge: false
    readonly property bool isSorted: column.sorting !== TableColumn.NotSorted

    signal sortWanted()
    signal resized(real width)
    signal stepped(int step)
    signal menuWanted()

    width: column.width
    visible: column.isShown
    Accessible.role: Accessible.ColumnHeader
    Accessible.name: column.name
    Accessible.description: column.sorting === TableColumn.Ascending ? qsTr("sorted, low to high")
                          : column.sorting === TableColumn.Descending ? qsTr("sorted, high to low") : ""
    onClicked: if (column.isSortable)
        root.sortWanted()

    Keys.onPressed: event => {
        const isLeft = event.key === Qt.Key_Left
        event.accepted = true
        if (isLeft || event.key === Qt.Key_Right) {
            const step = isLeft === LayoutMirroring.enabled ? 1 : -1
            if (event.modifiers & Qt.ShiftModifier)
                root.canResize ? root.resized(column.width + 8 * step) : undefined
            else
                root.stepped(step)
        } else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) {
            root.clicked()
        } else if (event.key === Qt.Key_Down || event.key === Qt.Key_Menu) {
            root.menuWanted()
        } else {
            event.accepted = false
        }
    }

    contentItem: Item {
        Item {
            anchors { right: root.column.isTrailing ? parent.right : undefined
                      left: root.column.isTrailing ? undefined : parent.left
                      verticalCenter: parent.verticalCenter }
            width: Math.min(name.implicitWidth + (root.isSorted ? arrow.width + 2 : 0), root.width)
            height: name.height

            PlainText {
                id: name
                objectName: "name"
                anchors { left: parent.left; right: parent.right; rightMargin: root.isSorted ? arrow.width + 2 : 0 }
                text: root.column.name
                font: root.isSorted ? Theme.labelBold : Theme.label
                lineHeight: Theme.labelLine
                color: root.isSorted ? Theme.accent
                     : root.hovered && root.column.isSortable ? Theme.ink : Theme.ink2
            }
            Icon {
                id: arrow
                objectName: "arrow"
                anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                visible: root.isSorted
                name: "down"
                size: Theme.px(12)
                color: Theme.accent
                rotation: root.column.sorting === TableColumn.Ascending ? 180 : 0
            }
        }
    }
    background: Item { FocusRing { shown: root.visualFocus; distance: 1 } }
    HoverHandler { cursorShape: root.column.isSortable ? Qt.PointingHandCursor : Qt.ArrowCursor }

    MouseArea { // its leading edge: the columns after it keep their places
        id: edge
        objectName: "edge"
        property real startX: 0
        property real startWidth: 0

        anchors { right: parent.left; rightMargin: 8 - width / 2 }
        width: 12
        height: parent.height
        enabled: root.canResize
        visible: root.canResize
        hoverEnabled: true
        preventStealing: true
        cursorShape: Qt.SplitHCursor
        onPressed: mouse => {
            startX = mapToItem(null, mouse.x, 0).x
            startWidth = root.column.width
        }
        onPositionChanged: mouse => {
            const by = mapToItem(null, mouse.x, 0).x - startX
            if (pressed)
                root.resized(startWidth + (LayoutMirroring.enabled ? by : -by))
        }

        Rectangle {
            anchors.centerIn: parent
            visible: root.showsEdge || root.visualFocus || edge.pressed
            width: edge.pressed ? 2 : 1
            height: parent.height - 8
            color: edge.pressed || edge.containsMouse ? Theme.edge : Theme.line
        }
    }
}
