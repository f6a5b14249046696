// SPDX-License-Identifier: GPL-3.0-or-later
// ScrollBarThin: shows where one is; wider under the pointer. In a Flickable as T.ScrollBar.vertical, or by
// itself with orientation, size and position; moved(position) while a hand moves it.
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

T.ScrollBar {
    id: root

    readonly property bool isWide: hovered || pressed

    signal moved(real position)

    onPositionChanged: {
        if (pressed)
            moved(position)
    }

    implicitWidth: orientation === Qt.Vertical ? 12 : 100
    implicitHeight: orientation === Qt.Vertical ? 100 : 12
    padding: isWide ? 2 : 3
    minimumSize: 0.04
    visible: policy === T.ScrollBar.AlwaysOn || policy === T.ScrollBar.AsNeeded && size < 1

    contentItem: Rectangle {
        implicitWidth: 6
        implicitHeight: 6
        color: root.pressed ? Theme.ink2 : root.hovered ? Theme.ink3 : Theme.edge
        opacity: root.isWide || root.active || Theme.highContrast ? 1 : 0.6
    }
}
