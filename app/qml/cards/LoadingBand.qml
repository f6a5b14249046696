// SPDX-License-Identifier: GPL-3.0-or-later
// LoadingBand: a lighter band that passes over what is still loading; stands still if motion is
// reduced.
import QtQuick
import Microfiche.Ui

Item {
    id: root

    readonly property color light: Theme.dark ? "#30FFFFFF" : "#B0FFFFFF"
    readonly property color none: Theme.dark ? "#00FFFFFF" : "#00FFFFFF"

    clip: true
    Accessible.ignored: true

    Rectangle {
        id: band
        width: root.width * 0.5
        height: root.height
        x: root.width * 0.4
        gradient: Gradient {
            orientation: Gradient.Horizontal
            GradientStop { position: 0; color: root.none }
            GradientStop { position: 0.5; color: root.light }
            GradientStop { position: 1; color: root.none }
        }
        NumberAnimation on x {
            running: Theme.sweepTime > 0 && root.visible
            from: -band.width
            to: root.width
            duration: Math.max(1, Theme.sweepTime)
            loops: Animation.Infinite
        }
    }
}
