// SPDX-License-Identifier: GPL-3.0-or-later
// ChartTip: says what is under the pointer, what a drag makes, or where the focused handle is.
import QtQuick
import Microfiche.Models
import Microfiche.Quick
import Microfiche.Ui

ToolTipPlain {
    id: root

    required property Histogram histogram
    required property HistogramBars bars
    required property ChartBrush hand
    property int focusedEnd: ChartBrush.None

    readonly property int end: hand.isDragging || hand.grab === ChartBrush.Lower
                               || hand.grab === ChartBrush.Upper ? hand.grab : focusedEnd
    readonly property real place: {
        if (end === ChartBrush.Lower)
            return bars.edgeAt(histogram.lower)
        if (end === ChartBrush.Upper)
            return bars.edgeAt(histogram.upper)
        return hand.place
    }

    function number(count: int): string { return count.toLocaleString(Qt.locale(), "f", 0) }
    function ofBar(index: int): string {
        if (index < 0 || index >= histogram.bars.length)
            return ""
        const bar = histogram.bars[index]
        const counts = bar.count === bar.total
            ? (bar.total === 1 ? qsTr("%1. 1 article").arg(bar.label)
                               : qsTr("%1. %2 articles").arg(bar.label).arg(number(bar.total)))
            : qsTr("%1. %2 of %3 articles").arg(bar.label).arg(number(bar.count)).arg(number(bar.total))
        return histogram.isSquareRoot ? qsTr("%1\nbar heights: square root").arg(counts) : counts
    }

    text: end === ChartBrush.Lower ? histogram.lowerSpoken
        : end === ChartBrush.Upper ? histogram.upperSpoken
        : end === ChartBrush.None ? ofBar(hand.hoveredBar) : histogram.rangeText
    visible: text !== "" && (end !== ChartBrush.None || hand.hoveredBar >= 0)
    delay: 0
    x: Math.round(place - implicitWidth / 2)
    y: -implicitHeight - Theme.s4
}
