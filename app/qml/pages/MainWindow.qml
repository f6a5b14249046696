// SPDX-License-Identifier: GPL-3.0-or-later
// The window: which page it shows, what is dropped on it, and the keys that work everywhere.
import QtQuick
import QtQuick.Window
import Microfiche.Models
import Microfiche.Ui
import Microfiche.Window

Window {
    id: root

    required property ArchiveBrowser browser
    required property Appearance appearance
    required property Workspace workspace

    readonly property bool isBrowsing: browser.state === ArchiveBrowser.Ready
                                       || (browser.imports.isRunning && browser.archiveArticles > 0)

    property bool areCardsSeen: false

    /// Closes whatever lies beside the cards.
    function showCards(): void {
        if (page.item instanceof BrowsePage)
            page.item.isImportShown = false
        browser.article.close()
    }

    width: 1440
    height: 900
    minimumWidth: 640
    minimumHeight: 480
    title: workspace.isSample ? qsTr("Sample archive – Microfiche")
                              : qsTr("%1 – Microfiche").arg(browser.archiveName)
    color: Theme.ground

    Binding {
        target: Theme
        property: "dark"
        value: root.appearance.isDark
    }
    Binding {
        target: Theme
        property: "highContrast"
        value: root.appearance.isHighContrast
    }
    Binding {
        target: Theme
        property: "reducedMotion"
        value: root.appearance.isMotionReduced
    }

    Connections {
        target: root
        enabled: !root.areCardsSeen
        function onFrameSwapped(): void { root.areCardsSeen = page.item instanceof BrowsePage }
    }
    Loader {
        id: page
        anchors.fill: parent
        focus: true
        enabled: !sheet.visible
        LayoutMirroring.enabled: Qt.application.layoutDirection === Qt.RightToLeft // qmllint disable type
        LayoutMirroring.childrenInherit: true
        sourceComponent: root.browser.state === ArchiveBrowser.Refused ? refused
                       : root.isBrowsing ? browsing
                       : root.browser.state === ArchiveBrowser.Empty ? empty : null
    }
    Component {
        id: browsing
        BrowsePage {
            browser: root.browser
            isHeld: !root.areCardsSeen
            workspace: root.workspace
            focus: true
            onFilesWanted: dialogs.chooseFiles()
            onFolderWanted: dialogs.chooseFolder()
        }
    }
    Component {
        id: empty
        EmptyPage {
            browser: root.browser
            workspace: root.workspace
            focus: true
            onFilesWanted: dialogs.chooseFiles()
            onFolderWanted: dialogs.chooseFolder()
            onArchiveWanted: dialogs.chooseArchive()
        }
    }
    Component {
        id: refused
        RefusedPage {
            message: root.browser.problem
            focus: true
            onArchiveWanted: dialogs.chooseArchive()
        }
    }

    DropOverlay {
        anchors.fill: parent
        browser: root.browser
        isSample: root.workspace.isSample
        enabled: !sheet.visible
        onUrlsDropped: urls => root.workspace.importUrls(urls)
    }
    ImportSheet {
        id: sheet
        anchors.fill: parent
        question: root.workspace.question // qmllint disable
        LayoutMirroring.enabled: page.LayoutMirroring.enabled // qmllint disable type
        LayoutMirroring.childrenInherit: true
        onVisibleChanged: if (!visible) page.forceActiveFocus()
    }
    FileDialogs {
        id: dialogs
        onFilesChosen: urls => root.workspace.importUrls(urls)
        onArchiveChosen: url => root.workspace.openArchive(url)
    }

    Shortcut {
        sequences: [StandardKey.Open]
        enabled: root.browser.state !== ArchiveBrowser.Refused
        onActivated: dialogs.chooseFiles()
    }
    Shortcut {
        sequence: "Ctrl+Shift+O"
        enabled: root.browser.state !== ArchiveBrowser.Refused
        onActivated: dialogs.chooseFolder()
    }
    Shortcut {
        sequences: [StandardKey.Quit]
        onActivated: Qt.quit()
    }
}
