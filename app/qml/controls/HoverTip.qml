// SPDX-License-Identifier: GPL-3.0-or-later
// HoverTip: a ToolTipPlain of its parent that is made when it is first wanted: a window has more than a
// hundred of them, and of most none is ever seen. text, shown, delay.
import QtQuick
import Microfiche.Ui

Loader {
    id: root

    property string text
    property bool shown: false
    property int delay: 500

    property bool isWanted: false
    onShownChanged: if (shown && text !== "")
        isWanted = true

    active: isWanted
    sourceComponent: ToolTipPlain {
        parent: root.parent
        text: root.text
        visible: root.shown && root.text !== ""
        delay: root.delay
    }
}
