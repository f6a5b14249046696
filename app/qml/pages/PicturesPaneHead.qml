// SPDX-License-Identifier: GPL-3.0-or-later
// PicturesPaneHead: what stands above the publishers in the PicturesPane. settings, task;
// listWanted() by the arrow down; focusFirst(), focusSearch().
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Column {
    id: root

    required property PictureSettings settings
    required property PictureTask task
    signal listWanted()

    function focusFirst(): void {
        for (const mode of [never, chosen, all]) {
            if (mode.isOn)
                mode.forceActiveFocus(Qt.TabFocusReason)
        }
    }
    function focusSearch(): void { search.forceActiveFocus(Qt.TabFocusReason) }

    component Part: Column {
        x: Theme.s24
        width: root.width - 2 * Theme.s24
        topPadding: Theme.s16
        bottomPadding: Theme.s16
    }
    component Line: Rectangle {
        width: root.width
        height: 1
        color: Theme.line
    }
    component Mode: ToggleRow {
        required property int mode
        width: parent.width
        isChoice: true
        isOn: root.settings.mode === mode // qmllint disable
        onToggled: root.settings.mode = mode // qmllint disable
    }

    PicturesKept {
        x: Theme.s24
        width: root.width - 2 * Theme.s24
        settings: root.settings
        task: root.task
    }
    Line {}
    Part {
        SectionLabel { width: parent.width; text: qsTr("Ask servers for pictures") }
        Item { width: 1; height: Theme.s8 }
        Mode {
            id: never
            mode: PictureSettings.Never
            text: qsTr("Never")
            note: qsTr("Only what an import brought, or was loaded before")
        }
        Mode {
            id: chosen
            mode: PictureSettings.Chosen
            text: qsTr("Of chosen publishers")
            note: qsTr("Those with a tick below, when they are shown")
        }
        Mode {
            id: all
            mode: PictureSettings.All
            text: qsTr("Of all publishers")
            note: qsTr("But those without a tick below, when they are shown")
        }
        Item { width: 1; height: Theme.s8 }
        ToggleRow {
            width: parent.width
            text: qsTr("Offline")
            note: qsTr("Ask no server for now, whatever is chosen above")
            isOn: root.settings.isOffline
            onToggled: root.settings.isOffline = !root.settings.isOffline
        }
        PlainText {
            objectName: "problem"
            width: parent.width
            topPadding: Theme.s8
            visible: text !== ""
            text: root.settings.problem
            color: Theme.error
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
    }
    Line {}
    Loader {
        active: Pictures.servers !== null
        visible: active
        sourceComponent: PicturesServers {
            x: Theme.s24
            width: root.width - 2 * Theme.s24
            servers: Pictures.servers
        }
    }
    Line { visible: Pictures.servers !== null }
    PicturesSpace {
        x: Theme.s24
        width: root.width - 2 * Theme.s24
        settings: root.settings
    }
    Line {}
    Part {
        spacing: Theme.s12
        bottomPadding: Theme.s8
        SectionLabel {
            width: parent.width
            text: qsTr("Publishers")
            note: root.settings.publishers.all.toLocaleString(Qt.locale(), "f", 0)
        }
        EntryField {
            id: search
            objectName: "publisherSearch"
            width: parent.width
            name: qsTr("Search publishers")
            placeholderText: name
            onEdited: root.settings.publishers.filter = text
            Keys.onDownPressed: root.listWanted()
        }
        PlainText {
            width: parent.width
            visible: root.settings.isCounted && root.settings.publishers.count === 0
            text: root.settings.publishers.all === 0 ? qsTr("No article names a picture.")
                                                     : qsTr("No publisher matches.")
            color: Theme.ink2
        }
    }
}
