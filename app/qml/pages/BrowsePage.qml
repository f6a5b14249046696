// SPDX-License-Identifier: GPL-3.0-or-later
// BrowsePage: sidebar, the cards with what filters them above, and one pane at the trailing side
// that holds the open article, the import or a file's source. Widths: VISUAL.md, The window.
import QtQuick
import Microfiche.Models
import Microfiche.Quick
import Microfiche.Ui
import Microfiche.Window

FocusScope {
    id: root
    objectName: "browse"

    focus: true

    required property ArchiveBrowser browser
    required property Workspace workspace
    // Null where no picture is fetched.
    property PictureSettings pictureSettings: null
    property PictureTask pictureTask: null
    // How the articles are laid out, which is kept over a restart.
    property alias view: grid.view
    property alias grouping: grid.grouping
    property alias tableColumns: grid.tableColumns
    // What is not needed for the first cards is not made before they are seen.
    property bool isHeld: false
    signal filesWanted()
    signal folderWanted()
    signal pictureFileWanted(string name, string suffix)

    readonly property OpenArticle article: browser.article
    readonly property Preferences preferences: workspace.preferences
    readonly property bool isNarrow: widths.isNarrow
    property alias isImportShown: pane.isImportShown
    property alias isPicturesShown: pane.isPicturesShown
    readonly property bool isPaneShown: pane.isWanted
    // For PageKeys.
    readonly property alias header: header
    readonly property alias sidebar: sidebar
    readonly property alias grid: grid
    readonly property alias pane: pane

    // The first click of two opens the pane; the second is meant for its article, wherever that lands.
    property int clickedId: 0

    function openAt(index: int): void {
        isImportShown = isPicturesShown = false
        clickedId = browser.articles.idAt(index)
        secondClick.expect()
        article.open(clickedId)
    }
    function stepBack(): void {
        if (sidebar.isOpen)
            sidebar.isOpen = false
        else if (!pane.stepBack() && browser.query.typed !== "")
            browser.query.typed = ""
        grid.forceActiveFocus()
    }

    // The page may come when the first import has begun already.
    Component.onCompleted: {
        isImportShown = browser.imports.isRunning
        view = preferences.view
        grouping = preferences.grouping // qmllint disable
        tableColumns = preferences.tableColumns
    }
    onViewChanged: preferences.view = view
    onGroupingChanged: preferences.grouping = grouping
    onTableColumnsChanged: preferences.tableColumns = tableColumns

    SecondClick {
        id: secondClick
        window: root.Window.window
        onHappened: root.article.openOriginalOf(root.clickedId)
    }
    Connections {
        target: root.Window.window
        enabled: root.isHeld
        function onFrameSwapped(): void { root.isHeld = false }
    }
    Connections {
        target: root.browser.imports
        function onStarted(): void { pane.showImport() }
    }

    PageWidths {
        id: widths
        width: root.width
        isPaneShown: root.isPaneShown
        sidebarChosen: root.preferences.sidebarWidth
        isSidebarHidden: root.preferences.isSidebarHidden
        paneChosen: root.preferences.paneWidth
        fillsPane: pane.isDetailFull && pane.isArticleShown
    }
    SidebarPlace {
        id: sidebar
        anchors.fill: parent
        browser: root.browser
        workspace: root.workspace
        isHeld: root.isHeld
        isNarrow: widths.isSidebarDrawer
        wide: widths.sidebar
        drawer: widths.drawer
        onWidthWanted: width => root.preferences.sidebarWidth = width
        onImportWanted: pane.showImport()
    }

    FocusScope {
        id: middle
        anchors { left: parent.left; leftMargin: widths.sidebar }
        width: widths.cards
        height: root.height
        visible: !widths.isPaneAlone
        focus: visible

        HeaderBar {
            id: header
            width: parent.width
            browser: root.browser
            isNarrow: root.isNarrow
            isTight: width < Theme.px(760)
            isHeld: root.isHeld
            hasSidebarButton: widths.isSidebarDrawer
            onMenuWanted: sidebar.isOpen = true
            onFilesWanted: root.filesWanted()
            onFolderWanted: root.folderWanted()
            hasPictures: root.pictureSettings !== null
            onPicturesWanted: root.isPicturesShown = true
            onGridWanted: grid.forceActiveFocus()
            onSaveWanted: sidebar.saveSearch()
        }
        ArticleFilters {
            id: filters
            objectName: "charts"
            y: header.height
            width: parent.width
            browser: root.browser
            isNarrow: root.isNarrow
            isBesidePane: root.isPaneShown
            isHeld: root.isHeld
        }
        ArticleGrid {
            id: grid
            objectName: "articles"
            y: filters.y + filters.height
            width: parent.width
            height: parent.height - y - pictures.height
            browser: root.browser
            isNarrow: root.isNarrow
            isHeld: root.isHeld
            windowUnits: widths.units
            aimChosen: root.preferences.cardWidth
            onAimWanted: aim => root.preferences.cardWidth = aim
            focus: true
            onOpened: index => root.openAt(index)
            onOriginalRequested: index => root.article.openOriginalOf(root.browser.articles.idAt(index))
            onPictureRequested: index => root.browser.picture.open(root.browser.articles.idAt(index))
        }
        PicturesPlace {
            id: pictures
            objectName: "pictures"
            anchors.bottom: parent.bottom
            width: parent.width
            browser: root.browser
            settings: root.pictureSettings
            task: root.pictureTask
            margin: grid.margin
            isHeld: root.isHeld
            isInPane: root.isPicturesShown
            onSettingsWanted: root.isPicturesShown = true
            onDismissed: if (activeFocus)
                grid.forceActiveFocus()
        }
    }

    TrailingPane {
        id: pane
        anchors.right: parent.right
        width: widths.pane
        height: root.height
        visible: root.isPaneShown
        focus: widths.isPaneAlone
        browser: root.browser
        isHeld: root.isHeld
        pictureSettings: root.pictureSettings
        pictureTask: root.pictureTask
        isAlone: widths.isPaneAlone
        canFill: !root.isNarrow
        onStepBackWanted: root.stepBack()
        onArticleCloseWanted: {
            root.article.close()
            grid.forceActiveFocus()
        }
    }
    PaneEdge {
        anchors { right: parent.right; rightMargin: widths.pane - width / 2 }
        visible: root.isPaneShown && !widths.isPaneAlone
        height: root.height
        name: qsTr("Width of the pane")
        onDragged: dx => root.preferences.paneWidth = widths.pane - dx
        onReset: root.preferences.paneWidth = 0
    }

    ViewerPlace {
        browser: root.browser
        onSaveWanted: (name, suffix) => root.pictureFileWanted(name, suffix)
        onClosedAt: (articleId, isMoved) => {
            if (isMoved)
                grid.goOnAt(articleId)
        }
    }

    LateLoader {
        held: root.isHeld
        inOneGo: true // who sees cards presses keys
        address: Qt.resolvedUrl("PageKeys.qml")
        values: ({ page: root })
    }
}
