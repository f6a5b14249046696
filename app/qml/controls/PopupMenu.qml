// SPDX-License-Identifier: GPL-3.0-or-later
// PopupMenu: a list of MenuEntry (and MenuLine) over the table. As wide as its widest entry.
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

T.Menu {
    id: root

    property bool byKeyboard: false

    function widest(): real {
        let most = Theme.px(160)
        for (let i = 0; i < count; ++i)
            most = Math.max(most, itemAt(i) ? itemAt(i).implicitWidth : 0)
        return Math.min(most, Theme.px(420))
    }

    implicitWidth: widest() + leftPadding + rightPadding
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    padding: Theme.s4
    margins: Theme.s8
    overlap: 1
    // A press on its button is the button's.
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent
    delegate: MenuEntry {}

    // No binding: the list moves under the pointer, which chooses another entry, in one go.
    onCurrentIndexChanged: entries.currentIndex = currentIndex
    contentItem: ListView {
        id: entries
        implicitHeight: contentHeight
        model: root.contentModel
        interactive: contentHeight > height
        clip: interactive
        keyNavigationEnabled: false
        T.ScrollBar.vertical: ScrollBarThin {}
    }
    background: Rectangle {
        color: Theme.raised
        radius: Theme.radius
        border { width: 1; color: Theme.dark || Theme.highContrast ? Theme.edge : Theme.line }
        Shadow {}
    }
}
