// SPDX-License-Identifier: GPL-3.0-or-later
// KeyCapture: waits for the key that an action is to have, and asks first if it is another's. bindings,
// action (its id; empty: nothing is waited for); begin(); ended().
import QtQuick
import Microfiche.Ui
import Microfiche.Window

FocusScope {
    id: root
    objectName: "keyCapture"

    required property KeyBindings bindings
    property string action
    property string key // pressed, and another's
    property string problem
    readonly property string owner: key === "" ? "" : bindings.nameOf(bindings.ownerOf(key))
    readonly property string text: key !== "" ? qsTr("%1 is the key of “%2”.").arg(bindings.keyText(key)).arg(owner)
        : problem !== "" ? problem
        : qsTr("Press the key for “%1”. Esc leaves it as it is.").arg(bindings.nameOf(action))

    signal ended()

    function begin(): void {
        key = ""
        problem = ""
        listener.forceActiveFocus(Qt.OtherFocusReason)
    }
    function take(pressed: string): void {
        const before = bindings.ownerOf(pressed)
        if (before !== "" && before !== action) {
            key = pressed
            yes.forceActiveFocus(Qt.TabFocusReason)
            return
        }
        bindings.add(action, pressed)
        ended()
    }

    visible: action !== ""
    implicitHeight: words.height + 2 * Theme.s12
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Item {
        id: listener
        Accessible.role: Accessible.EditableText
        Accessible.name: root.text
        Accessible.focusable: true
        Keys.onShortcutOverride: event => event.accepted = true
        Keys.onPressed: event => {
            event.accepted = true
            if (event.key === Qt.Key_Escape)
                return root.ended()
            const pressed = root.bindings.pressed(event.key, event.modifiers)
            if (pressed !== "")
                root.take(pressed)
            else
                root.problem = root.bindings.whyNot(event.key, event.modifiers)
        }
        // Who goes elsewhere with the pointer has thought better of it.
        onActiveFocusChanged: if (!activeFocus && root.action !== "" && root.key === "")
            root.ended()
    }
    PlainText {
        id: words
        anchors { left: parent.left; leftMargin: Theme.s24; right: answers.visible ? answers.left : parent.right
                  rightMargin: answers.visible ? Theme.s12 : Theme.s24; verticalCenter: parent.verticalCenter }
        text: root.text
        wrapMode: Text.Wrap
        maximumLineCount: 2
    }
    Row {
        id: answers
        anchors { right: parent.right; rightMargin: Theme.s16; verticalCenter: parent.verticalCenter }
        visible: root.key !== ""
        spacing: Theme.s8

        Keys.onEscapePressed: root.ended()
        ActionButton {
            id: yes
            implicitHeight: Theme.px(28)
            text: qsTr("Take it over")
            kind: ActionButton.Primary
            KeyNavigation.tab: no
            onClicked: {
                root.bindings.add(root.action, root.key)
                root.ended()
            }
        }
        ActionButton {
            id: no
            implicitHeight: Theme.px(28)
            text: qsTr("Another key")
            KeyNavigation.tab: yes
            onClicked: root.begin()
        }
    }
}
