// SPDX-License-Identifier: GPL-3.0-or-later
// IconButton: a lone icon. iconName, toolTip (its name, needed), iconSize, isOnPicture (a face of
// its own), checkable, disabledReason; clicked(). 36 square unless `extent` says otherwise.
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

T.AbstractButton {
    id: root

    required property string iconName
    required property string toolTip
    property string disabledReason
    property bool hidesToolTip: false
    property real iconSize: Theme.iconSize
    property real extent: Theme.controlHeight
    property bool isOnPicture: false
    property color iconColor: !enabled ? Theme.ink3 : checked ? Theme.accent : Theme.ink

    implicitWidth: extent
    implicitHeight: extent
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: toolTip
    Accessible.description: enabled ? "" : disabledReason
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: root.iconName
            size: root.iconSize
            color: root.iconColor
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.line
             : root.hovered && root.enabled ? Theme.side
             : root.isOnPicture ? Theme.raised : "transparent"
        border { width: root.isOnPicture ? 1 : 0; color: Theme.line }
        FocusRing { shown: root.visualFocus }
    }

    DisabledReason { control: root; reason: root.disabledReason }
    HoverTip { text: root.toolTip; shown: root.hovered && !root.hidesToolTip }
}
