// SPDX-License-Identifier: GPL-3.0-or-later
// The window: which page it shows, what is dropped on it, and what can be done with all of it.
import QtQuick
import Microfiche.Models
import Microfiche.Ui
import Microfiche.Window

Window {
    id: root

    required property ArchiveBrowser browser
    required property Appearance appearance
    required property Workspace workspace
    required property PictureStates pictureStates
    required property PictureSettings pictureSettings
    required property PictureTask pictureTask
    property PictureByHand pictureByHand: null

    readonly property bool isBrowsing: browser.state === ArchiveBrowser.Ready
                                       || (browser.imports.isRunning && browser.archiveArticles > 0)

    readonly property Upkeep upkeep: workspace.upkeep // qmllint disable
    readonly property bool isTellingDamage: upkeep.state !== Upkeep.Quiet // qmllint disable
    readonly property bool isAsking: isTellingDamage || workspace.question.isAsked // qmllint disable

    /// Closes whatever lies beside the cards.
    function showCards(): void {
        if (page.item instanceof BrowsePage)
            page.item.isImportShown = page.item.isPicturesShown = false
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

    Binding {
        target: Pictures
        property: "states"
        value: root.pictureStates
    }
    Binding {
        target: Pictures
        property: "byHand"
        value: root.pictureByHand
    }
    Binding {
        target: Pictures
        property: "servers"
        value: root.workspace.localServers // qmllint disable
    }
    Binding {
        target: Pictures
        property: "isCounted"
        value: root.pictureSettings?.isCounted ?? false
    }

    Loader {
        id: page

        readonly property url address: root.browser.state === ArchiveBrowser.Refused ? Qt.resolvedUrl("RefusedPage.qml")
                                     : root.isBrowsing ? Qt.resolvedUrl("BrowsePage.qml")
                                     : root.browser.state === ArchiveBrowser.Empty ? Qt.resolvedUrl("EmptyPage.qml") : ""
        // The page of most starts: it is read while the archive is opened and the window shown.
        readonly property Component readAhead: Qt.createComponent("BrowsePage.qml", Component.Asynchronous)

        function show(): void {
            if (root.browser.state === ArchiveBrowser.Refused)
                setSource(address, { message: root.browser.problem,
                                     canRepair: Qt.binding(() => root.upkeep.isDamaged) })
            else if (root.isBrowsing)
                setSource(address, { browser: root.browser, workspace: root.workspace, isHeld: true,
                                     pictureSettings: root.pictureSettings, pictureTask: root.pictureTask })
            else
                setSource(address, { browser: root.browser, workspace: root.workspace })
        }

        anchors { fill: parent; topMargin: actions.reserved }
        focus: true
        enabled: !root.isAsking
        LayoutMirroring.enabled: Qt.application.layoutDirection === Qt.RightToLeft // qmllint disable type
        LayoutMirroring.childrenInherit: true
        onAddressChanged: show()
    }
    Connections {
        target: page.item
        ignoreUnknownSignals: true // each page has those it needs
        function onFilesWanted(): void { dialogs.ask("files") }
        function onFolderWanted(): void { dialogs.ask("folder") }
        function onArchiveWanted(): void { dialogs.ask("archive") }
        function onRepairWanted(): void { root.upkeep.ask() }
        function onPictureFileWanted(name: string, suffix: string): void { dialogs.askForPicture(name, suffix) }
    }

    DropOverlay {
        anchors.fill: parent
        browser: root.browser
        isSample: root.workspace.isSample
        enabled: !root.isAsking
        onUrlsDropped: urls => root.workspace.importUrls(urls)
    }
    WindowActions {
        id: actions
        anchors.fill: parent
        browser: root.browser
        workspace: root.workspace
        home: page
        isAsking: root.isAsking
        onDialogWanted: what => dialogs.ask(what)
    }
    LateLoader {
        anchors.fill: parent
        held: !root.isAsking || root.isTellingDamage
        inOneGo: true
        address: Qt.resolvedUrl("ImportSheet.qml")
        values: ({ question: root.workspace.question }) // qmllint disable
        LayoutMirroring.enabled: page.LayoutMirroring.enabled // qmllint disable type
        LayoutMirroring.childrenInherit: true
        onHeldChanged: if (held) page.forceActiveFocus()
    }
    LateLoader {
        id: damage
        anchors.fill: parent
        held: !root.isTellingDamage
        inOneGo: true
        address: Qt.resolvedUrl("DamageSheet.qml")
        values: ({ upkeep: root.upkeep })
        LayoutMirroring.enabled: page.LayoutMirroring.enabled // qmllint disable type
        LayoutMirroring.childrenInherit: true
        onHeldChanged: if (held) page.forceActiveFocus()
    }
    Connections {
        target: damage.item
        ignoreUnknownSignals: true // its type is not read before it is wanted
        function onQuitWanted() { Qt.quit() }
    }
    Loader {
        id: dialogs
        objectName: "dialogs"

        // Of the desktop, and with a good deal of code of their own: read when one is first wanted.
        function ask(what: string): void {
            active = true
            if (item instanceof FileDialogs)
                item.choose(what)
        }
        function askForPicture(name: string, suffix: string): void {
            active = true
            if (item instanceof FileDialogs)
                item.savePicture(name, suffix)
        }

        active: false
        source: "FileDialogs.qml"
    }
    Connections {
        target: dialogs.item
        ignoreUnknownSignals: true // its type is not read before it is wanted
        function onFilesChosen(urls) { root.workspace.importUrls(urls) }
        function onPictureFileChosen(file) { root.browser.picture.save(file) }
        function onArchiveChosen(archive) { root.workspace.openArchive(archive) }
    }
}
