// SPDX-License-Identifier: GPL-3.0-or-later
// HSlider: from, to, value, stepSize, name; moved(value) by hand. A binding on value holds.
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

FocusScope {
    id: root

    required property string name
    property real from: 0
    property real to: 1
    property real value: 0
    property real stepSize: 0

    signal moved(real value)

    implicitWidth: Theme.px(96)
    implicitHeight: Theme.px(24)

    T.Slider {
        id: slider
        anchors.fill: parent
        focus: true
        focusPolicy: Qt.StrongFocus
        from: root.from
        to: root.to
        stepSize: root.stepSize
        value: root.value
        Accessible.name: root.name
        onMoved: root.moved(value)

        background: Item {
            readonly property real middle: slider.handle.x + slider.handle.width / 2

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width
                height: 2
                color: Theme.edge
            }
            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                x: slider.mirrored ? parent.middle : 0
                width: slider.mirrored ? parent.width - parent.middle : parent.middle
                height: 2
                color: Theme.accent
            }
        }
        handle: Rectangle {
            x: Math.round(slider.visualPosition * (slider.width - width))
            y: Math.round((slider.height - height) / 2)
            width: Theme.px(14)
            height: width
            radius: width / 2
            color: slider.pressed ? Theme.soft : Theme.raised
            border { width: 2; color: slider.pressed ? Theme.accentPressed : Theme.accent }
            FocusRing { shown: slider.visualFocus; radius: height / 2 }
        }
    }
}
