// SPDX-License-Identifier: GPL-3.0-or-later
// ActionButton: text, iconName, iconSize, iconColor, kind (Secondary, Primary, Quiet), toolTip,
// disabledReason; hidesToolTip (its menu is open); clicked(). Set `text` empty for a lone icon and name it with `toolTip`.
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

T.Button {
    id: root

    enum Kind { Secondary, Primary, Quiet }

    property int kind: ActionButton.Secondary
    property string iconName
    property real iconSize: Theme.iconSize
    property string toolTip
    property bool hidesToolTip: false
    property string disabledReason

    readonly property bool showsReason: why.isOver
    readonly property bool isPrimary: kind === ActionButton.Primary
    readonly property color faceColor: {
        if (!enabled)
            return kind === ActionButton.Quiet ? "transparent" : Theme.side
        if (isPrimary)
            return down ? Theme.accentPressed : hovered ? Theme.accentHover : Theme.accent
        if (down)
            return Theme.line
        return hovered ? Theme.side : kind === ActionButton.Quiet ? "transparent" : Theme.raised
    }
    property color iconColor: inkColor
    readonly property color inkColor: !enabled ? Theme.ink3 : isPrimary ? Theme.accentText : Theme.ink

    implicitWidth: Math.max(implicitHeight, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Theme.controlHeight
    leftPadding: text === "" ? 0 : iconName !== "" ? Theme.s12 : Theme.s16
    rightPadding: text === "" ? 0 : Theme.s16
    focusPolicy: Qt.StrongFocus
    Accessible.name: text !== "" ? text : toolTip
    Accessible.description: enabled ? (text !== "" ? toolTip : "") : disabledReason
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    contentItem: IconLabel {
        iconName: root.iconName
        iconSize: root.iconSize
        text: root.text
        color: root.inkColor
        iconColor: root.iconColor
        font: root.isPrimary ? Theme.textBold : Theme.text
        lineHeight: Theme.textLine
        spacing: Theme.s8
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.faceColor
        border {
            width: root.kind === ActionButton.Quiet || root.isPrimary && root.enabled ? 0 : 1
            color: root.enabled ? Theme.edge : Theme.line
        }
        Behavior on color { ColorAnimation { duration: Theme.hoverTime } }
        FocusRing { shown: root.visualFocus }
    }

    DisabledReason { id: why; control: root; reason: root.disabledReason }
    HoverTip { text: root.toolTip; shown: root.hovered && !root.hidesToolTip }
}
