// SPDX-License-Identifier: GPL-3.0-or-later
// TightFacts: provider, date and quality in one line, where a list has no room for columns. card. The
// provider gives way. Meters stand below one another, whatever their numbers.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property ShownCard card

    implicitHeight: Theme.factLine

    RowProvider {
        id: provider
        width: Math.min(implicitWidth, root.width - date.implicitWidth - meter.width - marks.width - 3 * Theme.s12)
        card: root.card
    }
    PlainText {
        id: date
        objectName: "tightDate"
        anchors { left: provider.right; leftMargin: Theme.s12 }
        text: root.card.dateText
        font: Theme.fact
        lineHeight: Theme.factLine
        color: Theme.ink3
        Accessible.ignored: true
    }
    Row {
        id: marks
        objectName: "marks"
        anchors { right: meter.left; rightMargin: Theme.s12 }
        height: parent.height
        spacing: Theme.s4

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.card.isSeen
            name: "seen"
            size: Theme.factIconSize
            color: Theme.ink2
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.card.isStarred
            name: "star-set"
            size: Theme.factIconSize
            color: Theme.accent
        }
    }
    QualityMeter {
        id: meter
        anchors.right: parent.right
        width: Math.max(implicitWidth, Theme.px(84))
        quality: root.card.quality
        text: root.card.qualityText
        spokenName: root.card.qualityName
        Accessible.ignored: true
    }
}
