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
    ImportPane {
        anchors.fill: parent
        visible: root.isImportShown && !importSource.visible
        status: root.browser.imports
        onCloseWanted: root.stepBackWanted()
    }
    SourcePane {
        id: importSource
        anchors.fill: parent
        visible: root.isImportShown && root.browser.imports.source.isOpen
        source: root.browser.imports.source
    }
    DetailPane {
        anchors.fill: parent
        visible: !root.isImportShown && root.article.isOpen && !articleSource.visible
        browser: root.browser
        canFill: root.canFill
        isFull: root.isDetailFull
        onFullToggled: root.fullToggled()
        onCloseWanted: root.articleCloseWanted()
    }
    SourcePane {
        id: articleSource
        anchors.fill: parent
        visible: !root.isImportShown && root.article.source.isOpen
        source: root.article.source
    }
}
