// SPDX-License-Identifier: GPL-3.0-or-later
// Tick: on the picture of what is chosen.
import QtQuick
import Microfiche.Ui

Rectangle {
    implicitWidth: Theme.px(28)
    implicitHeight: Theme.px(28)
    radius: width / 2
    color: Theme.accent
    border { width: 2; color: Theme.accentText }
    Accessible.ignored: true

    Icon {
        anchors.centerIn: parent
        name: "check"
        size: Theme.rowIconSize
        color: Theme.accentText
    }
}
