// SPDX-License-Identifier: GPL-3.0-or-later
// ArticleViews: the articles as cards, as a list, as a table or as a wall of pictures: one grid, so that the article that is
// being looked at and the current one stay when the view changes.
//   browser, view, margin, aim (of cards)
//   tableColumns: what the user chose of the table's, to be kept
//   reach: how many articles further on stand in for the one looked at where it goes
//   opened(index), originalRequested(index), pictureRequested(index); jumpToDate(), goTo(id), askForTag(id)
//   cardAt(row): undefined if there is none   currentRow: the keyboard's, or -1; stepTo(row), as CardGrid does
import QtQuick
import Microfiche.Grid
import Microfiche.Models
import Microfiche.Ui

FocusScope {
    id: root

    enum View { Cards, List, Table, Wall }

    required property ArchiveBrowser browser
    property int view: ArticleViews.Cards
    property int margin: Theme.s24
    property real aim: Theme.px(256)
    property alias tableColumns: columns.remembered
    property alias reach: grid.anchorReach
    readonly property alias currentRow: grid.currentIndex
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
    signal pictureRequested(int index)

    readonly property bool isCards: view === ArticleViews.Cards
    readonly property bool isWall: view === ArticleViews.Wall
    readonly property bool isTiled: isCards || isWall
    readonly property bool isTable: view === ArticleViews.Table
    readonly property bool hasHeader: isTable || view === ArticleViews.List && listColumns.room >= Theme.px(640)

    readonly property bool hasKeyboard: grid.keyboardFocus
    readonly property ArticleSelection selection: browser.selection
    // The press was to choose, not to open.
    property bool isChoosing: false
    readonly property var rows: rowsPlace.item // ArticleRows, whose type is not read before it is needed

    function jumpToDate(): void {
        jump.active = true
        if (jump.item instanceof DateJump)
            jump.item.open()
    }
    function showMenu(card: articleCard): void {
        if (menu.made() instanceof CardMenu)
            menu.menu.showFor(card)
    }
    function goTo(id: real): void {
        const row = browser.articles.indexOf(id)
        if (row >= 0)
            grid.currentIndex = row
    }
    function stepTo(row: int): void { grid.stepTo(row) }
    function cardAt(row: int): var {
        if (row < 0 || row >= root.browser.articles.count)
            return undefined
        return root.browser.articles.data(root.browser.articles.index(row, 0), ArticleListModel.CardRole)
    }
    // What is chosen, or else what is open.
    function isChosen(id: real): bool {
        return selection.count > 0 ? selection.revision > 0 && selection.contains(id) : id > 0 && browser.article.articleId === id
    }
    function open(index: int): void {
        if (!isChoosing) {
            selection.clear()
            opened(index)
        }
        isChoosing = false
    }
    function openOriginal(index: int): void { if (!isChoosing) originalRequested(index) }
    function askForTag(id: real): void { tagging.ask(id) }
    function star(card: articleCard): void { browser.marks.setStarred(card.articleId, !card.isStarred) } // qmllint disable
    function press(index: int, modifiers: int): void {
        const isRange = (modifiers & Qt.ShiftModifier) !== 0
        isChoosing = isRange || (modifiers & Qt.ControlModifier) !== 0
        if (isRange)
            selection.extendTo(index, grid.currentIndex)
        else if (isChoosing)
            selection.toggle(index)
        grid.currentIndex = index
        grid.forceActiveFocus(Qt.MouseFocusReason)
    }

    LateLoader {
        id: rowsPlace
        held: root.isCards && status === Loader.Null
        inOneGo: true
        address: Qt.resolvedUrl("ArticleRows.qml")
        values: ({ views: root })
    }
    Loader {
        id: header
        width: parent.width
        active: root.hasHeader
        sourceComponent: root.rows?.header ?? null
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
        groupGap: root.isTiled ? Theme.s16 : 0
        forcedColumns: root.isTiled ? 0 : 1
        aimedCellWidth: root.aim
        columnGap: root.isCards ? Theme.card.columnGap(sizeClass) : root.isWall ? Theme.s4 : 0
        rowGap: root.isCards ? Theme.card.rowGap(sizeClass) : root.isWall ? Theme.s4 : 0
        leadingMargin: root.isTiled ? root.margin : 0
        trailingMargin: root.isTiled ? root.margin : 0
        topMargin: root.isTiled ? Theme.s12 : 0
        bottomMargin: Theme.s28
        // The wall's pictures are cut to one shape: rows of their own shapes could only be laid out by
        // reading all that are above them, a million perhaps.
        cellHeight: root.isCards ? Theme.card.height(cellWidth, cellClass)
                  : root.isWall ? Math.round(cellWidth * 2 / 3)
                  : root.view === ArticleViews.List ? Theme.px(48) : Theme.rowHeight
        mirrored: LayoutMirroring.enabled
        reducedMotion: Theme.reducedMotion
        Accessible.role: root.isTable ? Accessible.Table : Accessible.List
        Accessible.name: root.browser.headline

        readonly property int sizeClass: Theme.card.sizeClass(root.aim / Theme.unit)
        readonly property int cellClass: Theme.card.sizeClass(cellWidth / Theme.unit)

        onVisibleRangeChanged: (first, last) => root.browser.articles.setSight(first, last)
        onActivated: index => root.opened(index)
        onOriginalRequested: index => root.originalRequested(index)
        onToggled: index => root.pictureRequested(index)
        onChosenToggled: index => root.selection.toggle(index)
        onExtended: (from, to) => root.selection.extendTo(to, from)

        SelectionBand { id: band; selection: root.selection }
        groupDelegate: GroupHeading { margin: root.margin }
        delegate: root.isCards || !root.rows ? cards : root.isWall ? root.rows.wall : root.isTable ? root.rows.table : root.rows.list
    }
    Component {
        id: cards
        ArticleCard {
            id: cardItem
            property bool current: false
            sizeClass: grid.cellClass
            isSelected: root.isChosen(cardItem.shown.articleId)
            isCurrent: current && root.hasKeyboard
            onPressed: modifiers => root.press(index, modifiers)
            onOpened: root.open(index)
            onOriginalRequested: root.openOriginal(index)
            onStarToggled: root.star(card)
            onMenuRequested: root.showMenu(card)
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
    LateMenu {
        id: menu
        sourceComponent: CardMenu {
            browser: root.browser
            onTagWanted: root.askForTag(root.browser.articles.idAt(root.currentRow)) // qmllint disable
        }
    }
    Rectangle {
        objectName: "band"
        visible: band.isBand
        x: grid.x + band.area.x
        y: grid.y + band.area.y
        width: band.area.width
        height: band.area.height
        color: Qt.alpha(Theme.accent, Theme.highContrast ? 0 : 0.12)
        border { width: 1; color: Theme.accent }
    }
    ArticleTagging {
        id: tagging
        browser: root.browser
        place: root
        onEnded: grid.forceActiveFocus(Qt.ShortcutFocusReason)
    }
    Loader {
        id: jump
        active: false
        sourceComponent: DateJump {
            parent: root
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
}
