// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Microfiche.Ui

Item {
    id: scene
    width: 300
    height: 400

    ListModel {
        id: topics
        property int valueCount: 122
        property int hiddenCount: 119
        property int largest: 1600
        property int hiddenWithNone: 0
        property bool showsNone: false
        property string sought: ""
        property int shownLimit: 0
        ListElement { name: "Ferries"; key: "Ferries"; count: 800; total: 1600; chosen: true; excluded: false; hue: 0.1; logo: ""; initials: "Fe"; tagColor: 0; tagId: 0 }
        ListElement { name: "Tides"; key: "Tides"; count: 1; total: 4; chosen: false; excluded: false; hue: 0.4; logo: ""; initials: "Ti"; tagColor: 0; tagId: 0 }
        ListElement { name: "Ropes"; key: "Ropes"; count: 0; total: 0; chosen: false; excluded: false; hue: 0.7; logo: ""; initials: "Ro"; tagColor: 0; tagId: 0 }
    }
    FacetSection {
        id: section
        width: 232
        title: "Topics"
        limit: 3
        model: topics
    }
    SidebarRow {
        id: row
        y: 300
        width: 232
        text: "Mentions"
        iconName: "mention"
        count: 15
    }
    SidebarRow {
        id: note
        y: 340
        isNote: true
        iconName: "import"
    }
    SignalSpy { id: chosen; target: section; signalName: "chosen" }
    SignalSpy { id: clicked; target: row; signalName: "clicked" }

    TestCase {
        name: "Facets"
        when: windowShown

        function rows() { return Array.from(section.children).filter(item => item.largest !== undefined) }
        function init() {
            topics.shownLimit = 3
            for (const spy of [chosen, clicked])
                spy.clear()
        }

        function test_aNameIsSought() {
            const field = findChild(section, "sought")
            mouseClick(field)
            for (const key of "ti")
                keyClick(key)
            compare(topics.sought, "ti")
            topics.sought = ""
        }
        function test_barsAreInProportion() {
            const track = 232 - 16 - 16 - 16 - 8
            compare(rows()[0].barWidth(1600), track)
            compare(rows()[0].barWidth(800), track / 2)
            compare(rows()[1].barWidth(1), 2, "any count can be seen")
            compare(rows()[2].barWidth(0), 0)
        }
        function test_theChosenIsBold() {
            compare(findChild(rows()[0], "name").font.weight, Font.DemiBold)
            compare(findChild(rows()[1], "name").font.weight, Font.Normal)
            verify(rows()[0].Accessible.checked)
        }
        function test_clickAndKeysChoose() {
            mouseClick(rows()[1])
            rows()[0].forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Space)
            keyClick(Qt.Key_Return, Qt.ControlModifier)
            compare(chosen.count, 3)
            compare(Array.from(chosen.signalArguments[0]), ["Tides", false])
            compare(Array.from(chosen.signalArguments[1]), ["Ferries", false])
            compare(Array.from(chosen.signalArguments[2]), ["Ferries", true])
        }
        function test_ctrlClickKeepsTheOthers() {
            mouseClick(rows()[1], 20, 10, Qt.LeftButton, Qt.ControlModifier)
            compare(Array.from(chosen.signalArguments[0]), ["Tides", true])
        }
        function test_countsAreGroupedAndSpoken() {
            compare(rows()[0].Accessible.name, "Ferries, 800 of "
                    + (1600).toLocaleString(Qt.locale(), "f", 0) + " articles")
        }
        function test_moreAndFewer() {
            compare(topics.shownLimit, 3)
            const links = Array.from(section.children).filter(item => item.label !== undefined)
            compare(links[0].label, "Show 50 more")
            verify(!links[1].visible && !links[2].visible)
            mouseClick(links[0])
            compare(topics.shownLimit, 53)
            mouseClick(links[2])
            compare(topics.shownLimit, 3)
        }
        function test_thoseWithNoneComeOnDemand() {
            topics.hiddenCount = 0
            topics.hiddenWithNone = 117
            const links = Array.from(section.children).filter(item => item.label !== undefined)
            verify(!links[0].visible)
            compare(links[1].label, "Show 117 with none")
            mouseClick(links[1])
            compare([topics.showsNone, topics.shownLimit], [true, 53])
            mouseClick(links[2])
            compare([topics.showsNone, topics.shownLimit], [false, 3])
            topics.hiddenWithNone = 0
            topics.hiddenCount = 119
        }
        function test_aNoteIsNeverCut() {
            const words = "Last import: 1,234,567 added, and so on for as long as it takes"
            for (const width of [184, 232, 400]) {
                note.width = width
                note.text = words
                const line = findChild(note, "note")
                verify(!line.truncated)
                verify(line.height <= note.height)
                compare(note.Accessible.name, words)
            }
            note.text = "Short"
            compare(note.height, Theme.rowHeight)
        }
        function test_sidebarRow() {
            mouseClick(row)
            row.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            compare(clicked.count, 2)
            compare(row.Accessible.name, "Mentions, 15")
        }
    }
}
