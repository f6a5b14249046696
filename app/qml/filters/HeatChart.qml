// SPDX-License-Identifier: GPL-3.0-or-later
// HeatChart: the FilterBar's third chart, where there is room for it. bar.
import QtQuick
import Microfiche.Ui

ChartPanel {
    required property FilterBar bar

    objectName: "third"
    title: qsTr("Heat")
    histogram: bar.heats
    plotHeight: bar.plotHeight
    presets: bar.heatPresets
    onPresetChosen: index => bar.heatPresetChosen(index)
}
