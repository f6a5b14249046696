// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Microfiche.Ui

Item {
    id: scene

    property int oldestChosen: 0

    width: 600
    height: 400

    ActionButton { id: button; x: 20; y: 40; text: "Copy link"; iconName: "copy" }
    ActionButton { id: off; x: 200; y: 40; text: "Star"; enabled: false; disabledReason: "No archive is open" }
    IconButton { id: lone; x: 300; y: 40; iconName: "back"; toolTip: "Back" }
    MenuButton {
        id: menuButton
        x: 20; y: 100
        text: "Newest first"
        iconName: "sort"
        menu: PopupMenu {
            MenuEntry { text: "Newest first"; checkable: true; checked: true }
            MenuEntry { text: "Oldest first"; onTriggered: ++scene.oldestChosen }
        }
    }
    Segments {
        id: segments
        x: 200; y: 100
        name: "View"
        model: [{ icon: "cards", name: "Cards" }, { icon: "wall", name: "Wall", enabled: false },
                { icon: "list", name: "List" }]
        onChosen: index => currentIndex = index
    }
    Chip { id: chip; x: 20; y: 160; label: "Quality 80 and up"; note: "+161" }
    HSlider { id: slider; x: 300; y: 160; name: "Card size"; from: 0; to: 10; stepSize: 1; value: 5 }
    Pane { id: pane; x: 20; y: 200; width: 300; height: 150; title: "Import" }
    LinkText { id: link; x: 400; y: 200; label: "Show" }

    SignalSpy { id: clicked; signalName: "clicked" }
    SignalSpy { id: offClicked; target: off; signalName: "clicked" }
    SignalSpy { id: closedChip; target: chip; signalName: "closed" }
    SignalSpy { id: closedPane; target: pane; signalName: "closeWanted" }
    SignalSpy { id: movedSlider; target: slider; signalName: "moved" }

    TestCase {
        name: "Controls"
        when: windowShown

        function init() {
            scene.forceActiveFocus()
            for (const spy of [clicked, offClicked, closedChip, closedPane])
                spy.clear()
            segments.currentIndex = 0
        }
        function cleanup() { Theme.fontPixelSize = 13 }

        function test_keysPress_data() {
            return [{ tag: "button", item: button }, { tag: "icon", item: lone }, { tag: "link", item: link }]
        }
        function test_keysPress(row) {
            clicked.target = row.item
            row.item.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Space)
            keyClick(Qt.Key_Return)
            compare(clicked.count, 2)
        }
        function test_theRingIsForTheKeyboard_data() { return test_keysPress_data() }
        function test_theRingIsForTheKeyboard(row) {
            row.item.forceActiveFocus(Qt.TabFocusReason)
            verify(row.item.visualFocus)
            scene.forceActiveFocus()
            mouseClick(row.item)
            verify(row.item.activeFocus)
            verify(!row.item.visualFocus)
        }
        function test_everyControlHasAName() {
            compare(button.Accessible.name, "Copy link")
            compare(lone.Accessible.name, "Back")
            compare(link.Accessible.name, "Show")
            compare(slider.children[0].Accessible.name, "Card size")
            compare(segments.Accessible.name, "View")
        }
        function test_aDisabledButtonSaysWhy() {
            mouseClick(off)
            compare(offClicked.count, 0)
            compare(off.Accessible.description, "No archive is open")
            mouseMove(off, 10, 10)
            tryVerify(() => off.showsReason)
            mouseMove(scene, 1, 1)
            tryVerify(() => !off.showsReason)
        }
        function test_heightsGrowWithTheFont() {
            compare(button.implicitHeight, 36)
            Theme.fontPixelSize = 26
            compare(button.implicitHeight, 72)
            compare(lone.implicitHeight, 72)
            compare(segments.implicitHeight, 72)
            verify(chip.implicitHeight >= 48)
        }
        function test_menuOpensAndShuts() {
            mouseClick(menuButton)
            tryVerify(() => menuButton.openedMenu?.opened)
            verify(menuButton.openedMenu.y >= menuButton.height)
            mouseClick(menuButton)
            tryVerify(() => !menuButton.openedMenu.visible)
        }
        function test_menuByKeys() {
            menuButton.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Down)
            tryVerify(() => menuButton.openedMenu?.opened)
            keyClick(Qt.Key_Down)
            keyClick(Qt.Key_Down)
            keyClick(Qt.Key_Return)
            compare(scene.oldestChosen, 1)
            tryVerify(() => !menuButton.openedMenu.visible)
            verify(menuButton.activeFocus, "the focus comes back")
        }
        function test_segmentsSkipWhatIsNotThere() {
            const row = Array.from(segments.children).find(child => child.spacing !== undefined)
            row.children[0].forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Right)
            compare(segments.currentIndex, 2)
            keyClick(Qt.Key_Right)
            compare(segments.currentIndex, 2)
            keyClick(Qt.Key_Left)
            compare(segments.currentIndex, 0)
        }
        function test_chipClosesByPointerAndKeys() {
            mouseClick(chip, chip.width - 10, chip.height / 2)
            compare(closedChip.count, 1)
            keyClick(Qt.Key_Delete)
            keyClick(Qt.Key_Backspace)
            compare(closedChip.count, 3)
        }
        function test_escapeClosesThePane() {
            pane.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Escape)
            compare(closedPane.count, 1)
        }
        function test_sliderByKeys() {
            slider.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Right)
            compare(movedSlider.signalArguments[0][0], 6)
        }
    }
}
