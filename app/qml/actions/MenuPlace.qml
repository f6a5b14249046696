// SPDX-License-Identifier: GPL-3.0-or-later
// MenuPlace: the menu bar at the top of the window. The design has no room for it: it lies over the
// header as long as it is used, unless the user wants to have it all the time. isKept (so he does),
// open(); reserved: how much of the top is its own.
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

Item {
    id: root

    property bool isKept: false
    property bool isUsed: false
    readonly property Item focusItem: Window.activeFocusItem
    property Item before: null // that last had the keyboard, but for menus
    readonly property int reserved: isKept ? Theme.px(30) : 0

    function open(): void {
        isUsed = true
        bar.finish()
        if (bar.item instanceof MainMenu)
            bar.item.openFirst()
    }
    function end(): void {
        if (bar.item instanceof MainMenu && bar.item.isOpen)
            return // on the way to another menu
        isUsed = false
        if (!focusItem || focusItem === Window.contentItem || bar.activeFocus)
            Actions.giveKeyboardTo(before)
    }
    // What is done is done to what has the keyboard, and may take it elsewhere.
    function perform(action: string): void {
        end()
        Actions.trigger(action)
    }
    function remember(item: Item): void {
        for (let up = item; up; up = up.parent) {
            if (up === bar || up === T.Overlay.overlay)
                return
        }
        if (item && item !== Window.contentItem)
            before = item
    }

    height: Theme.px(30)
    visible: isKept || isUsed
    onFocusItemChanged: remember(focusItem)
    onEnabledChanged: if (!enabled && bar.item instanceof MainMenu)
        bar.item.closeAll()

    LateLoader {
        id: bar
        property bool isDrawn: false // the first cards come first
        anchors.fill: parent
        held: !root.isUsed && !(root.isKept && isDrawn) && status === Loader.Null
        inOneGo: true
        address: Qt.resolvedUrl("MainMenu.qml")
        LayoutMirroring.enabled: Qt.application.layoutDirection === Qt.RightToLeft // qmllint disable type
        LayoutMirroring.childrenInherit: true
    }
    Connections {
        target: root.Window.window
        enabled: root.isKept && !bar.isDrawn
        function onFrameSwapped(): void { bar.isDrawn = true }
    }
    Connections {
        target: Actions
        function onChosen(name: string): void { Qt.callLater(root.perform, name) } // qmllint disable
    }
    Connections {
        target: bar.item
        ignoreUnknownSignals: true // its type is not read before it is wanted
        function onIsOpenChanged(): void { Qt.callLater(root.end) } // qmllint disable
    }
}
