// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Microfiche.Fakes
import Microfiche.Ui

// The import in its pane: counts, the files that were rejected, what a file says at its line.
Item {
    id: scene
    width: 440
    height: 900

    Component {
        id: made
        TemporaryArchive {}
    }
    Component {
        id: pane
        ImportPane { anchors.fill: parent }
    }
    Component {
        id: sourcePane
        SourcePane { anchors.fill: parent }
    }
    Component {
        id: sheet
        ImportSheet { anchors.fill: parent }
    }
    SignalSpy { id: closed; signalName: "closeWanted" }
    SignalSpy { id: shown; signalName: "showAddedWanted" }
    SignalSpy { id: approved; signalName: "approved" }

    PageCase {
        id: test
        name: "ImportPane"

        function imported() {
            const archive = made.createObject(scene) // outlives the page
            archive.writeArticle("The red fox", "https://news.example/fox")
            archive.writeArticle("An owl", "https://news.example/owl", "quality: many\n")
            archive.write("notes.md", "Buy milk\n")
            archive.write("list.md", "---\nwebUrl: https://news.example/3\ntitle:\n  - One\n---\n")
            archive.importFiles()
            tryVerify(() => !archive.browser.imports.isRunning && archive.browser.imports.rejected === 2)
            return archive
        }
        function cleanup() {
            Theme.fontPixelSize = 13
            scene.width = 440
            scene.LayoutMirroring.enabled = false
        }

        function test_reportsCountsAndReasons() {
            const archive = imported(), status = archive.browser.imports
            const page = createTemporaryObject(pane, scene, { status: status })
            compare(all(page).filter(item => /^\d+ (added|rejected|mention)/.test(item.Accessible.name))
                        .map(item => item.Accessible.name), ["2 added", "0 mentions", "2 rejected"])
            const problems = () => all(page).filter(item => item.reason !== undefined)
            tryVerify(() => problems().length === 3, 5000, "two rejected, one field left out")
            const rows = problems()
            verify(rows.every(row => row.place !== "" && row.reason !== "" && says(row, row.reason)))
            compare(nameless(page), [])
            holdsItsWords(page)
        }
        function test_whileItRunsItCanBeStopped() {
            const archive = made.createObject(scene), status = archive.browser.imports
            for (let i = 0; i < 300; ++i)
                archive.writeArticle("Article " + i, "https://news.example/" + i)
            const page = createTemporaryObject(pane, scene, { status: status })
            archive.importFiles()
            verify(status.isRunning)
            const cancel = button(page, "Cancel, keep what is in")
            verify(all(page).some(item => item instanceof ProgressLine))
            compare(nameless(page), [])
            cancel.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            tryVerify(() => !status.isRunning)
            verify(button(page, "Cancel, keep what is in") === null)
            verify(!all(page).some(item => item instanceof ProgressLine))
            verify(status.failure === "" && says(page, status.doneText))
        }
        function test_showsAFileAtItsLineByTheKeyboard() {
            const archive = imported(), status = archive.browser.imports
            const page = createTemporaryObject(pane, scene, { status: status })
            tryVerify(() => all(page).some(item => item.place !== undefined && item.place.includes("list.md")))
            const row = all(page).find(item => item.place !== undefined && item.place.includes("list.md"))
            const show = stops(row)[0]
            compare(show.Accessible.name, "Show " + row.place)
            show.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            tryVerify(() => status.source.isOpen)
            const source = createTemporaryObject(sourcePane, scene, { source: status.source })
            verify(says(source, status.source.note), "the reason stands at the place")
            tryVerify(() => all(source).some(item => item.marked === true))
            compare(nameless(source), [])
            mouseClick(button(source, "Close"))
            verify(!status.source.isOpen)
        }
        function test_aFailureStandsAtThePlace() {
            const archive = imported()
            const page = createTemporaryObject(pane, scene, { status: archive.browser.imports })
            archive.failImport("The disk is full. 2 files are safe; 5 wait.")
            verify(says(page, "The disk is full. 2 files are safe; 5 wait."))
            verify(says(page, "rejected"), "the last good counts stay")
        }
        function test_triesAgain() {
            const archive = imported(), status = archive.browser.imports
            const page = createTemporaryObject(pane, scene, { status: status })
            archive.write("list.md", "---\nwebUrl: https://news.example/3\ntitle: One\n---\n")
            const retry = button(page, "Try these again")
            retry.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            tryVerify(() => !status.isRunning && status.added === 1)
        }
        function test_saysThatASearchHidesWhatWasAdded() {
            const archive = imported(), query = archive.browser.query
            const page = createTemporaryObject(pane, scene, { status: archive.browser.imports })
            archive.start()
            tryVerify(() => archive.browser.isCounted)
            verify(button(page, "Show them") === null)
            query.typed = "fox"
            tryVerify(() => archive.browser.articles.count === 1)
            archive.writeArticle("A late owl", "https://news.example/late")
            archive.importFiles()
            tryVerify(() => says(page, "1 article was added; the search hides it."))
            shown.target = page
            const show = button(page, "Show them")
            show.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            compare(shown.count, 1)
            query.clear()
            tryVerify(() => button(page, "Show them") === null)
            shown.target = null
        }
        function asked() {
            const archive = made.createObject(scene)
            for (const name of ["a", "b", "c"])
                archive.write(name, "x")
            approved.target = archive.question
            approved.clear()
            archive.considerFiles()
            tryVerify(() => archive.question.isAsked && archive.question.isCounted)
            return createTemporaryObject(sheet, scene, { question: archive.question })
        }
        function test_asksForVeryManyByTheKeyboard() {
            const page = asked()
            verify(says(page, "Import 3 files from source?"))
            compare(page.Accessible.name, "Import 3 files from source?")
            compare(nameless(page), [])
            holdsItsWords(page)
            compare(tour(button(page, "Import"), 4), ["Import", "Cancel"])
            keyClick(Qt.Key_Return)
            compare(approved.count, 1)
            verify(!page.question.isAsked)
        }
        function test_isDeclinedByEscape() {
            const page = asked()
            keyClick(Qt.Key_Escape)
            verify(!page.question.isAsked)
            compare(approved.count, 0)
        }
        function test_isDeclinedByTheMouse() {
            const page = asked()
            mouseClick(button(page, "Cancel"))
            verify(!page.question.isAsked)
            compare(approved.count, 0)
        }
        function test_widths_data() {
            return [{ tag: "narrow", width: 360, font: 13, mirrored: false },
                    { tag: "large font", width: 616, font: 20, mirrored: false },
                    { tag: "mirrored", width: 440, font: 13, mirrored: true }]
        }
        function test_widths(row) {
            const archive = imported()
            scene.width = row.width
            Theme.fontPixelSize = row.font
            scene.LayoutMirroring.childrenInherit = true
            scene.LayoutMirroring.enabled = row.mirrored
            const page = createTemporaryObject(pane, scene, { status: archive.browser.imports })
            holdsItsWords(page)
            const isAtStart = item => item.mapToItem(page, item.width / 2, 0).x < page.width / 2
            compare(isAtStart(button(page, "Try these again")), row.mirrored)
            for (const words of [archive.browser.imports.doneText, "added"])
                tryVerify(() => isAtStart(text(page, words)) !== row.mirrored)
            verify(text(page, "Import").width > 0)
        }
        function test_closes() {
            const archive = imported()
            const page = createTemporaryObject(pane, scene, { status: archive.browser.imports })
            closed.target = page
            mouseClick(button(page, "Close"))
            compare(closed.count, 1)
            closed.target = null
        }
    }
}
