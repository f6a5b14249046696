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

    required property ArchiveBrowser browser
    required property Workspace workspace
    signal filesWanted()
    signal folderWanted()

    readonly property OpenArticle article: browser.article
    readonly property bool isNarrow: width < 1100
    property bool isImportShown: false
    property bool isDrawerOpen: false
    property bool isDetailFull: false
    readonly property bool isPaneShown: article.isOpen || isImportShown
    readonly property bool isPaneAlone: isPaneShown && (isNarrow || (isDetailFull && article.isOpen && !isImportShown))

    readonly property int sidebarDefault: width < 1440 ? 208 : width < 2560 ? 232 : 264
    readonly property int paneDefault: width < 1440 ? 440 : width < 2560 ? 536 : width < 3840 ? 640 : 720
    property int sidebarChosen: 0
    property int paneChosen: 0
    readonly property int sidebarWidth: isNarrow ? 0
        : Math.max(184, Math.min(sidebarChosen > 0 ? sidebarChosen : Theme.px(sidebarDefault), width - 360))
    readonly property int paneWidth: isPaneAlone ? width - sidebarWidth
        : Math.max(400, Math.min(paneChosen > 0 ? paneChosen : paneDefault, width - sidebarWidth - 360))

    // The first click of two opens the pane, and the cards move: the second one is meant for the
    // article of the first, wherever it lands.
    property int clickedId: 0

    function openAt(index: int): void {
        isImportShown = false
        clickedId = browser.articles.idAt(index)
        secondClick.expect()
        article.open(clickedId)
    }
    function stepBack(): void {
        if (isDrawerOpen)
            isDrawerOpen = false
        else if (browser.imports.source.isOpen && isImportShown)
            browser.imports.source.close()
        else if (isImportShown)
            isImportShown = false
        else if (article.source.isOpen)
            article.source.close()
        else if (isDetailFull && article.isOpen && !isNarrow)
            isDetailFull = false
        else if (article.isOpen)
            article.close()
        else if (browser.query.typed !== "")
            browser.query.typed = ""
        grid.forceActiveFocus()
    }

    // The page may come when the first import has begun already.
    Component.onCompleted: isImportShown = browser.imports.isRunning

    SecondClick {
        id: secondClick
        window: root.Window.window
        onHappened: root.article.openOriginalOf(root.clickedId)
    }
    Connections {
        target: root.browser.imports
        function onStarted(): void { root.isImportShown = true }
    }

    Sidebar {
        id: sidebar
        x: root.isNarrow ? (root.isDrawerOpen ? 0 : -width) : 0
        z: root.isNarrow ? 3 : 0
        width: root.isNarrow ? 264 : root.sidebarWidth
        height: root.height
        visible: !root.isNarrow || x > -width
        enabled: !root.isNarrow || root.isDrawerOpen
        browser: root.browser
        workspace: root.workspace
        onImportWanted: {
            root.isImportShown = true
            root.isDrawerOpen = false
        }
        Behavior on x {
            enabled: root.isNarrow
            NumberAnimation { duration: Theme.paneTime; easing.type: Easing.OutCubic }
        }
    }
    Rectangle { // what the drawer lies over
        anchors.fill: parent
        z: 2
        visible: root.isNarrow && root.isDrawerOpen
        color: Theme.ground
        opacity: 0.6
        TapHandler { onTapped: root.isDrawerOpen = false }
    }
    PaneEdge {
        visible: !root.isNarrow
        x: root.sidebarWidth - width / 2
        height: root.height
        onDragged: dx => root.sidebarChosen = root.sidebarWidth + dx
        onReset: root.sidebarChosen = 0
    }

    FocusScope {
        id: middle
        x: root.sidebarWidth
        width: root.width - root.sidebarWidth - (root.isPaneShown ? root.paneWidth : 0)
        height: root.height
        visible: !root.isPaneAlone
        focus: visible

        HeaderBar {
            id: header
            width: parent.width
            browser: root.browser
            isNarrow: root.isNarrow
            isTight: width < 760
            onMenuWanted: root.isDrawerOpen = true
            onFilesWanted: root.filesWanted()
            onFolderWanted: root.folderWanted()
            onGridWanted: grid.forceActiveFocus()
        }
        ArticleFilters {
            id: filters
            y: header.height
            width: parent.width
            browser: root.browser
            isNarrow: root.isNarrow
            isBesidePane: root.isPaneShown
        }
        ArticleGrid {
            id: grid
            y: filters.y + filters.height
            width: parent.width
            height: parent.height - y
            browser: root.browser
            isNarrow: root.isNarrow
            windowWidth: root.width
            focus: true
            onOpened: index => root.openAt(index)
            onOriginalRequested: index => root.article.openOriginalOf(root.browser.articles.idAt(index))
        }
    }

    TrailingPane {
        id: pane
        x: root.width - width
        width: root.paneWidth
        height: root.height
        visible: root.isPaneShown
        focus: root.isPaneAlone
        browser: root.browser
        isImportShown: root.isImportShown
        isAlone: root.isPaneAlone
        isDetailFull: root.isDetailFull
        canFill: !root.isNarrow
        onStepBackWanted: root.stepBack()
        onFullToggled: root.isDetailFull = !root.isDetailFull
        onArticleCloseWanted: {
            root.article.close()
            grid.forceActiveFocus()
        }
    }
    PaneEdge {
        visible: root.isPaneShown && !root.isPaneAlone
        x: root.width - root.paneWidth - width / 2
        height: root.height
        onDragged: dx => root.paneChosen = root.paneWidth - dx
        onReset: root.paneChosen = 0
    }

    Shortcut { sequence: "Escape"; onActivated: root.stepBack() }
    Shortcut { sequences: [StandardKey.Find]; onActivated: header.focusSearch() }
    Shortcut { sequences: [StandardKey.Back]; enabled: root.article.canGoBack; onActivated: root.article.back() }
    Shortcut { sequences: [StandardKey.Forward]; enabled: root.article.canGoForward; onActivated: root.article.forward() }
    Shortcut { sequences: ["Ctrl+Return", "Ctrl+Enter"]; enabled: root.article.isOpen; onActivated: root.article.openOriginal() }
    Shortcut { sequence: "F9"; enabled: root.isNarrow; onActivated: root.isDrawerOpen = !root.isDrawerOpen }
}
