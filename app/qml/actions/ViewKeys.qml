// SPDX-License-Identifier: GPL-3.0-or-later
// ViewKeys: how articles are laid out, what stands beside them. page.
import QtQuick
import Microfiche.Models
import Microfiche.Ui
import Microfiche.Window

Item {
    id: root

    required property BrowsePage page
    readonly property ArticleGrid grid: page.grid
    readonly property Preferences preferences: page.preferences

    component Layout: KeyAction {
        required property int view
        isToggle: true
        isChosen: root.grid.view === view
        onActivated: root.grid.view = view
    }
    component Sizing: KeyAction {
        required property int steps // 0: the usual size
        isPossible: root.grid.view === ArticleViews.Cards || root.grid.view === ArticleViews.Wall
        reason: qsTr("Cards and the wall have a size.")
        onActivated: root.grid.resize(steps)
    }
    component Grouping: KeyAction {
        required property int grouping
        isToggle: true
        isChosen: root.grid.grouping === grouping
        onActivated: root.grid.group(grouping)
    }

    Layout { name: "view-cards"; view: ArticleViews.Cards }
    Layout { name: "view-list"; view: ArticleViews.List }
    Layout { name: "view-table"; view: ArticleViews.Table }
    Layout { name: "view-wall"; view: ArticleViews.Wall }
    Sizing { name: "larger"; steps: 1; autoRepeat: true }
    Sizing { name: "smaller"; steps: -1; autoRepeat: true }
    Sizing { name: "usual-size"; steps: 0 }
    Grouping { name: "group-none"; grouping: GroupModel.NotGrouped }
    Grouping { name: "group-day"; grouping: GroupModel.ByDay }
    Grouping { name: "group-month"; grouping: GroupModel.ByMonth }
    Grouping { name: "group-provider"; grouping: GroupModel.ByProvider }
    KeyAction {
        name: "sidebar"
        isToggle: true
        isChosen: root.page.isNarrow ? root.page.sidebar.isOpen : !root.preferences.isSidebarHidden
        onActivated: {
            const hadKeyboard = root.page.sidebar.hasKeyboard
            if (root.page.isNarrow)
                root.page.sidebar.isOpen = !root.page.sidebar.isOpen
            else
                root.preferences.isSidebarHidden = !root.preferences.isSidebarHidden
            if (hadKeyboard && !isChosen)
                (root.page.pane.isAlone ? root.page.pane : root.page.grid).forceActiveFocus(Qt.ShortcutFocusReason)
        }
    }
    KeyAction {
        name: "pictures"
        isPossible: root.page.pictureSettings !== null
        reason: qsTr("No picture is fetched here.")
        onActivated: root.page.isPicturesShown = true
    }
    KeyAction {
        name: "last-import"
        isPossible: root.page.browser.imports.hasReport
        reason: qsTr("Nothing has been imported since the start.")
        onActivated: root.page.pane.showImport()
    }
}
