// SPDX-License-Identifier: GPL-3.0-or-later
// TightFacts: provider, date and quality in one line, where a list has no room for columns. card. The
// provider gives way.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property ShownCard card

    implicitHeight: Theme.factLine

    RowProvider {
        id: provider
        width: Math.min(implicitWidth, root.width - date.implicitWidth - meter.implicitWidth - 2 * Theme.s12)
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
    QualityMeter {
        id: meter
        anchors.right: parent.right
        width: implicitWidth
        quality: root.card.quality
        text: root.card.qualityText
        name: root.card.qualityName
        Accessible.ignored: true
    }
}
