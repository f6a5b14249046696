// SPDX-License-Identifier: GPL-3.0-or-later
// Actions: what a person can have this window do. Each KeyAction says what it does here; menus, tool
// tips and the palette find it, and its keys, by its name. An ActionScope sets `bindings` and
// `focusItem`, the window `isHeld` (it asks something first, and hears no key meanwhile) and `home`
// (its page).
//   of(name): its KeyAction, null if nothing does it now   trigger(name)
//   wordsNow(): what they would do
//   choose(name): trigger() from the menu bar, which goes first
//   giveKeyboardTo(before): back where it was, or to the page if that is gone
//   keys(name): as a menu says them   tip(words, name): "Star (S)"
pragma Singleton
import QtQuick
import Microfiche.Grid
import Microfiche.Window

QtObject {
    id: root

    property KeyBindings bindings: null
    property Item focusItem: null
    property Item home: null
    property bool isHeld: false
    // What is typed is text: letters and most else are the field's.
    readonly property bool isTyping: (focusItem instanceof TextInput) || (focusItem instanceof TextEdit)
    // Space and Enter are a control's where one has the focus.
    readonly property bool isReading: focusItem instanceof CardGrid || focusItem instanceof Flickable

    property var made: ({})
    property int revision: 0 // grows as actions come and go

    signal chosen(string name)

    function add(action: var): void {
        made[action.name] = action
        revision += 1
    }
    function drop(action: var): void {
        if (made[action.name] !== action)
            return // another page's has come already
        delete made[action.name]
        revision += 1
    }
    function of(name: string): var { return revision >= 0 ? made[name] ?? null : null }
    function trigger(name: string): void {
        const action = of(name)
        if (action && action.isPossible && (!isHeld || name === "quit"))
            action.activated()
    }
    function choose(name: string): void { chosen(name) }
    // What the window asks has the keyboard meanwhile.
    function giveKeyboardTo(before: Item): void {
        const item = before && before.visible && before.enabled ? before : home
        if (item && !isHeld)
            item.forceActiveFocus(Qt.PopupFocusReason)
    }
    function keys(name: string): string { return bindings && bindings.revision > 0 ? bindings.textOf(name) : "" }
    // By their names, of those that would do more than these say.
    function wordsNow(): var {
        const words = {}
        for (const name of Object.keys(made)) {
            if (made[name].words !== "")
                words[name] = made[name].words
        }
        return words
    }
    //: %1 is what a button does, %2 is its key
    function tip(words: string, name: string): string { return keys(name) === "" ? words : qsTr("%1 (%2)").arg(words).arg(keys(name)) }
}
