// SPDX-License-Identifier: GPL-3.0-or-later
// StateFact: an icon and its word for what is true of an article. isTrue, hasWords, iconName, name.
// iconRoom and wordRoom say what it takes from the row without and with its word, gap included.
import QtQuick
import Microfiche.Ui

Fact {
    id: root

    required property bool isTrue
    required property bool hasWords
    readonly property real iconRoom: isTrue ? Theme.s12 + iconSize : 0
    readonly property real wordRoom: isTrue ? iconRoom + spacing + Math.ceil(Theme.factMetrics.advanceWidth(name)) : 0

    isWanted: isTrue
    visible: isTrue
    text: hasWords ? name : ""
}
