// SPDX-License-Identifier: GPL-3.0-or-later
// TagDot: the colour of a tag, always beside its name or with a tip that says it. color, extent.
import QtQuick
import Microfiche.Ui

Rectangle {
    property real extent: Theme.px(10)

    implicitWidth: extent
    implicitHeight: extent
    radius: width / 2
    Accessible.ignored: true
}
