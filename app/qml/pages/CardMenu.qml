// SPDX-License-Identifier: GPL-3.0-or-later
// CardMenu: what can be done with one article or mention of the list; what marks it marks all that are
// selected, if it is one of them. browser, card; showFor(card); tagWanted() (of the current one, or all).
import QtQuick
import Microfiche.Models
import Microfiche.Ui

PopupMenu {
    id: root

    required property ArchiveBrowser browser
    property articleCard card
    readonly property ArticleSelection selection: browser.selection
    property bool isOfMany: false
    signal tagWanted()

    function showFor(wanted: articleCard): void {
        if (!wanted.isLoaded)
            return
        card = wanted
        isOfMany = selection.contains(wanted.articleId) // qmllint disable
        if (!isOfMany)
            selection.clear()
        browser.keeping.look(card.picture)
        Pictures.byHand?.look(card.missingPicture) // qmllint disable
        popup()
    }

    MenuEntry {
        text: qsTr("Open")
        note: Actions.keys("open")
        onTriggered: root.browser.article.open(root.card.articleId) // qmllint disable
    }
    MenuEntry {
        text: qsTr("Open original")
        iconName: "open"
        note: Actions.keys("original")
        onTriggered: root.browser.article.openOriginalOf(root.card.articleId) // qmllint disable
    }
    MenuEntry {
        text: qsTr("Copy link")
        iconName: "copy"
        onTriggered: root.browser.article.copyLinkOf(root.card.articleId) // qmllint disable
    }
    MenuEntry {
        text: qsTr("View the picture")
        iconName: "picture"
        note: Actions.keys("view-picture")
        enabled: root.card.picture !== ""
        disabledReason: qsTr("It has no picture here.")
        onTriggered: root.browser.picture.open(root.card.articleId) // qmllint disable
    }
    MenuEntry {
        objectName: "loadPicture"
        readonly property PictureByHand byHand: Pictures.byHand
        visible: text !== ""
        height: visible ? implicitHeight : 0
        text: byHand?.text ?? ""
        iconName: "retry"
        enabled: byHand?.canLoad ?? false
        disabledReason: byHand?.whyNot ?? ""
        onTriggered: byHand.load()
    }
    MenuEntry {
        text: qsTr("Articles with this picture")
        iconName: "wall"
        enabled: root.card.picture !== ""
        disabledReason: qsTr("It has no picture here.")
        onTriggered: root.browser.picture.findArticlesOf(root.card.articleId) // qmllint disable
    }
    MenuEntry {
        text: qsTr("Keep this picture for good")
        iconName: "keep"
        checked: root.browser.keeping.isPicked
        enabled: root.browser.keeping.canPick
        disabledReason: root.card.picture === "" ? qsTr("It has no picture here.") : root.browser.keeping.whyNot
        onTriggered: root.browser.keeping.setPicked(!root.browser.keeping.isPicked)
    }
    MenuLine {}
    MenuEntry {
        visible: root.isOfMany
        height: visible ? implicitHeight : 0
        enabled: false
        text: root.selection.text
    }
    MenuEntry {
        text: root.card.isStarred ? qsTr("Take the star away") : qsTr("Star")
        iconName: root.card.isStarred ? "star-set" : "star"
        note: Actions.keys("star")
        onTriggered: root.isOfMany ? root.selection.setStarred(!root.card.isStarred)
                                   : root.browser.marks.setStarred(root.card.articleId, !root.card.isStarred) // qmllint disable
    }
    MenuEntry {
        text: root.card.isSeen ? qsTr("Mark as not seen") : qsTr("Mark as seen")
        iconName: "seen"
        note: Actions.keys("seen")
        onTriggered: root.isOfMany ? root.selection.setSeen(!root.card.isSeen)
                                   : root.browser.marks.setSeen(root.card.articleId, !root.card.isSeen) // qmllint disable
    }
    MenuEntry {
        text: qsTr("Tag…")
        iconName: "tag"
        note: Actions.keys("tag")
        onTriggered: root.tagWanted()
    }
}
