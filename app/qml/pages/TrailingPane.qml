// SPDX-License-Identifier: GPL-3.0-or-later
// TrailingPane: the one place beside the cards: the open article, the import, a file's source, or the
// settings of pictures.
// browser, pictureSettings and pictureTask, isAlone (no cards beside it), canFill, isHeld (nothing of
// it is made until it is wanted); isImportShown, isPicturesShown, isDetailFull; showImport(),
// stepBack(): false if there is no step to take; readOn(): false at the end of the open article;
// stepBackWanted(), articleCloseWanted().
import QtQuick
import Microfiche.Models
import Microfiche.Ui

FocusScope {
    id: root

    required property ArchiveBrowser browser
    property bool isImportShown: false
    property bool isPicturesShown: false
    property PictureSettings pictureSettings: null
    property PictureTask pictureTask: null
    property bool isAlone: false
    property bool isDetailFull: false
    property bool canFill: true
    property bool isHeld: false
    signal stepBackWanted()
    signal articleCloseWanted()

    readonly property OpenArticle article: browser.article
    readonly property bool isWanted: isImportShown || isPicturesShown || article.isOpen
    readonly property bool isArticleShown: article.isOpen && !isImportShown && !isPicturesShown

    function showImport(): void {
        isPicturesShown = false
        isImportShown = true
    }
    function readOn(): bool { return parts.item instanceof TrailingParts && parts.item.readOn() }
    function stepBack(): bool {
        const importSource = browser.imports.source
        if (isPicturesShown)
            isPicturesShown = false
        else if (isImportShown && importSource.isOpen)
            importSource.close()
        else if (isImportShown)
            isImportShown = false
        else if (article.source.isOpen)
            article.source.close()
        else if (isDetailFull && article.isOpen && canFill)
            isDetailFull = false
        else if (article.isOpen)
            article.close()
        else
            return false
        return true
    }

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
    LateLoader {
        id: parts
        anchors.fill: parent
        focus: true
        held: root.isHeld && !root.isWanted
        address: Qt.resolvedUrl("TrailingParts.qml")
        values: ({ pane: root })
    }
}
