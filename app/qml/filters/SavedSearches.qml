// SPDX-License-Identifier: GPL-3.0-or-later
// SavedSearches: the sidebar's list of them. searches (SavedSearchModel); canSave (the query asks
// for something).
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Column {
    id: root

    required property SavedSearchModel searches
    property bool canSave: false

    function save(): void {
        searches.add("")
        const row = rows.itemAt(rows.count - 1) as SavedSearchRow
        row.rename()
    }

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Saved searches")

    SectionLabel {
        x: Theme.s16
        width: root.width - 2 * Theme.s16
        text: qsTr("Saved searches")

        IconButton {
            anchors { right: parent.right; rightMargin: -Theme.s4; verticalCenter: parent.verticalCenter }
            extent: Theme.px(24)
            iconSize: Theme.rowIconSize
            iconName: "plus"
            toolTip: qsTr("Save this search")
            enabled: root.canSave
            disabledReason: qsTr("Search or filter first, then save it here.")
            onClicked: root.save()
        }
    }
    Item { width: 1; height: Theme.s4 }
    Repeater {
        id: rows
        model: root.searches

        SavedSearchRow {
            required property int index

            width: root.width
            isFirst: index === 0
            isLast: index === rows.count - 1
            onOpened: root.searches.open(index)
            onRenamed: name => root.searches.rename(index, name)
            onMoved: by => root.searches.move(index, index + by)
            onRemoved: root.searches.remove(index)
        }
    }
    LinkText {
        x: LayoutMirroring.enabled ? root.width - width - Theme.s16 : Theme.s16
        visible: root.searches.undoText !== ""
        height: Theme.rowHeight
        width: Math.min(implicitWidth, root.width - 2 * Theme.s16)
        label: root.searches.undoText
        isQuiet: true
        onClicked: root.searches.undo()
    }
    IconLabel {
        x: Theme.s16
        width: root.width - 2 * Theme.s16
        visible: root.searches.problem !== ""
        iconName: "warning"
        iconSize: Theme.rowIconSize
        spacing: Theme.s8
        text: root.searches.problem
        color: Theme.error
        isCentred: false
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
}
