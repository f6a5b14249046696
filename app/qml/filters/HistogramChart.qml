// SPDX-License-Identifier: GPL-3.0-or-later
// HistogramChart: a number over the archive, and a brush that edits the query.
//   histogram, name ("Date")     required
//   chartHeight, hasAxis         52 with an axis; 30 without in a narrow window
//   typeRequested(isUpper)       Enter on a handle asks for the typed field
//   handle(isUpper)
// The wheel, plus and minus zoom into it; 0 shows all.
// Its axis is never mirrored: early and low stay left.
import QtQuick
import Microfiche.Models
import Microfiche.Quick
import Microfiche.Ui

Item {
    id: root

    required property Histogram histogram
    required property string name
    property real chartHeight: Theme.px(52)
    property bool hasAxis: true

    signal typeRequested(bool isUpper)

    readonly property int barCount: histogram.bars.length
    readonly property bool hasBrush: histogram.isBrushed && !bars.isOnlyMissing
    readonly property real narrowestBar: 4
    readonly property real lowerX: bars.width >= 0 ? bars.edgeAt(histogram.lower) : 0
    readonly property real upperX: bars.width >= 0 ? bars.edgeAt(histogram.upper) : 0
    // Counts on the hairlines stand over the low bars: at the end where those at the start are tall.
    readonly property bool areCountsAtEnd: {
        const room = Math.min(barCount, Math.ceil(Theme.px(32) * barCount / Math.max(1, bars.width)))
        const tallest = from => histogram.bars.slice(from, from + room)
            .reduce((most, bar) => Math.max(most, bar.total), 0)
        return tallest(0) > tallest(barCount - room)
    }
    // Two grips that would overlap stand side by side.
    readonly property real gripShift: Math.max(0, 11 - (upperX - lowerX)) / 2

    implicitHeight: chartHeight + (hasAxis ? 2 + Theme.labelLine : 1)
    Accessible.role: Accessible.Chart
    Accessible.name: name
    Accessible.description: histogram.rangeText

    function handle(isUpper: bool): ChartHandle { return isUpper ? upperHandle : lowerHandle }
    // An end may lie within a bar, typed to the day: one step goes to the next edge.
    function stepped(from: real, count: int): int {
        return (count < 0 ? Math.ceil(from) : Math.floor(from)) + count
    }
    function moveLower(to: real): void {
        histogram.brushFrom(Math.max(0, Math.min(to, Math.max(1, Math.ceil(histogram.upper)) - 1)))
    }
    function moveUpper(to: real): void {
        histogram.brushTo(Math.max(Math.floor(histogram.lower), Math.min(to, barCount) - 1))
    }
    Keys.onPressed: event => {
        const factor = event.key === Qt.Key_Plus ? 0.7 : event.key === Qt.Key_Minus ? 1 / 0.7 : 0
        event.accepted = factor > 0 || (event.key === Qt.Key_0 && histogram.isZoomed)
        if (factor > 0)
            histogram.zoom((histogram.lower + histogram.upper) / 2, factor)
        else if (event.accepted)
            histogram.showAll()
    }
    // Not at once: the answer may bring a bar for the missing, which changes the width again.
    Timer {
        id: soon
        interval: 0
        onTriggered: {
            if (plot.width > 0)
                root.histogram.setMostBars(Math.max(1, Math.floor(plot.width / root.narrowestBar)))
        }
    }
    onHistogramChanged: soon.restart()

    Item {
        id: stage
        anchors.fill: parent
        // The chart stands where its place is mirrored to, but is not mirrored itself.
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        MissingBar {
            id: missing
            objectName: "missing"
            x: 2
            visible: root.histogram.hasMissing
            histogram: root.histogram
            chartHeight: root.chartHeight
            hasLabel: root.hasAxis
        }
        Item {
            id: plot
            objectName: "plot"
            x: root.histogram.hasMissing ? 2 + missing.width + 18 : 0
            width: root.width - x
            height: root.chartHeight
            onWidthChanged: soon.restart()

            Rectangle {
                visible: root.hasBrush
                x: root.lowerX
                width: root.upperX - root.lowerX
                height: parent.height
                color: Theme.soft
                border { width: Theme.softEdge; color: Theme.edge }
            }
            Repeater {
                model: root.hasAxis ? root.histogram.gridLines : []
                GridLine { plotWidth: plot.width; plotHeight: plot.height; isAtEnd: root.areCountsAtEnd }
            }
            HistogramBars {
                id: bars
                objectName: "bars"
                anchors.fill: parent
                histogram: root.histogram
                total: Theme.highContrast ? "transparent" : Theme.total
                edge: Theme.edge
                accent: Theme.accent
                mid: Theme.mid
            }
            ChartAxis {
                y: plot.height
                width: plot.width
                histogram: root.histogram
                hasLabels: root.hasAxis
                leftLimit: root.histogram.hasMissing ? missing.labelWidth + Theme.s8 - plot.x : 0
            }
            ChartBrush {
                id: hand
                objectName: "hand"
                bars: bars
                histogram: root.histogram
                onHandlePressed: isUpper => root.handle(isUpper).forceActiveFocus(Qt.MouseFocusReason)
            }
            WheelHandler {
                acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
                onWheel: event => root.histogram.zoom(event.x / plot.width * root.barCount,
                                                      Math.pow(0.9, event.angleDelta.y / 60))
            }
            ChartHandle {
                id: lowerHandle
                objectName: "lowerHandle"
                x: root.lowerX - 12
                height: plot.height
                opacity: root.hasBrush || visualFocus ? 1 : 0
                name: qsTr("%1, lower end").arg(root.name)
                spoken: root.histogram.lowerSpoken
                gripShift: -root.gripShift
                isHeld: hand.grab === ChartBrush.Lower
                value: root.histogram.lower
                maximumValue: root.barCount
                onActiveFocusChanged: if (!activeFocus) root.histogram.settle()
                onStepped: count => root.moveLower(root.stepped(root.histogram.lower, count))
                onToStart: root.moveLower(0)
                onToEnd: root.moveLower(root.barCount)
                onCleared: root.histogram.clear()
                onTypeRequested: root.typeRequested(false)
            }
            ChartHandle {
                id: upperHandle
                objectName: "upperHandle"
                x: root.upperX - 12
                height: plot.height
                opacity: root.hasBrush || visualFocus ? 1 : 0
                name: qsTr("%1, upper end").arg(root.name)
                spoken: root.histogram.upperSpoken
                gripShift: root.gripShift
                isHeld: hand.grab === ChartBrush.Upper
                value: root.histogram.upper
                maximumValue: root.barCount
                onActiveFocusChanged: if (!activeFocus) root.histogram.settle()
                onStepped: count => root.moveUpper(root.stepped(root.histogram.upper, count))
                onToStart: root.moveUpper(0)
                onToEnd: root.moveUpper(root.barCount)
                onCleared: root.histogram.clear()
                onTypeRequested: root.typeRequested(true)
            }
            ChartTip {
                objectName: "tip"
                histogram: root.histogram
                bars: bars
                hand: hand
                focusedEnd: lowerHandle.visualFocus ? ChartBrush.Lower
                          : upperHandle.visualFocus ? ChartBrush.Upper : ChartBrush.None
            }
        }
    }
}
