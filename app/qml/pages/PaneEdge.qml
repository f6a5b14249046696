// SPDX-License-Identifier: GPL-3.0-or-later
// PaneEdge: drags the edge of a pane; a double click gives it its own width back.
// dragged(dx), reset().
import QtQuick

Item {
    id: root

    signal dragged(real dx)
    signal reset()

    width: 8
    z: 4

    MouseArea {
        property real start: 0
        anchors.fill: parent
        cursorShape: Qt.SplitHCursor
        onPressed: mouse => start = mouse.x
        onPositionChanged: mouse => root.dragged(mouse.x - start)
        onDoubleClicked: root.reset()
    }
}
