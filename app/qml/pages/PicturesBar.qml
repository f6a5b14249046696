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
    property int undoTime: 20000
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
    readonly property bool isPassing: canUndo || hasEnded && task.isEndPassing
    readonly property string sentence: isRunning ? task.doneText : hasEnded ? task.endText
        : hasProblem ? settings.problem : hasChosen ? settings.chosenText
        : qsTr("Pictures from %Ln publisher(s) are not loaded", "", settings.publishersMissing)

    function decide(mode: int): void {
        settings.choose(mode) // qmllint disable
        dismissed()
    }
    function undo(): void {
        task.cancel()
        task.dismiss()
        settings.undoChoice()
        dismissed()
    }
    function dismiss(): void {
        if (hasEnded)
            task.dismiss()
        else if (hasProblem)
            settings.dismissProblem()
        else
            settings.keepChoice()
        dismissed()
    }

    visible: isShown
    implicitHeight: !isShown ? 0 : flow.y + flow.height + (steps.isBelow ? Theme.s8 + Theme.textLine : 0) + Theme.s12
    Accessible.role: hasProblem ? Accessible.AlertMessage : Accessible.Grouping
    Accessible.name: sentence

    // What was chosen is done with once it was read; whoever is on the way to it has time.
    Timer {
        objectName: "passing"
        interval: root.undoTime
        running: root.isPassing && !hover.hovered && !root.activeFocus
        onTriggered: {
            root.settings.keepChoice()
            if (root.hasEnded && root.task.isEndPassing)
                root.task.dismiss()
        }
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
    component Words: PlainText {
        // In steps, or each other number would move what stands beside it, and now and then a line.
        readonly property real stepped: Math.ceil((implicitWidth + Theme.s16) / Theme.s32) * Theme.s32
        width: Math.min(stepped, flow.width)
        wrapMode: Text.Wrap
    }
    Flow {
        id: flow
        anchors { left: parent.left; leftMargin: root.margin }
        y: Theme.s12
        width: root.width - 2 * root.margin - (steps.visible && !steps.isBelow ? steps.width + Theme.s24 : 0)
        spacing: Theme.s8

        Words {
            objectName: "sentence"
            text: root.sentence
            color: root.hasProblem ? Theme.error : Theme.ink
            font: root.isRunning ? Theme.textBold : Theme.text
            // The question comes before the answers: one stray Tab and Enter chooses none.
            activeFocusOnTab: root.isAsking || activeFocus
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            Accessible.focusable: root.isAsking
            FocusRing { shown: parent.activeFocus } // qmllint disable
        }
        Words {
            visible: root.isRunning && text !== ""
            text: root.task.paceText
            color: Theme.ink2
        }
        Words {
            visible: root.isRunning && text !== ""
            text: root.task.askedText
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
    }
    PicturesSteps {
        id: steps
        readonly property bool isBelow: visible && root.width - 2 * root.margin - width < Theme.px(300)
        anchors { right: parent.right; rightMargin: root.margin }
        y: isBelow ? flow.y + flow.height + Theme.s8 : root.height - Theme.s12 - height
        kind: root.isRunning ? PicturesSteps.Running : root.hasEnded ? PicturesSteps.Ended
            : root.hasProblem || root.hasChosen ? PicturesSteps.Told : PicturesSteps.None
        task: root.task
        canUndo: root.canUndo
        undoText: root.settings.chosenText
        onUndone: root.undo()
        onCancelled: root.task.cancel()
        onDismissed: root.dismiss()
        onSettingsWanted: root.settingsWanted()
        onOnlineWanted: root.settings.isOffline = false
    }
}
