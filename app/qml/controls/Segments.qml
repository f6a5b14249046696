// SPDX-License-Identifier: GPL-3.0-or-later
// Segments: a few views of which one is shown. model: [{icon, name, enabled, reason}] (enabled and
// reason may be absent), currentIndex, name (of the whole); chosen(index). Arrows move the choice.
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

FocusScope {
    id: root

    required property var model
    required property string name
    property int currentIndex: 0

    signal chosen(int index)

    implicitWidth: row.implicitWidth
    implicitHeight: Theme.controlHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: name

    function isOpen(index: int): bool {
        return index >= 0 && index < model.length && model[index].enabled !== false
    }
    function move(step: int): void {
        let next = currentIndex + step
        while (next >= 0 && next < model.length && !isOpen(next))
            next += step
        if (!isOpen(next))
            return
        chosen(next)
        row.children[next].forceActiveFocus(Qt.TabFocusReason)
    }
    Keys.onLeftPressed: move(LayoutMirroring.enabled ? 1 : -1)
    Keys.onRightPressed: move(LayoutMirroring.enabled ? -1 : 1)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.raised
    }
    Row {
        id: row
        height: root.height

        Repeater {
            model: root.model

            T.AbstractButton {
                id: segment

                required property var modelData
                required property int index
                readonly property bool isChosen: root.currentIndex === index

                width: Theme.px(38)
                height: root.height
                enabled: modelData.enabled !== false
                focusPolicy: isChosen ? Qt.StrongFocus : Qt.ClickFocus
                Accessible.role: Accessible.RadioButton
                Accessible.name: modelData.name
                Accessible.checkable: true
                Accessible.checked: isChosen
                onClicked: root.chosen(index)

                background: Rectangle {
                    color: segment.isChosen ? Theme.soft
                         : segment.hovered && segment.enabled ? Theme.side : "transparent"
                    border { width: segment.isChosen ? Theme.softEdge : 0; color: Theme.edge }
                    anchors { fill: parent; margins: 1 }
                    radius: Theme.radius - 1
                    FocusRing { shown: segment.visualFocus; z: 1 }
                }
                contentItem: Item {
                    Icon {
                        anchors.centerIn: parent
                        name: segment.modelData.icon
                        color: !segment.enabled ? Theme.ink3
                             : segment.isChosen ? Theme.accent : Theme.ink
                    }
                    Rectangle {
                        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
                        visible: segment.index > 0
                        width: 1
                        color: Theme.line
                    }
                }
                HoverTip {
                    text: segment.modelData.name
                    shown: segment.hovered
                }
                DisabledReason { control: segment; reason: segment.modelData.reason ?? "" }
            }
        }
    }
    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: "transparent"
        border { width: 1; color: Theme.edge }
    }
}
