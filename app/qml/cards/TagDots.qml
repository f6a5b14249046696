// SPDX-License-Identifier: GPL-3.0-or-later
// TagDots: the tags of an article as dots, three at most; their names are in the tip and read out. tags,
// colors; room (what they take, shown or not).
import QtQuick
import Microfiche.Ui

Row {
    id: root

    required property var tags
    required property var colors
    readonly property string name: qsTr("Tags: %1").arg(Array.from(tags).join(qsTr(", ", "between topics")))

    readonly property int count: Math.min(tags.length, 3)
    readonly property real room: count * Theme.px(8) + Math.max(0, count - 1) * spacing

    objectName: "tags"
    height: Theme.factLine
    spacing: 3
    Accessible.role: Accessible.StaticText
    Accessible.name: name

    Repeater {
        model: root.count
        TagDot {
            required property int index
            anchors.verticalCenter: parent ? parent.verticalCenter : undefined
            extent: Theme.px(8)
            color: Theme.tagColor(root.colors[index] ?? 0)
        }
    }
}
