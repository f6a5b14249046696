// SPDX-License-Identifier: GPL-3.0-or-later
// ToolTipPlain: text in a small dark plate above its parent. text, visible, x, y.
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

T.ToolTip {
    id: root

    x: parent ? Math.round((parent.width - implicitWidth) / 2) : 0
    y: -implicitHeight - 6
    implicitWidth: contentItem.implicitWidth + leftPadding + rightPadding
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    horizontalPadding: Theme.s8
    verticalPadding: Theme.s4
    margins: Theme.s4
    delay: 500
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent

    contentItem: PlainText {
        text: root.text
        font: Theme.fact
        lineHeight: Theme.factLine
        color: Theme.toolTipText
    }
    background: Rectangle {
        color: Theme.toolTip
        radius: Theme.radiusSmall
        border { width: Theme.dark || Theme.highContrast ? 1 : 0; color: Theme.edge }
    }
}
