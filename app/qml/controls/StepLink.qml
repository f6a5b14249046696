// SPDX-License-Identifier: GPL-3.0-or-later
// StepLink: one of the steps of a StepPlace. isUsual (its place is kept wide enough for it also
// while others are there); taken().
import QtQuick
import Microfiche.Ui

LinkText {
    id: root

    property bool isUsual: true

    signal taken()

    height: Theme.textLine
    onClicked: {
        const hadKeys = visualFocus
        root.taken()
        if (hadKeys && !visible)
            (parent as StepPlace)?.passFocus()
    }
}
