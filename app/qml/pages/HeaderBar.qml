// SPDX-License-Identifier: GPL-3.0-or-later
// HeaderBar: search, order, import, menu. browser, isNarrow, hasSidebarButton, isTight (icons without
// words), isHeld (nothing of it is made yet); focusSearch(); menuWanted(),
// filesWanted(), folderWanted(), picturesWanted() (if hasPictures), gridWanted(), saveWanted().
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property ArchiveBrowser browser
    property bool isNarrow: false
    property bool hasSidebarButton: false
    property bool isTight: false
    property bool isHeld: false
    property bool hasPictures: false
    signal picturesWanted()
    signal menuWanted()
    signal filesWanted()
    signal folderWanted()
    signal gridWanted()
    signal saveWanted()

    function focusSearch(): void {
        parts.finish()
        if (parts.item instanceof HeaderParts)
            parts.item.focusSearch()
    }

    implicitHeight: Math.max(Theme.px(56), parts.implicitHeight)
    z: 1

    LateLoader {
        id: parts
        anchors.fill: parent
        held: root.isHeld
        address: Qt.resolvedUrl("HeaderParts.qml")
        values: ({ bar: root })
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
}
