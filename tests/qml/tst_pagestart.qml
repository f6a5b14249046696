// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Microfiche.Fakes
import Microfiche.Ui

// The pages without an archive to look at: the first start, and one that could not be opened.
Item {
    id: scene
    width: 1200
    height: 800

    TemporaryArchive { id: archive }
    EmptyPage {
        id: empty
        anchors.fill: parent
        browser: archive.browser
        workspace: archive.workspace
    }
    RefusedPage {
        id: refused
        anchors.fill: parent
        visible: false
        message: "This archive was made by a newer Microfiche. Nothing was changed."
    }
    Loader {
        id: sheet
        anchors.fill: parent
        active: false
        sourceComponent: DamageSheet { upkeep: archive.workspace.upkeep }
    }
    SignalSpy { id: repairs; target: refused; signalName: "repairWanted" }
    SignalSpy { id: quits; target: sheet.item; signalName: "quitWanted" }
    SignalSpy { id: files; target: empty; signalName: "filesWanted" }
    SignalSpy { id: folder; target: empty; signalName: "folderWanted" }
    SignalSpy { id: other; target: empty; signalName: "archiveWanted" }
    SignalSpy { id: another; target: refused; signalName: "archiveWanted" }

    PageCase {
        name: "StartPages"

        function init() {
            failOnWarning(/Binding loop|TypeError|ReferenceError|Unable to assign/)
            scene.width = 1200
            scene.height = 800
            scene.LayoutMirroring.enabled = false
            show(empty)
        }
        function show(page) {
            for (const one of [empty, refused])
                one.visible = one === page
        }

        function test_keysReachEverythingInOrder() {
            const first = button(empty, "Open another archive")
            compare(tour(first, 8), ["Open another archive", "Menu", "Open the sample archive", "Choose files", "Choose a folder"])
        }
        function test_whatIsAskedForIsTold() {
            for (const spy of [files, folder, other])
                spy.clear()
            for (const name of ["Choose files", "Choose a folder", "Open another archive"]) {
                button(empty, name).forceActiveFocus(Qt.TabFocusReason)
                keyClick(Qt.Key_Return)
            }
            compare([files.count, folder.count, other.count], [1, 1, 1])
        }
        function test_sampleSheetIsThereWhereThereIsRoom_data() {
            return [{ tag: "wide", width: 1200, font: 13, isWide: true },
                    { tag: "narrow", width: 800, font: 13, isWide: false },
                    { tag: "large font", width: 1200, font: 20, isWide: false }]
        }
        function test_sampleSheetIsThereWhereThereIsRoom(row) {
            scene.width = row.width
            Theme.fontPixelSize = row.font
            compare(says(empty, "Sample archive"), row.isWide)
            holdsItsWords(empty)
            compare(nameless(empty), [])
        }
        function test_mirroredWordsStandAtTheRight() {
            scene.LayoutMirroring.childrenInherit = true
            scene.LayoutMirroring.enabled = true
            scene.width = 1800
            const files = button(empty, "Choose files"), folder = button(empty, "Choose a folder")
            tryVerify(() => folder.mapToItem(empty, 0, 0).x < files.mapToItem(empty, 0, 0).x)
            holdsItsWords(empty)
        }
        function test_refusedSaysWhyAndWhatToDo() {
            show(refused)
            verify(says(refused, refused.message))
            compare(nameless(refused), [])
            another.clear()
            refused.forceActiveFocus()
            keyClick(Qt.Key_Return)
            compare(another.count, 1)
            scene.width = 640
            holdsItsWords(refused)
        }
        function test_refusedMayBeRepaired() {
            show(refused)
            compare(button(refused, "Repair or restore this one"), null)
            refused.canRepair = true
            button(refused, "Repair or restore this one").forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            compare(repairs.count, 1)
            button(refused, "Open another archive").forceActiveFocus(Qt.TabFocusReason)
            refused.canRepair = false
            button(refused, "Open another archive").forceActiveFocus() // as it begins
        }
        function test_damageIsSaidWithWhatHelps() {
            show(null)
            archive.tellDamage("<b>It</b> is damaged.")
            sheet.active = true
            verify(says(sheet.item, "This archive is damaged"))
            verify(words(sheet.item).some(item => item.text.startsWith("<b>It</b> is damaged. ")))
            compare(nameless(sheet.item), [])
            compare(tour(button(sheet.item, "Repair"), 5), ["Repair", "Not now", "Quit"])
            scene.width = 640
            Theme.fontPixelSize = 20
            holdsItsWords(sheet.item)
            quits.clear()
            button(sheet.item, "Quit").forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            compare(quits.count, 1)
            keyClick(Qt.Key_Escape)
            compare(archive.workspace.upkeep.state, 0)
            verify(archive.workspace.upkeep.isDamaged)
            sheet.active = false
        }
        function test_refusedTextIsNoMarkup() {
            show(refused)
            refused.message = "<b>x</b> <img src='http://127.0.0.1:1/'>"
            verify(says(refused, refused.message))
        }
    }
}
