// SPDX-License-Identifier: GPL-3.0-or-later
// FloatingSheet: a sheet over the window that is closed by Escape or a press beside it, and gives the
// keyboard back to where it was. It yields to what the window asks. wanted (width); children of
// contentItem are its content.
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

T.Popup {
    id: root

    property real wanted: Theme.px(640)
    property Item before: null // that had the keyboard
    readonly property bool isHeld: Actions.isHeld

    parent: T.Overlay.overlay
    x: parent ? Math.round((parent.width - width) / 2) : 0
    width: Math.min(wanted, (parent ? parent.width : 0) - 2 * Theme.s24)
    modal: true
    focus: true
    padding: 0
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    T.Overlay.modal: Rectangle { color: Qt.alpha(Theme.ground, 0.6) }

    onAboutToShow: before = parent.Window.activeFocusItem
    onClosed: {
        Actions.giveKeyboardTo(before)
        before = null
    }
    onIsHeldChanged: if (isHeld)
        close()

    background: Rectangle {
        color: Theme.raised
        radius: Theme.radius
        border { width: 1; color: Theme.dark || Theme.highContrast ? Theme.edge : Theme.line }
        Shadow { isSheet: true }
    }
}
