// SPDX-License-Identifier: GPL-3.0-or-later
// RelatedCard: a small card for what an article points to. card, index; opened(),
// originalRequested(). A control of its own: Tab reaches it, Enter opens.
import QtQuick
import QtQuick.Templates as T
import Microfiche.Models
import Microfiche.Ui

T.AbstractButton {
    id: root

    required property articleCard card
    readonly property ShownCard shown: ShownCard { card: root.card }
    required property int index

    signal opened()
    signal originalRequested()

    // Date and quality are never dropped, so a card that is too narrow for both takes a line more.
    readonly property bool hasOwnDateLine: meter.implicitWidth + Theme.s4 + date.implicitWidth > width
    readonly property int pictureHeight: Math.round(width * 9 / 16)

    implicitHeight: pictureHeight + Theme.s8 + Theme.factLine + 5 + 3 * Theme.cardTitleCompactLine
                    + Theme.s4 + Theme.factLine * (hasOwnDateLine ? 2 : 1)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: shown.spokenText
    onClicked: root.opened()
    onDoubleClicked: root.originalRequested()
    Keys.onReturnPressed: event => {
        if (event.modifiers & Qt.ControlModifier)
            root.originalRequested()
        else
            root.opened()
    }

    background: Item {
        CardPlate {
            anchors { fill: parent; margins: -Theme.s8 }
            isSelected: false
            isCurrent: root.visualFocus
            isHovered: root.hovered
        }
    }
    contentItem: Item {
        CardPicture {
            id: picture
            width: root.width
            height: root.pictureHeight
            card: root.shown
        }
        ProviderRow {
            id: provider
            anchors { top: picture.bottom; topMargin: Theme.s8 }
            width: root.width - (marks.width > 0 ? marks.width + Theme.s4 : 0)
            card: root.shown
            sizeClass: Theme.card.compact
            showsDate: false
        }
        Row {
            id: marks
            objectName: "marks"
            anchors { right: parent.right; verticalCenter: provider.verticalCenter }
            spacing: Theme.s4
            Icon {
                visible: root.card.isSeen
                name: "seen"
                size: Theme.factIconSize
                color: Theme.ink2
            }
            Icon {
                visible: root.card.isStarred
                name: "star-set"
                size: Theme.factIconSize
                color: Theme.accent
            }
        }
        PlainText {
            anchors { top: provider.bottom; topMargin: 5 }
            width: root.width
            text: root.shown.title
            font: root.shown.isSeen ? Theme.cardTitleSeenCompact : Theme.cardTitleCompact
            color: root.shown.isSeen ? Theme.ink2 : Theme.ink
            lineHeight: Theme.cardTitleCompactLine
            wrapMode: Text.Wrap
            maximumLineCount: 3
        }
        QualityMeter {
            id: meter
            anchors { left: parent.left; bottom: parent.bottom
                      bottomMargin: root.hasOwnDateLine ? Theme.factLine : 0 }
            width: implicitWidth
            quality: root.shown.quality
            text: root.shown.qualityText
            spokenName: root.shown.qualityName
        }
        PlainText {
            id: date
            anchors { left: root.hasOwnDateLine ? parent.left : meter.right
                      leftMargin: root.hasOwnDateLine ? 0 : Theme.s4; right: parent.right
                      bottom: parent.bottom }
            text: root.shown.dateText
            horizontalAlignment: root.hasOwnDateLine ? Text.AlignLeft : Text.AlignRight
            font: Theme.label
            lineHeight: Theme.factLine
            color: Theme.ink3
        }
    }
}
