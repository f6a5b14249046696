// SPDX-License-Identifier: GPL-3.0-or-later
// TypedField: a value in a heading that can be typed over. value (what stands there), name, error;
// committed(text) on Enter or when it is left, if it was changed. Escape takes the change back.
// placeholderText; edited(text) with every change by hand.
import QtQuick
import Microfiche.Ui

FocusScope {
    id: root

    required property string name
    property string value
    property string error
    property string placeholderText
    readonly property bool isEditing: input.activeFocus

    signal committed(string text)
    signal edited(string text)

    implicitWidth: Math.max(Theme.px(20), Math.ceil(input.contentWidth) + 2) + Theme.s8
    implicitHeight: Theme.px(22)

    onValueChanged: input.text = value
    function commit(): void {
        if (input.text !== root.value)
            root.committed(input.text)
    }

    TextInput {
        id: input
        objectName: "input"
        anchors { left: parent.left; right: parent.right; margins: Theme.s4
                  verticalCenter: parent.verticalCenter }
        focus: true
        activeFocusOnTab: true
        text: root.value
        font: Theme.text
        color: root.error !== "" ? Theme.error : Theme.ink
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentText
        selectByMouse: true
        clip: true
        maximumLength: 40
        horizontalAlignment: TextInput.AlignLeft
        Accessible.role: Accessible.EditableText
        Accessible.name: root.name
        Accessible.description: root.error
        onTextEdited: root.edited(text)
        onActiveFocusChanged: {
            if (activeFocus)
                selectAll()
            else
                root.commit()
        }
        Keys.onReturnPressed: root.commit()
        Keys.onEnterPressed: root.commit()
        Keys.onEscapePressed: event => {
            event.accepted = text !== root.value
            text = root.value
            selectAll()
        }

        PlainText {
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
            visible: input.text === "" && input.preeditText === "" && root.placeholderText !== ""
            text: root.placeholderText
            color: Theme.ink3
            Accessible.ignored: true
        }
    }
    Rectangle {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: root.error !== "" || root.isEditing ? 2 : 1
        color: root.error !== "" ? Theme.error : root.isEditing ? Theme.ink : Theme.edge
    }
    HoverHandler { id: hover; cursorShape: Qt.IBeamCursor }
    ToolTipPlain {
        text: root.error
        visible: root.error !== "" && (root.isEditing || hover.hovered)
        delay: 0
    }
}
