// SPDX-License-Identifier: GPL-3.0-or-later
// ProgressLine: value from 0 to 1, isUnknown (a part runs along), name.
import QtQuick
import Microfiche.Ui

Rectangle {
    id: root

    property real value: 0
    property bool isUnknown: false
    property string name
    // What a screen reader asks a bar for.
    readonly property real minimumValue: 0
    readonly property real maximumValue: 1

    implicitWidth: Theme.px(200)
    implicitHeight: 6
    color: Theme.total
    border { width: Theme.highContrast ? 1 : 0; color: Theme.edge }
    clip: true
    Accessible.role: Accessible.ProgressBar
    Accessible.name: name

    Rectangle {
        visible: !root.isUnknown
        x: LayoutMirroring.enabled ? parent.width - width : 0
        width: Math.round(parent.width * Math.max(0, Math.min(1, root.value)))
        height: parent.height
        color: Theme.accent
    }
    Rectangle {
        id: runner
        visible: root.isUnknown
        x: parent.width * 0.375
        width: parent.width / 4
        height: parent.height
        color: Theme.accent
        NumberAnimation on x {
            running: root.isUnknown && root.visible && Theme.sweepTime > 0
            from: -runner.width
            to: root.width
            duration: Math.max(1, Theme.sweepTime)
            loops: Animation.Infinite
        }
    }
}
