// SPDX-License-Identifier: GPL-3.0-or-later
// TableHeader: the names of the columns. A click sorts by one; canChange lets widths be dragged and
// columns chosen. columns, margin. By keyboard: arrows go along, Enter sorts, Shift with arrows makes
// one wider or narrower, Down opens the choice.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

FocusScope {
    id: root

    required property TableColumns columns
    required property real margin
    property bool canChange: false
    property int current: 0

    function go(step: int): void {
        let next = current + step
        while (next >= 0 && next < cells.count && !columns.all[next].isShown)
            next += step
        if (next < 0 || next >= cells.count)
            return
        current = next
        cells.itemAt(next).forceActiveFocus(Qt.TabFocusReason)
    }

    implicitHeight: Theme.px(26)
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Columns")

    HoverHandler { id: hover }
    TapHandler {
        acceptedButtons: Qt.RightButton
        enabled: root.canChange
        onTapped: menu.made().popup()
    }
    Repeater {
        id: cells
        model: root.columns.all

        HeaderCell {
            id: cell
            required property int index
            required property TableColumn modelData

            column: modelData
            anchors { left: parent.left; leftMargin: root.margin + column.x }
            height: root.height
            focus: index === root.current
            focusPolicy: index === root.current ? Qt.StrongFocus : Qt.ClickFocus
            canResize: root.canChange && !column.isFlexible
            showsEdge: hover.hovered
            onSortWanted: root.columns.sortBy(column)
            onResized: width => root.columns.resize(column, width)
            onStepped: step => root.go(step)
            onMenuWanted: if (root.canChange)
                menu.made().popup(cell, 0, cell.height)
            onActiveFocusChanged: if (activeFocus)
                root.current = index
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
    IconButton {
        anchors { right: parent.right; rightMargin: Math.max(0, (root.margin - width) / 2); verticalCenter: parent.verticalCenter }
        visible: root.canChange
        extent: Math.min(Theme.px(24), root.margin)
        iconName: "more"
        iconSize: Theme.factIconSize
        toolTip: qsTr("Choose columns")
        onClicked: menu.made().popup(this, 0, height)
    }
    LateMenu {
        id: menu
        sourceComponent: PopupMenu {
            Repeater {
                model: root.columns.all
                MenuEntry {
                    required property TableColumn modelData
                    text: modelData.name
                    checkable: true
                    autoExclusive: false
                    checked: modelData.isChosen
                    enabled: !modelData.isFlexible
                    disabledReason: qsTr("A row always has its title")
                    onTriggered: root.columns.choose(modelData, !modelData.isChosen)
                }
            }
            MenuLine {}
            MenuEntry {
                text: qsTr("Columns as they were")
                enabled: root.columns.remembered !== ""
                onTriggered: root.columns.reset()
            }
        }
    }
}
