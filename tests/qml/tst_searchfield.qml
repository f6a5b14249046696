// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Microfiche.Ui

Item {
    id: scene
    width: 700
    height: 200

    property string words: ""
    property var clauses: []

    SearchField {
        id: field
        width: 600
        text: scene.words
        chips: scene.clauses
        placeholderText: "Search title, excerpt, provider, topic"
        onEdited: text => scene.words = text
    }
    SignalSpy { id: accepted; target: field; signalName: "accepted" }
    SignalSpy { id: closed; target: field; signalName: "chipRemoved" }
    SignalSpy { id: closedLast; target: field; signalName: "lastChipRemoved" }
    SignalSpy { id: escaped; target: field; signalName: "escaped" }

    TestCase {
        name: "SearchField"
        when: windowShown

        function init() {
            scene.words = ""
            scene.clauses = []
            field.errorText = ""
            field.hintText = ""
            field.forceActiveFocus(Qt.TabFocusReason)
            for (const spy of [accepted, closed, closedLast, escaped])
                spy.clear()
        }
        function addClauses(labels) {
            scene.clauses = labels.map(label => ({ label: label, shortLabel: label.substring(0, 3), note: "+1" }))
        }
        function type(text) {
            for (const letter of text)
                keyClick(letter)
        }

        function test_typingTellsEveryLetterAndKeepsTheBinding() {
            type("tide")
            compare(scene.words, "tide")
            scene.words = "ferry"
            compare(findChild(field, "input").text, "ferry")
            keyClick(Qt.Key_Return)
            compare(accepted.count, 1)
        }
        function test_backspaceAtTheStartClosesTheLastChip() {
            addClauses(["Ferries", "Quality 80 and up"])
            keyClick(Qt.Key_Backspace)
            compare(closedLast.count, 1)
            type("a")
            keyClick(Qt.Key_Backspace)
            compare(closedLast.count, 1, "a letter goes before a chip")
        }
        function test_chipsCloseByTheirButton() {
            addClauses(["Ferries", "Tides"])
            // Reached by the keyboard: backwards from the words.
            keyClick(Qt.Key_Tab, Qt.ShiftModifier)
            keyClick(Qt.Key_Delete)
            compare(closed.signalArguments[0][0], 1)
            verify(findChild(field, "input").activeFocus, "the hand stays in the field")
        }
        function test_shortChipsSayLess() {
            addClauses(["Ferries"])
            const chip = findChild(field, "chip")
            compare(chip.shownLabel, "Ferries")
            compare(chip.shownNote, "+1")
            field.isShort = true
            compare(chip.shownLabel, "Fer")
            compare(chip.shownNote, "")
            field.isShort = false
        }
        function test_escapeClearsThenLeaves() {
            type("tide")
            keyClick(Qt.Key_Escape)
            compare(scene.words, "")
            compare(escaped.count, 0)
            keyClick(Qt.Key_Escape)
            compare(escaped.count, 1)
        }
        function test_anErrorStandsBelow() {
            const before = field.implicitHeight
            field.errorText = "8o.. is not a number. Write quality:80.. for 80 and up."
            verify(field.implicitHeight > before)
            verify(findChild(field, "message").visible)
            compare(findChild(field, "input").Accessible.description, field.errorText)
        }
        function test_aHintStandsBelowQuietly() {
            const before = field.implicitHeight
            const edge = findChild(field, "input").parent.border.color.toString()
            type("qualty:80..")
            field.hintText = "qualty: is no key."
            field.hintStart = 0
            field.hintLength = 7
            verify(field.implicitHeight > before)
            compare(findChild(field, "message").text, field.hintText)
            compare(findChild(field, "message").iconName, "")
            compare(findChild(field, "input").parent.border.color.toString(), edge, "nothing is wrong")
            compare(findChild(field, "input").Accessible.description, field.hintText)
            verify(findChild(field, "underline").visible)
            verify(findChild(field, "underline").width > 10)
            field.errorText = "That is none."
            compare(findChild(field, "message").text, field.errorText, "an error goes first")
        }
        function test_chipsSayLessBeforeOneIsCut() {
            addClauses(["A clause", "Another"])
            compare(findChild(field, "chip").shownNote, "+1")
            addClauses(["A clause of some length", "Another clause of some length", "A third one",
                        "One clause too many for the field"])
            tryVerify(() => findChild(field, "chip").shownLabel === "A c")
            compare(findChild(field, "chip").shownNote, "")
        }
        function test_manyChipsLeaveRoomForWords() {
            addClauses(Array.from({ length: 30 }, (_, i) => "Clause number " + i))
            waitForRendering(field)
            verify(findChild(field, "input").width >= 60)
        }
    }
}
