// SPDX-License-Identifier: GPL-3.0-or-later
// DisabledReason: why a control cannot be used now, as its tooltip. control, reason.
// A disabled item hears no pointer, so its parent listens for it.
import QtQuick
import Microfiche.Ui

HoverHandler {
    id: root

    required property Item control
    property string reason
    readonly property point place: control.mapFromItem(control.parent, point.position)
    readonly property bool isOver: hovered && place.x >= 0 && place.y >= 0
                                   && place.x < control.width && place.y < control.height

    parent: control.parent
    enabled: !control.enabled && reason !== ""

    readonly property HoverTip tip: HoverTip {
        parent: root.control
        text: root.reason
        shown: root.isOver
    }
}
