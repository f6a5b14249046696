// SPDX-License-Identifier: GPL-3.0-or-later
// FilterBar: the charts that edit the query, in two sizes.
//   dates, qualities             required (Histogram)
//   isNarrow                     one row of 48 without axes; values are typed in a popup (windows
//                                under 1100)
//   isBesidePane                 a pane is open: quality takes 204, the gap 24
//   chartHeight                  52, or 64 in windows from 2560 up
//   presets, qualityPresets: [{label}]   told by the page; presetChosen(index), qualityPresetChosen(index)
// Full: 118 high with charts of 52.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property Histogram dates
    required property Histogram qualities
    property bool isNarrow: false
    property bool isBesidePane: false
    property real chartHeight: Theme.px(Window.width >= Theme.px(2560) ? 64 : 52)
    property var presets: []
    property var qualityPresets: []

    signal presetChosen(int index)
    signal qualityPresetChosen(int index)

    readonly property real margin: isNarrow ? Theme.s16 : Theme.s24
    readonly property real gap: isNarrow || isBesidePane ? Theme.s24 : Theme.s32
    readonly property real inner: width - 2 * margin - gap
    readonly property real qualityWidth: Math.min(inner / 2, isNarrow ? inner * 0.34
                                                             : isBesidePane ? Theme.px(204) : Theme.px(360))
    readonly property real plotHeight: isNarrow ? Theme.px(30) : chartHeight

    readonly property real upperSpace: isNarrow ? Theme.px(8) : 12

    implicitHeight: isNarrow ? Theme.px(48) : upperSpace + date.headingHeight + 6 + plotHeight + 2 + Theme.labelLine + 8

    ChartPanel {
        id: date
        anchors { left: parent.left; leftMargin: root.margin }
        y: root.upperSpace
        width: root.inner - root.qualityWidth
        height: root.height - y
        title: qsTr("Date")
        histogram: root.dates
        isNarrow: root.isNarrow
        plotHeight: root.plotHeight
        alwaysTwoEnds: true
        presets: root.presets
        onPresetChosen: index => root.presetChosen(index)
    }
    ChartPanel {
        anchors { left: date.right; leftMargin: root.gap }
        y: root.upperSpace
        width: root.qualityWidth
        height: root.height - y
        title: qsTr("Quality")
        histogram: root.qualities
        isNarrow: root.isNarrow
        plotHeight: root.plotHeight
        presets: root.qualityPresets
        onPresetChosen: index => root.qualityPresetChosen(index)
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
}
