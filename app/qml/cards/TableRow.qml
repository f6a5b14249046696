// SPDX-License-Identifier: GPL-3.0-or-later
// TableRow: one article or mention as a row of 28 in the columns that are chosen.
//   card (articleCard), index, columns, margin     required
//   isSelected, isCurrent; isHovered (read only)
//   pressed(modifiers)  clicked() then opened()  originalRequested()  menuRequested(x, y)
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property articleCard card
    required property int index
    required property TableColumns columns
    required property real margin
    property bool isSelected: false
    property bool isCurrent: false
    readonly property bool isHovered: hand.isOver

    signal pressed(int modifiers)
    signal clicked()
    signal opened()
    signal originalRequested()
    signal menuRequested(real x, real y)

    function open(): void {
        clicked()
        opened()
    }

    implicitHeight: Theme.rowHeight
    Accessible.role: Accessible.Row
    Accessible.name: card.spokenText
    Accessible.focusable: true
    Accessible.selectable: true
    Accessible.selected: isSelected
    Accessible.onPressAction: root.open()

    component Cell: TableCell { margin: root.margin }

    RowPlate {
        anchors.fill: parent
        isSelected: root.isSelected
        isCurrent: root.isCurrent
        isHovered: root.isHovered
    }
    RowHand {
        id: hand
        anchors.fill: parent
        onTaken: modifiers => root.pressed(modifiers)
        onChosen: root.open()
        onChosenTwice: root.originalRequested()
        onMenuRequested: (x, y) => root.menuRequested(x, y)
    }
    SkeletonRow {
        objectName: "skeleton"
        anchors.fill: parent
        visible: !root.card.isLoaded
        columns: root.columns
        margin: root.margin
    }
    Item {
        objectName: "content"
        anchors.fill: parent
        visible: root.card.isLoaded

        Cell {
            column: root.columns.title
            spoken: root.card.title
            RowTitle {
                anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
                card: root.card
            }
        }
        Cell {
            column: root.columns.provider
            spoken: root.card.provider
            RowProvider { anchors.fill: parent; card: root.card }
        }
        Cell {
            objectName: "date"
            column: root.columns.date
            text: root.card.dateText
        }
        Cell {
            column: root.columns.quality
            spoken: root.card.qualityText
            QualityMeter {
                anchors { left: parent.left; verticalCenter: parent.verticalCenter }
                quality: root.card.quality
                text: root.card.qualityText
                Accessible.ignored: true
            }
        }
        Cell {
            objectName: "heat"
            column: root.columns.heat
            text: root.card.heat < 0 ? "–" : root.card.heatText
            spoken: root.card.heat < 0 ? qsTr("not measured") : text
        }
        Cell {
            objectName: "type"
            column: root.columns.type
            text: root.card.typeText === "" ? "–" : root.card.typeText
            spoken: root.card.typeText === "" ? qsTr("none") : text
        }
        Cell {
            objectName: "topics"
            column: root.columns.topics
            text: column.isShown ? Array.from(root.card.topics).join(qsTr(", ", "between topics")) : ""
            spoken: text === "" ? qsTr("none") : text
        }
        Cell {
            objectName: "related"
            column: root.columns.related
            text: root.card.relatedCount > 0 ? root.card.relatedCount.toLocaleString(Qt.locale(), "f", 0) : "–"
            spoken: root.card.relatedCount > 0 ? text : qsTr("none")
        }
        Cell {
            column: root.columns.state
            spoken: state.names
            RowState {
                id: state
                objectName: "state"
                anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
                card: root.card
            }
        }
    }
}
