// SPDX-License-Identifier: GPL-3.0-or-later
// PicturesSteps: what can be done in the PicturesBar, in places of their own: a step keeps its place
// whatever is said beside it and whichever steps come and go. From the trailing edge: what ends it,
// what goes on with it, what undoes it. kind (a Kind), task, canUndo, undoText;
// undone(), dismissed(), settingsWanted(), onlineWanted(), cancelled().
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Row {
    id: root

    enum Kind { None, Running, Ended, Told }
    required property int kind
    required property PictureTask task
    property bool canUndo: false
    property string undoText
    readonly property bool isRunning: kind === PicturesSteps.Running
    readonly property bool hasEnded: kind === PicturesSteps.Ended

    signal undone()
    signal cancelled()
    signal dismissed()
    signal settingsWanted()
    signal onlineWanted()

    visible: kind !== PicturesSteps.None
    spacing: Theme.s24
    onKindChanged: if (kind === PicturesSteps.Ended)
        justEnded.restart()

    // The second click of a double click on "Cancel" must not take away how to undo it.
    Timer {
        id: justEnded
        interval: Application.styleHints.mouseDoubleClickInterval
    }

    StepPlace {
        StepLink {
            visible: root.canUndo
            iconName: "undo"
            label: qsTr("Undo")
            Accessible.description: root.undoText
            onTaken: root.undone()
        }
    }
    StepPlace {
        StepLink {
            visible: root.isRunning && root.task.state === PictureTask.Running
            iconName: "pause"
            label: qsTr("Pause")
            onTaken: root.task.pause()
        }
        StepLink {
            visible: root.isRunning && root.task.state === PictureTask.Paused
            iconName: "play"
            label: qsTr("Go on")
            onTaken: root.task.resume()
        }
        StepLink {
            visible: root.isRunning && root.task.state === PictureTask.Offline
            label: qsTr("Go online")
            onTaken: root.onlineWanted()
        }
        StepLink {
            visible: root.hasEnded && root.task.state === PictureTask.Cancelled
            iconName: "undo"
            label: qsTr("Go on")
            Accessible.name: qsTr("Go on, undo the cancelling")
            onTaken: root.task.undoCancel()
        }
        StepLink {
            visible: root.hasEnded && root.task.canRetry
            label: qsTr("Try again")
            onTaken: root.task.retry()
        }
        StepLink {
            isUsual: false
            visible: root.hasEnded && root.task.state === PictureTask.Full
            label: qsTr("Change the space")
            onTaken: root.settingsWanted()
        }
        StepLink {
            isUsual: false
            visible: root.hasEnded && root.task.state === PictureTask.Finished
                     && !root.task.canRetry && root.task.isLocalRefused
            label: qsTr("Servers of your own")
            onTaken: root.settingsWanted()
        }
    }
    StepPlace {
        StepLink {
            visible: root.isRunning
            label: qsTr("Cancel")
            onTaken: root.cancelled()
        }
        StepLink {
            visible: !root.isRunning
            label: qsTr("Dismiss")
            onTaken: if (!justEnded.running)
                root.dismissed()
        }
    }
}
