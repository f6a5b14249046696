// SPDX-License-Identifier: GPL-3.0-or-later
// WallCell: an article on the wall: its picture and, where it is looked at, its title.
//   card (articleCard), index     required
//   isSelected, isCurrent, isHovered as in ArticleCard
//   pressed(modifiers)  opened()  originalRequested()  viewRequested()  menuRequested(x, y)
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    property alias card: shownCard.card
    readonly property ShownCard shown: ShownCard { id: shownCard }
    required property int index
    property bool isSelected: false
    property bool isCurrent: false
    readonly property bool isHovered: hand.isOver
    // What has no picture would say nothing without its title.
    readonly property bool hasPicture: shown.picture !== "" && !picture.isTiny || picture.hasPicture
    readonly property bool isTold: shown.isLoaded && (isHovered || isCurrent || !hasPicture)

    signal pressed(int modifiers)
    signal opened()
    signal originalRequested()
    signal viewRequested()
    signal menuRequested(real x, real y)

    Accessible.role: Accessible.ListItem
    Accessible.name: shown.spokenText
    Accessible.description: picture.stateText
    Accessible.focusable: true
    Accessible.selectable: true
    Accessible.selected: isSelected
    Accessible.onPressAction: root.opened()

    Skeleton {
        anchors.fill: parent
        visible: !root.shown.isLoaded
    }
    CardPicture {
        id: picture
        anchors.fill: parent
        visible: root.shown.isLoaded
        card: root.shown
        showsBadge: height >= Theme.px(64) && !root.isTold
        showsState: false // the title stands there
    }
    Loader {
        // A fiche has its letters at its foot.
        anchors { left: parent.left; right: parent.right }
        y: root.hasPicture ? root.height - height : 0
        active: root.isTold
        sourceComponent: Rectangle {
            height: told.height + 2 * Theme.s8
            color: !root.hasPicture ? Theme.raised : Qt.alpha(Theme.badge, Theme.highContrast ? 1 : 0.86)

            Column {
                id: told
                anchors { left: parent.left; right: parent.right; margins: Theme.s8; verticalCenter: parent.verticalCenter }

                PlainText {
                    id: words
                    objectName: "title"
                    width: parent.width
                    text: root.shown.title
                    font: root.shown.isSeen ? Theme.fact : Theme.factName
                    lineHeight: Theme.factLine
                    wrapMode: Text.Wrap
                    maximumLineCount: root.height < Theme.px(120) ? 2 : 3
                    color: !root.hasPicture ? Theme.ink : Theme.badgeText
                }
                Row {
                    objectName: "mark"
                    width: parent.width
                    spacing: Theme.s4
                    visible: picture.stateText !== ""

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        name: picture.stateIcon
                        size: Theme.factIconSize
                        color: Theme.ink2
                    }
                    PlainText {
                        objectName: "state"
                        width: parent.width - Theme.factIconSize - parent.spacing
                        text: picture.stateText
                        font: Theme.fact
                        lineHeight: Theme.factLine
                        color: Theme.ink2
                        Accessible.ignored: true // the cell says it
                    }
                }
            }
        }
    }
    RowHand {
        id: hand
        anchors.fill: parent
        onTaken: modifiers => root.pressed(modifiers)
        onChosen: root.opened()
        onChosenTwice: root.originalRequested()
        onMenuRequested: (x, y) => root.menuRequested(x, y)
    }
    Loader {
        anchors { left: parent.left; top: parent.top; margins: Theme.s8 }
        anchors.topMargin: root.hasPicture ? Theme.s8 : Theme.px(40)
        active: root.isSelected && root.shown.isLoaded
        sourceComponent: Tick {}
    }
    Loader {
        anchors { right: parent.right; top: parent.top; margins: Theme.s8 }
        active: (root.isHovered || root.isCurrent) && root.hasPicture
        sourceComponent: IconButton {
            objectName: "viewButton"
            iconName: "picture"
            toolTip: qsTr("View in full (Space)")
            iconSize: Theme.rowIconSize
            extent: Theme.px(28)
            isOnPicture: true
            focusPolicy: Qt.NoFocus // the keyboard has a key for it
            onClicked: root.viewRequested()
        }
    }
    // Within the picture, for there is no room between them; two lines, for it may be of any colour.
    Rectangle {
        objectName: "plate"
        anchors.fill: parent
        visible: root.isSelected || root.isCurrent
        color: "transparent"
        border { width: 3; color: root.isCurrent ? Theme.ink : Theme.accent }
        Accessible.ignored: true

        Rectangle {
            anchors { fill: parent; margins: 3 }
            color: "transparent"
            border { width: 1; color: Theme.ground }
        }
    }
}
