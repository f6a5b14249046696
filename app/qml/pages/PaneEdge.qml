// SPDX-License-Identifier: GPL-3.0-or-later
// PaneEdge: drags the edge of a pane, or moves it by arrows; a double click or Delete gives the pane
// its usual width back. name; dragged(dx), towards the trailing side; reset().
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

T.Control {
    id: root

    required property string name

    signal dragged(real dx)
    signal reset()

    readonly property int stride: 16
    readonly property int direction: LayoutMirroring.enabled ? -1 : 1

    implicitWidth: 8
    z: 4
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Splitter
    Accessible.name: name
    Accessible.focusable: true
    Keys.onLeftPressed: dragged(-stride * direction)
    Keys.onRightPressed: dragged(stride * direction)
    Keys.onDeletePressed: reset()

    FocusRing { shown: root.visualFocus; distance: -2 }
    MouseArea {
        property real start: 0
        anchors.fill: parent
        cursorShape: Qt.SplitHCursor
        onPressed: mouse => start = mouse.x
        onPositionChanged: mouse => root.dragged((mouse.x - start) * root.direction)
        onDoubleClicked: root.reset()
    }
}
