// SPDX-License-Identifier: GPL-3.0-or-later
// FocusRing: the keyboard's place. Child of what it rings. shown, distance (outside; negative inside).
import QtQuick
import Microfiche.Ui

Rectangle {
    property bool shown: false
    property real distance: 2

    anchors.fill: parent
    anchors.margins: -distance - (distance < 0 ? 0 : border.width)
    visible: shown
    radius: distance < 0 ? 0 : Theme.radius + 2
    color: "transparent"
    border { width: 2; color: Theme.ink }
}
