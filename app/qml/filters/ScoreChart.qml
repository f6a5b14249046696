// SPDX-License-Identifier: GPL-3.0-or-later
// ScoreChart: the FilterBar's chart of quality, and of heat in its place where that is chosen. bar.
import QtQuick
import Microfiche.Ui

ChartPanel {
    required property FilterBar bar

    objectName: "second"
    title: bar.isHeatSecond ? qsTr("Heat") : qsTr("Quality")
    titles: bar.hasHeat && !bar.hasThird ? [qsTr("Quality"), qsTr("Heat")] : []
    histogram: bar.isHeatSecond ? bar.heats : bar.qualities
    isNarrow: bar.isNarrow
    plotHeight: bar.plotHeight
    presets: bar.isHeatSecond ? bar.heatPresets : bar.qualityPresets
    onTitleChosen: index => bar.score = index
    onPresetChosen: index => {
        if (bar.isHeatSecond)
            bar.heatPresetChosen(index)
        else
            bar.qualityPresetChosen(index)
    }
}
