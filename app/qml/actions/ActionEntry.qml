// SPDX-License-Identifier: GPL-3.0-or-later
// ActionEntry: an action in a menu, with its key. does (its id).
import QtQuick
import Microfiche.Ui

MenuEntry {
    id: root

    required property string does
    readonly property var doing: Actions.of(does)

    text: doing !== null && doing.words !== "" ? doing.words : Actions.bindings !== null ? Actions.bindings.nameOf(does) : ""
    note: Actions.keys(does)
    checked: doing !== null && doing.isChosen
    enabled: doing !== null && doing.isPossible
    disabledReason: doing !== null ? doing.reason : ""
    Accessible.checkable: doing !== null && doing.isToggle
    Accessible.checked: checked
    onTriggered: Actions.choose(does)
}
