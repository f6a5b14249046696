// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Microfiche.Fakes
import Microfiche.Models
import Microfiche.Ui

Item {
    id: scene
    width: 1200
    height: 400

    FakeCards { id: cards }
    TableColumns {
        id: listColumns
        room: scene.width - 48
        pictureWidth: 56
        unit: Theme.unit
    }
    TableColumns {
        id: tableColumns
        room: scene.width - 48
        unit: Theme.unit
    }
    Component {
        id: listMaker
        ListRow { y: 40; width: scene.width; height: implicitHeight; columns: listColumns; margin: 24 }
    }
    Component {
        id: tableMaker
        TableRow { y: 40; width: scene.width; height: implicitHeight; columns: tableColumns; margin: 24 }
    }
    Component {
        id: headingMaker
        GroupHeading { y: 200; width: scene.width; height: implicitHeight; index: 3 }
    }
    TableHeader {
        id: header
        y: 300
        width: scene.width
        columns: tableColumns
        margin: 24
        canChange: true
    }
    MouseArea { id: beneath; y: 200; width: scene.width; height: 32; property int presses: 0; onPressed: ++presses }
    SignalSpy { id: opened; signalName: "opened" }
    SignalSpy { id: original; signalName: "originalRequested" }
    SignalSpy { id: pressed; signalName: "pressed" }
    SignalSpy { id: menu; signalName: "menuRequested" }

    TestCase {
        name: "Rows"
        when: windowShown

        function init() { mouseMove(scene, scene.width - 1, scene.height - 1) }
        function cleanup() {
            scene.LayoutMirroring.enabled = false
            Theme.fontPixelSize = 13
            listColumns.room = scene.width - 48
            tableColumns.room = scene.width - 48
            tableColumns.reset()
        }
        function make(maker, fields, properties) {
            const row = createTemporaryObject(maker, scene, Object.assign({
                index: 0, card: fields === null ? cards.skeleton() : cards.card(fields ?? {})
            }, properties ?? {}))
            for (const spy of [opened, original, pressed, menu]) {
                spy.target = row
                spy.clear()
            }
            waitForRendering(row)
            return row
        }
        function both() { return [{ tag: "list", maker: listMaker }, { tag: "table", maker: tableMaker }] }
        function cell(row, column) {
            let found = null
            const look = item => {
                for (const child of Array.from(item.children)) {
                    if (child.column === column)
                        found = child
                    look(child)
                }
            }
            look(row)
            return found
        }

        function test_aRowHasItsHeight() {
            compare(make(listMaker).implicitHeight, 48)
            compare(make(tableMaker).implicitHeight, 28)
            Theme.fontPixelSize = 26
            compare(make(listMaker).implicitHeight, 96)
            compare(make(tableMaker).implicitHeight, 56)
        }
        function test_missingIsMissing_data() { return both() }
        function test_missingIsMissing(data) {
            const row = make(data.maker, { quality: -1, heat: -1, relatedCount: 0, dateText: "Undated" })
            compare(findChild(row, "score").text, "Unrated")
            compare(findChild(row, "heat").text, "–")
            compare(findChild(row, "related").text, "–")
            compare(findChild(row, "date").text, "Undated")
            compare(cell(row, row.columns.heat).Accessible.name, "Heat: not measured")
        }
        function test_cellsAreReadWithTheirColumn() {
            tableColumns.choose(tableColumns.topics, true)
            tableColumns.choose(tableColumns.type, true)
            const row = make(tableMaker, { isUnpublished: true, isWithdrawn: true })
            const spoken = []
            for (const column of Array.from(tableColumns.all))
                spoken.push(cell(row, column).Accessible.name)
            compare(spoken.join("; "), "Title: The ferry timetable that nobody dared to change; Provider: Harbour Post; "
                + "Date: 24 Mar 2023; Quality: 87; Heat: 324; Type: Article; Topics: Ferries, Harbours; Related: 8; "
                + "State: Withdrawn, Unpublished")
            compare(cell(row, tableColumns.date).Accessible.role, Accessible.Cell)
            compare(row.Accessible.role, Accessible.Row)
            compare(row.Accessible.name, row.card.spokenText)
        }
        function test_states_data() {
            return [
                { tag: "none", fields: {}, words: "" },
                { tag: "mention", fields: { isMention: true }, words: "Mention" },
                { tag: "unpublished", fields: { isUnpublished: true }, words: "Unpublished" },
                { tag: "seen", fields: { isSeen: true }, words: "Seen" },
                { tag: "starred", fields: { isStarred: true }, words: "Starred" },
                { tag: "two", fields: { isUnpublished: true, isSeen: true }, words: "Unpublished, Seen" },
            ]
        }
        function test_states(data) {
            for (const maker of [listMaker, tableMaker]) {
                const row = make(maker, data.fields)
                const state = findChild(row, "state")
                compare(state.names, data.words)
                compare(state.hasWords, data.words !== "" && !data.words.includes(","))
                compare(findChild(row, "title").font.weight, data.fields.isSeen ? Font.Normal : Font.DemiBold)
            }
        }
        function test_aRowThatIsNotThereIsASkeleton_data() { return both() }
        function test_aRowThatIsNotThereIsASkeleton(data) {
            const row = make(data.maker, null)
            verify(findChild(row, "skeleton").visible)
            verify(!findChild(row, "content").visible)
            row.card = cards.card({ title: "Come" })
            verify(!findChild(row, "skeleton").visible)
            compare(findChild(row, "title").text, "Come")
        }
        function test_focusSelectionAndHoverDiffer_data() { return both() }
        function test_focusSelectionAndHoverDiffer(data) {
            const row = make(data.maker, {}, { isSelected: true, isCurrent: false })
            verify(findChild(row, "bar").visible)
            compare(findChild(row, "bar").width, 3)
            verify(!findChild(row, "ring").visible)
            row.isCurrent = true
            verify(findChild(row, "ring").visible)
            const ring = findChild(row, "ring")
            verify(ring.x >= 0 && ring.x + ring.width <= row.width, "inside the row")
            mouseMove(row, 300, 10)
            verify(row.isHovered)
        }
        function test_theHandOpens_data() { return both() }
        function test_theHandOpens(data) {
            const row = make(data.maker)
            mouseClick(row, 300, 10, Qt.LeftButton, Qt.ControlModifier)
            compare(pressed.count, 1)
            compare(pressed.signalArguments[0][0], Qt.ControlModifier)
            compare(opened.count, 1)
            mouseClick(row, 300, 10, Qt.RightButton)
            compare(menu.count, 1)
            compare(opened.count, 1)
            mouseDoubleClickSequence(row, 300, 10)
            compare(original.count, 1)
        }
        function test_listTightens() {
            const row = make(listMaker)
            verify(!findChild(row, "tightDate"))
            listColumns.room = 330
            row.width = 362
            waitForRendering(row)
            const date = findChild(row, "tightDate")
            verify(date.visible)
            verify(!findChild(row, "excerpt").visible)
            verify(!cell(row, listColumns.provider).parent.visible)
            verify(date.mapToItem(row, 0, date.height).y <= 48)
            verify(findChild(row, "title").width > 200)
        }
        function test_numbersStandAtTheEnd() {
            const row = make(tableMaker)
            const words = findChild(findChild(row, "heat"), "words")
            compare(words.horizontalAlignment, Text.AlignRight)
            compare(findChild(findChild(row, "date"), "words").horizontalAlignment, Text.AlignLeft)
        }
        function test_mirrored_data() { return both() }
        function test_mirrored(data) {
            const row = make(data.maker, {}, { isSelected: true })
            const date = cell(row, row.columns.date)
            const before = date.mapToItem(row, 0, 0).x
            scene.LayoutMirroring.enabled = true
            scene.LayoutMirroring.childrenInherit = true
            compare(date.mapToItem(row, date.width, 0).x, scene.width - before)
            compare(findChild(row, "bar").mapToItem(row, 0, 0).x, scene.width - 3)
            const title = cell(row, row.columns.title)
            compare(title.mapToItem(row, title.width, 0).x, scene.width - 24 - row.columns.title.x)
        }
        function test_columnsThatAreNotThereAreNotRead() {
            const row = make(tableMaker)
            tableColumns.choose(tableColumns.heat, false)
            verify(!cell(row, tableColumns.heat).visible)
            tableColumns.choose(tableColumns.topics, true)
            compare(findChild(row, "topics").text, "Ferries, Harbours")
        }

        function test_headingSaysHowMany() {
            const heading = createTemporaryObject(headingMaker, scene, { label: "June 2021", count: 1234 })
            compare(heading.height, 32)
            compare(findChild(heading, "label").text, "June 2021")
            compare(findChild(heading, "count").text, (1234).toLocaleString(Qt.locale(), "f", 0))
            compare(heading.Accessible.role, Accessible.Heading)
            verify(heading.Accessible.name.startsWith("June 2021, "))
            waitForRendering(heading)
            beneath.presses = 0
            mouseClick(heading, 300, 10)
            compare(beneath.presses, 0, "what lies beneath is not pressed")
        }

        function headerCell(column) {
            for (const child of Array.from(header.children)) {
                if (child.column === column)
                    return child
            }
            return null
        }
        function test_headingsStandOverTheirCells() {
            const row = make(tableMaker)
            for (const column of Array.from(tableColumns.all)) {
                if (column.isShown)
                    compare(headerCell(column).mapToItem(scene, 0, 0).x, cell(row, column).mapToItem(scene, 0, 0).x)
            }
        }
        function test_aDragMakesAColumnWider() {
            const cell = headerCell(tableColumns.provider)
            const edge = findChild(cell, "edge")
            const end = tableColumns.date.x
            const width = tableColumns.provider.width
            mousePress(edge, 6, 10)
            mouseMove(edge, -4, 10)
            mouseMove(edge, -14, 10)
            mouseRelease(edge, -14, 10)
            verify(tableColumns.provider.width > width)
            compare(tableColumns.date.x, end)
            verify(!findChild(headerCell(tableColumns.title), "edge").visible)
        }
        function test_headerByKeys() {
            const title = headerCell(tableColumns.title)
            title.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Right)
            verify(headerCell(tableColumns.provider).activeFocus)
            const width = tableColumns.provider.width
            keyClick(Qt.Key_Right, Qt.ShiftModifier)
            compare(tableColumns.provider.width, width + 8)
            tableColumns.choose(tableColumns.date, false)
            keyClick(Qt.Key_Right)
            verify(headerCell(tableColumns.quality).activeFocus, "what is not shown is passed over")
            keyClick(Qt.Key_Left)
            keyClick(Qt.Key_Left)
            keyClick(Qt.Key_Left)
            verify(title.activeFocus)
            compare(title.Accessible.role, Accessible.ColumnHeader)
        }
    }
}
