// SPDX-License-Identifier: GPL-3.0-or-later
// StepPlace: StepLinks that take turns at one place, which is as wide as the widest of them: what
// stands beside it never moves. One at most is visible; the focus of one that goes passes to the next.
import QtQuick
import Microfiche.Ui

Item {
    id: root

    function passFocus(): void {
        for (let i = 0; i < children.length; ++i) {
            if (children[i].visible)
                children[i].forceActiveFocus(Qt.TabFocusReason)
        }
    }

    implicitWidth: {
        let width = 0
        for (let i = 0; i < children.length; ++i) {
            const step = children[i] as StepLink
            if (step !== null && (step.visible || step.isUsual))
                width = Math.max(width, step.implicitWidth)
        }
        return width
    }
    width: implicitWidth
    implicitHeight: Theme.textLine
}
