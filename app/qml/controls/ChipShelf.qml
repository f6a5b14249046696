// SPDX-License-Identifier: GPL-3.0-or-later
// ChipShelf: chips in a row, at most `most` wide. chips: values with label, shortLabel, note; count;
// removed(row). They say less (isShort) before any is cut, and can be pushed along before any is lost.
import QtQuick
import Microfiche.Ui

Flickable {
    id: root

    required property real most
    property var chips: []
    property bool isShort: false
    readonly property alias count: list.count
    readonly property bool saysLess: isShort || list.fullWidth > most

    signal removed(int row)

    implicitWidth: Math.max(0, Math.min(most, row.width))
    width: implicitWidth
    height: Theme.px(24)
    contentWidth: row.width
    contentX: Math.max(0, contentWidth - width)
    flickableDirection: Flickable.HorizontalFlick
    interactive: contentWidth > width
    clip: interactive

    Row {
        id: row
        spacing: 6

        Repeater {
            id: list

            property real fullWidth: 0
            function measure(): void {
                let sum = 0
                for (let i = 0; i < count; ++i)
                    sum += (itemAt(i)?.fullWidth ?? 0) + row.spacing
                fullWidth = sum
            }
            onItemAdded: measure()
            onItemRemoved: measure()

            // By number, so that a chip whose words change is not made anew.
            model: root.chips.length
            Chip {
                objectName: "chip"
                required property int index
                readonly property var chip: root.chips[index]
                readonly property string shortLabel: chip?.shortLabel ?? ""

                label: chip?.label ?? ""
                note: chip?.note ?? ""
                shownLabel: root.saysLess && shortLabel !== "" ? shortLabel : label
                shownNote: root.saysLess ? "" : note
                width: Math.min(implicitWidth, root.most)
                onFullWidthChanged: list.measure()
                onClosed: root.removed(index)
            }
        }
    }
}
