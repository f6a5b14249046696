// SPDX-License-Identifier: GPL-3.0-or-later
// LateLoader: makes its item at once, or if it was held, once it is let go and the window has time.
// held.
import QtQuick

Loader {
    property bool held: false
    property bool wasHeld: false

    active: !held
    asynchronous: wasHeld
    Component.onCompleted: wasHeld = held
}
