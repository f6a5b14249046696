// SPDX-License-Identifier: GPL-3.0-or-later
// KeyAction: what an action of the list (app/window/keys/windowaction.cpp) does here, and its keys at
// once. name (its id), isPossible, reason (why not), words (what it would do now, if that is more than
// its name), isToggle (it holds or does not), isChosen (it holds), isHeard (its keys are), onActivated.
import QtQuick
import Microfiche.Ui
import Microfiche.Window

Shortcut {
    id: root

    required property string name
    property bool isPossible: true
    property string reason
    property string words
    property bool isToggle: false
    property bool isChosen: false

    readonly property KeyBindings bindings: Actions.bindings
    readonly property int revision: bindings ? bindings.revision : 0
    property bool isHeard: isPossible && !Actions.isHeld && revision > 0
                                    && (!Actions.isTyping || bindings.isForTyping(name))
    // A control that has the focus keeps these for itself.
    readonly property Shortcut controlsKeys: Shortcut {
        sequences: root.revision > 0 ? root.bindings.controlsKeysOf(root.name) : []
        enabled: root.isHeard && Actions.isReading
        autoRepeat: root.autoRepeat
        onActivated: root.activated()
    }

    sequences: revision > 0 ? bindings.freeKeysOf(name) : []
    enabled: isHeard
    autoRepeat: false
    Component.onCompleted: Actions.add(root)
    Component.onDestruction: Actions.drop(root)
}
