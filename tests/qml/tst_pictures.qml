// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Microfiche.Fakes
import Microfiche.Models
import Microfiche.Ui

// What stands in place of pictures that are not there; the bar and the pane that decide on them.
Item {
    id: scene
    width: 900
    height: 900

    FakeCards { id: cards }
    FakePictures { id: pictures }
    Binding {
        target: Pictures
        property: "states"
        value: pictures.states
    }

    Binding {
        target: Pictures
        property: "servers"
        value: pictures.servers
    }

    ArticleCard {
        id: card
        width: 256
        height: implicitHeight
        index: 0
        card: cards.card({ missingPicture: 5 })
    }
    ListRow {
        id: row
        y: 400
        width: 900
        index: 0
        margin: 24
        columns: TableColumns { room: 850 }
        card: cards.card({ missingPicture: 5 })
    }
    WallCell {
        id: cell
        x: 300
        width: 240
        height: 180
        index: 0
        card: cards.card({ missingPicture: 5 })
    }
    Item {
        id: side
        y: 460
        width: parent.width
        height: 440

        PicturesBar {
            id: bar
            width: parent.width
            settings: pictures.settings
            task: pictures.task
        }
    }
    SignalSpy { id: policyRead; target: pictures.settings; signalName: "policyChanged" }
    SignalSpy { id: settingsWanted; target: bar; signalName: "settingsWanted" }
    SignalSpy { id: dismissed; target: bar; signalName: "dismissed" }
    Component {
        id: paneMaker
        PicturesPane {
            width: 440
            height: 900
            z: 1
            settings: pictures.settings
            task: pictures.task
        }
    }

    PageCase {
        name: "PicturesOfOthers"

        function init() {
            failOnWarning(/Binding loop|TypeError|ReferenceError|Unable to assign/)
            scene.width = 900
            scene.LayoutMirroring.enabled = false
            policyRead.clear()
            pictures.reset()
            settingsWanted.clear()
            dismissed.clear()
            // Or the one that is read would take the place of what a test says.
            tryVerify(() => policyRead.count > 0 && pictures.settings.isCounted && bar.isAsking)
        }
        function strip(item) { return all(item).find(child => child instanceof PictureStrip) ?? null }
        function isAnswered(item) {
            return all(item).some(child => child instanceof Image && child.status === Image.Error)
        }
        // Until both have their answer: a later one would take the place of what a test says.
        function askInVain() {
            pictures.allow("tide.example")
            tryVerify(() => strip(card) !== null && isAnswered(card) && isAnswered(row))
        }
        function band(item) { return all(item).find(child => child instanceof LoadingBand) ?? null }

        function test_aCardSaysWhyItHasNoPicture_data() {
            return [
                { tag: "loading", state: "loading", words: "", hasBand: true },
                { tag: "not allowed", state: "notAllowed", words: "" },
                { tag: "offline", state: "offline", words: "Offline. Loads later" },
                { tag: "gone", state: "gone", words: "Gone from the server" },
                { tag: "refused", state: "refused", words: "Refused: not a picture" },
                { tag: "failed", state: "failed", words: "Not loaded: no answer in time" }
            ]
        }
        function test_aCardSaysWhyItHasNoPicture(data) {
            const height = card.implicitHeight
            askInVain()
            pictures.tell(5, data.state)
            tryVerify(() => (strip(card)?.text ?? "") === data.words)
            compare(strip(row) !== null, data.words !== "")
            tryCompare(card, "implicitHeight", height)
            tryVerify(() => (band(card) !== null) === (data.hasBand ?? false))
            holdsItsWords(scene)
        }
        function test_theWallSaysWhyAPictureIsMissing() {
            askInVain()
            tryVerify(() => isAnswered(cell))
            pictures.tell(5, "gone")
            tryVerify(() => says(cell, "Gone from the server"))
            compare(cell.Accessible.description, "Gone from the server")
            pictures.tell(5, "loading")
            tryVerify(() => !says(cell, "Gone from the server"))
            compare(cell.Accessible.description, "")
        }
        function test_theWallSaysThatNobodyWasAsked() {
            Pictures.isCounted = true
            tryCompare(cell.Accessible, "description", "Picture not loaded")
            verify(!cell.isHovered)
            verify(says(cell, "Picture not loaded"))
            const mark = findChild(cell, "mark")
            verify(mark.visible && all(mark).some(child => child instanceof Icon && child.name === "picture"))
            Pictures.isCounted = false
        }
        function test_aMarkSaysThatNobodyWasAsked() {
            mouseMove(scene, 890, 890)
            compare(strip(card), null) // not in the first moments
            Pictures.isCounted = true
            tryVerify(() => strip(card)?.text === "Picture not loaded")
            verify(strip(card).width < card.width / 4)
            compare(strip(card).Accessible.name, "Picture not loaded")
            compare(strip(row), null) // no room
            card.card = cards.card({})
            tryVerify(() => strip(card) === null) // there is none to load
            card.card = cards.card({ missingPicture: 5 })
            Pictures.isCounted = false
        }
        function test_nothingIsSaidOfAMention() {
            card.card = cards.card({ missingPicture: 5, isMention: true })
            pictures.allow("tide.example")
            pictures.tell(5, "gone")
            wait(0)
            compare(strip(card), null)
            card.card = cards.card({ missingPicture: 5 })
        }
        function test_theStripMirrors() {
            askInVain()
            pictures.tell(5, "gone")
            tryVerify(() => strip(row)?.text === "Gone from the server")
            const before = strip(row).mapToItem(row, 0, 0).x
            scene.LayoutMirroring.enabled = true
            scene.LayoutMirroring.childrenInherit = true
            tryVerify(() => strip(row).mapToItem(row, 0, 0).x > before)
        }
        // The letters end where the trailing quarter begins.
        function test_aSmallMarkLeavesTheLettersFree_data() {
            return [{ tag: "usual" }, { tag: "mirrored", mirrored: true }, { tag: "large", font: 26 }]
        }
        function test_aSmallMarkLeavesTheLettersFree(data) {
            Theme.fontPixelSize = data.font ?? 13
            scene.LayoutMirroring.enabled = data.mirrored ?? false
            scene.LayoutMirroring.childrenInherit = true
            askInVain()
            pictures.tell(5, "gone")
            tryVerify(() => strip(row)?.text === "Gone from the server")
            const sheet = findChild(row, "picture")
            const mark = strip(row).mapToItem(sheet, 0, 0, strip(row).width, strip(row).height)
            verify(mark.width <= sheet.width / 4 && mark.height < sheet.height / 2, mark)
            fuzzyCompare(data.mirrored ? mark.x : mark.x + mark.width, data.mirrored ? 0 : sheet.width, 0.01)
            Theme.fontPixelSize = 13
        }

        function test_theBarAsksOnce_data() {
            return [
                { tag: "shown", press: "Load when shown", mode: PictureSettings.All },
                { tag: "never", press: "Never", mode: PictureSettings.Never },
                { tag: "offline", press: "Load all for offline", mode: PictureSettings.All }
            ]
        }
        function test_theBarAsksOnce(data) {
            verify(says(bar, "Pictures from 3 publishers are not loaded"))
            const choice = button(bar, data.press)
            choice.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            compare(pictures.settings.mode, data.mode)
            tryVerify(() => !bar.isAsking)
            compare(dismissed.count, 1)
            verify(pictures.settings.isDecided)
        }
        function test_theBarIsReachedByKeys() {
            compare(nameless(bar), [])
            const names = stops(bar).map(item => item.Accessible.name)
            compare(names, ["Pictures from 3 publishers are not loaded", "Load when shown", "Load all for offline", "Choose publishers", "Never"])
            button(bar, "Choose publishers").forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Space)
            compare(settingsWanted.count, 1)
            verify(bar.isAsking) // nothing is decided yet
        }
        function test_aStrayKeyChoosesNothing() {
            stops(bar)[0].forceActiveFocus(Qt.TabFocusReason)
            for (const key of [Qt.Key_Return, Qt.Key_Enter, Qt.Key_Space])
                keyClick(key)
            verify(bar.isAsking)
            verify(!pictures.settings.isDecided)
        }
        function test_aChoiceIsUndone_data() { return test_theBarAsksOnce_data() }
        function test_aChoiceIsUndone(data) {
            const made = createTemporaryObject(lost, scene) // no card asks by it
            const settings = made.pictures.settings
            made.pictures.reset()
            tryVerify(() => made.bar.isAsking)
            button(made.bar, data.press).clicked()
            tryVerify(() => button(made.bar, "Undo") !== null)
            compare(nameless(made.bar), [])
            if (data.tag !== "offline")
                verify(says(made.bar, data.tag === "never" ? "No server is asked for pictures" : "Pictures are loaded when they are shown"))
            button(made.bar, "Undo").clicked()
            tryVerify(() => made.bar.isAsking)
            verify(!settings.isDecided)
            compare(settings.mode, PictureSettings.Never)
            verify(!made.pictures.task.isActive)
        }
        function test_whatWasChosenIsReadAndGoes() {
            mouseMove(scene, 1, 1)
            bar.undoTime = 1
            button(bar, "Never").clicked()
            tryVerify(() => !bar.isShown)
            verify(pictures.settings.isDecided)
            bar.undoTime = 10000
        }
        function test_theBarHoldsItsWords_data() {
            return [{ tag: "wide", width: 900 }, { tag: "beside a pane", width: 360 }, { tag: "large", width: 700, font: 26 },
                    { tag: "mirrored", width: 500, mirrored: true }]
        }
        function test_theBarHoldsItsWords(data) {
            Theme.fontPixelSize = data.font ?? 13
            scene.width = data.width
            scene.LayoutMirroring.enabled = data.mirrored ?? false
            holdsItsWords(bar)
            verify(bar.implicitHeight >= 40)
        }

        Component {
            id: lost
            Item {
                property alias pictures: own
                property alias bar: ownBar
                property alias head: ownHead
                width: 440
                height: 900
                FakePictures { id: own }
                PicturesBar {
                    id: ownBar
                    width: parent.width
                    settings: own.settings
                    task: own.task
                }
                PicturesPaneHead {
                    id: ownHead
                    y: 100
                    width: parent.width
                    settings: own.settings
                    task: own.task
                }
            }
        }
        function test_aChoiceThatIsNotKeptIsSaid() {
            const made = createTemporaryObject(lost, scene)
            made.pictures.reset()
            tryVerify(() => made.bar.isAsking)
            made.pictures.breakDown()
            button(made.bar, "Never").clicked()
            tryVerify(() => made.bar.hasProblem)
            verify(made.bar.sentence.includes("could not be kept"))
            verify(says(made.bar, made.bar.sentence))
            compare(made.bar.Accessible.role, Accessible.AlertMessage)
            verify(findChild(made.head, "problem").visible)
            compare(stops(made.bar).map(item => item.Accessible.name), ["Undo", "Dismiss"])
            holdsItsWords(made)
            button(made.bar, "Dismiss").clicked()
            verify(!made.bar.hasProblem)
            verify(!findChild(made.head, "problem").visible)
        }

        function pane() {
            const made = createTemporaryObject(paneMaker, scene)
            tryVerify(() => findChild(made, "publishers").count === 3)
            return made
        }
        function test_thePaneBeginsAtItsTop() {
            const made = pane()
            made.height = 500
            const list = findChild(made, "publishers")
            const isAtTop = () => Math.abs(list.contentY - list.originY) < 1
            tryVerify(isAtTop)
            Theme.fontPixelSize = 20 // what stands above the publishers grows
            tryVerify(isAtTop)
            Theme.fontPixelSize = 13
            list.goTo(2)
            verify(!isAtTop())
            Theme.fontPixelSize = 20
            wait(0)
            verify(!isAtTop()) // one has moved on
            Theme.fontPixelSize = 13
        }
        function test_thePaneCountsAlong() {
            const made = pane()
            const before = pictures.settings.there
            pictures.settings.choose(PictureSettings.All)
            pictures.fetchBehind()
            pictures.tell(5, "loading")
            pictures.tell(5, "ready")
            tryVerify(() => pictures.settings.there === before + 1)
            verify(says(made, String(before + 1)))
        }
        function test_thePaneChoosesAPublisherByKeys() {
            const made = pane()
            const list = findChild(made, "publishers")
            list.forceLayout()
            const search = findChild(made, "publisherSearch")
            search.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Down)
            compare(made.Window.activeFocusItem.text, "Tide Weekly")
            keyClick(Qt.Key_Down)
            compare(made.Window.activeFocusItem.text, "Harbour Post")
            verify(!made.Window.activeFocusItem.isOn)
            keyClick(Qt.Key_Space)
            compare(pictures.settings.mode, PictureSettings.Chosen)
            tryVerify(() => made.Window.activeFocusItem.isOn)
            compare(made.Window.activeFocusItem.text, "Harbour Post")
            keyClick(Qt.Key_Up)
            keyClick(Qt.Key_Up)
            verify(search.activeFocus)
        }
        function test_thePaneTakesServersOfOnesOwn() {
            const made = pane()
            const field = findChild(made, "localServers")
            const input = findChild(field, "input")
            compare(input.Accessible.name, "Servers of your own")
            verify(input.Accessible.description.includes("Name the servers"))
            verify(input.Accessible.description.includes("for all archives"))
            field.forceActiveFocus(Qt.TabFocusReason)
            field.text = "http://archive.lan"
            keyClick(Qt.Key_Return)
            compare(pictures.servers.text, "")
            verify(input.Accessible.description.startsWith("http://archive.lan is not the name of a server alone. Write archive.lan."))
            field.text = "archive.lan, 192.168.1.20"
            field.edited()
            compare(pictures.servers.problem, "")
            keyClick(Qt.Key_Return)
            compare(pictures.servers.text, "archive.lan, 192.168.1.20")
            field.text = ""
            keyClick(Qt.Key_Tab)
            compare(pictures.servers.text, "")
        }
        function test_thePaneFindsAPublisher() {
            const made = pane()
            const list = findChild(made, "publishers")
            const search = findChild(made, "publisherSearch")
            search.forceActiveFocus(Qt.TabFocusReason)
            for (const key of ["h", "A", "r", "b"])
                keyClick(key)
            tryCompare(list, "count", 1)
            keyClick("x")
            tryVerify(() => says(made, "No publisher matches."))
        }
        function test_thePaneSaysAndChangesAll() {
            const made = pane()
            verify(says(made, "of 4 pictures are in the archive"))
            compare(nameless(made), [])
            holdsItsWords(made)
            button(made, "Of all publishers").clicked()
            compare(pictures.settings.mode, PictureSettings.All)
            tryVerify(() => button(made, "Of all publishers").isOn && !button(made, "Never").isOn)
            const tabs = tour(button(made, "Close"), 20)
            for (const name of ["Load all for offline", "Of chosen publishers", "Offline", "Search publishers", "Tide Weekly, 2"])
                verify(tabs.includes(name), name + " in " + tabs)
            button(made, "Offline").clicked()
            verify(pictures.settings.isOffline)
        }
        function test_thePaneSaysWhatLoadingAllHasChosen() {
            const made = pane()
            button(made, "Never").clicked()
            tryVerify(() => pictures.settings.isDecided)
            verify(!findChild(made, "chosen").visible)
            button(made, "Load all for offline").clicked()
            compare(pictures.settings.mode, PictureSettings.All)
            verify(says(made, "Pictures are loaded when they are shown"))
            holdsItsWords(made)
            button(made, "Undo").clicked()
            compare(pictures.settings.mode, PictureSettings.Never)
            verify(pictures.settings.isDecided)
            verify(!pictures.task.isActive)
            verify(!findChild(made, "chosen").visible)
        }
        function test_thePaneSaysWhyNothingWouldBeLoaded() {
            const made = pane()
            const load = findChild(made, "loadAll")
            verify(load.enabled)
            button(made, "Offline").clicked()
            verify(!load.enabled)
            compare(load.Accessible.description, "Offline is ticked: no server is asked")
            button(made, "Offline").clicked()
            verify(load.enabled)
            button(made, "Of chosen publishers").clicked()
            verify(!load.enabled)
            verify(load.disabledReason.endsWith("publishers are not asked: you chose none of them"))
            for (const domain of ["harbour.example", "island.example", "tide.example"]) // some are there by now
                pictures.allow(domain)
            verify(load.enabled)
        }
        function test_thePaneClearsAndBringsBack() {
            pictures.fetchOne()
            const made = pane()
            tryVerify(() => button(made, "Clear fetched pictures") !== null)
            button(made, "Clear fetched pictures").clicked()
            tryVerify(() => says(made, "1 picture cleared"))
            button(made, "Bring back what was cleared").clicked()
            tryVerify(() => button(made, "Clear fetched pictures") !== null)
        }
        function test_thePaneHoldsItsWordsInALargeFont() {
            Theme.fontPixelSize = 20
            holdsItsWords(pane())
        }
    }
}
