// SPDX-License-Identifier: GPL-3.0-or-later
// TrailingPane: the one place beside the cards: the open article, the import, or a file's source.
// browser, isImportShown, isAlone (no cards beside it), isDetailFull, canFill; stepBackWanted(),
// fullToggled(), articleCloseWanted().
import QtQuick
import Microfiche.Models
import Microfiche.Ui

FocusScope {
    id: root

    required property ArchiveBrowser browser
    property bool isImportShown: false
    property bool isAlone: false
    property bool isDetailFull: false
    property bool canFill: true
    signal stepBackWanted()
    signal fullToggled()
    signal articleCloseWanted()

    readonly property OpenArticle article: browser.article
    property bool isWarm: false

    Rectangle {
        anchors.fill: parent
        color: Theme.raised
    }
    Rectangle {
        width: 1
        height: parent.height
        visible: !root.isAlone
        color: Theme.line
    }
    component Part: Loader {
        property bool isWanted: false
        property bool wasWanted: false
        anchors.fill: parent
        visible: isWanted
        focus: isWanted
        // Made when it is first asked for, or before that, when the window has time for it.
        active: wasWanted || root.isWarm
        asynchronous: !isWanted
        onIsWantedChanged: if (isWanted)
            wasWanted = true
        Component.onCompleted: if (isWanted)
            wasWanted = true
    }

    Part {
        isWanted: root.isImportShown && !importSource.isWanted
        sourceComponent: ImportPane {
            status: root.browser.imports
            onCloseWanted: root.stepBackWanted()
            onShowAddedWanted: {
                root.browser.query.clear()
                if (root.isAlone)
                    root.stepBackWanted()
            }
        }
    }
    Part {
        id: importSource
        isWanted: root.isImportShown && root.browser.imports.source.isOpen
        sourceComponent: SourcePane { source: root.browser.imports.source }
    }
    Part {
        isWanted: !root.isImportShown && root.article.isOpen && !articleSource.isWanted
        sourceComponent: DetailPane {
            browser: root.browser
            canFill: root.canFill
            isFull: root.isDetailFull
            onFullToggled: root.fullToggled()
            onCloseWanted: root.articleCloseWanted()
        }
    }
    Part {
        id: articleSource
        isWanted: !root.isImportShown && root.article.source.isOpen
        sourceComponent: SourcePane { source: root.article.source }
    }
    Timer {
        interval: 1000
        running: true
        onTriggered: root.isWarm = true
    }
}
