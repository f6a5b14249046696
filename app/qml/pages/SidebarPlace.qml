// SPDX-License-Identifier: GPL-3.0-or-later
// SidebarPlace: the sidebar beside the cards, or in a narrow window a drawer over them.
//   browser, workspace, isNarrow, wide (its width beside the cards), drawer (its width over them)
//   isHeld (what it lists is not made yet)
//   isOpen (the drawer); hasKeyboard; saveSearch(); importWanted(), widthWanted(width): 0 is the usual one
import QtQuick
import Microfiche.Models
import Microfiche.Ui
import Microfiche.Window

Item {
    id: root

    required property ArchiveBrowser browser
    required property Workspace workspace
    property bool isHeld: false
    property bool isNarrow: false
    property bool isOpen: false
    property real wide: 0
    property real drawer: 0
    readonly property bool hasKeyboard: bar.activeFocus
    signal importWanted()
    signal widthWanted(real width)

    /// Saves the query and lets its name be typed, where it is seen.
    function saveSearch(): void {
        if (isNarrow)
            isOpen = true
        bar.saveSearch()
    }

    z: 2 // the hand may take the edge from both sides
    onIsOpenChanged: {
        if (isOpen)
            bar.focusFirst()
    }
    onIsNarrowChanged: if (!isNarrow)
        isOpen = false

    Rectangle { // what the drawer lies over
        anchors.fill: parent
        visible: root.isNarrow && root.isOpen
        color: Theme.ground
        opacity: 0.6
        TapHandler { onTapped: root.isOpen = false }
    }
    Sidebar {
        id: bar
        objectName: "sidebar"
        readonly property real hidden: LayoutMirroring.enabled ? root.width : -width
        readonly property real shown: LayoutMirroring.enabled ? root.width - width : 0
        x: root.isNarrow && !root.isOpen ? hidden : shown
        width: root.isNarrow ? root.drawer : root.wide
        height: root.height
        visible: x !== hidden
        enabled: !root.isNarrow || root.isOpen
        browser: root.browser
        workspace: root.workspace
        isHeld: root.isHeld
        onImportWanted: {
            root.isOpen = false
            root.importWanted()
        }
        Behavior on x {
            enabled: root.isNarrow
            NumberAnimation { duration: Theme.paneTime; easing.type: Easing.OutCubic }
        }
    }
    PaneEdge {
        anchors { left: parent.left; leftMargin: root.wide - width / 2 }
        visible: !root.isNarrow
        height: root.height
        name: qsTr("Width of the sidebar")
        onDragged: dx => root.widthWanted(root.wide + dx)
        onReset: root.widthWanted(0)
    }
}
