// SPDX-License-Identifier: GPL-3.0-or-later
// DropOverlay: takes local files and folders that are dropped on the window; a DropSheet says what
// would be imported while they hang there. browser, isSample; urlsDropped(urls).
import QtQuick
import Microfiche.Models
import Microfiche.Ui

DropArea {
    id: root

    required property ArchiveBrowser browser
    required property bool isSample
    signal urlsDropped(var urls)
    property bool isShown: false

    readonly property ImportStatus status: browser.imports

    onEntered: drag => {
        root.isShown = root.browser.state !== ArchiveBrowser.Refused && drag.hasUrls
                       && root.status.previewDrop(drag.urls)
        drag.accepted = root.isShown
        if (root.isShown)
            drag.accept(Qt.CopyAction)
    }
    onExited: {
        root.isShown = false
        root.status.endPreview()
    }
    onDropped: drop => {
        root.isShown = false
        root.status.endPreview()
        root.urlsDropped(drop.urls)
        drop.accept(Qt.CopyAction)
    }

    LateLoader {
        anchors.fill: parent
        held: !root.isShown
        inOneGo: true
        address: Qt.resolvedUrl("DropSheet.qml")
        values: ({ overlay: root })
    }
}
