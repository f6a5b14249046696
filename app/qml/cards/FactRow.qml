// SPDX-License-Identifier: GPL-3.0-or-later
// FactRow: the line at a card's foot: meter, heat, related, topics; at its end the states, the star last.
// card, sizeClass. What does not fit goes in VISUAL.md's order: topics, words, related, heat.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property ShownCard card
    property int sizeClass: Theme.card.normal

    readonly property real room: width - meter.implicitWidth
    readonly property real heatRoom: heat.isWanted ? Theme.s12 + heat.implicitWidth : 0
    readonly property real relatedRoom: related.isWanted ? Theme.s12 + related.implicitWidth : 0
    // Compact has no room for words and facts by rule; the others drop by what fits.
    readonly property bool showsHeat: heat.isWanted
        && heatRoom + states.iconsWidth <= room
    readonly property bool showsRelated: related.isWanted
        && heatRoom + relatedRoom + states.iconsWidth <= room
    readonly property bool showsWords: sizeClass !== Theme.card.compact
        && heatRoom + relatedRoom + states.wordyWidth <= room
    readonly property bool showsTopics: topics.isWanted && showsWords
        && heatRoom + relatedRoom + states.wordyWidth + Theme.s12 + Theme.px(60) <= room

    implicitHeight: Theme.factLine

    // A number and an icon are short; what they are is told to the pointer that asks.
    HoverHandler {
        id: pointer
        readonly property Item over: !hovered ? null
            : [meter, heat, related, topics, ...Array.from(states.children)].find(part => {
                const x = part.mapFromItem(root, point.position.x, 0).x
                return part.visible && x >= 0 && x < part.width
            }) ?? null
    }
    Loader {
        active: pointer.over !== null
        sourceComponent: ToolTipPlain {
            parent: pointer.over ?? root
            text: pointer.over ? pointer.over.Accessible.name : ""
            visible: true
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
    Fact {
        id: heat
        objectName: "heat"
        isWanted: root.card.heat >= 0 && root.sizeClass !== Theme.card.compact
        anchors { left: meter.right; leftMargin: Theme.s12 }
        visible: root.showsHeat
        iconName: "heat"
        text: root.card.heatText
        name: root.card.heatName
    }
    Fact {
        id: related
        objectName: "related"
        isWanted: root.card.relatedCount > 0 && root.sizeClass !== Theme.card.compact
        anchors { left: root.showsHeat ? heat.right : meter.right; leftMargin: Theme.s12 }
        visible: root.showsRelated
        iconName: "related"
        text: root.card.relatedText
        name: root.card.relatedName
    }
    Fact {
        id: topics
        objectName: "topics"
        isWanted: root.card.topics.length > 0 && root.sizeClass === Theme.card.large
        anchors { left: root.showsRelated ? related.right : root.showsHeat ? heat.right : meter.right
                  leftMargin: Theme.s12; right: states.left; rightMargin: Theme.s12 }
        visible: root.showsTopics
        iconName: "tag"
        text: isWanted ? Array.from(root.card.topics).join(qsTr(", ", "between topics")) : ""
        name: isWanted ? qsTr("Topics: %1").arg(text) : ""
    }
    Row {
        id: states
        readonly property real iconsWidth: unpublished.iconRoom + withdrawn.iconRoom + seen.iconRoom + star.iconRoom
        readonly property real wordyWidth: unpublished.wordRoom + withdrawn.wordRoom + seen.wordRoom + star.iconRoom
        anchors.right: parent.right
        spacing: Theme.s12

        StateFact {
            id: unpublished
            objectName: "unpublished"
            isTrue: root.card.isUnpublished
            hasWords: root.showsWords
            iconName: "unpublished"
            name: qsTr("Unpublished")
        }
        StateFact {
            id: withdrawn
            objectName: "withdrawn"
            isTrue: root.card.isWithdrawn
            hasWords: root.showsWords
            iconName: "withdrawn"
            name: qsTr("Withdrawn")
        }
        StateFact {
            id: seen
            objectName: "seen"
            isTrue: root.card.isSeen
            hasWords: root.showsWords
            iconName: "seen"
            name: qsTr("Seen")
        }
        StateFact {
            id: star
            objectName: "star"
            isTrue: root.card.isStarred
            hasWords: false
            iconName: "star-set"
            iconColor: Theme.accent
            name: qsTr("Starred")
        }
    }
}
