// SPDX-License-Identifier: GPL-3.0-or-later
// AppMark: the mark and the name.
import QtQuick
import Microfiche.Ui

Row {
    spacing: Theme.s8
    Accessible.role: Accessible.StaticText
    Accessible.name: "Microfiche"

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        name: "fiche"
        size: Theme.px(24)
    }
    PlainText {
        anchors.verticalCenter: parent.verticalCenter
        text: "Microfiche"
        font: Theme.cardTitle
        lineHeight: Theme.cardTitleLine
    }
}
