// SPDX-License-Identifier: GPL-3.0-or-later
// Fact: an icon and words. Most articles have few of the facts there are, so one is made for those
// that have it. isWanted, iconName, text, name (spoken), iconColor.
import QtQuick
import Microfiche.Ui

Loader {
    id: root

    property bool isWanted: true
    required property string name
    property string iconName
    property string text
    property color iconColor: Theme.ink2
    readonly property real iconSize: Theme.factIconSize
    readonly property real spacing: 6

    active: isWanted
    sourceComponent: IconLabel {
        Accessible.role: Accessible.StaticText
        Accessible.name: root.name
        iconName: root.iconName
        iconSize: root.iconSize
        iconColor: root.iconColor
        text: root.text
        font: Theme.fact
        lineHeight: Theme.factLine
        color: Theme.ink2
        spacing: root.spacing
        isCentred: false
    }
}
