// SPDX-License-Identifier: GPL-3.0-or-later
// ImportProgress: number first, then bar, rate and time left. status.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property ImportStatus status

    implicitHeight: column.height + 2 * Theme.s24

    Column {
        id: column
        x: Theme.s24
        y: Theme.s24
        width: root.width - 2 * Theme.s24
        spacing: Theme.s12

        Item {
            width: parent.width
            height: done.height

            PlainText {
                id: done
                anchors.left: parent.left
                text: root.status.doneText
                font: Theme.headline
                lineHeight: Theme.headlineLine
            }
            PlainText {
                id: found
                anchors { left: done.right; leftMargin: Theme.s8; baseline: done.baseline; right: left.left; rightMargin: Theme.s8 }
                text: root.status.foundText
                font: Theme.reading
                color: Theme.ink2
            }
            PlainText {
                id: left
                anchors { right: parent.right; baseline: done.baseline }
                text: root.status.timeLeftText
                color: Theme.ink2
            }
        }
        ProgressLine {
            width: parent.width
            visible: root.status.isRunning
            value: root.status.fraction
            isUnknown: !root.status.isCounted
        }
        Item {
            width: parent.width
            height: Math.max(words.height, cancel.visible ? cancel.height : 0)

            Column {
                id: words
                anchors { left: parent.left; right: cancel.visible ? cancel.left : parent.right; rightMargin: Theme.s12; verticalCenter: parent.verticalCenter }

                PlainText {
                    width: parent.width
                    visible: text !== ""
                    text: root.status.rateText
                    font: Theme.fact
                    lineHeight: Theme.factLine
                    color: Theme.ink2
                }
                PlainText {
                    width: parent.width
                    visible: text !== ""
                    text: root.status.folderText
                    font: Theme.fact
                    lineHeight: Theme.factLine
                    color: Theme.ink2
                    elide: Text.ElideMiddle
                }
            }
            ActionButton {
                id: cancel
                anchors.right: parent.right
                visible: root.status.isRunning
                text: qsTr("Cancel, keep what is in")
                onClicked: root.status.cancel()
            }
        }
        IconLabel {
            width: parent.width
            visible: root.status.failure !== "" || root.status.wasCancelled
            iconName: "warning"
            isCentred: false
            text: root.status.failure !== "" ? root.status.failure
                                             : qsTr("Cancelled. What was read by then is in the archive.")
            color: root.status.failure !== "" ? Theme.error : Theme.warning
        }
    }
}
