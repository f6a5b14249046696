// SPDX-License-Identifier: GPL-3.0-or-later
// WindowActions: what can be done whichever page the window shows. browser, workspace; home (the page); isAsking
// (the window asks something over the page); reserved: of its top; dialogWanted(what), as
// FileDialogs.choose().
import QtQuick
import Microfiche.Models
import Microfiche.Ui
import Microfiche.Window

ActionScope {
    id: root

    required property ArchiveBrowser browser
    required property Workspace workspace
    property bool isAsking: false
    property Item home: null
    signal dialogWanted(string what)

    readonly property bool isRefused: browser.state === ArchiveBrowser.Refused
    readonly property Window window: Window.window // qmllint disable
    property int before: Window.Windowed // visibility, to go back to from the full screen

    function turnFullScreen(): void {
        if (window.visibility === Window.FullScreen) {
            window.visibility = before
        } else {
            before = window.visibility
            window.visibility = Window.FullScreen
        }
    }

    readonly property Preferences preferences: workspace.preferences
    readonly property alias reserved: menu.reserved // at the top, for the menu bar

    bindings: workspace.keys // qmllint disable

    Binding {
        target: Actions
        property: "isHeld"
        value: root.isAsking
    }

    Binding {
        target: Actions
        property: "home"
        value: root.home
    }

    component Importing: KeyAction {
        isPossible: !root.isRefused
        reason: qsTr("The archive cannot be opened.")
    }

    Importing { name: "import-files"; onActivated: root.dialogWanted("files") }
    Importing { name: "import-folder"; onActivated: root.dialogWanted("folder") }
    KeyAction { name: "open-archive"; onActivated: root.dialogWanted("archive") }
    KeyAction {
        name: "leave-sample"
        isPossible: root.workspace.isSample
        reason: qsTr("The sample is not open.")
        onActivated: root.workspace.closeSample()
    }
    KeyAction {
        name: "full-screen"
        isToggle: true
        isChosen: root.window !== null && root.window.visibility === Window.FullScreen
        onActivated: root.turnFullScreen()
    }
    KeyAction { name: "menu"; onActivated: menu.open() }
    KeyAction {
        name: "menu-bar"
        isToggle: true
        isChosen: root.preferences.isMenuBarShown
        onActivated: root.preferences.isMenuBarShown = !root.preferences.isMenuBarShown
    }
    KeyAction { name: "palette"; onActivated: palette.open() }
    KeyAction { name: "keys"; onActivated: keys.open() }
    KeyAction { name: "about"; onActivated: about.open() }
    KeyAction { name: "quit"; isHeard: isPossible; onActivated: Qt.quit() }

    component Late: LateLoader { // a sheet that most starts never open
        function open(): void {
            finish()
            const sheet = item as FloatingSheet
            sheet.open()
        }
        held: true
    }

    MenuPlace {
        id: menu
        width: root.width
        isKept: root.preferences.isMenuBarShown
        enabled: !root.isAsking
    }
    Late { id: palette; address: Qt.resolvedUrl("CommandPalette.qml"); values: ({ bindings: root.bindings }) }
    Late { id: keys; address: Qt.resolvedUrl("KeysSheet.qml"); values: ({ bindings: root.bindings }) }
    Late { id: about; address: Qt.resolvedUrl("AboutSheet.qml") }
}
