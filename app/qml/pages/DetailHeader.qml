// SPDX-License-Identifier: GPL-3.0-or-later
// DetailHeader: the way back and forward, where in the answer one is, what else can be done.
// browser, isFull, canFill; fullToggled(), closeWanted().
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property ArchiveBrowser browser
    property bool isFull: false
    property bool canFill: true
    signal fullToggled()
    signal closeWanted()

    readonly property OpenArticle article: browser.article
    // Another order moves it as well, so it is looked for with every answer.
    readonly property int place: browser.headline !== "" && browser.articles.count > 0 ? browser.articles.indexOf(article.articleId) : -1 // qmllint disable type

    implicitHeight: Theme.px(56)

    Row {
        anchors { left: parent.left; leftMargin: Theme.s16 - 4; verticalCenter: parent.verticalCenter }
        spacing: 0

        IconButton {
            iconName: "back"
            toolTip: Actions.tip(qsTr("Back"), "back")
            enabled: root.article.canGoBack
            disabledReason: qsTr("This is the first article you opened")
            onClicked: root.article.back()
        }
        IconButton {
            iconName: "forward"
            toolTip: Actions.tip(qsTr("Forward"), "forward")
            enabled: root.article.canGoForward
            disabledReason: qsTr("You have not gone back")
            onClicked: root.article.forward()
        }
        PlainText {
            anchors.verticalCenter: parent.verticalCenter
            leftPadding: Theme.s8
            visible: root.place >= 0
            text: qsTr("%L1 of %L2").arg(root.place + 1).arg(root.browser.articles.count)
            color: Theme.ink2
        }
    }
    Row {
        anchors { right: parent.right; rightMargin: Theme.s16 - 4; verticalCenter: parent.verticalCenter }
        spacing: 0

        MenuButton {
            kind: ActionButton.Quiet
            iconName: "more"
            toolTip: qsTr("More")

            menu: PopupMenu {
                MenuEntry {
                    text: qsTr("Open original")
                    iconName: "open"
                    onTriggered: root.article.openOriginal()
                }
                MenuEntry {
                    text: root.article.hasAmp ? qsTr("Open AMP page") : qsTr("No AMP page is known")
                    enabled: root.article.hasAmp
                    onTriggered: root.article.openAmp()
                }
                MenuEntry {
                    text: qsTr("Copy link")
                    iconName: "copy"
                    onTriggered: root.article.copyLink()
                }
                MenuEntry {
                    text: root.article.card.isSeen ? qsTr("Mark as not seen") : qsTr("Mark as seen")
                    iconName: "seen"
                    note: Actions.keys("seen")
                    onTriggered: root.browser.marks.setSeen(root.article.articleId, !root.article.card.isSeen) // qmllint disable
                }
                MenuEntry {
                    text: root.article.hasSource ? qsTr("Show source") : qsTr("A mention has no source")
                    iconName: "source"
                    enabled: root.article.hasSource
                    onTriggered: root.article.showSource()
                }
                MenuEntry {
                    text: root.isFull ? qsTr("Show beside the cards") : qsTr("Show full size")
                    enabled: root.canFill
                    onTriggered: root.fullToggled()
                }
            }
        }
        IconButton {
            iconName: "close"
            toolTip: Actions.tip(qsTr("Close"), "step-back")
            onClicked: root.closeWanted()
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
}
