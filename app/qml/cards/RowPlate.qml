// SPDX-License-Identifier: GPL-3.0-or-later
// RowPlate: the ground of a row in a list or table, and its hairline. isSelected (soft and a bar on
// the leading edge), isCurrent (ring inside the row), isHovered.
import QtQuick
import Microfiche.Ui

Rectangle {
    id: root

    required property bool isSelected
    required property bool isCurrent
    required property bool isHovered

    color: isSelected ? Theme.soft : isHovered ? Theme.side : "transparent"
    Accessible.ignored: true

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
    Rectangle { // in high contrast soft and side are the ground itself
        anchors.fill: parent
        visible: Theme.highContrast && (root.isSelected || root.isHovered)
        color: "transparent"
        border { width: root.isSelected ? Theme.softEdge : 1; color: Theme.edge }
    }
    Rectangle {
        objectName: "bar"
        anchors.left: parent.left
        width: 3
        height: parent.height
        visible: root.isSelected
        color: Theme.accent
    }
    FocusRing {
        objectName: "ring"
        shown: root.isCurrent
        distance: -1
    }
}
