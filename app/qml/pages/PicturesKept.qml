// SPDX-License-Identifier: GPL-3.0-or-later
// PicturesKept: how many of an archive's pictures are there, getting the others, and how to undo
// what that has chosen. settings, task.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Column {
    id: root

    required property PictureSettings settings
    required property PictureTask task
    readonly property double notCome: settings.failed + settings.lost

    topPadding: Theme.s24
    bottomPadding: Theme.s16
    spacing: Theme.s12

    function count(of: double): string { return of.toLocaleString(Qt.locale(), "f", 0) }

    Item {
        width: parent.width
        height: there.height

        PlainText {
            id: there
            anchors.left: parent.left
            text: root.settings.isCounted ? root.count(root.settings.there) : ""
            font: Theme.headline
            lineHeight: Theme.headlineLine
        }
        PlainText {
            anchors { left: there.right; leftMargin: Theme.s8; baseline: there.baseline; right: parent.right }
            text: !root.settings.isCounted ? ""
                : qsTr("of %Ln picture(s) are in the archive", "", root.settings.all)
            font: Theme.reading
            color: Theme.ink2
        }
    }
    ProgressLine {
        width: parent.width
        visible: root.task.isActive
        value: root.task.fraction
        isUnknown: root.task.all === 0
        name: root.task.doneText
    }
    PlainText {
        width: parent.width
        visible: root.task.isActive
        text: root.task.paceText === "" ? root.task.doneText
                                        : qsTr("%1. %2", "how far, how fast").arg(root.task.doneText).arg(root.task.paceText)
        color: Theme.ink2
        wrapMode: Text.Wrap
    }
    PlainText {
        width: parent.width
        visible: root.task.isActive && text !== ""
        text: root.task.askedText
        color: Theme.ink2
        wrapMode: Text.Wrap
    }
    Flow {
        width: parent.width
        spacing: Theme.s24
        visible: !root.task.isActive && root.settings.missing + root.settings.failed > 0
        LinkText {
            objectName: "loadAll"
            label: qsTr("Load all for offline")
            disabledReason: root.settings.loadObstacle
            enabled: disabledReason === ""
            onClicked: root.task.start()
        }
        PlainText {
            visible: root.settings.missing > 0
            text: qsTr("%Ln are not loaded", "", root.settings.missing)
            color: Theme.ink2
        }
    }
    Flow { // as the bar says it, which does not stand beside this
        width: parent.width
        spacing: Theme.s24
        visible: root.settings.chosenText !== ""
        PlainText {
            objectName: "chosen"
            width: Math.min(implicitWidth, parent.width)
            text: root.settings.chosenText
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
        LinkText {
            iconName: "undo"
            label: qsTr("Undo")
            Accessible.description: root.settings.chosenText
            onClicked: {
                root.task.cancel()
                root.task.dismiss()
                root.settings.undoChoice()
            }
        }
    }
    Row {
        spacing: Theme.s24
        visible: root.task.isActive
        StepPlace {
            StepLink {
                visible: root.task.state === PictureTask.Running
                iconName: "pause"
                label: qsTr("Pause")
                onTaken: root.task.pause()
            }
            StepLink {
                visible: root.task.state === PictureTask.Paused
                iconName: "play"
                label: qsTr("Go on")
                onTaken: root.task.resume()
            }
            StepLink {
                visible: root.task.state === PictureTask.Offline
                label: qsTr("Go online")
                onTaken: root.settings.isOffline = false
            }
        }
        LinkText {
            label: qsTr("Cancel")
            onClicked: root.task.cancel()
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.s24
        visible: root.task.state === PictureTask.Cancelled && root.task.endText !== ""
        PlainText {
            text: root.task.endText
            color: Theme.ink2
        }
        LinkText {
            iconName: "undo"
            label: qsTr("Go on")
            Accessible.name: qsTr("Go on, undo the cancelling")
            onClicked: root.task.undoCancel()
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.s24
        visible: !root.task.isActive && root.notCome > 0
        LinkText {
            visible: root.settings.canRetry
            label: qsTr("Try the missing ones again")
            onClicked: root.task.retry()
        }
        PlainText {
            objectName: "losses"
            width: Math.min(implicitWidth, parent.width)
            text: qsTr("%Ln could not be loaded: %1", "", root.notCome).arg(root.settings.lossesText)
            color: Theme.ink2
            wrapMode: Text.Wrap
        }
    }
}
