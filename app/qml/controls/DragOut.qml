// SPDX-License-Identifier: GPL-3.0-or-later
// DragOut: where a drag takes something out of the window. dragged (by MIME type; it may come late),
// picture (that goes with the pointer); prepared() as soon as a drag may begin.
import QtQuick

Item {
    id: root

    property var dragged: ({})
    property string picture
    signal prepared()

    readonly property bool isReady: Object.keys(dragged).length > 0

    Drag.dragType: Drag.Automatic
    Drag.supportedActions: Qt.CopyAction
    Drag.mimeData: dragged
    Drag.imageSource: hand.active ? picture : ""
    Drag.active: hand.active && isReady

    PointHandler { onActiveChanged: if (active) root.prepared() }
    DragHandler {
        id: hand
        target: null
    }
}
