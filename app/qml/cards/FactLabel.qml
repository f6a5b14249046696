// SPDX-License-Identifier: GPL-3.0-or-later
// FactLabel: an icon and a word or number behind it, as wide as they are. iconName, text (may be empty),
// name (spoken), iconColor.
import QtQuick
import Microfiche.Ui

Item {
    id: root

    property string iconName
    property string text
    property string name
    property color iconColor: Theme.ink2
    readonly property real spacing: 6

    implicitWidth: Theme.factIconSize + (text === "" ? 0 : spacing + words.implicitWidth)
    implicitHeight: Theme.factLine
    Accessible.role: Accessible.StaticText
    Accessible.name: name

    Icon {
        anchors { left: parent.left; verticalCenter: parent.verticalCenter }
        name: root.iconName
        size: Theme.factIconSize
        color: root.iconColor
    }
    PlainText {
        id: words
        anchors { left: parent.left; leftMargin: Theme.factIconSize + root.spacing }
        text: root.text
        font: Theme.fact
        lineHeight: Theme.factLine
        color: Theme.ink2
        Accessible.ignored: true
    }
}
