// SPDX-License-Identifier: GPL-3.0-or-later
// CardShelf: a few small cards with a heading, below the open article. title, note, cards;
// opened(id), originalRequested(id).
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    property string title
    property string note
    required property CardListModel cards
    signal opened(int articleId)
    signal originalRequested(int articleId)

    readonly property int columns: Math.max(2, Math.floor((width - 2 * Theme.s24 + Theme.s16) / (Theme.px(148) + Theme.s16)))
    readonly property int firstRows: 4
    property bool isWhole: false

    implicitHeight: visible ? shelf.y + shelf.height + (more.visible ? more.height + Theme.s16 : 0) + Theme.s28 : 0

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    PlainText {
        id: heading
        anchors { left: parent.left; leftMargin: Theme.s24 }
        y: Theme.s16
        text: root.title
        font: Theme.cardTitle
        lineHeight: Theme.cardTitleLine
        Accessible.role: Accessible.Heading
    }
    PlainText {
        anchors { left: heading.right; leftMargin: Theme.s12; baseline: heading.baseline; right: parent.right; rightMargin: Theme.s24 }
        text: root.note
        color: Theme.ink2
    }
    Grid {
        id: shelf
        x: Theme.s24
        y: heading.y + heading.height + Theme.s16
        width: root.width - 2 * Theme.s24
        columns: root.columns
        columnSpacing: Theme.s16
        rowSpacing: Theme.s24

        Repeater {
            model: root.visible ? root.cards : null
            RelatedCard {
                visible: root.isWhole || index < root.columns * root.firstRows
                width: Math.floor((shelf.width - (root.columns - 1) * shelf.columnSpacing) / root.columns)
                onOpened: root.opened(card.articleId)
                onOriginalRequested: root.originalRequested(card.articleId)
            }
        }
    }
    LinkText {
        id: more
        anchors { top: shelf.bottom; topMargin: Theme.s16; left: parent.left; leftMargin: Theme.s24 }
        visible: !root.isWhole && root.cards.count > root.columns * root.firstRows
        label: qsTr("Show all %L1").arg(root.cards.count)
        onClicked: root.isWhole = true
    }
}
