// SPDX-License-Identifier: GPL-3.0-or-later
// ChartPanel: a chart below its heading; where it is narrow its name stands beside it, and opens
// what the heading would hold.
//   histogram, title, alwaysTwoEnds, presets, isNarrow, plotHeight; presetChosen(index)
//   titles: of the charts that may stand here, if there are several; titleChosen(index)
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property Histogram histogram
    required property string title
    required property real plotHeight
    property bool alwaysTwoEnds: false
    property bool isNarrow: false
    property var presets: []
    property var titles: []
    readonly property real headingHeight: words.height

    signal presetChosen(int index)
    signal titleChosen(int index)

    ChartHeading {
        id: words
        width: parent.width
        visible: !root.isNarrow
        histogram: root.histogram
        title: root.title
        alwaysTwoEnds: root.alwaysTwoEnds
        presets: root.presets
        titles: root.titles
        isTableOpen: table.visible
        onPresetChosen: index => root.presetChosen(index)
        onTitleChosen: index => root.titleChosen(index)
        onTableWanted: from => table.openFor(from, Qt.PopupFocusReason)
    }
    LinkText {
        id: name
        objectName: "name"
        visible: root.isNarrow
        height: root.plotHeight
        verticalPadding: Math.round((height - lineHeight) / 2)
        anchors.left: parent.left
        label: root.title
        trailingIcon: "down"
        isQuiet: true
        font: Theme.factName
        lineHeight: Theme.factLine
        Accessible.role: Accessible.ButtonMenu
        Accessible.name: qsTr("%1: type a range").arg(root.title)
        onClicked: popup.ask(false, name)
    }
    HistogramChart {
        id: chart
        anchors { left: root.isNarrow ? name.right : parent.left
                  leftMargin: root.isNarrow ? Theme.s12 : 0; right: parent.right }
        y: root.isNarrow ? 0 : words.height + 6
        name: root.title
        histogram: root.histogram
        chartHeight: root.plotHeight
        hasAxis: !root.isNarrow
        onTypeRequested: isUpper => {
            if (root.isNarrow)
                popup.ask(isUpper, chart.handle(isUpper))
            else
                words.focusField(isUpper)
        }
    }
    ChartPopup {
        id: popup
        x: root.LayoutMirroring.enabled ? root.width - width : 0
        y: root.height
        histogram: root.histogram
        title: root.title
        presets: root.presets
        titles: root.titles
        onPresetChosen: index => root.presetChosen(index)
        onTitleChosen: index => root.titleChosen(index)
        onTableWanted: table.openFor(name, popup.byKeyboard ? Qt.TabFocusReason : Qt.PopupFocusReason)
    }
    ChartTable {
        id: table
        // Below what asked for it: at the heading's end, or at the name.
        x: root.LayoutMirroring.enabled === root.isNarrow ? root.width - width : 0
        y: root.isNarrow ? root.height : words.height + Theme.s4
        name: root.title
        histogram: root.histogram
    }
}
