// SPDX-License-Identifier: GPL-3.0-or-later
// PlainText: the only way text reaches the window. Never markup. Set `font` and `lineHeight` from
// one role of Theme. Stands at the leading edge whatever direction the words have.
import QtQuick
import Microfiche.Ui

Text {
    id: root

    // What the line is taller than the font by itself goes half above and half below.
    readonly property int halfLead: Math.round((lineHeight - Theme.naturalLine * font.pixelSize) / 2)

    textFormat: Text.PlainText
    font: Theme.text
    lineHeight: Theme.textLine
    lineHeightMode: Text.FixedHeight
    topPadding: halfLead
    bottomPadding: -halfLead
    color: Theme.ink
    elide: Text.ElideRight
    horizontalAlignment: Text.AlignLeft
}
