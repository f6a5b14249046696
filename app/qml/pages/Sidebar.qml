// SPDX-License-Identifier: GPL-3.0-or-later
// Sidebar: the parts of the archive and its topics and providers with their counts; the last import
// at its foot. browser, workspace; focusFirst(); importWanted().
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

    function focusFirst(): void { all.forceActiveFocus(Qt.TabFocusReason) }

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Sidebar")

    component Place: SidebarRow {
        required property int scope
        width: parent.width
        isChosen: root.browser.query.scope === scope
        onClicked: {
            if (isChosen)
                root.browser.askAgain() // for what was marked since
            else
                root.browser.query.show(scope)
        }
    }

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
        anchors { left: parent.left; leftMargin: Theme.s16 }
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
            Place {
                id: all
                scope: QueryEditor.AllArticles
                iconName: "table"
                text: qsTr("All articles")
                count: root.browser.archiveArticles
            }
            Place {
                scope: QueryEditor.MentionsOnly
                iconName: "mention"
                text: qsTr("Mentions")
                count: root.browser.archiveMentions
            }
            Place {
                scope: QueryEditor.NotSeenOnly
                iconName: "clock"
                text: qsTr("Not seen yet")
                count: root.browser.archiveUnread
            }
            Place {
                scope: QueryEditor.StarredOnly
                iconName: "star"
                text: qsTr("Starred")
                count: root.browser.archiveStarred
            }
            Place {
                scope: QueryEditor.UnpublishedOnly
                iconName: "unpublished"
                text: qsTr("Unpublished")
                count: root.browser.archiveUnpublished
            }
            Item { width: 1; height: Theme.s24 }
            SavedSearches {
                width: parent.width
                searches: root.browser.savedSearches
                canSave: !root.browser.query.isEmpty
            }
            Item { width: 1; height: Theme.s24 }
            FacetSection {
                width: parent.width
                visible: root.browser.isCounted
                title: qsTr("Topics")
                model: root.browser.topics
                limit: 8
                onChosen: (key, keep) => root.browser.query.chooseTopic(key, keep)
                onExcluded: key => root.browser.query.excludeTopic(key)
            }
            Item { width: 1; height: Theme.s24 }
            FacetSection {
                width: parent.width
                visible: root.browser.isCounted
                title: qsTr("Providers")
                model: root.browser.providers
                isProviders: true
                limit: 12
                onChosen: (key, keep) => root.browser.query.chooseProvider(key, keep)
                onExcluded: key => root.browser.query.excludeProvider(key)
            }
            Item { width: 1; height: Theme.s24; visible: types.visible }
            FacetSection {
                id: types
                width: parent.width
                visible: model.valueCount > 1
                title: qsTr("Types")
                model: root.browser.types
                limit: 5
                onChosen: (key, keep) => root.browser.query.chooseType(key, keep)
                onExcluded: key => root.browser.query.excludeType(key)
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
            isNote: true
            iconName: "back"
            text: qsTr("Leave the sample")
            onClicked: root.workspace.closeSample()
        }
        SidebarRow {
            width: parent.width
            visible: root.browser.imports.hasReport
            isNote: true
            iconName: "import"
            text: root.browser.imports.sidebarText
            onClicked: root.importWanted()
        }
    }
}
