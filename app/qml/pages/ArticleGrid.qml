// SPDX-License-Identifier: GPL-3.0-or-later
// ArticleGrid: the count line and the cards below it. browser, isNarrow, windowUnits (how wide the
// window is, in units of the design), aimChosen (0: what the window's size asks for);
// aimWanted(aim), opened(index), originalRequested(index).
import QtQuick
import Microfiche.Grid
import Microfiche.Models
import Microfiche.Ui

FocusScope {
    id: root

    required property ArchiveBrowser browser
    property bool isNarrow: false
    property real windowUnits: width / Theme.unit
    signal aimWanted(real aim)
    signal opened(int index)
    signal originalRequested(int index)

    readonly property int margin: isNarrow ? Theme.s16 : Theme.s24
    // Card size by step of the slider; the middle is the width that the window's size asks for.
    property real aimChosen: 0
    readonly property int aimDefault: windowUnits < 1100 || width - 2 * margin < Theme.px(520) ? 168
                                    : windowUnits < 2560 ? 256 : windowUnits < 3840 ? 288 : 400
    readonly property real aim: Theme.px(aimChosen > 0 ? aimChosen : aimDefault)

    CountLine {
        id: countLine
        x: root.margin
        y: Theme.s16
        width: root.width - 2 * root.margin
        headline: root.browser.headline
        sentence: root.browser.sentence
        isNarrow: root.isNarrow
        aim: root.aimChosen > 0 ? root.aimChosen : root.aimDefault
        onAimMoved: aim => root.aimWanted(aim)
    }
    CardGrid {
        id: grid
        // Rings and plates stand out 8 px over the cards, so the grid reaches that far out.
        anchors { top: countLine.bottom; topMargin: Theme.s8 - 4; left: parent.left; right: parent.right; bottom: parent.bottom }
        focus: true
        clip: true
        model: root.browser.articles
        role: "card"
        anchorRole: "articleId"
        aimedCellWidth: root.aim
        columnGap: Theme.card.columnGap(sizeClass)
        rowGap: Theme.card.rowGap(sizeClass)
        leadingMargin: root.margin
        trailingMargin: root.margin
        topMargin: Theme.s12
        bottomMargin: Theme.s28
        cellHeight: Theme.card.height(cellWidth, cellClass)
        mirrored: LayoutMirroring.enabled
        reducedMotion: Theme.reducedMotion
        Accessible.name: root.browser.headline

        readonly property int sizeClass: Theme.card.sizeClass(root.aim / Theme.unit)
        readonly property int cellClass: Theme.card.sizeClass(cellWidth / Theme.unit)

        onActivated: index => root.opened(index)
        onOriginalRequested: index => root.originalRequested(index)

        delegate: ArticleCard {
            id: card
            property bool current: false
            sizeClass: grid.cellClass
            isSelected: root.browser.article.articleId === card.card.articleId && card.card.articleId > 0
            isCurrent: current && grid.keyboardFocus
            onPressed: {
                grid.currentIndex = index
                grid.forceActiveFocus(Qt.MouseFocusReason)
            }
            onOpened: root.opened(index)
            onOriginalRequested: root.originalRequested(index)
        }
    }
    ScrollBarThin {
        anchors { top: grid.top; bottom: grid.bottom; right: parent.right }
        orientation: Qt.Vertical
        size: grid.pageSize
        position: grid.position
        onMoved: position => grid.setPosition(position)
    }
    Column {
        visible: root.browser.state === ArchiveBrowser.Ready && root.browser.articles.count === 0
        anchors { top: countLine.bottom; topMargin: Theme.s24; left: parent.left; leftMargin: root.margin }
        width: Math.min(parent.width - 2 * root.margin, Theme.px(520))
        spacing: Theme.s16

        PlainText {
            width: parent.width
            text: root.browser.nothingText === "" ? qsTr("No article matches.")
                                                  : qsTr("No article matches. %1").arg(root.browser.nothingText)
            font: Theme.reading
            lineHeight: Theme.readingLine
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            color: Theme.ink2
        }
        ActionButton {
            text: qsTr("Show all articles")
            onClicked: root.browser.query.clear()
        }
    }
}
