// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Microfiche.Grid

// The grid as a page uses it: what only QML can say is added here.
CardGridBase {
    id: grid

    Accessible.role: Accessible.List

    PointHandler {
        acceptedDevices: PointerDevice.TouchScreen

        onActiveChanged: if (active)
            grid.takePointer()
    }

    DragHandler {
        acceptedDevices: PointerDevice.TouchScreen
        target: null
        xAxis.enabled: false

        onActiveChanged: active ? grid.beginDrag() : grid.endDrag()
        onTranslationChanged: grid.dragTo(translation.y)
    }

    // The touch that stops a glide is not meant for the card that happens to be there.
    MouseArea {
        anchors.fill: parent
        enabled: grid.gliding || pressed
        z: 1

        onPressed: grid.takePointer()
    }
}
