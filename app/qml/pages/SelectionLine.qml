// SPDX-License-Identifier: GPL-3.0-or-later
// SelectionLine: how many articles are chosen and what can be done with all of them, in the place of
// the count line. selection, isNarrow; tagWanted().
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property ArticleSelection selection
    property bool isNarrow: false
    signal tagWanted()

    implicitHeight: Math.max(count.height, actions.height)
    Accessible.role: Accessible.ToolBar
    Accessible.name: count.text

    component Action: ActionButton {
        required property string word
        text: root.width < Theme.px(800) ? "" : word
        toolTip: word
        kind: ActionButton.Quiet
        iconSize: Theme.rowIconSize
        implicitHeight: Theme.px(28)
        leftPadding: text === "" ? 0 : Theme.s8
        rightPadding: text === "" ? 0 : Theme.s8
    }

    PlainText {
        id: count
        objectName: "selected"
        anchors { left: parent.left; verticalCenter: parent.verticalCenter }
        width: Math.min(implicitWidth, root.width - actions.width - Theme.s16)
        text: root.selection.text
        font: root.isNarrow ? Theme.countLineNarrow : Theme.countLine
        lineHeight: root.isNarrow ? Theme.countLineNarrowLine : Theme.countLineLine
        color: Theme.accent
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    Row {
        id: actions
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        spacing: Theme.s4

        Action { objectName: "starAll"; word: qsTr("Star"); iconName: "star-set"; onClicked: root.selection.setStarred(true) }
        Action { word: qsTr("Take stars away"); iconName: "star"; onClicked: root.selection.setStarred(false) }
        Action { word: qsTr("Seen"); iconName: "seen"; onClicked: root.selection.setSeen(true) }
        Action { word: qsTr("Not seen"); iconName: "clock"; onClicked: root.selection.setSeen(false) }
        Action { objectName: "tagAll"; word: qsTr("Tag…"); iconName: "tag"; onClicked: root.tagWanted() }
        Action { objectName: "clearAll"; word: qsTr("Clear"); iconName: "close"; onClicked: root.selection.clear() }
    }
}
