// SPDX-License-Identifier: GPL-3.0-or-later
// TrailingParts: what a TrailingPane shows, one part at a time. pane; readOn().
import QtQuick
import Microfiche.Models
import Microfiche.Ui

FocusScope {
    id: root

    required property TrailingPane pane
    readonly property OpenArticle article: pane.browser.article
    readonly property bool isImportShown: pane.isImportShown && !pane.isPicturesShown
    readonly property bool isArticleShown: !pane.isImportShown && !pane.isPicturesShown
    property bool isWarm: false

    function readOn(): bool {
        if (articleSource.item instanceof SourcePane && articleSource.isWanted) {
            articleSource.item.readOn()
            return true // the article that it is of has not been read yet
        }
        return detail.isWanted && detail.item instanceof DetailPane && detail.item.readOn()
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
            status: root.pane.browser.imports
            onCloseWanted: root.pane.stepBackWanted()
            onShowAddedWanted: {
                root.pane.browser.query.clear()
                if (root.pane.isAlone)
                    root.pane.stepBackWanted()
            }
        }
    }
    Part {
        id: importSource
        isWanted: root.isImportShown && root.pane.browser.imports.source.isOpen
        sourceComponent: SourcePane { source: root.pane.browser.imports.source }
    }
    Part {
        id: detail
        isWanted: root.isArticleShown && root.article.isOpen && !articleSource.isWanted
        sourceComponent: DetailPane {
            browser: root.pane.browser
            canFill: root.pane.canFill
            isFull: root.pane.isDetailFull
            onFullToggled: root.pane.isDetailFull = !root.pane.isDetailFull
            onCloseWanted: root.pane.articleCloseWanted()
        }
    }
    Part {
        id: articleSource
        isWanted: root.isArticleShown && root.article.source.isOpen
        sourceComponent: SourcePane { source: root.article.source }
    }
    Loader { // seldom wanted, so never made before it is
        anchors.fill: parent
        focus: visible
        visible: root.pane.isPicturesShown && root.pane.pictureSettings !== null
        active: visible
        sourceComponent: PicturesPane {
            settings: root.pane.pictureSettings
            task: root.pane.pictureTask
            onCloseWanted: root.pane.stepBackWanted()
        }
    }
    Timer {
        interval: 1000
        running: true
        onTriggered: root.isWarm = true
    }
}
