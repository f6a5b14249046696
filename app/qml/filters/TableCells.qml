// SPDX-License-Identifier: GPL-3.0-or-later
// TableCells: a row of a name and two numbers, which stand right-aligned in columns. first, second,
// third, isHead, isCurrent.
import QtQuick
import Microfiche.Ui

Item {
    id: root

    required property string first
    required property string second
    required property string third
    property bool isHead: false
    property bool isCurrent: false

    readonly property font cellFont: isHead ? Theme.labelBold : Theme.fact
    readonly property color cellColor: isHead ? Theme.ink3 : Theme.ink

    Accessible.role: Accessible.Row
    Accessible.name: qsTr("%1: %2 of %3").arg(first).arg(second).arg(third)

    FocusRing { shown: root.isCurrent; distance: -2 }
    PlainText {
        anchors { left: parent.left; leftMargin: Theme.s8; right: middle.left; verticalCenter: parent.verticalCenter }
        text: root.first
        font: root.cellFont
        lineHeight: Theme.factLine
        color: root.cellColor
    }
    PlainText {
        id: middle
        anchors { right: last.left; verticalCenter: parent.verticalCenter }
        width: Theme.px(68)
        text: root.second
        horizontalAlignment: Text.AlignRight
        font: root.cellFont
        lineHeight: Theme.factLine
        color: root.cellColor
    }
    PlainText {
        id: last
        anchors { right: parent.right; rightMargin: Theme.s12; verticalCenter: parent.verticalCenter }
        width: Theme.px(68)
        text: root.third
        horizontalAlignment: Text.AlignRight
        font: root.cellFont
        lineHeight: Theme.factLine
        color: Theme.ink3
    }
}
