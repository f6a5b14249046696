// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Microfiche.Fakes
import Microfiche.Ui

Item {
    id: scene
    width: 500
    height: 200

    FakeHistogram { id: histogram; kind: "date" }
    // 20 bars of 20 each, for round numbers.
    HistogramChart {
        id: chart
        x: 50
        y: 50
        width: 400
        height: implicitHeight
        name: "Date"
        histogram: histogram
    }
    SignalSpy { id: typed; target: chart; signalName: "typeRequested" }

    TestCase {
        name: "HistogramChart"
        when: windowShown

        readonly property Item plot: findChild(chart, "plot")
        readonly property Item lower: findChild(chart, "lowerHandle")
        readonly property Item upper: findChild(chart, "upperHandle")

        function init() {
            failOnWarning(/Binding loop/)
            scene.forceActiveFocus()
            histogram.missingTotal = 0
            histogram.totals = Array.from({ length: 20 }, (_, i) => 10 + i)
            histogram.takesMissing = false
            histogram.clear()
            histogram.clearCalls = 0
            histogram.brushCalls = 0
            typed.clear()
            mouseMove(scene, 1, 1)
            wait(0)
        }
        function cleanup() { scene.LayoutMirroring.enabled = false }
        function compareBrush(from, to) {
            compare([histogram.lower, histogram.upper], [from, to])
        }
        function tryShows(x, y, color) {
            tryVerify(() => Qt.colorEqual(grabImage(chart).pixel(x, y), color), 5000,
                      color + " at " + x + ", " + y)
        }
        function drag(from, to) {
            mousePress(plot, from, 40)
            for (let i = 1; i <= 4; ++i)
                mouseMove(plot, from + (to - from) * i / 4, 40)
            mouseRelease(plot, to, 40)
        }

        function test_dragOnEmptyMakesABrush() {
            drag(105, 195)
            compareBrush(5, 10)
        }
        function test_dragBackwardsMakesTheSameBrush() {
            drag(195, 105)
            compareBrush(5, 10)
        }
        function test_clickPicksABar() {
            mouseClick(plot, 105, 40)
            compareBrush(5, 6)
        }
        function test_aClickTakesTheKeyboardAlong() {
            mouseClick(plot, 105, 40)
            verify(lower.activeFocus)
            verify(!lower.visualFocus, "no ring: the hand is on the mouse")
            keyClick(Qt.Key_Left)
            compareBrush(4, 6)
            mouseClick(plot, 305, 40)
            keyClick(Qt.Key_Tab)
            verify(upper.activeFocus, "the next one is the chart's")
        }
        function test_aTremblingHandStillClicks() {
            mousePress(plot, 105, 40)
            mouseMove(plot, 107, 41)
            mouseRelease(plot, 107, 41)
            compareBrush(5, 6)
        }
        function test_clickInsideTheBrushPicksThatBar() {
            histogram.brush(2, 17)
            mouseClick(plot, 210, 40)
            compareBrush(10, 11)
        }
        function test_dragALowerHandle() {
            histogram.brush(5, 9)
            drag(100, 44)
            compareBrush(2, 10)
        }
        function test_handlesHitAreaIs24() {
            histogram.brush(5, 14)
            drag(300 + 11, 340 + 11)
            compareBrush(5, 18)
        }
        function test_dragAnUpperHandle() {
            histogram.brush(5, 9)
            drag(200, 321)
            compareBrush(5, 16)
        }
        function test_aHandleStopsAtTheOther() {
            histogram.brush(5, 9)
            drag(100, 390)
            compareBrush(9, 10)
        }
        function test_theTipGoesWithThePointer() {
            histogram.brush(5, 9)
            mouseMove(plot, 199, 40)
            drag(200, 321)
            mouseMove(plot, 320, 40)
            tryVerify(() => findChild(chart, "tip").visible)
            mouseMove(plot, 320, 190)
            tryVerify(() => !findChild(chart, "tip").visible)
        }
        function test_dragBetweenMovesBoth() {
            histogram.brush(5, 9)
            drag(150, 190)
            compareBrush(7, 12)
        }
        function test_aTypedEndStaysWhenTheOtherIsMoved() {
            histogram.brushWithin(5.4, 9.6)
            drag(108, 44)
            compareBrush(2, 9.6)
            histogram.brushWithin(5.4, 9.6)
            drag(192, 321)
            compareBrush(5.4, 16)
            histogram.brushWithin(5.4, 9.6)
            chart.handle(false).forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Left)
            compareBrush(5, 9.6)
            histogram.brushWithin(5.4, 9.6)
            chart.handle(true).forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Right)
            compareBrush(5.4, 10)
        }
        function test_typedEndsStayUntilBothAreMovedABar() {
            histogram.brushWithin(5.4, 9.6)
            drag(150, 158)
            compareBrush(5.4, 9.6)
            drag(150, 190)
            compareBrush(7, 12)
        }
        function test_movingBothStopsAtTheEdge() {
            histogram.brush(5, 9)
            drag(150, 20)
            compareBrush(0, 5)
            histogram.brush(5, 9)
            drag(150, 399)
            compareBrush(15, 20)
        }
        function test_doubleClickClears() {
            histogram.brush(5, 9)
            mouseDoubleClickSequence(plot, 305, 40)
            verify(histogram.clearCalls > 0)
            verify(!histogram.isBrushed)
        }
        function test_dragAsksOnceForEachBar() {
            mousePress(plot, 105, 40)
            for (let x = 106; x <= 125; ++x)
                mouseMove(plot, x, 40)
            mouseRelease(plot, 125, 40)
            verify(histogram.brushCalls <= 2, String(histogram.brushCalls))
            compareBrush(5, 7)
        }
        function test_nothingToBrush() {
            histogram.totals = []
            drag(100, 200)
            mouseClick(plot, 100, 40)
            compare(histogram.brushCalls, 0)
        }

        function test_keys_data() {
            return [
                { tag: "left", key: Qt.Key_Left, lower: [4, 10], upper: [5, 9] },
                { tag: "right", key: Qt.Key_Right, lower: [6, 10], upper: [5, 11] },
                { tag: "shift left", key: Qt.Key_Left, shift: true, lower: [0, 10], upper: [5, 6] },
                { tag: "shift right", key: Qt.Key_Right, shift: true, lower: [9, 10], upper: [5, 20] },
                { tag: "home", key: Qt.Key_Home, lower: [0, 10], upper: [5, 6] },
                { tag: "end", key: Qt.Key_End, lower: [9, 10], upper: [5, 20] },
                { tag: "delete", key: Qt.Key_Delete, lower: [0, 20], upper: [0, 20] },
            ]
        }
        function test_keys(row) {
            const modifiers = row.shift ? Qt.ShiftModifier : Qt.NoModifier
            for (const end of ["lower", "upper"]) {
                histogram.brush(5, 9)
                chart.handle(end === "upper").forceActiveFocus(Qt.TabFocusReason)
                keyClick(row.key, modifiers)
                compare([histogram.lower, histogram.upper], row[end], end)
            }
        }
        function test_theWheelZoomsAtThePointer() {
            mouseWheel(plot, 100, 40, 0, 120)
            verify(histogram.isZoomed)
            fuzzyCompare(histogram.zoomPlace, 5, 0.1)
            mouseWheel(plot, 300, 40, 0, -120)
            verify(!histogram.isZoomed)
            fuzzyCompare(histogram.zoomPlace, 15, 0.1)
        }
        function test_plusAndMinusZoomAtTheBrush() {
            histogram.brush(4, 7)
            chart.handle(false).forceActiveFocus(Qt.TabFocusReason)
            keyClick("+")
            verify(histogram.isZoomed)
            compare(histogram.zoomPlace, 6)
            keyClick("-")
            verify(!histogram.isZoomed)
            keyClick("+")
            keyClick("0")
            verify(!histogram.isZoomed)
        }
        function test_enterAsksForTheTypedField() {
            chart.handle(false).forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            chart.handle(true).forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            compare(typed.signalArguments.map(args => args[0]), [false, true])
        }
        function test_tabGoesFromLowerToUpper() {
            chart.handle(false).forceActiveFocus(Qt.TabFocusReason)
            verify(lower.activeFocus && lower.visualFocus)
            keyClick(Qt.Key_Tab)
            verify(upper.activeFocus && upper.visualFocus)
        }
        function test_handlesShowForABrushOrTheKeyboard() {
            scene.forceActiveFocus()
            compare(lower.opacity, 0)
            chart.handle(false).forceActiveFocus(Qt.TabFocusReason)
            compare(lower.opacity, 1)
            scene.forceActiveFocus()
            histogram.brush(5, 9)
            compare(lower.opacity, 1)
            compare(upper.opacity, 1)
        }
        function test_grabbingAHandleShowsNoRing() {
            histogram.brush(5, 9)
            mousePress(plot, 100, 40)
            verify(lower.activeFocus)
            verify(!lower.visualFocus)
            mouseRelease(plot, 100, 40)
            compareBrush(5, 10)
        }
        function test_meetingGripsStandSideBySide() {
            histogram.totals = Array.from({ length: 100 }, () => 5)
            histogram.brush(50, 50)
            const left = findChild(lower, "grip"), right = findChild(upper, "grip")
            verify(left.mapToItem(plot, left.width, 0).x <= right.mapToItem(plot, 0, 0).x)
        }

        function test_handlesAreSpoken() {
            histogram.brush(5, 9)
            compare(lower.Accessible.name, "Date, lower end: From month 6. 1,161 articles")
            compare(upper.Accessible.name, "Date, upper end: To month 10. 1,161 articles")
            compare(lower.Accessible.role, Accessible.Slider)
        }
        function test_tipTellsTheBar() {
            histogram.counts = [3]
            mouseMove(plot, 5, 20)
            tryCompare(findChild(chart, "tip"), "visible", true)
            compare(findChild(chart, "tip").text, "month 1. 3 of 10 articles")
            histogram.totals = [10, 10, 10, 1000]
            verify(histogram.isSquareRoot)
            verify(findChild(chart, "tip").text.endsWith("\nbar heights: square root"))
        }
        function test_tipTellsTheFocusedHandle() {
            histogram.brush(5, 9)
            chart.handle(false).forceActiveFocus(Qt.TabFocusReason)
            tryCompare(findChild(chart, "tip"), "visible", true)
            compare(findChild(chart, "tip").text, "From month 6. 1,161 articles")
        }

        function test_missingIsABarOfItsOwn() {
            compare(plot.x, 0)
            verify(!findChild(chart, "missing").visible)
            histogram.missingTotal = 12
            compare(plot.x, 2 + 16 + 18)
            mouseClick(findChild(chart, "missing"))
            verify(histogram.takesMissing)
            findChild(chart, "missing").forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Space)
            verify(!histogram.takesMissing)
        }
        function test_tellsTheRoomThereIs() {
            tryCompare(histogram, "mostBars", 100)
            chart.width = 200
            tryCompare(histogram, "mostBars", 50)
            histogram.missingTotal = 12 // its bar takes room, and the bars come anew
            tryCompare(histogram, "mostBars", 41)
            chart.width = 400
        }
        function test_anyCountCanBeSeen() {
            histogram.totals = [1, 100000]
            verify(histogram.height(1) * 52 < 1)
            tryShows(20, 51, Theme.accent)
            tryShows(20, 50, Theme.accent)
            tryShows(20, 49, "#ffffff")
        }
        function test_outsideTheBrushIsMid() {
            histogram.totals = [100, 100]
            histogram.counts = [50, 50]
            histogram.brush(1, 1)
            tryShows(100, 50, Theme.mid)
            tryShows(300, 50, Theme.accent)
            tryShows(100, 10, Theme.total)
            tryShows(100, 0, Theme.edge) // the top of the total
        }
        function test_axisStaysWhenMirrored() {
            scene.LayoutMirroring.childrenInherit = true
            scene.LayoutMirroring.enabled = true
            histogram.missingTotal = 12
            histogram.brush(5, 9)
            verify(lower.x < upper.x)
            compare(plot.x, 36)
            chart.handle(false).forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Left)
            compareBrush(4, 10)
        }
    }
}
