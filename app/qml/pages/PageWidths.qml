// SPDX-License-Identifier: GPL-3.0-or-later
// PageWidths: how the window's width is shared between sidebar, cards and pane. VISUAL.md's table,
// in units that grow with the font as the words do.
//   width, isPaneShown, fillsPane (the pane wants all beside the sidebar)
//   sidebarChosen, paneChosen: what the user dragged them to, 0 if not
//   isSidebarHidden (by the user): it is a drawer then, as where there is no room for it
import QtQuick
import Microfiche.Ui

QtObject {
    id: root

    required property real width
    property bool isPaneShown: false
    property bool fillsPane: false
    property real sidebarChosen: 0
    property real paneChosen: 0
    property bool isSidebarHidden: false

    readonly property real units: width / Theme.unit
    readonly property bool isNarrow: units < 1100
    readonly property bool isSidebarDrawer: isNarrow || isSidebarHidden
    readonly property bool isPaneAlone: isPaneShown && (isNarrow || fillsPane)

    readonly property int drawer: Theme.px(264)
    readonly property int leastSidebar: Theme.px(184)
    readonly property int leastCards: Theme.px(360)
    readonly property int leastPane: Theme.px(400)
    readonly property int usualSidebar: Theme.px(units < 1440 ? 208 : units < 2560 ? 232 : 264)
    readonly property int usualPane: Theme.px(units < 1440 ? 440 : units < 2560 ? 536 : units < 3840 ? 640 : 720)

    readonly property int sidebar: isSidebarDrawer ? 0
        : Math.max(leastSidebar, Math.min(sidebarChosen > 0 ? sidebarChosen : usualSidebar, width - leastCards))
    readonly property int pane: isPaneAlone ? width - sidebar
        : Math.max(leastPane, Math.min(paneChosen > 0 ? paneChosen : usualPane, width - sidebar - leastCards))
    readonly property int cards: width - sidebar - (isPaneShown ? pane : 0)
}
