// SPDX-License-Identifier: GPL-3.0-or-later
// PicturesBar: one quiet line at the foot of the cards: whether the pictures of others are to be
// loaded, what was chosen and how to undo it, how far loading them all is, what could not be loaded,
// which choice could not be kept.
//   settings, task, margin   settingsWanted(), dismissed() (what it said is done with)
import QtQuick
import Microfiche.Models
import Microfiche.Ui

FocusScope {
    id: root

    required property PictureSettings settings
    required property PictureTask task
    property int margin: Theme.s24
    property int undoTime: 10000
    signal settingsWanted()
    signal dismissed()

    readonly property bool isRunning: task.isActive
    readonly property bool hasEnded: !isRunning && task.endText !== ""
    readonly property bool hasProblem: !isRunning && !hasEnded && settings.problem !== ""
    readonly property bool canUndo: settings.chosenText !== ""
    readonly property bool hasChosen: !isRunning && !hasEnded && !hasProblem && canUndo
    readonly property bool isAsking: !isRunning && !hasEnded && !hasProblem && !canUndo && settings.isCounted
                                     && settings.publishersMissing > 0 && !settings.isDecided
    readonly property bool isShown: isRunning || hasEnded || hasProblem || hasChosen || isAsking
    readonly property string sentence: isRunning ? task.doneText : hasEnded ? task.endText
        : hasProblem ? settings.problem : hasChosen ? settings.chosenText
        : qsTr("Pictures from %Ln publisher(s) are not loaded", "", settings.publishersMissing)

    function decide(mode: int): void {
        settings.choose(mode) // qmllint disable
        dismissed()
    }
    function undo(): void {
        task.cancel()
        settings.undoChoice()
        dismissed()
    }

    visible: isShown
    implicitHeight: isShown ? flow.y + flow.height + Theme.s12 : 0
    Accessible.role: hasProblem ? Accessible.AlertMessage : Accessible.Grouping
    Accessible.name: sentence

    component Choice: LinkText {
        visible: root.isShown
        height: Theme.textLine
    }
    component UndoChoice: Choice {
        visible: root.canUndo
        iconName: "undo"
        label: qsTr("Undo")
        Accessible.description: root.settings.chosenText
        onClicked: root.undo()
    }

    // What was chosen is done with once it was read; whoever is on the way to it has time.
    Timer {
        interval: root.undoTime
        running: root.canUndo && !hover.hovered && !root.activeFocus
        onTriggered: root.settings.keepChoice()
    }
    HoverHandler { id: hover }

    Rectangle {
        anchors.fill: parent
        color: Theme.side
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
    }
    ProgressLine {
        width: parent.width
        height: 3
        visible: root.isRunning
        value: root.task.fraction
        isUnknown: root.task.all === 0
        name: root.sentence
    }
    Flow {
        id: flow
        x: root.margin
        y: Theme.s12
        width: root.width - 2 * root.margin
        spacing: Theme.s8

        PlainText {
            objectName: "sentence"
            width: Math.min(implicitWidth + Theme.s16, flow.width)
            text: root.sentence
            wrapMode: Text.Wrap
            color: root.hasProblem ? Theme.error : Theme.ink
            font: root.isRunning ? Theme.textBold : Theme.text
            // The question comes before the answers: one stray Tab and Enter chooses none.
            activeFocusOnTab: root.isAsking || activeFocus
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            Accessible.focusable: root.isAsking
            FocusRing { shown: parent.activeFocus } // qmllint disable
        }
        PlainText {
            width: Math.min(implicitWidth + Theme.s16, flow.width)
            visible: root.isRunning && text !== ""
            text: root.task.paceText
            color: Theme.ink2
        }
        PicturesAnswers {
            visible: root.isAsking
            width: Math.min(wide, flow.width)
            onModeChosen: mode => root.decide(mode)
            onAllWanted: {
                root.task.start()
                root.dismissed()
            }
            onSettingsWanted: root.settingsWanted()
        }
        Row {
            visible: root.isRunning
            spacing: Theme.s24
            Choice {
                visible: root.task.state === PictureTask.Running
                iconName: "pause"
                label: qsTr("Pause")
                onClicked: root.task.pause()
            }
            Choice {
                visible: root.task.state === PictureTask.Paused
                iconName: "play"
                label: qsTr("Go on")
                onClicked: root.task.resume()
            }
            Choice {
                visible: root.task.state === PictureTask.Offline
                label: qsTr("Go online")
                onClicked: root.settings.isOffline = false
            }
            Choice {
                label: qsTr("Cancel")
                onClicked: {
                    root.task.cancel()
                    root.dismissed()
                }
            }
            UndoChoice {}
        }
        Row {
            visible: root.hasChosen
            spacing: Theme.s24
            UndoChoice {}
            Choice {
                label: qsTr("Dismiss")
                onClicked: {
                    root.settings.keepChoice()
                    root.dismissed()
                }
            }
        }
        Row {
            visible: root.hasProblem
            spacing: Theme.s24
            UndoChoice {}
            Choice {
                label: qsTr("Dismiss")
                onClicked: {
                    root.settings.dismissProblem()
                    root.dismissed()
                }
            }
        }
        Row {
            visible: root.hasEnded
            spacing: Theme.s24
            Choice {
                visible: root.task.state === PictureTask.Full
                label: qsTr("Change the space")
                onClicked: root.settingsWanted()
            }
            Choice {
                visible: root.task.state === PictureTask.Finished
                         || root.task.state === PictureTask.NotKept
                label: qsTr("Try again")
                onClicked: root.task.retry()
            }
            Choice {
                label: qsTr("Dismiss")
                onClicked: {
                    root.task.dismiss()
                    root.dismissed()
                }
            }
        }
    }
}
