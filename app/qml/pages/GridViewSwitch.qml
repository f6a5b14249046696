// SPDX-License-Identifier: GPL-3.0-or-later
// GridViewSwitch: the switch of views of an ArticleGrid. grid.
import QtQuick
import Microfiche.Ui

ViewSwitch {
    required property ArticleGrid grid

    view: grid.view
    grouping: grid.grouping
    groups: grid.browser.groups
    aim: grid.aimUnits
    isNarrow: grid.isNarrow || grid.countLineWidth < Theme.px(560)
    isTight: grid.countLineWidth < Theme.px(480)
    onViewChosen: view => grid.view = view
    onGroupingChosen: grouping => grid.group(grouping)
    onAimMoved: aim => grid.aimWanted(aim)
    onJumpWanted: grid.jumpToDate()
}
