// SPDX-License-Identifier: GPL-3.0-or-later
// FilterBar: the charts that edit the query, in two sizes.
//   dates, qualities             required (Histogram)
//   heats                        may be absent; its chart is there only where heat was measured
//   isNarrow                     one row of 48 without axes; values are typed in a popup (windows
//                                under 1100)
//   isWide                       windows from 2560 up: charts of 64, and heat stands as a third; in
//                                others the name of the quality chart lets `score` be chosen
//   isBesidePane                 a pane is open: quality takes 204, the gap 24
//   presets, qualityPresets, heatPresets: [{label}]   told by the page; presetChosen(index),
//                                qualityPresetChosen(index), heatPresetChosen(index)
//   isHeld                       the charts are not made yet
// Full: 118 high with charts of 52.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    enum Score { Quality, Heat }

    required property Histogram dates
    required property Histogram qualities
    property Histogram heats
    property bool isNarrow: false
    property bool isHeld: false
    property bool isWide: Window.width >= Theme.px(2560)
    property bool isBesidePane: false
    property real chartHeight: Theme.px(isWide ? 64 : 52)
    property int score: FilterBar.Quality
    property var presets: []
    property var qualityPresets: []
    property var heatPresets: []

    signal presetChosen(int index)
    signal qualityPresetChosen(int index)
    signal heatPresetChosen(int index)

    readonly property bool hasHeat: heats !== null && heats.bars.length > 0
    readonly property bool hasThird: hasHeat && isWide && !isNarrow
    readonly property bool isHeatSecond: hasHeat && !hasThird && score === FilterBar.Heat
    readonly property real margin: isNarrow ? Theme.s16 : Theme.s24
    readonly property real gap: isNarrow || isBesidePane ? Theme.s24 : Theme.s32
    readonly property real inner: width - 2 * margin - gap
    readonly property real scoreWidth: Math.min(inner / 2, isNarrow ? inner * 0.34
                                                : isBesidePane && !isWide ? Theme.px(204) : Theme.px(360))
    readonly property real plotHeight: isNarrow ? Theme.px(30) : chartHeight

    readonly property real upperSpace: isNarrow ? Theme.px(8) : 12

    implicitHeight: isNarrow ? Theme.px(48) : upperSpace + Theme.px(22) + 6 + plotHeight + 2 + Theme.labelLine + 8

    LateLoader {
        id: date
        anchors { left: parent.left; leftMargin: root.margin }
        y: root.upperSpace
        width: root.inner - root.scoreWidth - (root.hasThird ? root.gap + root.scoreWidth : 0)
        height: root.height - y
        held: root.isHeld
        address: Qt.resolvedUrl("DateChart.qml")
        values: ({ bar: root })
    }
    LateLoader {
        id: second
        anchors { left: date.right; leftMargin: root.gap }
        y: root.upperSpace
        width: root.scoreWidth
        height: root.height - y
        held: root.isHeld
        address: Qt.resolvedUrl("ScoreChart.qml")
        values: ({ bar: root })
    }
    LateLoader {
        anchors { left: second.right; leftMargin: root.gap }
        y: root.upperSpace
        width: root.scoreWidth
        height: root.height - y
        held: !root.hasThird
        inOneGo: true
        address: Qt.resolvedUrl("HeatChart.qml")
        values: ({ bar: root })
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
}
