// SPDX-License-Identifier: GPL-3.0-or-later
// ArticleFilters: the filter bar on an archive, with the ranges one asks for most. browser, isNarrow,
// isBesidePane.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

FilterBar {
    id: root

    required property ArchiveBrowser browser
    readonly property var years: browser.dates.years
    readonly property var months: [1, 3, 12]
    readonly property var scores: [50, 70, 90, 120] // where the meter gains a frame
    readonly property var heatScores: [50, 100, 200]

    dates: browser.dates
    qualities: browser.qualities
    heats: browser.heats
    // They end at the archive's newest day: an old archive has nothing in today's last month.
    presets: {
        const ranges = [{ label: qsTr("Last month") }, { label: qsTr("Last 3 months") }, { label: qsTr("Last year") }]
        for (const year of years)
            ranges.push({ label: String(year) })
        return ranges
    }
    qualityPresets: {
        const ranges = []
        for (const score of scores)
            ranges.push({ label: qsTr("%1 and up").arg(score) })
        ranges.push({ label: qsTr("Unrated") })
        return ranges
    }
    heatPresets: {
        const ranges = []
        for (const heat of heatScores)
            ranges.push({ label: qsTr("%1 and up").arg(heat) })
        ranges.push({ label: qsTr("Not measured") })
        return ranges
    }
    onHeatPresetChosen: index => {
        if (index < heatScores.length) {
            browser.heats.chooseFrom(heatScores[index])
        } else {
            browser.heats.clear()
            browser.heats.chooseMissing()
        }
    }
    onQualityPresetChosen: index => {
        if (index < scores.length) {
            browser.qualities.chooseFrom(scores[index])
        } else {
            browser.qualities.clear()
            browser.qualities.chooseMissing()
        }
    }
    onPresetChosen: index => {
        if (index < months.length)
            browser.dates.chooseLastMonths(months[index])
        else
            browser.dates.chooseYear(years[index - months.length])
    }
}
