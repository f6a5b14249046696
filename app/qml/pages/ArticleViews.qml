// SPDX-License-Identifier: GPL-3.0-or-later
// ArticleViews: the articles as cards, as a list or as a table: one grid, so that the article that is
// being looked at, the current one and the choice stay when the view changes.
//   browser, view, margin, aim (of cards), selectionModel (may be absent)
//   tableColumns: what the user chose of the table's, to be kept
//   opened(index), originalRequested(index), toggled(index); jumpToDate()
//   currentCard(): the keyboard's, undefined if there is none
import QtQuick
import Microfiche.Grid
import Microfiche.Models
import Microfiche.Ui

FocusScope {
    id: root

    enum View { Cards, List, Table }

    required property ArchiveBrowser browser
    property int view: ArticleViews.Cards
    property int margin: Theme.s24
    property real aim: Theme.px(256)
    property alias selectionModel: grid.selectionModel
    property alias tableColumns: columns.remembered
    readonly property TableColumns columns: TableColumns {
        id: columns
        query: root.browser.query
        room: root.width - 2 * root.margin
        unit: Theme.unit
    }
    readonly property TableColumns listColumns: TableColumns {
        query: root.browser.query
        room: root.width - 2 * root.margin
        unit: Theme.unit
        pictureWidth: Theme.px(56)
    }

    signal opened(int index)
    signal originalRequested(int index)
    signal toggled(int index)

    readonly property bool isCards: view === ArticleViews.Cards
    readonly property bool hasHeader: view === ArticleViews.Table || view === ArticleViews.List && listColumns.room >= Theme.px(640)

    function jumpToDate(): void { jump.open() }
    function currentCard(): var { return cardAt(grid.currentIndex) }
    function cardAt(row: int): var {
        return root.browser.articles.data(root.browser.articles.index(row, 0), ArticleListModel.CardRole)
    }
    function star(card: articleCard): void { browser.marks.setStarred(card.articleId, !card.isStarred) } // qmllint disable
    function press(index: int): void {
        grid.currentIndex = index
        grid.forceActiveFocus(Qt.MouseFocusReason)
    }

    TableHeader {
        id: header
        width: parent.width
        visible: root.hasHeader
        columns: root.view === ArticleViews.Table ? root.columns : root.listColumns
        canChange: root.view === ArticleViews.Table
        margin: root.margin
    }
    CardGrid {
        id: grid
        anchors { fill: parent; topMargin: root.hasHeader ? header.height : 0 }
        focus: true
        clip: true
        model: root.browser.articles
        role: "card"
        anchorRole: "articleId"
        groups: root.browser.groups
        groupHeight: Theme.px(32)
        groupGap: root.isCards ? Theme.s16 : 0
        forcedColumns: root.isCards ? 0 : 1
        aimedCellWidth: root.aim
        columnGap: root.isCards ? Theme.card.columnGap(sizeClass) : 0
        rowGap: root.isCards ? Theme.card.rowGap(sizeClass) : 0
        leadingMargin: root.isCards ? root.margin : 0
        trailingMargin: root.isCards ? root.margin : 0
        topMargin: root.isCards ? Theme.s12 : 0
        bottomMargin: Theme.s28
        cellHeight: root.isCards ? Theme.card.height(cellWidth, cellClass)
                  : root.view === ArticleViews.List ? Theme.px(48) : Theme.rowHeight
        mirrored: LayoutMirroring.enabled
        reducedMotion: Theme.reducedMotion
        Accessible.role: root.view === ArticleViews.Table ? Accessible.Table : Accessible.List
        Accessible.name: root.browser.headline

        readonly property int sizeClass: Theme.card.sizeClass(root.aim / Theme.unit)
        readonly property int cellClass: Theme.card.sizeClass(cellWidth / Theme.unit)

        onVisibleRangeChanged: (first, last) => root.browser.articles.setSight(first, last)
        onActivated: index => root.opened(index)
        onOriginalRequested: index => root.originalRequested(index)
        onToggled: index => root.toggled(index)

        groupDelegate: GroupHeading { margin: root.margin }
        delegate: root.isCards ? cards : root.view === ArticleViews.List ? list : table
    }
    Component {
        id: cards
        ArticleCard {
            id: cardItem
            property bool current: false
            property bool selected: false
            sizeClass: grid.cellClass
            isSelected: selected || root.browser.article.articleId === cardItem.shown.articleId && cardItem.shown.articleId > 0
            isCurrent: current && grid.keyboardFocus
            onPressed: root.press(index)
            onOpened: root.opened(index)
            onOriginalRequested: root.originalRequested(index)
            onStarToggled: root.star(card)
            onMenuRequested: menu.showFor(card)
        }
    }
    Component {
        id: list
        ListRow {
            id: listRow
            property bool current: false
            property bool selected: false
            columns: root.listColumns
            margin: root.margin
            isSelected: selected || root.browser.article.articleId === listRow.shown.articleId && listRow.shown.articleId > 0
            isCurrent: current && grid.keyboardFocus
            onPressed: root.press(index)
            onOpened: root.opened(index)
            onOriginalRequested: root.originalRequested(index)
            onMenuRequested: menu.showFor(card)
        }
    }
    Component {
        id: table
        TableRow {
            id: tableRow
            property bool current: false
            property bool selected: false
            columns: root.columns
            margin: root.margin
            isSelected: selected || root.browser.article.articleId === tableRow.shown.articleId && tableRow.shown.articleId > 0
            isCurrent: current && grid.keyboardFocus
            onPressed: root.press(index)
            onOpened: root.opened(index)
            onOriginalRequested: root.originalRequested(index)
            onMenuRequested: menu.showFor(card)
        }
    }
    PlaceScrubber {
        anchors { top: grid.top; bottom: grid.bottom; right: parent.right }
        grid: grid
        places: root.browser.places
        // The row in sight is there or on its way for the grid; nothing else is asked for.
        told: row < 0 || isPointed || root.browser.places.isKnown ? ""
            : root.browser.places.labelOf(root.cardAt(row))
    }
    CardMenu {
        id: menu
        browser: root.browser
    }
    DateJump {
        id: jump
        x: Math.round((root.width - width) / 2)
        y: grid.y + Theme.s16
        places: root.browser.places
        onFound: row => {
            grid.positionAt(row, CardGrid.Beginning)
            grid.currentIndex = row
        }
        onClosed: grid.forceActiveFocus(Qt.ShortcutFocusReason)
    }
}
