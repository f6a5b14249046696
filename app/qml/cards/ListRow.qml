// SPDX-License-Identifier: GPL-3.0-or-later
// ListRow: one article or mention as a row of 48 with a small picture.
//   card (articleCard), index, columns, margin     required
//   isSelected, isCurrent; isHovered (read only)
//   pressed(modifiers)  clicked() then opened()  originalRequested()  menuRequested(x, y)
// Where there is no room for columns, provider, date and quality stand below the title.
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
    readonly property bool isTight: columns.room < Theme.px(640)
    readonly property real wordsStart: margin + picture.width + Theme.s16

    signal pressed(int modifiers)
    signal clicked()
    signal opened()
    signal originalRequested()
    signal menuRequested(real x, real y)

    function open(): void {
        clicked()
        opened()
    }

    implicitHeight: Theme.px(48)
    Accessible.role: Accessible.ListItem
    Accessible.name: shown.spokenText
    Accessible.focusable: true
    Accessible.selectable: true
    Accessible.selected: isSelected
    Accessible.onPressAction: root.open()

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
        pictureWidth: picture.width
        pictureHeight: picture.height
    }
    Item {
        objectName: "content"
        anchors.fill: parent
        visible: root.shown.isLoaded

        CardPicture {
            id: picture
            objectName: "picture"
            anchors { left: parent.left; leftMargin: root.margin; verticalCenter: parent.verticalCenter }
            width: Theme.px(56)
            height: Theme.px(32)
            card: root.shown
        }
        Item {
            id: words
            anchors { left: parent.left; leftMargin: root.wordsStart; verticalCenter: parent.verticalCenter }
            width: root.isTight ? parent.width - root.wordsStart - root.margin : root.columns.title.width
            height: title.height + Theme.textLine

            RowTitle {
                id: title
                width: parent.width
                card: root.shown
                showsMention: false // the frame in the picture's place says so
            }
            PlainText {
                objectName: "excerpt"
                anchors.top: title.bottom
                width: parent.width
                visible: !root.isTight
                text: root.shown.excerpt
                color: Theme.ink2
                Accessible.ignored: true
            }
            Loader {
                anchors { top: title.bottom; topMargin: 1 }
                width: parent.width
                active: root.isTight
                sourceComponent: TightFacts { card: root.shown }
            }
        }
        Item {
            anchors.fill: parent
            visible: !root.isTight

            TableCell {
                column: root.columns.provider
                margin: root.margin
                spoken: root.shown.provider
                RowProvider { anchors.fill: parent; card: root.shown }
            }
            TableCell {
                objectName: "date"
                column: root.columns.date
                margin: root.margin
                text: root.shown.dateText
            }
            TableCell {
                column: root.columns.quality
                margin: root.margin
                spoken: root.shown.qualityText
                QualityMeter {
                    anchors { left: parent.left; verticalCenter: parent.verticalCenter }
                    quality: root.shown.quality
                    text: root.shown.qualityText
                    spokenName: root.shown.qualityName
                    Accessible.ignored: true
                }
            }
            TableCell {
                objectName: "heat"
                column: root.columns.heat
                margin: root.margin
                text: root.shown.heat < 0 ? "–" : root.shown.heatText
                spoken: root.shown.heat < 0 ? qsTr("not measured") : text
            }
            TableCell {
                objectName: "related"
                column: root.columns.related
                margin: root.margin
                text: root.shown.relatedCount > 0 ? root.shown.relatedText : "–"
                spoken: root.shown.relatedCount > 0 ? text : qsTr("none")
            }
            TableCell {
                column: root.columns.state
                margin: root.margin
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
}
