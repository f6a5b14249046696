// SPDX-License-Identifier: GPL-3.0-or-later
// ArticleRows: what a list, a table and a wall of articles are made of, which a window that begins with cards
// need not read. views.
import QtQuick
import Microfiche.Ui

QtObject {
    id: root

    required property ArticleViews views

    readonly property Component header: Component {
        TableHeader {
            columns: root.views.isTable ? root.views.columns : root.views.listColumns
            canChange: root.views.isTable
            margin: root.views.margin
        }
    }
    readonly property Component list: Component {
        ListRow {
            id: listRow
            property bool current: false
            columns: root.views.listColumns
            margin: root.views.margin
            isSelected: root.views.isChosen(listRow.shown.articleId)
            isCurrent: current && root.views.hasKeyboard
            onPressed: modifiers => root.views.press(index, modifiers)
            onOpened: root.views.open(index)
            onOriginalRequested: root.views.openOriginal(index)
            onMenuRequested: root.views.showMenu(card)
        }
    }
    readonly property Component table: Component {
        TableRow {
            id: tableRow
            property bool current: false
            columns: root.views.columns
            margin: root.views.margin
            isSelected: root.views.isChosen(tableRow.shown.articleId)
            isCurrent: current && root.views.hasKeyboard
            onPressed: modifiers => root.views.press(index, modifiers)
            onOpened: root.views.open(index)
            onOriginalRequested: root.views.openOriginal(index)
            onMenuRequested: root.views.showMenu(card)
        }
    }
    readonly property Component wall: Component {
        WallCell {
            id: cell
            property bool current: false
            isSelected: root.views.isChosen(cell.shown.articleId)
            isCurrent: current && root.views.hasKeyboard
            onPressed: modifiers => root.views.press(index, modifiers)
            onOpened: root.views.open(index)
            onOriginalRequested: root.views.openOriginal(index)
            onViewRequested: root.views.pictureRequested(index)
            onMenuRequested: root.views.showMenu(card)
        }
    }
}
