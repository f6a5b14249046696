// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Microfiche.Fakes
import Microfiche.Grid
import Microfiche.Ui

Item {
    id: scene
    width: 400
    height: 600

    FakeRows { id: rows }
    FakePlaces { id: places }
    CardGrid {
        id: grid
        anchors.fill: parent
        model: rows
        forcedColumns: 1
        cellHeight: 48
        reducedMotion: true
        delegate: Item { required property int index }
    }
    PlaceScrubber {
        id: scrubber
        anchors { top: parent.top; bottom: parent.bottom; right: parent.right }
        grid: grid
        places: places
    }
    DateJump { id: jump; places: places }
    SignalSpy { id: found; target: jump; signalName: "found" }

    TestCase {
        name: "Scrubber"
        when: windowShown

        function init() {
            rows.count = 1000000
            places.fill(100, 10000)
            grid.setPosition(0)
            mouseMove(scene, 10, 300)
            found.clear()
        }
        function cleanup() {
            mouseRelease(scrubber, 6, 300)
            jump.close()
            scrubber.told = ""
        }
        function bubble() { return findChild(scrubber, "bubble") }

        function test_saysNothingUntilAskedTo() {
            verify(!bubble().visible)
        }
        function test_saysWhereOneIs_data() {
            return [
                { tag: "start", position: 0.0000001, text: "June 2021", row: 0 },
                { tag: "second month", position: 0.0105, text: "May 2021", row: 10500 },
                { tag: "middle", position: 0.5, text: "April 2017", row: 500000 },
                { tag: "end", position: 1, text: "March 2013", row: 999988 },
            ]
        }
        function test_saysWhereOneIs(data) {
            const asked = rows.asked
            grid.setPosition(data.position)
            verify(bubble().visible)
            fuzzyCompare(scrubber.row, data.row, 1)
            compare(scrubber.text, data.text)
            compare(scrubber.numbers, qsTr("%L1 of %L2").arg(scrubber.row + 1).arg(1000000))
            verify(bubble().y >= 0 && bubble().y + bubble().height <= scene.height)
            compare(rows.asked, asked, "no row is fetched to say so")
        }
        function test_theBarReachesBothEnds() {
            mousePress(scrubber, 6, 5)
            mouseMove(scrubber, 6, 300)
            verify(grid.firstVisibleIndex > 400000 && grid.firstVisibleIndex < 600000)
            verify(bubble().visible)
            mouseMove(scrubber, 6, 599)
            compare(grid.lastVisibleIndex, 999999)
            compare(scrubber.text, "March 2013")
            mouseMove(scrubber, 6, 0)
            compare(grid.firstVisibleIndex, 0)
            mouseRelease(scrubber, 6, 0)
        }
        function test_tellsBeforeOneGoesThere_data() {
            return [{ tag: "top", y: 2 }, { tag: "a third", y: 200 }, { tag: "deep", y: 450 }, { tag: "foot", y: 597 }]
        }
        function test_tellsBeforeOneGoesThere(data) {
            mouseMove(scrubber, 6, data.y)
            verify(bubble().visible)
            const row = scrubber.row
            const text = scrubber.text
            compare(grid.firstVisibleIndex, 0, "not there yet")
            if (data.y < scrubber.thumb)
                return // that is the thumb, which a press leaves where it is
            mousePress(scrubber, 6, data.y)
            fuzzyCompare(grid.firstVisibleIndex, row, 1700, "within a pixel of the bar")
            compare(scrubber.text, text)
        }
        function test_unknownOrdersSayHowFar() {
            places.fillWithTitles(1000000)
            grid.setPosition(0.5)
            verify(bubble().visible)
            compare(scrubber.text, "")
            verify(!findChild(scrubber, "words").visible)
            scrubber.told = "F"
            compare(findChild(scrubber, "words").text, "F")
        }
        function test_shortListsNeedNoWords() {
            rows.count = 20
            grid.setPosition(0.5)
            verify(!bubble().visible)
        }

        function type(text) {
            jump.open()
            tryCompare(jump, "opened", true)
            const field = findChild(jump.contentItem, "day")
            verify(field.activeFocus)
            field.text = text
            keyClick(Qt.Key_Return)
        }
        function test_aDayIsFound() {
            type("2021-05")
            compare(found.count, 1)
            compare(found.signalArguments[0][0], 10000)
            tryCompare(jump, "visible", false)
        }
        function test_whatIsNotADaySaysSo() {
            type("soon")
            compare(found.count, 0)
            verify(jump.visible)
            const problem = findChild(jump.contentItem, "problem")
            verify(problem.visible)
            verify(problem.text.startsWith("soon is not a day."))
            type("1999")
            verify(problem.text.startsWith("The oldest is of "))
            keyClick(Qt.Key_Escape)
            tryCompare(jump, "visible", false)
            jump.open()
            verify(!problem.visible, "it begins anew")
        }
    }
}
