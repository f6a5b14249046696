// SPDX-License-Identifier: GPL-3.0-or-later
// DamageSheet: says over all else that the archive is damaged and asks what to do; what is being
// done; what came of it. There while there is something to say. upkeep; quitWanted().
import QtQuick
import Microfiche.Ui
import Microfiche.Window

FocusScope {
    id: root

    required property Upkeep upkeep
    signal quitWanted()

    readonly property bool isAsking: upkeep.state === Upkeep.Asking // qmllint disable
    readonly property bool isWorking: upkeep.state === Upkeep.Working // qmllint disable
    readonly property string headline: isAsking ? qsTr("This archive is damaged")
                                     : isWorking ? qsTr("Working on the archive …") : root.upkeep.report
    readonly property string sentence: isAsking
        ? root.upkeep.problem + " " + qsTr("A repair makes a new archive of everything that can still be read, with your stars, marks and searches, and names what is lost. What is there now is kept beside it.")
        : isWorking ? qsTr("This may take some minutes. If it is broken off, everything is as it was.") : root.upkeep.lostText

    Accessible.role: Accessible.AlertMessage
    Accessible.name: headline
    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
    Keys.onEscapePressed: root.upkeep.dismiss()
    Component.onCompleted: focusFirst()
    onHeadlineChanged: focusFirst()

    function focusFirst(): void {
        const first = isAsking ? repair : close
        first.forceActiveFocus(Qt.TabFocusReason)
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
        opacity: 0.94
    }
    MouseArea { // nothing beneath it is to be pressed
        anchors.fill: parent
        hoverEnabled: true
        onWheel: wheel => wheel.accepted = true
    }
    Sheet {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.s24, Theme.px(560))
        height: words.height + 2 * Theme.s24

        Column {
            id: words
            x: Theme.s24
            y: Theme.s24
            width: parent.width - 2 * Theme.s24
            spacing: Theme.s12

            PlainText {
                width: parent.width
                text: root.headline
                font: Theme.countLine
                lineHeight: Theme.countLineLine
                wrapMode: Text.Wrap
                elide: Text.ElideNone
                Accessible.role: Accessible.Heading
            }
            PlainText {
                width: parent.width
                visible: text !== ""
                text: root.sentence
                color: Theme.ink2
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
            ProgressLine {
                width: parent.width
                height: 3
                visible: root.isWorking
                isUnknown: true
                name: root.headline
            }
            Item { width: 1; height: Theme.s4 }
            Column {
                visible: root.isAsking
                spacing: Theme.s8
                ActionButton {
                    id: repair
                    text: qsTr("Repair")
                    kind: ActionButton.Primary
                    onClicked: root.upkeep.repair()
                }
                Repeater {
                    model: root.isAsking ? root.upkeep.backups : []
                    ActionButton {
                        required property int index
                        required property string modelData
                        text: qsTr("Restore the backup of %1").arg(modelData)
                        onClicked: root.upkeep.restore(index)
                    }
                }
            }
            Row {
                visible: !root.isWorking
                spacing: Theme.s24
                LinkText {
                    id: close
                    label: root.isAsking ? qsTr("Not now") : qsTr("Close")
                    onClicked: root.upkeep.dismiss()
                }
                LinkText {
                    visible: root.isAsking
                    label: qsTr("Quit")
                    onClicked: root.quitWanted()
                }
            }
        }
    }
}
