// SPDX-License-Identifier: GPL-3.0-or-later
// ChartAxis: the line under the bars and, if hasLabels, labels that start at their tick; those that
// would touch another or be cut are left out. histogram, leftLimit (where the room begins).
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property Histogram histogram
    property bool hasLabels: true
    property real leftLimit: 0
    readonly property var shown: {
        if (!hasLabels || width <= 0 || histogram.bars.length === 0)
            return []
        const slot = width / histogram.bars.length
        const all = histogram.ticks.map(tick => {
            const at = Math.round(tick.position * slot)
            return { at: at, label: tick.label, end: at + 3 + Math.ceil(metrics.advanceWidth(tick.label)) }
        })
        return spread(all)
    }

    // All labels, or every second, or every third: as many as stand apart.
    function spread(all: var): var {
        for (let step = 1; step <= all.length; ++step) {
            let best = []
            for (let offset = 0; offset < step; ++offset) {
                const some = all.filter((label, i) => i % step === offset && label.at + 3 >= leftLimit
                                                      && label.end <= width)
                const isApart = some.every((label, i) => i === 0 || label.at + 3 >= some[i - 1].end + Theme.s8)
                if (isApart && some.length > best.length)
                    best = some
            }
            if (best.length > 0)
                return best
        }
        return []
    }

    implicitHeight: hasLabels ? 2 + Theme.labelLine : 1
    FontMetrics { id: metrics; font: Theme.label }

    Rectangle {
        width: root.width
        height: 1
        color: Theme.edge
    }
    Repeater {
        model: root.shown

        Item {
            id: tick
            required property var modelData
            x: modelData.at

            Rectangle {
                width: 1
                height: 4
                color: Theme.edge
            }
            PlainText {
                x: 3
                y: 2
                width: implicitWidth
                text: tick.modelData.label
                font: Theme.label
                lineHeight: Theme.labelLine
                color: Theme.ink3
            }
        }
    }
}
