// SPDX-License-Identifier: GPL-3.0-or-later
// MenuPlace: the menu bar at the top of the window. The design has no room for it: it lies over the
// header as long as it is used, unless the user wants to have it all the time. isKept (so he does),
// open(); reserved: how much of the top is its own.
import QtQuick
import Microfiche.Ui

Item {
    id: root

    property bool isKept: false
    property bool isUsed: false
    property Item before: null // that had the keyboard
    readonly property int reserved: isKept ? Theme.px(30) : 0

    function open(): void {
        before = Window.activeFocusItem
        isUsed = true
        bar.finish()
        if (bar.item instanceof MainMenu)
            bar.item.openFirst()
    }
    function end(): void {
        if (!isUsed || bar.item instanceof MainMenu && bar.item.isOpen)
            return // on the way to another menu
        isUsed = false
        const now = Window.activeFocusItem
        if (before && before.visible && (!now || now === Window.contentItem || bar.activeFocus))
            before.forceActiveFocus(Qt.PopupFocusReason)
        before = null
    }

    height: Theme.px(30)
    visible: isKept || isUsed

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
        target: bar.item
        ignoreUnknownSignals: true // its type is not read before it is wanted
        function onIsOpenChanged(): void { Qt.callLater(root.end) } // qmllint disable
    }
}
