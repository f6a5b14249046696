// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Microfiche.Fakes
import Microfiche.Ui

Item {
    id: scene
    width: 1200
    height: 300

    FakeHistogram { id: dates; kind: "date" }
    FakeHistogram { id: qualities; kind: "quality" }
    FakeHistogram { id: heats; kind: "quality" }
    FilterBar {
        id: bar
        width: 1200
        height: implicitHeight
        dates: dates
        qualities: qualities
        presets: [{ label: "Last month" }, { label: "Last year" }]
    }
    ChartHeading {
        id: heading
        y: 150
        width: 360
        histogram: qualities
        title: "Quality"
    }
    SignalSpy { id: tableWanted; target: heading; signalName: "tableWanted" }
    SignalSpy { id: preset; target: bar; signalName: "presetChosen" }
    SignalSpy { id: heatPreset; target: bar; signalName: "heatPresetChosen" }

    TestCase {
        name: "FilterBar"
        when: windowShown

        function cleanup() {
            Theme.fontPixelSize = 13
            scene.LayoutMirroring.enabled = false
        }
        function init() {
            failOnWarning(/Binding loop/)
            scene.forceActiveFocus()
            bar.heats = null
            bar.isWide = false
            bar.score = FilterBar.Quality
            for (const histogram of [dates, qualities, heats]) {
                histogram.totals = Array.from({ length: 20 }, (_, i) => 10 + i)
                histogram.takesMissing = false
                histogram.clear()
            }
            bar.isNarrow = false
            bar.isBesidePane = false
            bar.width = 1200
        }
        function type(field, text) {
            field.forceActiveFocus(Qt.TabFocusReason)
            for (const letter of text)
                keyClick(letter)
        }

        function test_heights() {
            compare(bar.height, 118)
            bar.isNarrow = true
            compare(bar.height, 48)
        }
        function test_typedValueMovesTheBrush() {
            const from = findChild(bar, "from")
            type(from, "7")
            keyClick(Qt.Key_Return)
            compare(dates.lower, 7)
            compare(from.error, "")
        }
        function test_typedNonsenseSaysSoAndKeepsTheBrush() {
            dates.brush(3, 8)
            const from = findChild(bar, "from")
            type(from, "8o")
            keyClick(Qt.Key_Return)
            compare(from.error, "8o is not a number.")
            compare([dates.lower, dates.upper], [3, 9])
            keyClick(Qt.Key_Escape)
            compare(findChild(from, "input").text, "month 4")
        }
        function test_whatWasRefusedDoesNotStay() {
            dates.brush(3, 8)
            const from = findChild(bar, "from")
            type(from, "8o")
            keyClick(Qt.Key_Tab)
            compare(findChild(from, "input").text, "month 4")
            compare(from.error, "")
        }
        function test_leavingAFieldCommitsIt() {
            type(findChild(bar, "from"), "5")
            keyClick(Qt.Key_Tab)
            compare(dates.lower, 5)
        }
        function test_enterOnAHandleOpensTheField() {
            const lower = findChild(bar, "lowerHandle")
            lower.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            verify(findChild(bar, "from").isEditing)
        }
        function test_clearShowsOnlyForABrush() {
            const clear = findChild(bar, "clear")
            verify(!clear.visible)
            dates.brush(3, 8)
            verify(clear.visible)
            mouseClick(clear)
            verify(!dates.isBrushed)
        }
        function test_rangeInWords_data() {
            return [
                { tag: "open", brush: null, missing: false, upper: false, tail: "" },
                { tag: "from", brush: [8, 19], missing: false, upper: false, tail: "and up" },
                { tag: "from or unrated", brush: [8, 19], missing: true, upper: false,
                  tail: "and up, or unrated" },
                { tag: "between", brush: [2, 5], missing: true, upper: true, tail: "or unrated" },
            ]
        }
        function test_rangeInWords(row) {
            if (row.brush)
                qualities.brush(row.brush[0], row.brush[1])
            qualities.takesMissing = row.missing
            compare(findChild(heading, "to").visible, row.upper)
            compare(findChild(heading, "tail").text, row.tail)
        }
        function test_anOpenUpperEndCanBeTyped() {
            qualities.brush(8, 19)
            const to = findChild(heading, "to")
            verify(!to.visible)
            findChild(heading, "from").forceActiveFocus(Qt.TabFocusReason)
            verify(to.visible)
            keyClick(Qt.Key_Tab)
            verify(to.isEditing)
            keyClick("1")
            keyClick("2")
            keyClick(Qt.Key_Return)
            compare([qualities.lower, qualities.upper], [8, 13])
        }
        function test_mirrored() {
            scene.LayoutMirroring.childrenInherit = true
            scene.LayoutMirroring.enabled = true
            dates.brush(3, 8)
            for (const narrow of [false, true]) {
                bar.isNarrow = narrow
                const plots = [findChild(bar, "plot")]
                verify(plots[0].width > 300, "the chart keeps its room")
                verify(plots[0].mapToItem(bar, 0, 0).x > 300, "dates stand at the right")
            }
            bar.isNarrow = false
            const from = findChild(bar, "from"), clear = findChild(bar, "clear")
            verify(clear.mapToItem(bar, clear.width, 0).x < from.mapToItem(bar, 0, 0).x, "nothing overlaps")
            scene.LayoutMirroring.enabled = false
        }
        function test_wideWordsDoNotTouch() {
            dates.brush(3, 8)
            Theme.fontPixelSize = 20
            bar.isBesidePane = true
            bar.width = 672
            const to = findChild(bar, "to"), clear = findChild(bar, "clear")
            verify(to.mapToItem(bar, to.width, 0).x <= clear.mapToItem(bar, 0, 0).x)
            Theme.fontPixelSize = 13
        }
        function test_asTable() {
            const button = findChild(bar, "asTable")
            button.forceActiveFocus(Qt.TabFocusReason)
            compare(button.opacity, 1)
            dates.missingTotal = 6
            keyClick(Qt.Key_Return)
            const table = Array.from(button.parent.parent.data).find(thing => thing.rowHeight !== undefined)
            tryCompare(table, "opened", true)
            compare(table.contentItem.count, 20 + 1)
            compare(table.contentItem.itemAtIndex(0).Accessible.name, "month 1: 10 of 10")
            keyClick(Qt.Key_Escape)
            tryCompare(table, "visible", false)
            verify(button.activeFocus)
            dates.missingTotal = 0
        }
        function popupOf(panel) {
            return Array.from(panel.data).find(thing => thing.asker !== undefined)
        }
        function narrow() {
            bar.isNarrow = true
            bar.width = 800
            return findChild(bar, "name").parent
        }
        function test_narrowEnterOnAHandleOpensTheTypedField_data() {
            return [{ tag: "lower", handle: "lowerHandle", field: "from" },
                    { tag: "upper", handle: "upperHandle", field: "to" }]
        }
        function test_narrowEnterOnAHandleOpensTheTypedField(row) {
            const popup = popupOf(narrow())
            const handle = findChild(bar, row.handle)
            handle.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            tryCompare(popup, "opened", true)
            const field = findChild(popup.contentItem, row.field)
            verify(field.isEditing)
            keyClick("8")
            keyClick(Qt.Key_Return)
            compare([dates.lower, dates.upper], row.field === "from" ? [8, 20] : [0, 9])
            keyClick(Qt.Key_Escape)
            tryCompare(popup, "visible", false)
            verify(handle.activeFocus && handle.visualFocus)
        }
        function test_narrowNameOpensTheSame() {
            const panel = narrow(), popup = popupOf(panel), name = findChild(bar, "name")
            verify(name.height <= bar.height && name.width >= 24)
            name.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            tryCompare(popup, "opened", true)
            type(findChild(popup.contentItem, "from"), "8o")
            keyClick(Qt.Key_Return)
            compare(findChild(popup.contentItem, "from").error, "8o is not a number.")
            keyClick(Qt.Key_Escape) // takes the typing back
            verify(popup.visible)
            keyClick(Qt.Key_Escape)
            tryCompare(popup, "visible", false)
            verify(name.activeFocus)
            mouseClick(name)
            tryCompare(popup, "opened", true)
            mouseClick(scene, 790, 290)
            tryCompare(popup, "visible", false)
        }
        function test_narrowPresetsAndTable() {
            const panel = narrow(), popup = popupOf(panel)
            popup.ask(false, findChild(bar, "name"))
            tryCompare(popup, "opened", true)
            preset.clear()
            keyClick(Qt.Key_Tab) // to the upper end
            keyClick(Qt.Key_Tab)
            verify(findChild(popup.contentItem, "preset").activeFocus)
            keyClick(Qt.Key_Tab)
            keyClick(Qt.Key_Return)
            compare(preset.signalArguments.map(args => args[0]), [1])
            tryCompare(popup, "visible", false)
            popup.ask(false, findChild(bar, "name"))
            mouseClick(findChild(popup.contentItem, "asTable"))
            const table = Array.from(panel.data).find(thing => thing !== popup && thing.histogram === dates && thing.opened)
            tryCompare(table, "opened", true)
            verify(!popup.visible)
            keyClick(Qt.Key_Escape)
            tryCompare(table, "visible", false)
        }
        function test_narrowMirroredPopupStaysInTheWindow() {
            scene.LayoutMirroring.childrenInherit = true
            scene.LayoutMirroring.enabled = true
            const popup = popupOf(narrow())
            popup.ask(true, findChild(bar, "upperHandle"))
            tryCompare(popup, "opened", true)
            const left = popup.contentItem.mapToItem(null, 0, 0).x
            verify(left >= 0 && left + popup.width <= scene.width)
            popup.close()
        }
        function test_tableIsInTheMenuWhereThereIsNoRoom() {
            bar.isBesidePane = true
            bar.width = 672
            dates.brush(3, 8)
            for (const button of [findChild(bar, "asTable"), findChild(heading, "asTable")])
                verify(button.visible || findChild(button.parent, "presets").visible)
            heading.width = 204
            tableWanted.clear()
            verify(!findChild(heading, "asTable").visible)
            const more = findChild(heading, "presets")
            verify(more.visible)
            more.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            tryVerify(() => more.openedMenu?.opened)
            more.openedMenu.itemAt(0).triggered()
            more.openedMenu.close()
            compare(tableWanted.count, 1)
            compare(tableWanted.signalArguments[0][0], more)
            heading.width = 360
        }
        function panelOf(title) {
            return [bar].concat(Array.from(bar.children)).map(item => item.item ?? item)
                .find(item => item.visible && item instanceof ChartPanel && item.title === title) ?? null
        }
        function test_heatIsAThirdChartWhereItIsWideAndMeasured_data() {
            return [
                { tag: "wide", wide: true, totals: [5, 9], third: true },
                { tag: "nothing measured", wide: true, totals: [], third: false },
                { tag: "not wide", wide: false, totals: [5, 9], third: false },
            ]
        }
        function test_heatIsAThirdChartWhereItIsWideAndMeasured(row) {
            heats.totals = row.totals
            bar.heats = heats
            bar.isWide = row.wide
            compare(panelOf("Heat") !== null, row.third)
            verify(panelOf("Quality") !== null)
            if (!row.third)
                return
            const quality = panelOf("Quality"), heat = panelOf("Heat")
            compare(heat.width, quality.width)
            verify(heat.mapToItem(bar, heat.width, 0).x <= bar.width - bar.margin)
            const lower = findChild(heat, "lowerHandle")
            lower.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Right)
            compare(heats.lower, 1)
            verify(!qualities.isBrushed && !dates.isBrushed)
        }
        function test_inOtherWidthsHeatTakesTheSecondPlace_data() {
            return [{ tag: "with axes", narrow: false }, { tag: "narrow", narrow: true }]
        }
        function test_inOtherWidthsHeatTakesTheSecondPlace(row) {
            bar.heats = heats
            bar.isNarrow = row.narrow
            const second = findChild(bar, "second")
            let title = findChild(second, "title")
            if (row.narrow) {
                const popup = popupOf(second)
                popup.ask(false, findChild(second, "name"))
                tryCompare(popup, "opened", true)
                title = findChild(popup.contentItem, "title")
            }
            compare(title.Accessible.name, "Chart: Quality")
            title.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            const menu = Array.from(title.data).find(thing => thing instanceof LateMenu).menu
            tryCompare(menu, "opened", true)
            menu.itemAt(1).triggered()
            menu.close()
            compare(second.title, "Heat")
            compare(second.histogram, heats)
            findChild(second, "lowerHandle").stepped(2)
            compare([heats.isBrushed, qualities.isBrushed], [true, false])
            heats.totals = [] // nothing measured: the other one is back
            compare(second.histogram, qualities)
            if (row.narrow)
                popupOf(second).close()
        }
        function test_heatOffersItsOwnRanges() {
            bar.heats = heats
            bar.heatPresets = [{ label: "Hot" }]
            bar.score = FilterBar.Heat
            heatPreset.clear()
            findChild(bar, "second").presetChosen(0)
            compare(heatPreset.count, 1)
        }
        function test_narrowHeadingStillFits() {
            qualities.brush(8, 19)
            qualities.takesMissing = true
            heading.width = 204
            const tail = findChild(heading, "tail"), clear = findChild(heading, "clear")
            verify(tail.x + tail.width <= clear.x)
            verify(clear.x + clear.width <= heading.width)
            heading.width = 360
        }
    }
}
