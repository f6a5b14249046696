// SPDX-License-Identifier: GPL-3.0-or-later
// TypedField: a value in a heading that can be typed over. value (what stands there), name, error;
// committed(text) on Enter or when it is left, if it was changed. Escape takes the change back.
// placeholderText, maximumLength; edited(text) with every change by hand; accepted() on Enter,
// cancelled() on Escape.
import QtQuick
import Microfiche.Ui

FocusScope {
    id: root

    required property string name
    property string value
    property string error
    property string placeholderText
    property alias maximumLength: input.maximumLength
    readonly property bool isEditing: input.activeFocus

    signal committed(string text)
    signal edited(string text)
    signal accepted()
    signal cancelled()

    implicitWidth: Math.max(Theme.px(20), Math.ceil(input.contentWidth) + 2) + Theme.s8
    implicitHeight: Theme.px(22)

    onValueChanged: input.text = value
    function commit(): void {
        if (input.text !== root.value)
            root.committed(input.text)
    }
    // What was refused must not stand there as if it held.
    function leave(): void {
        commit()
        if (error !== "")
            restore()
    }
    function restore(): void {
        input.text = value
        error = ""
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
                root.leave()
        }
        Keys.onReturnPressed: enter()
        Keys.onEnterPressed: enter()
        function enter(): void {
            root.commit()
            root.accepted()
        }
        // The window's own Escape goes a step back; here it takes back what was typed first.
        Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
                                                           && (text !== root.value || root.error !== "")
        Keys.onEscapePressed: event => {
            event.accepted = text !== root.value || root.error !== ""
            root.restore()
            selectAll()
            root.cancelled()
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
    HoverTip {
        text: root.error
        shown: root.error !== "" && (root.isEditing || hover.hovered)
        delay: 0
    }
}
