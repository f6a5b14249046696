// SPDX-License-Identifier: GPL-3.0-or-later
// DetailActions: what one does with the open article: its original, its link, its star. browser.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Flow {
    id: root

    required property ArchiveBrowser browser
    readonly property OpenArticle article: browser.article
    readonly property articleCard card: article.card
    // What stands before the last of them, where all are in one line.
    readonly property real taken: {
        let sum = 0
        for (const action of Array.from(children))
            sum += action !== host && action.visible ? action.width + spacing : 0
        return sum
    }

    spacing: Theme.s8

    ActionButton {
        text: qsTr("Open original")
        iconName: "open"
        kind: ActionButton.Primary
        toolTip: root.article.host
        onClicked: root.article.openOriginal()
    }
    ActionButton {
        visible: root.article.hasAmp
        text: qsTr("AMP")
        toolTip: qsTr("Open the AMP page")
        onClicked: root.article.openAmp()
    }
    ActionButton {
        text: qsTr("Copy link")
        iconName: "copy"
        onClicked: root.article.copyLink()
    }
    ActionButton {
        objectName: "star"
        text: root.card.isStarred ? qsTr("Starred") : qsTr("Star")
        iconName: root.card.isStarred ? "star-set" : "star"
        iconColor: root.card.isStarred ? Theme.accent : inkColor
        toolTip: Actions.tip(root.card.isStarred ? qsTr("Take the star away") : qsTr("Star"), "star")
        Accessible.checkable: true
        Accessible.checked: root.card.isStarred
        onClicked: root.browser.marks.setStarred(root.card.articleId, !root.card.isStarred) // qmllint disable
    }
    PlainText {
        id: host
        visible: root.taken + implicitWidth <= root.width // it is among the facts as well
        height: Theme.controlHeight
        verticalAlignment: Text.AlignVCenter
        text: root.article.host
        font: Theme.fact
        lineHeight: Theme.factLine
        color: Theme.ink3
    }
}
