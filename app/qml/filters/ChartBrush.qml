// SPDX-License-Identifier: GPL-3.0-or-later
// ChartBrush: the pointer over a chart. Lies over the bars and 12 (`reach`) beyond at both ends.
//   histogram, bars (its geometry); reads: grab, hoveredBar (-1 none), isDragging
//   handlePressed(isUpper): the handle that the keyboard is to go on with, wherever the press was
// Drag a handle: that end. Drag between: both. Drag elsewhere: a new brush. Click: that bar. Double
// click: all.
import QtQuick
import Microfiche.Models
import Microfiche.Quick

MouseArea {
    id: root

    required property Histogram histogram
    required property HistogramBars bars

    enum Grab { None, Lower, Upper, Both, Fresh }
    property int grab: ChartBrush.None
    property bool isDragging: false
    readonly property real reach: 12
    readonly property bool hasBrush: histogram.isBrushed && !bars.isOnlyMissing
    readonly property int count: histogram.bars.length
    readonly property real place: mouseX - reach
    readonly property int hoveredBar: containsMouse && count > 0 && place >= 0 && place < bars.width
                                      ? bars.barAt(place) : -1
    property real startX: 0
    property int startFirst: 0
    property int startLast: 0
    property bool hasShifted: false

    signal handlePressed(bool isUpper)

    anchors { fill: bars; leftMargin: -reach; rightMargin: -reach }
    hoverEnabled: true
    preventStealing: true
    acceptedButtons: Qt.LeftButton
    cursorShape: grabAt(place) === ChartBrush.Lower || grabAt(place) === ChartBrush.Upper
                 || grab === ChartBrush.Lower || grab === ChartBrush.Upper ? Qt.SizeHorCursor
                 : Qt.ArrowCursor

    function grabAt(x: real): int {
        if (!hasBrush)
            return ChartBrush.Fresh
        const lower = bars.edgeAt(histogram.lower)
        const upper = bars.edgeAt(histogram.upper)
        const toLower = Math.abs(x - lower)
        const toUpper = Math.abs(x - upper)
        if (Math.min(toLower, toUpper) <= reach)
            return toLower < toUpper ? ChartBrush.Lower : ChartBrush.Upper
        return x > lower && x < upper ? ChartBrush.Both : ChartBrush.Fresh
    }
    function brush(first: int, last: int): void {
        const isNew = !histogram.isBrushed || first !== histogram.lower || last + 1 !== histogram.upper
        if (isNew)
            histogram.brush(first, last)
    }
    function drag(x: real): void {
        const slot = bars.width / count
        const clamp = (value, low, high) => Math.max(low, Math.min(high, value))
        if (grab === ChartBrush.Lower) {
            const first = clamp(Math.round(x / slot), 0, startLast)
            if (first !== histogram.lower)
                histogram.brushFrom(first)
        } else if (grab === ChartBrush.Upper) {
            const last = clamp(Math.round(x / slot) - 1, startFirst, count - 1)
            if (last + 1 !== histogram.upper)
                histogram.brushTo(last)
        } else if (grab === ChartBrush.Both) {
            const shift = clamp(Math.round((x - startX) / slot), -startFirst, count - 1 - startLast)
            // Values that were typed stay until the hand has gone a bar.
            hasShifted = hasShifted || shift !== 0
            if (hasShifted)
                brush(startFirst + shift, startLast + shift)
        } else if (grab === ChartBrush.Fresh) {
            const from = bars.barAt(startX)
            const to = bars.barAt(x)
            brush(Math.min(from, to), Math.max(from, to))
        }
    }

    onPressed: mouse => {
        if (count === 0)
            return
        startX = mouse.x - reach
        startFirst = Math.floor(histogram.lower)
        startLast = Math.max(startFirst, Math.ceil(histogram.upper) - 1)
        isDragging = false
        hasShifted = false
        grab = grabAt(startX)
        handlePressed(grab === ChartBrush.Upper)
    }
    onPositionChanged: mouse => {
        if (!pressed || grab === ChartBrush.None)
            return
        // A hand trembles; a click is not a drag.
        if (!isDragging && Math.abs(mouse.x - reach - startX) < 3)
            return
        isDragging = true
        drag(mouse.x - reach)
    }
    onReleased: mouse => {
        const bar = bars.barAt(mouse.x - reach)
        if (!isDragging && (grab === ChartBrush.Both || grab === ChartBrush.Fresh))
            brush(bar, bar)
        grab = ChartBrush.None
        isDragging = false
        histogram.settle()
    }
    onDoubleClicked: {
        grab = ChartBrush.None
        histogram.clear()
    }
    onCanceled: {
        grab = ChartBrush.None
        isDragging = false
    }
}
