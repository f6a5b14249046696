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

    dates: browser.dates
    qualities: browser.qualities
    // They end at the archive's newest day: an old archive has nothing in today's last month.
    presets: {
        const ranges = [{ label: qsTr("Last month") }, { label: qsTr("Last 3 months") }, { label: qsTr("Last year") }]
        for (const year of years)
            ranges.push({ label: String(year) })
        return ranges
    }
    onPresetChosen: index => {
        if (index < months.length)
            browser.dates.chooseLastMonths(months[index])
        else
            browser.dates.chooseYear(years[index - months.length])
    }
}
