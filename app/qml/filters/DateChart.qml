// SPDX-License-Identifier: GPL-3.0-or-later
// DateChart: the FilterBar's chart of dates. bar.
import QtQuick
import Microfiche.Ui

ChartPanel {
    required property FilterBar bar

    title: qsTr("Date")
    histogram: bar.dates
    isNarrow: bar.isNarrow
    plotHeight: bar.plotHeight
    alwaysTwoEnds: true
    presets: bar.presets
    onPresetChosen: index => bar.presetChosen(index)
}
