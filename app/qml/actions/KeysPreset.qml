// SPDX-License-Identifier: GPL-3.0-or-later
// KeysPreset: which keys are the usual ones, and back to them. bindings.
import QtQuick
import Microfiche.Ui
import Microfiche.Window

MenuButton {
    id: root

    required property KeyBindings bindings
    readonly property bool isReader: bindings.preset === KeyBindings.ClassicReader

    text: isReader ? qsTr("Classic reader") : qsTr("Standard")
    toolTip: qsTr("Which keys are the usual ones")

    menu: PopupMenu {
        MenuEntry {
            text: qsTr("Standard")
            checked: !root.isReader
            onTriggered: root.bindings.preset = KeyBindings.Standard
        }
        MenuEntry {
            text: qsTr("Classic reader")
            checked: root.isReader
            onTriggered: root.bindings.preset = KeyBindings.ClassicReader
        }
        MenuLine {}
        MenuEntry {
            text: qsTr("Usual keys for all")
            iconName: "undo"
            enabled: root.bindings.isEdited
            disabledReason: qsTr("No key has been changed.")
            onTriggered: root.bindings.resetAll()
        }
    }
}
