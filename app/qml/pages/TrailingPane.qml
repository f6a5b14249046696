// SPDX-License-Identifier: GPL-3.0-or-later
// TrailingPane: the one place beside the cards: the open article, the import, a file's source, or the
// settings of pictures.
// browser, isImportShown, isPicturesShown (with pictureSettings and pictureTask), isAlone (no cards beside it), isDetailFull, canFill, isHeld (nothing of it
// is made until it is wanted); stepBackWanted(),
// fullToggled(), articleCloseWanted().
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
    signal fullToggled()
    signal articleCloseWanted()

    readonly property bool isWanted: isImportShown || isPicturesShown || browser.article.isOpen

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
        anchors.fill: parent
        focus: true
        held: root.isHeld && !root.isWanted
        address: Qt.resolvedUrl("TrailingParts.qml")
        values: ({ pane: root })
    }
}
