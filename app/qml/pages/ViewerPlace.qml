// SPDX-License-Identifier: GPL-3.0-or-later
// ViewerPlace: the full-size viewer, whose code is read when a picture is first opened. browser;
// saveWanted(name, suffix), closedAt(articleId, isMoved).
import QtQuick
import Microfiche.Models
import Microfiche.Ui

LateLoader {
    id: root

    required property ArchiveBrowser browser
    signal saveWanted(string name, string suffix)
    signal closedAt(real articleId, bool isMoved)

    held: !browser.picture.isOpen && status === Loader.Null
    inOneGo: true
    address: Qt.resolvedUrl("PictureViewer.qml")
    values: ({ browser: root.browser })

    Binding {
        target: root.item
        property: "isMirrored"
        value: root.LayoutMirroring.enabled
        when: root.item !== null
    }
    Connections {
        target: root.item
        ignoreUnknownSignals: true // its type is not read before it is wanted
        function onSaveWanted(name, suffix) { root.saveWanted(name, suffix) }
        function onClosedAt(articleId, isMoved) { root.closedAt(articleId, isMoved) }
    }
}
