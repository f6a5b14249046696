// SPDX-License-Identifier: GPL-3.0-or-later
// EntryField: one framed line to type in. name, description, text, maximumLength, placeholderText,
// problem (marks it as wrong); edited(), accepted() on Enter, focusLeft(); selectAll().
import QtQuick
import Microfiche.Ui

FocusScope {
    id: root

    required property string name
    property alias text: input.text
    property string placeholderText
    property string problem
    property string description
    property alias maximumLength: input.maximumLength

    signal edited()
    signal accepted()
    signal focusLeft()

    function selectAll(): void { input.selectAll() }

    implicitWidth: Theme.px(200)
    implicitHeight: Theme.controlHeight

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.raised
        border { width: root.problem !== "" ? 2 : 1; color: root.problem !== "" ? Theme.error : Theme.edge }
        FocusRing { shown: input.activeFocus }
    }
    PlainText {
        anchors { left: parent.left; right: parent.right; margins: Theme.s12; verticalCenter: parent.verticalCenter }
        visible: input.text === ""
        text: root.placeholderText
        color: Theme.ink3
        Accessible.ignored: true
    }
    TextInput {
        id: input
        objectName: "input"
        anchors { left: parent.left; right: parent.right; margins: Theme.s12; verticalCenter: parent.verticalCenter }
        focus: true
        activeFocusOnTab: true
        font: Theme.text
        color: Theme.ink
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentText
        selectByMouse: true
        clip: true
        maximumLength: 40
        horizontalAlignment: TextInput.AlignLeft
        Accessible.role: Accessible.EditableText
        Accessible.name: root.name
        Accessible.description: root.problem !== "" ? root.problem : root.description
        onActiveFocusChanged: if (!activeFocus) root.focusLeft()
        onTextEdited: root.edited()
        Keys.onReturnPressed: root.accepted()
        Keys.onEnterPressed: root.accepted()
    }
}
