// SPDX-License-Identifier: GPL-3.0-or-later
// CardPlate: appears only when something is true of a card. isSelected, isCurrent, isHovered. With
// focus on a chosen card the line becomes the ring.
import QtQuick
import Microfiche.Ui

Rectangle {
    required property bool isSelected
    required property bool isCurrent
    required property bool isHovered

    visible: isSelected || isCurrent || isHovered
    radius: Theme.radius
    color: isSelected ? Theme.soft : "transparent"
    border {
        width: isSelected || isCurrent ? 2 : 1
        color: isCurrent ? Theme.ink : isSelected ? Theme.accent : Theme.edge
    }
    Accessible.ignored: true
}
