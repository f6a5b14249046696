// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Microfiche.Ui

Item {
    id: scene
    width: 300
    height: 100

    QualityMeter {
        id: meter
        width: implicitWidth
        quality: 87
        text: "87"
    }

    TestCase {
        name: "QualityMeter"
        when: windowShown

        function cleanup() {
            scene.LayoutMirroring.enabled = false
            meter.quality = 87
            meter.text = "87"
        }

        function test_frames_data() {
            return [
                { tag: "unrated", quality: -1, text: "Unrated", filled: 0 },
                { tag: "none at all", quality: 0, text: "0", filled: 1 },
                { tag: "middling", quality: 87, text: "87", filled: 3 },
                { tag: "over a hundred", quality: 189, text: "189", filled: 5 },
            ]
        }
        function test_frames(row) {
            meter.quality = row.quality
            meter.text = row.text
            compare(findChild(meter, "frames").filled, row.filled)
            compare(findChild(meter, "frames").columns, 5)
            compare(findChild(meter, "score").text, row.text)
        }

        // The score has no colour alone: the number is always there, and read out.
        function test_isSpoken() {
            compare(meter.Accessible.name, "Quality 87")
            meter.quality = -1
            meter.text = "Unrated"
            compare(meter.Accessible.name, "Unrated")
        }

        function test_framesFillFromTheLeadingEdge() {
            meter.quality = 34
            const middle = Math.round(meter.height / 2)
            const tryShows = x => tryVerify(() => {
                return Qt.colorEqual(grabImage(meter).pixel(x, middle), Theme.qualityColor(34))
            }, 5000, "filled at " + x)
            tryShows(3)
            scene.LayoutMirroring.childrenInherit = true
            scene.LayoutMirroring.enabled = true
            tryShows(Math.floor(meter.width) - 4)
            verify(findChild(meter, "score").x < findChild(meter, "frames").x)
        }
    }
}
