// SPDX-License-Identifier: GPL-3.0-or-later
// ProviderRow: logo and name, the date at the end. card, sizeClass. The name gives way, the date
// never does.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property ShownCard card
    property int sizeClass: Theme.card.normal
    property bool showsDate: true

    implicitHeight: Theme.card.providerRow(sizeClass)

    ProviderLogo {
        id: logo
        objectName: "logo"
        anchors { left: parent.left; verticalCenter: parent.verticalCenter }
        logo: root.card.logo
        missing: root.card.missingLogo
        letter: root.card.initial
        hue: root.card.providerHue
        size: root.height
    }
    PlainText {
        anchors { left: logo.right; leftMargin: 6; right: date.left; rightMargin: Theme.s8
                  verticalCenter: parent.verticalCenter }
        text: root.card.provider
        font: Theme.factName
        lineHeight: Theme.factLine
    }
    PlainText {
        id: date
        objectName: "date"
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        width: root.showsDate ? implicitWidth : 0
        visible: root.showsDate
        text: root.card.dateText
        font: Theme.fact
        lineHeight: Theme.factLine
        color: Theme.ink3
    }
}
