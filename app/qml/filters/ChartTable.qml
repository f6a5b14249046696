// SPDX-License-Identifier: GPL-3.0-or-later
// ChartTable: a chart's numbers as rows, for who would rather read than see them. histogram, name.
// openFor(from, reason): gives the focus back to `from`. Arrows and a wheel scroll it; Escape shuts
// it.
import QtQuick
import QtQuick.Templates as T
import Microfiche.Models
import Microfiche.Ui

T.Popup {
    id: root

    required property Histogram histogram
    required property string name

    property Item opener: null
    property int reason: Qt.PopupFocusReason

    function openFor(from: Item, why: int): void {
        opener = from
        reason = why
        open()
    }
    onClosed: {
        if (opener)
            opener.forceActiveFocus(reason)
    }

    readonly property int rowHeight: Theme.px(24)
    readonly property int missingRows: histogram.hasMissing ? 1 : 0
    function number(count: int): string { return count.toLocaleString(Qt.locale(), "f", 0) }

    implicitWidth: Theme.px(300)
    implicitHeight: Math.min(Theme.px(360), list.contentHeight + topPadding + bottomPadding)
    padding: Theme.s8
    margins: Theme.s8
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

    background: Rectangle {
        color: Theme.raised
        radius: Theme.radius
        border { width: 1; color: Theme.dark || Theme.highContrast ? Theme.edge : Theme.line }
        Shadow {}
    }
    contentItem: ListView {
        id: list
        clip: true
        focus: true
        model: root.opened ? root.histogram.bars.length + root.missingRows : 0
        keyNavigationEnabled: true
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.Table
        Accessible.name: root.name
        T.ScrollBar.vertical: ScrollBarThin {}

        headerPositioning: ListView.OverlayHeader
        header: Rectangle {
            z: 2
            width: list.width
            height: root.rowHeight
            color: Theme.raised

            TableCells {
                anchors.fill: parent
                first: root.name
                second: qsTr("Shown")
                third: qsTr("All")
                isHead: true
            }
        }
        delegate: TableCells {
            id: row

            required property int index
            readonly property histogramBar bar: index < root.histogram.bars.length
                                                ? root.histogram.bars[index] : root.histogram.missing

            width: list.width
            height: root.rowHeight
            first: index < root.histogram.bars.length ? bar.label : root.histogram.missingLabel
            second: root.number(bar.count)
            third: root.number(bar.total)
            isCurrent: index === list.currentIndex && list.activeFocus
        }
    }
}
