// SPDX-License-Identifier: GPL-3.0-or-later
// Icon: one of our own drawings in one colour. name, size (20 drawn, 18 rows, 14 facts), color.
// Those that point along the line mirror with it.
import QtQuick
import Microfiche.Ui

Image {
    id: root

    required property string name
    property real size: Theme.iconSize
    property color color: Theme.ink
    readonly property bool isDirectional: name === "back" || name === "forward" || name === "undo"
                                          || name === "redo" || name === "list" || name === "sort"

    width: size
    height: size
    sourceSize { width: root.size; height: root.size }
    source: name === "" ? "" : "image://icon/" + name + "/" + color.toString().substring(1)
    mirror: isDirectional && LayoutMirroring.enabled
    Accessible.ignored: true
}
