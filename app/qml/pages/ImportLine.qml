// SPDX-License-Identifier: GPL-3.0-or-later
// ImportLine: an import in two lines, where there is no pane for it. status.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Column {
    id: root

    required property ImportStatus status

    visible: status.isRunning || status.failure !== "" || status.rejected > 0
    spacing: Theme.s8

    ProgressLine {
        width: Math.min(parent.width, Theme.px(500))
        visible: root.status.isRunning
        value: root.status.fraction
        isUnknown: !root.status.isCounted
    }
    PlainText {
        width: parent.width
        text: root.status.failure !== "" ? root.status.failure
            : root.status.isRunning ? root.status.doneText + " " + root.status.foundText
            : qsTr("%Ln file(s) could not be imported: none of them is an article.", "", root.status.rejected)
        color: root.status.failure !== "" ? Theme.error : Theme.ink2
        wrapMode: Text.Wrap
    }
}
