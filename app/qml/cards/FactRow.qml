// SPDX-License-Identifier: GPL-3.0-or-later
// FactRow: the line at a card's foot: meter, heat, related, topics; at its end the states, the star last.
// card, sizeClass, isPointed (the pointer is on the card). What does not fit goes in VISUAL.md's order:
// topics, words, related, heat.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property ShownCard card
    property int sizeClass: Theme.card.normal
    property bool isPointed: false

    readonly property bool isCompact: sizeClass === Theme.card.compact
    readonly property bool hasTopics: sizeClass === Theme.card.large && card.topics.length > 0
    readonly property bool hasHeat: !isCompact && card.heat >= 0
    readonly property bool hasRelated: !isCompact && card.relatedCount > 0
    readonly property var truths: {
        const truths = []
        if (card.isUnpublished)
            truths.push({ icon: "unpublished", word: qsTr("Unpublished") })
        if (card.isWithdrawn)
            truths.push({ icon: "withdrawn", word: qsTr("Withdrawn") })
        if (card.isSeen)
            truths.push({ icon: "seen", word: qsTr("Seen") })
        if (card.isStarred)
            truths.push({ icon: "star-set", word: qsTr("Starred") })
        return truths
    }

    readonly property real room: width - meter.implicitWidth
    readonly property real heatRoom: hasHeat ? Theme.s12 + heat.implicitWidth : 0
    readonly property real relatedRoom: hasRelated ? Theme.s12 + related.implicitWidth : 0
    readonly property real truthsRoom: truths.length * (Theme.s12 + Theme.factIconSize)
    readonly property bool showsTags: card.tags.length > 0 && truthsRoom + Theme.s12 + dots.room <= room
    readonly property real iconsRoom: truthsRoom + (showsTags ? Theme.s12 + dots.room : 0)
    // The star has no word.
    readonly property real wordsRoom: Array.from(truths).reduce((sum, truth) =>
        truth.icon === "star-set" ? sum : sum + heat.spacing + Math.ceil(Theme.factMetrics.advanceWidth(truth.word)), 0)
    // Compact has no room for words and facts by rule; the others drop by what fits.
    readonly property bool showsHeat: hasHeat && heatRoom + iconsRoom <= room
    readonly property bool showsRelated: hasRelated && heatRoom + relatedRoom + iconsRoom <= room
    readonly property bool showsWords: !isCompact && heatRoom + relatedRoom + iconsRoom + wordsRoom <= room
    readonly property bool showsTopics: hasTopics && showsWords
        && heatRoom + relatedRoom + iconsRoom + wordsRoom + Theme.s12 + Theme.px(60) <= room

    implicitHeight: Theme.factLine

    Loader {
        anchors.fill: parent
        active: root.isPointed
        sourceComponent: FactTip {
            parts: [meter, heat, related, topics.item, ...Array.from(marks.children)].filter(part => part !== null)
        }
    }
    QualityMeter {
        id: meter
        objectName: "meter"
        anchors.left: parent.left
        width: implicitWidth
        quality: root.card.quality
        text: root.card.qualityText
        spokenName: root.card.qualityName
    }
    FactLabel {
        id: heat
        objectName: "heat"
        anchors { left: meter.right; leftMargin: Theme.s12 }
        visible: root.showsHeat
        iconName: "heat"
        text: root.card.heatText
        name: root.card.heatName
    }
    FactLabel {
        id: related
        objectName: "related"
        anchors { left: root.showsHeat ? heat.right : meter.right; leftMargin: Theme.s12 }
        visible: root.showsRelated
        iconName: "related"
        text: root.card.relatedText
        name: root.card.relatedName
    }
    Loader {
        id: topics
        anchors { left: root.showsRelated ? related.right : root.showsHeat ? heat.right : meter.right
                  leftMargin: Theme.s12; right: marks.left; rightMargin: Theme.s12 }
        active: root.hasTopics
        visible: root.showsTopics
        sourceComponent: IconLabel {
            readonly property string name: qsTr("Topics: %1").arg(text)
            objectName: "topics"
            iconName: "tag"
            iconSize: Theme.factIconSize
            iconColor: Theme.ink2
            text: Array.from(root.card.topics).join(qsTr(", ", "between topics"))
            font: Theme.fact
            lineHeight: Theme.factLine
            color: Theme.ink2
            spacing: heat.spacing
            isCentred: false
            Accessible.role: Accessible.StaticText
            Accessible.name: name
        }
    }
    Row {
        id: marks
        // What was made for the card before serves this one.
        property int made: 0
        anchors.right: parent.right
        spacing: Theme.s12

        TagDots {
            id: dots
            visible: root.showsTags
            tags: root.card.tags
            colors: root.card.tagColors
        }
        Repeater {
            model: marks.made
            FactLabel {
                required property int index
                readonly property var truth: root.truths[index]
                readonly property bool isStar: truth !== undefined && truth.icon === "star-set"
                objectName: truth ? truth.icon : ""
                visible: truth !== undefined
                iconName: truth ? truth.icon : ""
                name: truth ? truth.word : ""
                text: root.showsWords && !isStar ? name : ""
                iconColor: isStar ? Theme.accent : Theme.ink2
            }
        }
    }
    onTruthsChanged: marks.made = Math.max(marks.made, truths.length)
}
