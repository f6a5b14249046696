// SPDX-License-Identifier: GPL-3.0-or-later
// LinkText: words that lead somewhere. label, iconName, trailingIcon, isUnderlined, isQuiet (ink2,
// not accent), font, lineHeight, disabledReason; clicked().
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

T.AbstractButton {
    id: root

    property string label
    property string iconName
    property string trailingIcon
    property string disabledReason
    property bool isUnderlined: false
    property bool isQuiet: false
    property int lineHeight: Theme.textLine
    readonly property color inkColor: !enabled ? Theme.ink3
        : isQuiet ? (hovered ? Theme.ink : Theme.ink2)
        : down ? Theme.accentPressed : hovered ? Theme.accentHover : Theme.accent

    implicitWidth: implicitContentWidth
    implicitHeight: Math.max(lineHeight, implicitContentHeight)
    font: Theme.text
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Link
    Accessible.name: label
    Accessible.description: enabled ? "" : disabledReason
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()
    HoverHandler { cursorShape: Qt.PointingHandCursor }

    contentItem: Item {
        implicitWidth: words.implicitWidth + trailing.reserved
        implicitHeight: words.implicitHeight

        IconLabel {
            id: words
            anchors { left: parent.left; right: parent.right; rightMargin: trailing.reserved }
            iconName: root.iconName
            iconSize: Theme.factIconSize
            text: root.label
            color: root.inkColor
            font: Qt.font({ family: root.font.family, pixelSize: root.font.pixelSize,
                            weight: root.font.weight,
                            underline: root.isUnderlined || root.hovered && !root.isQuiet })
            lineHeight: root.lineHeight
            isCentred: false
        }
        Icon {
            id: trailing
            readonly property real reserved: name === "" ? 0 : size + Theme.s4
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            visible: name !== ""
            name: root.trailingIcon
            size: Theme.factIconSize
            color: root.inkColor
        }
    }
    background: Item { FocusRing { shown: root.visualFocus } }

    DisabledReason { control: root; reason: root.disabledReason }
}
