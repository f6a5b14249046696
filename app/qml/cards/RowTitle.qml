// SPDX-License-Identifier: GPL-3.0-or-later
// RowTitle: an article's title in one line, with an icon before it for a mention or a video. card,
// showsMention.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property ShownCard card
    property bool showsMention: true
    readonly property string iconName: card.isMention && showsMention ? "mention" : card.isVideo ? "play" : ""

    implicitHeight: Theme.textLine

    Icon {
        id: icon
        objectName: "icon"
        anchors { left: parent.left; verticalCenter: parent.verticalCenter }
        visible: root.iconName !== ""
        name: root.iconName
        size: Theme.factIconSize
        color: Theme.ink2
    }
    PlainText {
        objectName: "title"
        anchors { left: parent.left; leftMargin: icon.visible ? icon.width + Theme.s4 : 0
                  right: parent.right; verticalCenter: parent.verticalCenter }
        text: root.card.title
        font: root.card.isSeen ? Theme.text : Theme.textBold
        color: root.card.isSeen ? Theme.ink2 : Theme.ink
        Accessible.ignored: true
    }
}
