// SPDX-License-Identifier: GPL-3.0-or-later
// Fiche: what stands where there is no picture: frames in the topic's hue, the provider's letters.
// hue, look (as Card has it: HUE/SEED/LETTERS). Drawn once per size and look, beside the window's own work: for a moment the
// sheet is bare.
import QtQuick
import Microfiche.Ui

Rectangle {
    id: root

    required property real hue
    required property string look

    // Over the edge by a part of a pixel: what is scaled by so little has a black rim.
    readonly property int wide: Math.ceil(width)
    readonly property int tall: Math.ceil(height)
    readonly property string sheet: "image://fiche/" + wide + (Theme.dark ? "/1" : "/0")
                                    + (LayoutMirroring.enabled ? "/1/" : "/0/")

    color: Theme.hueGround(hue)
    Accessible.ignored: true

    Image {
        id: drawing
        width: root.wide
        height: root.tall
        source: root.wide <= 0 || root.tall <= 0 || root.look === "" ? "" : root.sheet + root.look
        sourceSize { width: root.wide; height: root.tall }
        asynchronous: true
    }
}
