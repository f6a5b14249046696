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

    property alias card: shownCard.card
    readonly property ShownCard shown: ShownCard { id: shownCard }
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
    Accessible.name: shown.spokenText
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
        visible: !root.shown.isLoaded
        columns: root.columns
        margin: root.margin
    }
    Item {
        objectName: "content"
        anchors.fill: parent
        visible: root.shown.isLoaded

        Cell {
            column: root.columns.title
            spoken: root.shown.title
            RowTitle {
                anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
                card: root.shown
            }
        }
        Cell {
            column: root.columns.provider
            spoken: root.shown.provider
            RowProvider { anchors.fill: parent; card: root.shown }
        }
        Cell {
            objectName: "date"
            column: root.columns.date
            text: root.shown.dateText
        }
        Cell {
            column: root.columns.quality
            spoken: root.shown.qualityText
            QualityMeter {
                anchors { left: parent.left; verticalCenter: parent.verticalCenter }
                quality: root.shown.quality
                text: root.shown.qualityText
                spokenName: root.shown.qualityName
                Accessible.ignored: true
            }
        }
        Cell {
            objectName: "heat"
            column: root.columns.heat
            text: root.shown.heat < 0 ? "–" : root.shown.heatText
            spoken: root.shown.heat < 0 ? qsTr("not measured") : text
        }
        Cell {
            objectName: "type"
            column: root.columns.type
            text: root.shown.typeText === "" ? "–" : root.shown.typeText
            spoken: root.shown.typeText === "" ? qsTr("none") : text
        }
        Cell {
            objectName: "topics"
            column: root.columns.topics
            text: column.isShown ? Array.from(root.shown.topics).join(qsTr(", ", "between topics")) : ""
            spoken: text === "" ? qsTr("none") : text
        }
        Cell {
            objectName: "related"
            column: root.columns.related
            text: root.shown.relatedCount > 0 ? root.shown.relatedText : "–"
            spoken: root.shown.relatedCount > 0 ? text : qsTr("none")
        }
        Cell {
            column: root.columns.state
            spoken: state.names
            RowState {
                id: state
                objectName: "state"
                anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
                card: root.shown
            }
        }
    }
}
