// SPDX-License-Identifier: GPL-3.0-or-later
// Chip: one clause of the query. label, note ("+257": what would come back without it); closed().
// shownLabel and shownNote may say less; fullWidth is what saying all would take.
// Delete and Backspace close it from the keyboard.
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

Rectangle {
    id: root

    required property string label
    property string note
    property string shownLabel: label
    property string shownNote: note

    readonly property real fullWidth: Theme.s8 + Math.ceil(labelSize.advanceWidth) + closer.width
        + (note === "" ? 0 : 6 + Math.ceil(noteSize.advanceWidth))

    signal closed()

    implicitWidth: words.x + words.implicitWidth + extra.reserved + closer.width
    implicitHeight: Theme.px(24)
    radius: Theme.radius
    color: Theme.soft
    border { width: Theme.softEdge; color: Theme.edge }

    TextMetrics { id: labelSize; font: Theme.text; text: root.label }
    TextMetrics { id: noteSize; font: Theme.fact; text: root.note }

    PlainText {
        id: words
        x: LayoutMirroring.enabled ? root.width - Theme.s8 - width : Theme.s8
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, root.width - Theme.s8 - extra.reserved - closer.width)
        text: root.shownLabel
        Accessible.ignored: true
    }
    PlainText {
        id: extra
        readonly property real reserved: root.shownNote === "" ? 0 : implicitWidth + 6
        anchors { left: words.right; leftMargin: 6; verticalCenter: parent.verticalCenter }
        text: root.shownNote
        font: Theme.fact
        lineHeight: Theme.factLine
        color: Theme.ink2
        Accessible.ignored: true
    }
    T.AbstractButton {
        id: closer
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        width: Theme.px(24)
        height: root.height
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Button
        Accessible.name: root.note === "" ? qsTr("Remove %1").arg(root.label)
                                          : qsTr("Remove %1, %2 articles").arg(root.label).arg(root.note)
        onClicked: root.closed()
        Keys.onReturnPressed: root.closed()
        Keys.onDeletePressed: root.closed()
        Keys.onPressed: event => {
            event.accepted = event.key === Qt.Key_Backspace
            if (event.accepted)
                root.closed()
        }

        contentItem: Item {
            Icon {
                anchors.centerIn: parent
                name: "close"
                size: Theme.factIconSize
                color: closer.hovered ? Theme.ink : Theme.ink2
            }
        }
    }
    FocusRing { shown: closer.visualFocus; distance: 0 }
}
