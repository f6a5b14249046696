// SPDX-License-Identifier: GPL-3.0-or-later
// ProviderLogo: the provider's own, or a square in its hue with its first letter. logo, missing (id of
// one that is named but not there), letter, hue, size.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    property string logo
    property real missing: 0
    required property string letter
    property real hue: 0
    property real size: Theme.px(16)

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        visible: image.status !== Image.Ready
        radius: Theme.radiusSmall
        color: Theme.highContrast ? Theme.ink : Theme.hueLogo(root.hue)

        PlainText {
            anchors.centerIn: parent
            text: root.letter.length < 2 ? root.letter : root.letter.charAt(0).toUpperCase()
            font: Theme.factName
            lineHeight: Theme.factLine
            color: Theme.highContrast ? Theme.ground : Theme.badgeText
        }
    }
    ShownPicture {
        id: face
        states: Pictures.states
        there: root.logo
        missing: root.missing
        isInView: root.visible
    }
    Image {
        id: image
        anchors.fill: parent
        source: face.source
        asynchronous: true
        sourceSize { width: root.size; height: root.size }
        fillMode: Image.PreserveAspectFit
    }
}
