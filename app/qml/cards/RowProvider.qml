// SPDX-License-Identifier: GPL-3.0-or-later
// RowProvider: logo and name in one line. card.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property ShownCard card

    implicitWidth: logo.width + 6 + name.implicitWidth
    implicitHeight: Theme.factLine

    ProviderLogo {
        id: logo
        anchors { left: parent.left; verticalCenter: parent.verticalCenter }
        logo: root.card.logo
        missing: root.card.missingLogo
        letter: root.card.initial
        hue: root.card.providerHue
    }
    PlainText {
        id: name
        objectName: "provider"
        anchors { left: logo.right; leftMargin: 6; right: parent.right; verticalCenter: parent.verticalCenter }
        text: root.card.provider
        font: Theme.fact
        lineHeight: Theme.factLine
        Accessible.ignored: true
    }
}
