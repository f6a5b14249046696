// SPDX-License-Identifier: GPL-3.0-or-later
// MenuEntry: one thing a menu does. text, iconName, note (a shortcut or a count), checked (shows the
// tick; choosing one of several takes it from the others), enabled, disabledReason; triggered().
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

T.MenuItem {
    id: root

    property string iconName
    property string note
    property string disabledReason

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Theme.px(30)
    width: parent ? parent.width : implicitWidth
    horizontalPadding: Theme.s8
    autoExclusive: checkable
    Accessible.name: text
    Accessible.description: enabled ? note : disabledReason

    contentItem: Item {
        implicitWidth: words.implicitWidth + extra.reserved + Theme.s8
        IconLabel {
            id: words
            anchors { left: parent.left; right: parent.right; rightMargin: extra.reserved
                      verticalCenter: parent.verticalCenter }
            iconName: root.checked ? "check" : root.iconName
            keepsIconPlace: true // so that the words of all entries stand in one line
            iconSize: Theme.rowIconSize
            text: root.text
            spacing: Theme.s8
            isCentred: false
            color: root.enabled ? Theme.ink : Theme.ink3
        }
        PlainText {
            id: extra
            readonly property real reserved: root.note === "" ? 0 : implicitWidth + Theme.s24
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            text: root.note
            font: Theme.fact
            lineHeight: Theme.factLine
            color: Theme.ink3
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.line : root.highlighted && root.enabled ? Theme.side : "transparent"
        FocusRing { shown: root.visualFocus; distance: -2 }
    }
    DisabledReason { control: root; reason: root.disabledReason }
}
