// SPDX-License-Identifier: GPL-3.0-or-later
// HSlider: from, to, value, stepSize, name; moved().
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

T.Slider {
    id: root

    required property string name

    implicitWidth: Theme.px(96)
    implicitHeight: Theme.px(24)
    focusPolicy: Qt.StrongFocus
    Accessible.name: name

    background: Item {
        readonly property real middle: root.handle.x + root.handle.width / 2

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            height: 2
            color: Theme.edge
        }
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            x: root.mirrored ? parent.middle : 0
            width: root.mirrored ? parent.width - parent.middle : parent.middle
            height: 2
            color: Theme.accent
        }
    }
    handle: Rectangle {
        x: Math.round(root.visualPosition * (root.width - width))
        y: Math.round((root.height - height) / 2)
        width: Theme.px(14)
        height: width
        radius: width / 2
        color: root.pressed ? Theme.soft : Theme.raised
        border { width: 2; color: root.pressed ? Theme.accentPressed : Theme.accent }
        FocusRing { shown: root.visualFocus; radius: height / 2 }
    }
}
