// SPDX-License-Identifier: GPL-3.0-or-later
// VideoBadge: says that a picture is of a video. Dark in both themes, for it lies on the picture.
import QtQuick
import Microfiche.Ui

Rectangle {
    implicitWidth: label.implicitWidth + 2 * Theme.s8
    implicitHeight: Theme.px(20)
    radius: Theme.radiusSmall
    color: Theme.badge

    IconLabel {
        id: label
        anchors.centerIn: parent
        iconName: "play"
        iconSize: Theme.px(12)
        text: qsTr("Video")
        font: Theme.label
        lineHeight: Theme.labelLine
        color: Theme.badgeText
    }
}
