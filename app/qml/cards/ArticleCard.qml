// SPDX-License-Identifier: GPL-3.0-or-later
// ArticleCard: one article or mention on the light table, no box round it.
//   card (articleCard), index     required
//   sizeClass                     Theme.card.compact/normal/large; from the width unless set
//   isSelected, isCurrent         the choice; the keyboard's place (ring)
//   isHovered                     read only
//   pressed(modifiers)  clicked() then opened()  originalRequested()  starToggled()
//   menuRequested(x, y)
// Give it a width and the height Theme.card.height(width, sizeClass), which is its implicit one.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    property alias card: shownCard.card
    readonly property ShownCard shown: ShownCard { id: shownCard }
    required property int index
    property int sizeClass: Theme.card.sizeClass(width / Theme.unit)
    property bool isSelected: false
    property bool isCurrent: false
    readonly property bool isHovered: hover.hovered

    signal pressed(int modifiers)
    signal clicked()
    signal opened()
    signal originalRequested()
    signal starToggled()
    signal menuRequested(real x, real y)

    readonly property bool isCompact: sizeClass === Theme.card.compact
    readonly property int excerptLines: isCompact ? 0 : sizeClass === Theme.card.large ? 4
        : title.lineCount >= 3 ? 1 : title.lineCount === 2 ? 2 : 3

    function open(): void {
        clicked()
        opened()
    }

    implicitHeight: Theme.card.height(width, sizeClass)
    Accessible.role: Accessible.ListItem
    Accessible.name: shown.spokenText
    Accessible.focusable: true
    Accessible.selectable: true
    Accessible.selected: isSelected
    Accessible.onPressAction: root.open()

    component CardButton: IconButton {
        iconSize: Theme.rowIconSize
        extent: Theme.px(28)
        isOnPicture: true
        focusPolicy: Qt.NoFocus // the keyboard has keys for them
    }

    HoverHandler { id: hover }

    Loader {
        objectName: "plate"
        anchors { fill: parent; margins: -Theme.card.plate }
        active: root.isSelected || root.isCurrent || root.isHovered
        sourceComponent: CardPlate {
            isSelected: root.isSelected
            isCurrent: root.isCurrent
            isHovered: root.isHovered
        }
    }
    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.LeftButton | Qt.RightButton
        onPressed: mouse => {
            root.pressed(mouse.modifiers)
            if (mouse.button === Qt.RightButton)
                root.menuRequested(mouse.x, mouse.y)
        }
        onClicked: mouse => {
            if (mouse.button === Qt.LeftButton)
                root.open()
        }
        onDoubleClicked: mouse => {
            if (mouse.button === Qt.LeftButton)
                root.originalRequested()
        }
    }
    Loader {
        // Made for the first article that lets itself be waited for, and kept for the next.
        property bool wasWaiting: false
        readonly property bool isWaiting: !root.shown.isLoaded
        onIsWaitingChanged: wasWaiting = true
        anchors.fill: parent
        active: isWaiting || wasWaiting
        visible: isWaiting
        sourceComponent: SkeletonCard { sizeClass: root.sizeClass }
    }
    Item {
        objectName: "content"
        anchors.fill: parent
        visible: root.shown.isLoaded

        CardPicture {
            id: picture
            objectName: "picture"
            width: root.width
            height: Theme.card.pictureHeight(root.width, root.sizeClass)
            card: root.shown
        }
        ProviderRow {
            id: provider
            objectName: "provider"
            anchors { top: picture.bottom; topMargin: Theme.card.toProvider(root.sizeClass) }
            width: root.width
            card: root.shown
            sizeClass: root.sizeClass
        }
        PlainText {
            id: title
            objectName: "title"
            anchors { top: provider.bottom; topMargin: Theme.card.toTitle(root.sizeClass) }
            width: root.width
            text: root.shown.title
            font: root.shown.isSeen ? (root.isCompact ? Theme.cardTitleSeenCompact : Theme.cardTitleSeen)
                                    : root.isCompact ? Theme.cardTitleCompact : Theme.cardTitle
            lineHeight: root.isCompact ? Theme.cardTitleCompactLine : Theme.cardTitleLine
            color: root.shown.isSeen ? Theme.ink2 : Theme.ink
            wrapMode: Text.Wrap
            maximumLineCount: 3
        }
        PlainText {
            objectName: "excerpt"
            anchors { top: title.bottom; topMargin: root.sizeClass === Theme.card.large ? 6 : 3 }
            width: root.width
            visible: !root.isCompact && text !== ""
            text: root.shown.excerpt
            wrapMode: Text.Wrap
            maximumLineCount: Math.max(1, root.excerptLines)
            color: Theme.ink2
        }
        FactRow {
            objectName: "facts"
            anchors.bottom: parent.bottom
            width: root.width
            card: root.shown
            sizeClass: root.sizeClass
            isPointed: root.isHovered
        }
    }
    Loader {
        anchors { left: parent.left; top: parent.top; margins: Theme.s8 }
        anchors.topMargin: picture.hasPicture ? Theme.s8 : Theme.px(34) // below the strip
        active: root.isSelected && root.shown.isLoaded
        sourceComponent: Tick {}
    }
    Loader {
        anchors { right: parent.right; top: parent.top; margins: Theme.s8 }
        active: (root.isHovered || root.isCurrent) && root.shown.isLoaded
        sourceComponent: Row {
            spacing: Theme.s4

            CardButton {
                iconName: "open"
                toolTip: Actions.tip(qsTr("Open original"), "original")
                onClicked: root.originalRequested()
            }
            CardButton {
                objectName: "starButton"
                iconName: root.shown.isStarred ? "star-set" : "star"
                iconColor: root.shown.isStarred ? Theme.accent : Theme.ink
                toolTip: Actions.tip(root.shown.isStarred ? qsTr("Take the star away") : qsTr("Star"), "star")
                onClicked: root.starToggled()
            }
        }
    }
}
