// SPDX-License-Identifier: GPL-3.0-or-later
// FieldMessage: the sentence below a field. text (none: nothing stands there), isQuiet (a hint rather
// than an error)
import QtQuick
import Microfiche.Ui

Loader {
    id: root

    property string text
    property bool isQuiet: false

    active: text !== ""
    sourceComponent: IconLabel {
        objectName: "message"
        iconName: root.isQuiet ? "" : "warning"
        iconSize: Theme.rowIconSize
        spacing: Theme.s8
        text: root.text
        color: root.isQuiet ? Theme.ink2 : Theme.error
        isCentred: false
        Accessible.role: root.isQuiet ? Accessible.StaticText : Accessible.AlertMessage
        Accessible.name: root.text
    }
}
