// SPDX-License-Identifier: GPL-3.0-or-later
// Fiche: what stands where there is no picture: frames in the topic's hue, the provider's letters.
// hue, seed, initials. Drawn once per size and look.
import QtQuick
import Microfiche.Ui

Image {
    id: root

    required property real hue
    required property int seed
    required property string initials

    readonly property int wide: Math.round(width)
    readonly property int tall: Math.round(height)

    source: wide <= 0 || tall <= 0 ? "" : "image://fiche/%1/%2/%3/%4/%5/%6".arg(wide)
        .arg(hue.toFixed(3)).arg(seed).arg(Theme.dark ? 1 : 0).arg(LayoutMirroring.enabled ? 1 : 0)
        .arg(encodeURIComponent(initials))
    sourceSize { width: wide; height: tall }
    Accessible.ignored: true
}
