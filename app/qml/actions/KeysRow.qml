// SPDX-License-Identifier: GPL-3.0-or-later
// KeysRow: an action and its keys. does (its id; empty: nobody can change it), name, keys, keyTexts,
// isEdited; bindings, isCurrent; takeKey(event), of the list; chosen() by the pointer, keyWanted() for
// one more, closed() (its menu).
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui
import Microfiche.Window

T.ItemDelegate {
    id: root

    required property KeyBindings bindings
    required property int index
    required property string does
    required property string name
    required property list<string> keys
    required property list<string> keyTexts
    required property bool isEdited
    property bool isCurrent: false
    readonly property bool isFixed: does === ""

    signal chosen()
    signal keyWanted()
    signal closed()

    function ask(): void {
        if (isFixed)
            return
        menu.made().popup(root, Math.max(0, root.width - menu.menu.implicitWidth), root.height)
        menu.menu.currentIndex = 0
    }
    function takeKey(event: var): bool {
        const isPlain = !(event.modifiers & ~Qt.KeypadModifier)
        if (!isPlain || isFixed)
            return false
        if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter || event.key === Qt.Key_Space || event.key === Qt.Key_Menu)
            ask()
        else if ((event.key === Qt.Key_Delete || event.key === Qt.Key_Backspace) && keys.length > 0)
            bindings.remove(does, keys[keys.length - 1])
        else
            return false
        return true
    }

    implicitHeight: Theme.px(32)
    leftPadding: Theme.s8
    rightPadding: Theme.s16 // beside the scroll bar
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: keyTexts.length === 0 ? qsTr("%1, no key").arg(name) : qsTr("%1, %2").arg(name).arg(Array.from(keyTexts).join(", "))
    Accessible.description: isFixed ? qsTr("always so") : isEdited ? qsTr("changed") : ""
    Accessible.onPressAction: root.ask()
    onClicked: {
        chosen()
        ask()
    }

    LateMenu {
        id: menu
        sourceComponent: PopupMenu {
            id: choices
            MenuEntry { text: qsTr("Add a key…"); iconName: "plus"; onTriggered: Qt.callLater(root.keyWanted) }
            MenuEntry {
                text: qsTr("Usual keys")
                iconName: "undo"
                enabled: root.isEdited
                disabledReason: qsTr("They are the usual ones.")
                onTriggered: root.bindings.reset(root.does)
            }
            Repeater {
                model: root.keys
                MenuEntry {
                    required property string modelData
                    text: qsTr("Take %1 away").arg(root.bindings.keyText(modelData))
                    iconName: "close"
                    onTriggered: Qt.callLater(root.bindings.remove, root.does, modelData)
                }
            }
        }
        onClosed: root.closed()
    }

    contentItem: Item {
        PlainText {
            anchors { left: parent.left; right: caps.left; rightMargin: Theme.s12; verticalCenter: parent.verticalCenter }
            text: root.name
            font: root.isEdited ? Theme.textBold : Theme.text
            color: root.isFixed ? Theme.ink2 : Theme.ink
        }
        Row {
            id: caps
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            spacing: Theme.s4
            Repeater {
                model: root.keyTexts
                KeyCap {
                    required property string modelData
                    text: modelData
                    isQuiet: root.isFixed
                }
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.down && !root.isFixed ? Theme.line : root.hovered && !root.isFixed || root.isCurrent ? Theme.side : "transparent"
        FocusRing { shown: root.isCurrent; distance: -2 }
    }
}
