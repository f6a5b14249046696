// SPDX-License-Identifier: GPL-3.0-or-later
// FactTip: a number and an icon are short; what they are is told to the pointer that rests on them.
// parts: items with a name or a spokenName.
import QtQuick
import Microfiche.Ui

Item {
    id: root

    required property var parts

    readonly property Item over: {
        if (!pointer.hovered)
            return null
        return parts.find(part => {
            const x = part.mapFromItem(root, pointer.point.position.x, 0).x
            return part.visible && x >= 0 && x < part.width
        }) ?? null
    }

    HoverHandler { id: pointer }
    ToolTipPlain {
        parent: root.over ?? root
        text: root.over ? root.over.name ?? root.over.spokenName : "" // qmllint disable
        visible: root.over !== null
    }
}
