// SPDX-License-Identifier: GPL-3.0-or-later
// DetailPane: the open article, all that is known of it, and where it leads. browser, isFull,
// canFill; readOn(): a page further, false at the end; fullToggled(), closeWanted().
import QtQuick
import QtQuick.Templates as T
import Microfiche.Models
import Microfiche.Ui

FocusScope {
    id: root

    required property ArchiveBrowser browser
    property bool isFull: false
    property bool canFill: true
    signal fullToggled()
    signal closeWanted()

    readonly property OpenArticle article: browser.article
    readonly property real textWidth: Math.min(width - 2 * Theme.s24, Theme.px(isFull ? 720 : 640))

    function readOn(): bool {
        const before = scroll.contentY
        scroll.moveBy(scroll.page)
        return scroll.contentY !== before
    }

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Article: %1").arg(article.card.title)

    DetailHeader {
        id: head
        width: parent.width
        browser: root.browser
        isFull: root.isFull
        canFill: root.canFill
        onFullToggled: root.fullToggled()
        onCloseWanted: root.closeWanted()
    }
    Flickable {
        id: scroll
        objectName: "reading"
        anchors { top: head.bottom; bottom: parent.bottom; left: parent.left; right: parent.right }
        contentHeight: column.height
        clip: true
        focus: true
        boundsBehavior: Flickable.StopAtBounds

        // Who goes back reads on where they were.
        property var places: ({})
        property real shownId: root.article.articleId // qmllint disable type
        property real wanted: 0

        function turnTo(id: real, isRevisited: bool): void {
            places[shownId] = contentY
            shownId = id
            wanted = isRevisited ? places[id] ?? 0 : 0
            contentY = 0
            readOn()
        }
        // An article's parts come one after the other.
        function readOn(): void {
            if (wanted > 0)
                contentY = Math.max(0, Math.min(wanted, contentHeight - height))
        }

        readonly property real page: height * 0.9
        function moveBy(step: real): void { contentY = Math.max(0, Math.min(contentHeight - height, contentY + step)) }

        Keys.onPressed: event => {
            const step = event.key === Qt.Key_Down ? 60 : event.key === Qt.Key_Up ? -60
                       : event.key === Qt.Key_PageDown || event.key === Qt.Key_Space ? page
                       : event.key === Qt.Key_PageUp ? -page
                       : event.key === Qt.Key_Home ? -contentHeight
                       : event.key === Qt.Key_End ? contentHeight : 0
            if (step === 0)
                return
            moveBy(step)
            event.accepted = true
        }
        onContentHeightChanged: readOn()
        onMovingChanged: wanted = 0 // the hand decides
        Connections {
            target: root.article
            function onOpened(): void { scroll.turnTo(root.article.articleId, root.article.isRevisited) } // qmllint disable type
        }

        Column {
            id: column
            width: scroll.width
            bottomPadding: Theme.s32

            DetailPicture {
                anchors.horizontalCenter: parent.horizontalCenter
                width: root.isFull ? Math.min(parent.width, Theme.px(1100)) : parent.width
                // Whole where its shape is known and the pane has the height for it; in a low one the first
                // words stay in sight. What stands in for a picture is no taller than on a card: it says no
                // more here.
                height: card.picture === "" ? Math.round(Math.min(width * 9 / 16, Theme.px(144)))
                      : Math.round(Math.min(width * (root.article.pictureRatio > 0 ? root.article.pictureRatio : 0.5),
                                            scroll.height * (scroll.height < Theme.px(640) ? 0.45 : 0.6)))
                article: root.article
                onClicked: root.browser.picture.open(root.article.articleId) // qmllint disable
            }
            PlainText {
                x: Theme.s24
                width: parent.width - 2 * Theme.s24
                visible: text !== ""
                topPadding: Theme.s8
                text: root.article.pictureTitle
                font: Theme.fact
                lineHeight: Theme.factLine
                color: Theme.ink3
                wrapMode: Text.Wrap
                maximumLineCount: 3
            }
            DetailText {
                x: Math.round((parent.width - width) / 2)
                width: root.isFull ? root.textWidth : parent.width - 2 * Theme.s24
                browser: root.browser
            }
            CardShelf {
                width: parent.width
                visible: root.article.related.count > 0
                title: qsTr("Related")
                note: {
                    const mentions = root.article.related.mentions
                    const held = qsTr("%Ln in this archive", "", root.article.related.count - mentions)
                    return mentions > 0 ? qsTr("%1, %2").arg(held).arg(qsTr("%Ln mention(s)", "", mentions)) : held
                }
                cards: root.article.related
                onOpened: id => root.article.open(id)
                onOriginalRequested: id => root.article.openOriginalOf(id)
            }
            CardShelf {
                width: parent.width
                visible: root.article.citing.count > 0
                title: qsTr("Cited by")
                note: root.article.card.citedCount > root.article.citing.count
                      ? qsTr("the newest %L1 of %L2").arg(root.article.citing.count).arg(root.article.card.citedCount)
                      : qsTr("%Ln article(s)", "", root.article.citing.count)
                cards: root.article.citing
                onOpened: id => root.article.open(id)
                onOriginalRequested: id => root.article.openOriginalOf(id)
            }
            DetailFacts {
                width: parent.width
                article: root.article
            }
        }
        T.ScrollBar.vertical: ScrollBarThin {}
    }
}
