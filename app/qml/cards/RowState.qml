// SPDX-License-Identifier: GPL-3.0-or-later
// RowState: what is true of an article, at the trailing end of its cell: a word, or icons where there
// are several or no room. card. Reads: names.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property ShownCard card

    readonly property var truths: {
        const truths = []
        if (card.isMention)
            truths.push({ icon: "mention", word: qsTr("Mention") })
        if (card.isWithdrawn)
            truths.push({ icon: "withdrawn", word: qsTr("Withdrawn") })
        if (card.isUnpublished)
            truths.push({ icon: "unpublished", word: qsTr("Unpublished") })
        if (card.isStarred)
            truths.push({ icon: "star-set", word: qsTr("Starred") })
        if (card.isSeen)
            truths.push({ icon: "seen", word: qsTr("Seen") })
        return truths
    }
    readonly property string names: Array.from(truths, truth => truth.word).join(qsTr(", ", "between states"))
    readonly property bool hasWords: truths.length === 1 && Math.ceil(measure.advanceWidth) <= width

    implicitHeight: Theme.factLine

    TextMetrics { id: measure; font: Theme.fact; text: root.names }
    PlainText {
        objectName: "words"
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        visible: root.hasWords
        text: root.names
        font: Theme.fact
        lineHeight: Theme.factLine
        color: Theme.ink2
        horizontalAlignment: Text.AlignRight
        Accessible.ignored: true
    }
    Row {
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        visible: !root.hasWords
        spacing: Theme.s8
        clip: true
        width: Math.min(implicitWidth, root.width)

        Repeater {
            model: root.hasWords ? [] : root.truths
            Icon {
                required property var modelData
                name: modelData.icon
                size: Theme.factIconSize
                color: modelData.icon === "star-set" ? Theme.accent : Theme.ink2
            }
        }
    }
}
