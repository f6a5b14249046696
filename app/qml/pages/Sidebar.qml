// SPDX-License-Identifier: GPL-3.0-or-later
// Sidebar: the parts of the archive and its topics and providers with their counts; the last import
// at its foot. browser, workspace; importWanted().
import QtQuick
import QtQuick.Templates as T
import Microfiche.Models
import Microfiche.Ui
import Microfiche.Window

FocusScope {
    id: root

    required property ArchiveBrowser browser
    required property Workspace workspace
    signal importWanted()

    function number(count: int): string { return count.toLocaleString(Qt.locale(), "f", 0) }

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Sidebar")

    Rectangle {
        anchors.fill: parent
        color: Theme.side
        Rectangle {
            anchors.right: parent.right
            width: 1
            height: parent.height
            color: Theme.line
        }
    }
    AppMark {
        x: Theme.s16
        height: Theme.px(56)
    }
    Flickable {
        id: list
        anchors { top: parent.top; topMargin: Theme.px(56); bottom: foot.top; left: parent.left; right: parent.right; rightMargin: 1 }
        contentHeight: content.height + Theme.s16
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: content
            width: list.width
            topPadding: Theme.s8

            SectionLabel {
                x: Theme.s16
                width: parent.width - 2 * Theme.s16
                text: qsTr("Library")
            }
            Item { width: 1; height: Theme.s8 }
            SidebarRow {
                width: parent.width
                iconName: "table"
                label: qsTr("All articles")
                note: root.number(root.browser.archiveArticles)
                isChosen: root.browser.query.scope === QueryEditor.AllArticles
                onClicked: root.browser.query.show(QueryEditor.AllArticles)
            }
            SidebarRow {
                width: parent.width
                iconName: "mention"
                label: qsTr("Mentions")
                note: root.number(root.browser.archiveMentions)
                isChosen: root.browser.query.scope === QueryEditor.MentionsOnly
                onClicked: root.browser.query.show(QueryEditor.MentionsOnly)
            }
            SidebarRow {
                width: parent.width
                iconName: "unpublished"
                label: qsTr("Unpublished")
                note: root.number(root.browser.archiveUnpublished)
                isChosen: root.browser.query.scope === QueryEditor.UnpublishedOnly
                onClicked: root.browser.query.show(QueryEditor.UnpublishedOnly)
            }
            Item { width: 1; height: Theme.s24 }
            FacetSection {
                width: parent.width
                title: qsTr("Topics")
                model: root.browser.topics
                note: root.number(root.browser.topics.valueCount)
                largest: root.browser.topics.largest
                moreLabel: root.browser.topics.hiddenCount > 0 ? qsTr("Show %Ln more", "", root.browser.topics.hiddenCount) : ""
                onToggled: index => root.browser.query.chooseTopic(root.browser.topics.keyAt(index), true)
                onMoreRequested: root.browser.topics.showMore()
            }
            Item { width: 1; height: Theme.s24 }
            FacetSection {
                width: parent.width
                title: qsTr("Providers")
                model: root.browser.providers
                hasLogos: true
                note: root.number(root.browser.providers.valueCount)
                largest: root.browser.providers.largest
                moreLabel: root.browser.providers.hiddenCount > 0 ? qsTr("Show %Ln more", "", root.browser.providers.hiddenCount) : ""
                onToggled: index => root.browser.query.chooseProvider(root.browser.providers.keyAt(index), true)
                onMoreRequested: root.browser.providers.showMore()
            }
        }
        T.ScrollBar.vertical: ScrollBarThin { visible: size < 1 && (over.hovered || active) }
        HoverHandler { id: over }
    }
    Column {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width - 1

        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        SidebarRow {
            width: parent.width
            visible: root.workspace.isSample
            iconName: "back"
            label: qsTr("Leave the sample archive")
            onClicked: root.workspace.closeSample()
        }
        SidebarRow {
            width: parent.width
            visible: root.browser.imports.hasReport
            iconName: "import"
            label: root.browser.imports.sidebarText
            onClicked: root.importWanted()
        }
    }
}
