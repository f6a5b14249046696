// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Microfiche.Grid

// The grid as a page uses it: what only QML can say is added here.
CardGridBase {
    id: grid

    Accessible.role: Accessible.List

    DragHandler {
        acceptedDevices: PointerDevice.TouchScreen
        target: null
        xAxis.enabled: false

        onActiveChanged: active ? grid.beginDrag(translation.y) : grid.endDrag()
        onTranslationChanged: grid.dragTo(translation.y)
    }
}
