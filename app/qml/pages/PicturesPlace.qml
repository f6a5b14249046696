// SPDX-License-Identifier: GPL-3.0-or-later
// PicturesPlace: where the PicturesBar stands, which is not read before the first cards are seen and
// it is known how many pictures are missing. browser, settings and task (null: there is no bar),
// margin, isHeld, isInPane (the same is said there); settingsWanted(), dismissed().
import QtQuick
import Microfiche.Models
import Microfiche.Ui

FocusScope {
    id: root

    required property ArchiveBrowser browser
    property PictureSettings settings: null
    property PictureTask task: null
    property int margin: Theme.s24
    property bool isHeld: false
    property bool isInPane: false
    signal settingsWanted()
    signal dismissed()

    readonly property bool isIdle: !isHeld && browser.isCounted && !browser.imports.isRunning
    property bool isDue: true // once, and again when an import has ended
    readonly property bool isToCount: settings !== null && isIdle && isDue
    readonly property bool isWanted: settings !== null && task !== null && !isHeld
                                     && (settings.isCounted || task.isActive)

    implicitHeight: isInPane ? 0 : (bar.item as Item)?.implicitHeight ?? 0
    visible: implicitHeight > 0
    onIsToCountChanged: if (isToCount)
        soon.restart()

    Connections {
        target: root.browser.imports
        function onStarted(): void { root.isDue = true }
    }
    Timer { // the first moments are the cards'
        id: soon
        interval: 600
        onTriggered: {
            if (!root.isToCount)
                return
            root.isDue = false
            root.settings.count()
        }
    }
    LateLoader {
        id: bar
        anchors.fill: parent
        focus: true
        held: !root.isWanted
        address: Qt.resolvedUrl("PicturesBar.qml")
        values: ({ settings: root.settings, task: root.task })
    }
    Binding {
        target: bar.item
        property: "margin"
        value: root.margin
        when: bar.item !== null
    }
    Connections {
        target: bar.item
        ignoreUnknownSignals: true // its type is not read before it is wanted
        function onSettingsWanted() { root.settingsWanted() }
        function onDismissed() { root.dismissed() }
    }
}
