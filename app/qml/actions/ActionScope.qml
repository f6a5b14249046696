// SPDX-License-Identifier: GPL-3.0-or-later
// ActionScope: a place whose actions have keys. bindings.
import QtQuick
import Microfiche.Ui
import Microfiche.Window

Item {
    id: root

    required property KeyBindings bindings

    Binding {
        target: Actions
        property: "bindings"
        value: root.bindings
    }
    Binding {
        target: Actions
        property: "focusItem"
        value: root.Window.activeFocusItem
    }
}
