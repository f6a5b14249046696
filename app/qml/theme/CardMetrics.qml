// SPDX-License-Identifier: GPL-3.0-or-later
// CardMetrics (as Theme.card): the card's distances by size class, so that a grid can place cards
// without making one. A class is 0 compact, 1 normal, 2 large.
import QtQuick

QtObject {
    id: metrics

    required property real unit

    readonly property int compact: 0
    readonly property int normal: 1
    readonly property int large: 2
    readonly property int plate: 8 // how far plate and ring stand out from the card

    function px(size: real): int { return Math.round(size * metrics.unit) }
    function sizeClass(width: real): int {
        return width < 224 ? metrics.compact : width < 320 ? metrics.normal : metrics.large
    }
    function pictureHeight(width: real, size: int): int {
        return Math.round(size === metrics.large ? width * 2 / 3 : width * 9 / 16)
    }
    function toProvider(size: int): int { return [8, 10, 12][size] }
    function toTitle(size: int): int { return [5, 5, 6][size] }
    function providerRow(size: int): int { return metrics.px([16, 16, 20][size]) }
    // From the provider row's foot; holds the distance to the title.
    function textBlock(size: int): int { return metrics.px([59, 86, 144][size]) }
    function toFacts(size: int): int { return [6, 8, 10][size] }
    readonly property int factRow: px(16)
    function columnGap(size: int): int { return [18, 24, 28][size] }
    function rowGap(size: int): int { return [20, 28, 32][size] }
    function height(width: real, size: int): int {
        return metrics.pictureHeight(width, size) + metrics.toProvider(size)
                + metrics.providerRow(size) + metrics.textBlock(size) + metrics.toFacts(size)
                + metrics.factRow
    }
}
