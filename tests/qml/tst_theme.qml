// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Microfiche.Ui

TestCase {
    id: test
    name: "Theme"

    function cleanup() {
        Theme.dark = false
        Theme.highContrast = false
        Theme.reducedMotion = false
        Theme.fontPixelSize = 13
    }

    function luminance(color) {
        const linear = v => v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4)
        return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)
    }
    function contrast(one, other) {
        const a = luminance(one), b = luminance(other)
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    }
    function test_contrast_data() {
        const rows = []
        for (const look of [[false, false], [true, false], [false, true], [true, true]]) {
            for (const pair of [["ink", 7], ["ink2", 7], ["ink3", 4.5], ["accent", 4.5], ["error", 4.5],
                                ["warning", 4.5], ["edge", 3]]) {
                for (const ground of ["ground", "side", "raised", "soft"]) {
                    rows.push({ tag: pair[0] + " on " + ground + (look[0] ? " dark" : " light")
                                    + (look[1] ? " high" : ""),
                                dark: look[0], high: look[1], color: pair[0], least: pair[1],
                                ground: ground })
                }
            }
            rows.push({ tag: "text on accent " + look, dark: look[0], high: look[1],
                        color: "accentText", least: 4.5, ground: "accent" })
            rows.push({ tag: "error on its ground " + look, dark: look[0], high: look[1],
                        color: "error", least: 4.5, ground: "errorGround" })
        }
        return rows
    }
    function test_contrast(row) {
        Theme.dark = row.dark
        Theme.highContrast = row.high
        const found = contrast(Theme[row.color], Theme[row.ground])
        verify(found >= row.least, found.toFixed(2) + " < " + row.least)
    }

    function test_qualityContrast_data() {
        return [34, 54, 87, 107, 164].map(score => ({ tag: String(score), score: score }))
    }
    function test_qualityContrast(row) {
        for (const dark of [false, true]) {
            Theme.dark = dark
            verify(contrast(Theme.qualityColor(row.score), Theme.ground) >= 3)
        }
        Theme.highContrast = true
        compare(Theme.qualityColor(row.score), Theme.ink)
    }

    function test_qualityStep_data() {
        return [[-1, 0], [0, 1], [49, 1], [50, 2], [69, 2], [70, 3], [89, 3], [90, 4], [119, 4],
                [120, 5], [189, 5]].map(row => ({ tag: String(row[0]), score: row[0], step: row[1] }))
    }
    function test_qualityStep(row) { compare(Theme.qualityStep(row.score), row.step) }

    function test_sizesFollowTheFont() {
        compare(Theme.cardTitle.pixelSize, 15)
        compare(Theme.cardTitleLine, 20)
        const before = Theme.card.height(272, Theme.card.normal)
        Theme.fontPixelSize = 19.5
        compare(Theme.cardTitle.pixelSize, 23)
        compare(Theme.cardTitleLine, 30)
        compare(Theme.controlHeight, 54)
        verify(Theme.card.height(272, Theme.card.normal) > before + 50)
    }

    function test_cardSizes_data() {
        // Width, class, picture and whole height from VISUAL.md's table.
        return [
            { tag: "compact", width: 176, size: 0, picture: 99, height: 99 + 8 + 16 + 59 + 6 + 16 },
            { tag: "compact, widest", width: 223, size: 0, picture: 125, height: 125 + 105 },
            { tag: "normal, narrowest", width: 224, size: 1, picture: 126, height: 126 + 136 },
            { tag: "normal", width: 272, size: 1, picture: 153, height: 153 + 10 + 16 + 86 + 8 + 16 },
            { tag: "large", width: 360, size: 2, picture: 240, height: 240 + 12 + 20 + 144 + 10 + 16 },
        ]
    }
    function test_cardSizes(row) {
        compare(Theme.card.sizeClass(row.width), row.size)
        compare(Theme.card.pictureHeight(row.width, row.size), row.picture)
        compare(Theme.card.height(row.width, row.size), row.height)
    }

    function test_reducedMotionStandsStill() {
        compare(Theme.fadeTime, 180)
        Theme.reducedMotion = true
        for (const time of ["hoverTime", "paneTime", "fadeTime", "layoutTime", "sweepTime"])
            compare(Theme[time], 0, time)
    }

    function test_highContrastOutlinesWhatIsChosen() {
        compare(Theme.softEdge, 0)
        Theme.highContrast = true
        compare(Theme.softEdge, 2)
        compare(Theme.soft, Theme.ground)
    }
}
