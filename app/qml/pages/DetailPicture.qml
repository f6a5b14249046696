// SPDX-License-Identifier: GPL-3.0-or-later
// DetailPicture: the open article's picture, which opens in full. article; clicked().
import QtQuick
import QtQuick.Templates as T
import Microfiche.Models
import Microfiche.Ui

T.AbstractButton {
    id: root

    required property OpenArticle article
    readonly property ShownCard card: ShownCard { card: root.article.card }

    // One that is not there can be loaded where it is seen in full.
    enabled: card.picture !== "" || card.missingPicture > 0
    focusPolicy: enabled ? Qt.StrongFocus : Qt.NoFocus
    Accessible.role: enabled ? Accessible.Button : Accessible.Graphic
    Accessible.name: article.pictureTitle === "" ? qsTr("View the picture in full")
                                                 : qsTr("View the picture in full: %1").arg(article.pictureTitle)
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()
    HoverHandler { cursorShape: root.enabled ? Qt.PointingHandCursor : Qt.ArrowCursor }

    contentItem: CardPicture { card: root.card }
    background: Item {}

    Rectangle {
        anchors { right: parent.right; bottom: parent.bottom; margins: Theme.s8 }
        visible: root.enabled && root.article.pictureCount > 1
        width: more.implicitWidth + 2 * Theme.s8
        height: Theme.px(20)
        radius: Theme.radiusSmall
        color: Theme.badge

        PlainText {
            id: more
            anchors.centerIn: parent
            text: qsTr("%Ln picture(s)", "", root.article.pictureCount)
            font: Theme.label
            lineHeight: Theme.labelLine
            color: Theme.badgeText
        }
    }
    // Inside, for the picture reaches the pane's edges; ground beside ink, for it may lie on either.
    FocusRing {
        shown: root.visualFocus
        distance: -2
        FocusRing { shown: true; distance: -2; border.color: Theme.ground }
    }
}
