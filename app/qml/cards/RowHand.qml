// SPDX-License-Identifier: GPL-3.0-or-later
// RowHand: what a pointer does with a row. taken(modifiers) on a press, chosen(), chosenTwice(),
// menuRequested(x, y); isOver.
import QtQuick

MouseArea {
    id: root

    readonly property bool isOver: hover.hovered
    signal taken(int modifiers)
    signal chosen()
    signal chosenTwice()
    signal menuRequested(real x, real y)

    acceptedButtons: Qt.LeftButton | Qt.RightButton
    onPressed: mouse => {
        root.taken(mouse.modifiers)
        if (mouse.button === Qt.RightButton)
            root.menuRequested(mouse.x, mouse.y)
    }
    onClicked: mouse => {
        if (mouse.button === Qt.LeftButton)
            root.chosen()
    }
    onDoubleClicked: mouse => {
        if (mouse.button === Qt.LeftButton)
            root.chosenTwice()
    }

    HoverHandler { id: hover }
}
