// SPDX-License-Identifier: GPL-3.0-or-later
// Shadow: child of what lies over the table, drawn behind it. isSheet: 0 10 36 12%, else 0 4 16 10%.
// Dark and high contrast have none.
import QtQuick
import Microfiche.Ui

BorderImage {
    id: root

    property bool isSheet: false
    readonly property int blur: isSheet ? 36 : 16
    readonly property int drop: isSheet ? 10 : 4

    anchors.fill: parent
    anchors { topMargin: -blur + drop; bottomMargin: -blur - drop; leftMargin: -blur; rightMargin: -blur }
    z: -1
    visible: !Theme.dark && !Theme.highContrast
    source: visible ? "image://shadow/" + (isSheet ? "36/12" : "16/10") : ""
    border { left: 2 * root.blur; right: 2 * root.blur; top: 2 * root.blur; bottom: 2 * root.blur }
    Accessible.ignored: true
}
