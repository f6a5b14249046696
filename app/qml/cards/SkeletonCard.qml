// SPDX-License-Identifier: GPL-3.0-or-later
// SkeletonCard: the card that has not come yet, of the same size. sizeClass.
import QtQuick
import Microfiche.Ui

Item {
    id: root

    property int sizeClass: Theme.card.sizeClass(width / Theme.unit)
    readonly property real providerTop: Theme.card.pictureHeight(width, sizeClass)
                                + Theme.card.toProvider(sizeClass)
    readonly property real titleTop: providerTop + Theme.card.providerRow(sizeClass)
                                     + Theme.card.toTitle(sizeClass)
    readonly property real line: sizeClass === Theme.card.compact ? Theme.cardTitleCompactLine
                                                                  : Theme.cardTitleLine

    implicitHeight: Theme.card.height(width, sizeClass)

    component Bar: Skeleton {
        property real part: 1
        width: root.width * part
        height: Theme.px(10)
    }

    Skeleton { width: root.width; height: Theme.card.pictureHeight(root.width, root.sizeClass) }
    Bar { y: root.providerTop + Theme.px(3); part: 0.6 }
    Bar { y: root.titleTop + Theme.px(3); height: Theme.px(14) }
    Bar { y: root.titleTop + root.line + Theme.px(3); height: Theme.px(14); part: 0.82 }
    Bar { y: root.titleTop + 2 * root.line + Theme.px(7); part: 0.92
          visible: root.sizeClass !== Theme.card.compact }
    Bar { y: root.height - Theme.px(13); part: 0.4 }
}
