// SPDX-License-Identifier: GPL-3.0-or-later
// DetailText: provider, title, facts, excerpt, actions and body of the open article. browser.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Column {
    id: root

    required property ArchiveBrowser browser
    readonly property OpenArticle article: browser.article
    readonly property articleCard card: article.card

    topPadding: Theme.s16
    bottomPadding: Theme.s24
    spacing: 0

    Item {
        width: parent.width
        height: Theme.px(28)

        ProviderLogo {
            id: logo
            anchors { left: parent.left; verticalCenter: parent.verticalCenter }
            logo: root.card.logo
            missing: root.card.missingLogo
            letter: root.card.initials
            hue: root.card.providerHue
            size: Theme.px(24)
        }
        LinkText {
            id: provider
            anchors { left: logo.right; leftMargin: Theme.s8; verticalCenter: parent.verticalCenter }
            width: Math.min(implicitWidth, parent.width - logo.width - when.implicitWidth - states.width - Theme.s24 - Theme.s12)
            label: root.card.provider
            font: Theme.textBold
            isQuiet: true
            onClicked: root.browser.query.chooseProvider(root.card.domain, false)
        }
        PlainText {
            id: when
            anchors { left: provider.right; leftMargin: Theme.s8; verticalCenter: parent.verticalCenter }
            text: root.card.momentText
            color: Theme.ink2
        }
        Row {
            id: states
            // Their words give way to the provider's name.
            readonly property real wordRoom: Array.from(children).reduce((sum, state) => sum + (state.wordRoom ?? 0), 0)
            readonly property bool hasWords: logo.width + provider.implicitWidth + when.implicitWidth + wordRoom
                                             + Theme.s24 <= parent.width
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            spacing: Theme.s12

            StateFact {
                isTrue: name !== ""
                hasWords: states.hasWords
                name: root.card.isMention ? qsTr("Mention") : root.card.isWithdrawn ? qsTr("Withdrawn")
                    : root.card.isUnpublished ? qsTr("Unpublished") : ""
                iconName: root.card.isMention ? "mention" : root.card.isWithdrawn ? "withdrawn" : "unpublished"
            }
            StateFact {
                isTrue: root.card.isSeen
                hasWords: states.hasWords
                name: qsTr("Seen")
                iconName: "seen"
            }
        }
    }
    Item { width: 1; height: Theme.s8 }
    PlainText {
        width: parent.width
        text: root.card.title
        font: Theme.detailTitle
        lineHeight: Theme.detailTitleLine
        wrapMode: Text.Wrap
        maximumLineCount: 4
        Accessible.role: Accessible.Heading
    }
    Item { width: 1; height: Theme.s12 }
    Flow {
        width: parent.width
        spacing: Theme.s16

        QualityMeter {
            quality: root.card.quality
            text: root.card.qualityText
            word: qsTr("quality", "behind a score: 54 quality")
        }
        Row {
            visible: root.card.heat >= 0
            spacing: Theme.s4
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("Heat %1").arg(root.card.heatText)

            IconLabel {
                iconName: "heat"
                iconSize: Theme.factIconSize
                text: root.card.heatText
                font: Theme.factName
                lineHeight: Theme.factLine
                iconColor: Theme.ink2
                spacing: 6
            }
            PlainText {
                text: qsTr("heat", "behind a number: 84 heat")
                font: Theme.fact
                lineHeight: Theme.factLine
                color: Theme.ink2
                Accessible.ignored: true
            }
        }
        IconLabel { // as high as the words beside it
            visible: root.card.topics.length > 0
            iconName: "tag"
            iconSize: Theme.factIconSize
            lineHeight: Theme.factLine
            iconColor: Theme.ink2
        }
        Repeater {
            model: root.card.topics
            LinkText {
                required property string modelData
                label: modelData
                font: Theme.fact
                lineHeight: Theme.factLine
                isUnderlined: true
                onClicked: root.browser.query.chooseTopic(modelData, false)
            }
        }
    }
    Item { width: 1; height: Theme.s12 }
    PlainText {
        width: Math.min(parent.width, Theme.px(560))
        visible: text !== ""
        text: root.card.excerpt
        font: Theme.reading
        lineHeight: Theme.readingLine
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
    PlainText {
        width: parent.width
        visible: root.card.isMention
        topPadding: Theme.s8
        text: qsTr("Not in this archive. It is known only by what %Ln article(s) say of it.", "", root.card.citedCount)
        color: Theme.ink2
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
    Item { width: 1; height: Theme.s16 }
    DetailMarks { objectName: "marks"; width: parent.width; browser: root.browser }
    Item { width: 1; height: Theme.s16 }
    DetailActions { width: parent.width; browser: root.browser }
    PlainText {
        width: parent.width
        visible: text !== ""
        topPadding: Theme.s8
        text: root.article.notice
        color: Theme.ink2
        wrapMode: Text.Wrap
        Accessible.role: Accessible.AlertMessage
    }
    Item { width: 1; height: Theme.s16; visible: !root.article.body.isEmpty }
    Repeater {
        model: root.article.body
        PlainText {
            width: Math.min(root.width, Theme.px(560))
            topPadding: Theme.s8
            font: Theme.reading
            lineHeight: Theme.readingLine
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
    }
    LinkText {
        objectName: "readOn"
        visible: !root.article.body.isWhole
        height: Theme.controlHeight
        label: qsTr("Read on")
        trailingIcon: "down"
        onClicked: root.article.body.showMore()
    }
}
