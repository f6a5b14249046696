// SPDX-License-Identifier: GPL-3.0-or-later
// GridLine: a hairline at a round count, with the count below it, at the end if isAtEnd. Delegate over
// Histogram.gridLines.
import QtQuick
import Microfiche.Ui

Item {
    id: root

    required property var modelData
    required property real plotWidth
    required property real plotHeight
    property bool isAtEnd: false

    y: Math.round(plotHeight * (1 - modelData.position))

    Rectangle {
        width: root.plotWidth
        height: 1
        color: Theme.line
    }
    PlainText {
        x: root.isAtEnd ? root.plotWidth - width : 0
        y: 1
        text: root.modelData.label
        font: Theme.label
        lineHeight: Theme.labelLine
        color: Theme.ink3
    }
}
