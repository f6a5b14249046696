// SPDX-License-Identifier: GPL-3.0-or-later
// FilterBar: the charts that edit the query, in two sizes.
//   dates, qualities             required (Histogram)
//   isNarrow                     one row of 48 without axes or typed fields (windows under 1100)
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
    property real chartHeight: Theme.px(Window.width >= 2560 ? 64 : 52)
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

    implicitHeight: isNarrow ? Theme.px(48) : 12 + heading.height + 6 + plotHeight + 2 + Theme.labelLine + 8

    component Panel: Item {
        id: panel

        required property Histogram histogram
        required property string title
        property bool alwaysTwoEnds: false
        property var presets: []
        signal presetChosen(int index)
        readonly property alias heading: words

        y: root.isNarrow ? Theme.px(8) : 12
        height: root.height - y

        ChartHeading {
            id: words
            width: parent.width
            visible: !root.isNarrow
            histogram: panel.histogram
            title: panel.title
            alwaysTwoEnds: panel.alwaysTwoEnds
            presets: panel.presets
            onPresetChosen: index => panel.presetChosen(index)
        }
        PlainText {
            id: name
            visible: root.isNarrow
            width: Math.max(implicitWidth, 0)
            height: root.plotHeight
            verticalAlignment: Text.AlignVCenter
            anchors.left: parent.left
            text: panel.title
            font: Theme.factName
            lineHeight: Theme.factLine
        }
        HistogramChart {
            anchors { left: root.isNarrow ? name.right : parent.left
                      leftMargin: root.isNarrow ? Theme.s16 : 0; right: parent.right }
            y: root.isNarrow ? 0 : words.height + 6
            name: panel.title
            histogram: panel.histogram
            chartHeight: root.plotHeight
            hasAxis: !root.isNarrow
            onTypeRequested: isUpper => words.focusField(isUpper)
        }
    }

    Panel {
        id: date
        anchors { left: parent.left; leftMargin: root.margin }
        width: root.inner - root.qualityWidth
        title: qsTr("Date")
        histogram: root.dates
        alwaysTwoEnds: true
        presets: root.presets
        onPresetChosen: index => root.presetChosen(index)
    }
    Panel {
        anchors { left: date.right; leftMargin: root.gap }
        width: root.qualityWidth
        title: qsTr("Quality")
        histogram: root.qualities
        presets: root.qualityPresets
        onPresetChosen: index => root.qualityPresetChosen(index)
    }
    readonly property Item heading: date.heading

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
}
