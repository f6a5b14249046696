// SPDX-License-Identifier: GPL-3.0-or-later
// SidebarList: the parts of the archive, saved searches, tags, topics, providers and types. browser;
// focusFirst(), saveSearch().
import QtQuick
import QtQuick.Templates as T
import Microfiche.Models
import Microfiche.Ui

Flickable {
    id: list

    required property ArchiveBrowser browser

    function focusFirst(): void { all.forceActiveFocus(Qt.TabFocusReason) }
    function saveSearch(): void {
        contentY = Math.max(0, Math.min(contentY, searches.y))
        searches.save()
    }

    component Place: SidebarRow {
        required property int scope
        width: parent.width
        // One row alone says what is looked at, and a search that was saved says more.
        isChosen: list.browser.query.scope === scope && !list.browser.savedSearches.isAnyChosen
        onClicked: {
            if (list.browser.savedSearches.isAnyChosen)
                list.browser.query.clear() // leaves the search, whose part of the archive it may be
            if (list.browser.query.scope === scope)
                list.browser.askAgain() // for what was marked since
            else
                list.browser.query.show(scope)
        }
    }

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
            count: list.browser.archiveArticles
        }
        Place {
            scope: QueryEditor.MentionsOnly
            iconName: "mention"
            text: qsTr("Mentions")
            count: list.browser.archiveMentions
        }
        Place {
            scope: QueryEditor.NotSeenOnly
            iconName: "clock"
            text: qsTr("Not seen yet")
            count: list.browser.archiveUnread
        }
        Place {
            scope: QueryEditor.StarredOnly
            iconName: "star"
            text: qsTr("Starred")
            count: list.browser.archiveStarred
        }
        Place {
            scope: QueryEditor.UnpublishedOnly
            iconName: "unpublished"
            text: qsTr("Unpublished")
            count: list.browser.archiveUnpublished
        }
        Item { width: 1; height: Theme.s24 }
        SavedSearches {
            id: searches
            width: parent.width
            searches: list.browser.savedSearches
            canSave: !list.browser.query.isEmpty
        }
        Item { width: 1; height: Theme.s24 }
        FacetSection {
            id: tags
            objectName: "tags"
            width: parent.width
            visible: model.valueCount > 0
            title: qsTr("Tags")
            model: list.browser.tags
            isTags: true
            limit: 12
            onChosen: (key, keep) => list.browser.query.chooseTag(key, keep)
            onExcluded: key => list.browser.query.excludeTag(key)
            onMenuRequested: tagId => {
                if (tagMenu.made() instanceof TagMenu)
                    tagMenu.menu.showFor(tagId)
            }
        }
        Item { width: 1; height: Theme.s24; visible: tags.visible }
        FacetSection {
            width: parent.width
            visible: list.browser.isCounted
            title: qsTr("Topics")
            model: list.browser.topics
            limit: 8
            onChosen: (key, keep) => list.browser.query.chooseTopic(key, keep)
            onExcluded: key => list.browser.query.excludeTopic(key)
        }
        Item { width: 1; height: Theme.s24 }
        FacetSection {
            width: parent.width
            visible: list.browser.isCounted
            title: qsTr("Providers")
            model: list.browser.providers
            isProviders: true
            limit: 12
            onChosen: (key, keep) => list.browser.query.chooseProvider(key, keep)
            onExcluded: key => list.browser.query.excludeProvider(key)
        }
        Item { width: 1; height: Theme.s24; visible: types.visible }
        FacetSection {
            id: types
            width: parent.width
            visible: model.valueCount > 1
            title: qsTr("Types")
            model: list.browser.types
            limit: 5
            onChosen: (key, keep) => list.browser.query.chooseType(key, keep)
            onExcluded: key => list.browser.query.excludeType(key)
        }
    }
    LateMenu {
        id: tagMenu
        sourceComponent: TagMenu { browser: list.browser; place: tags }
    }
    T.ScrollBar.vertical: ScrollBarThin { visible: size < 1 && (over.hovered || active) }
    HoverHandler { id: over }
}
