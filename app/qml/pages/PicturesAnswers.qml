// SPDX-License-Identifier: GPL-3.0-or-later
// PicturesAnswers: what may become of pictures that are not loaded, beside the question in the
// PicturesBar, or below it: all of them. Reads: wide (in one line). modeChosen(mode), allWanted()
// (for offline), settingsWanted().
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Flow {
    id: root

    readonly property real wide: shown.width + offline.width + choose.width + never.width + 3 * spacing
    signal modeChosen(int mode)
    signal allWanted()
    signal settingsWanted()

    spacing: Theme.s24

    component Choice: LinkText {
        height: Theme.textLine
    }

    Choice {
        id: shown
        label: qsTr("Load when shown")
        onClicked: root.modeChosen(PictureSettings.All)
    }
    Choice {
        id: offline
        label: qsTr("Load all for offline")
        onClicked: root.allWanted()
    }
    Choice {
        id: choose
        label: qsTr("Choose publishers")
        onClicked: root.settingsWanted()
    }
    Choice {
        id: never
        label: qsTr("Never")
        onClicked: root.modeChosen(PictureSettings.Never)
    }
}
