// SPDX-License-Identifier: GPL-3.0-or-later
// SelectionBand: a rectangle drawn from the ground between cards chooses those that it meets. With Ctrl
// or Shift what was chosen stays, and it may begin on a card. In a CardGrid: selection; area, isBand.
import QtQuick
import Microfiche.Grid
import Microfiche.Models

DragHandler {
    id: root

    required property ArticleSelection selection
    readonly property CardGrid grid: parent as CardGrid
    readonly property rect area: {
        const from = centroid.pressPosition
        const to = centroid.position
        return Qt.rect(Math.min(from.x, to.x), Math.min(from.y, to.y), Math.abs(from.x - to.x), Math.abs(from.y - to.y))
    }
    property bool isBand: false
    property bool keeps: false

    target: null
    acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
    acceptedButtons: Qt.LeftButton
    onActiveChanged: {
        const from = centroid.pressPosition
        keeps = (centroid.modifiers & (Qt.ControlModifier | Qt.ShiftModifier)) !== 0
        isBand = active && (keeps || grid.indexesIn(Qt.rect(from.x, from.y, 1, 1)).length === 0)
        if (isBand)
            selection.beginRows()
    }
    onAreaChanged: if (isBand && active)
        selection.chooseRows(Array.from(grid.indexesIn(area)), keeps)
}
