// SPDX-License-Identifier: GPL-3.0-or-later
// ImportSheet: asks before very many files are imported, over all else; there while it asks. question.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

FocusScope {
    id: root

    required property ImportQuestion question

    Accessible.role: Accessible.Dialog
    Accessible.name: question.text
    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
    Keys.onEscapePressed: question.decline()
    Component.onCompleted: yes.forceActiveFocus(Qt.TabFocusReason)

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
        width: Math.min(parent.width - 2 * Theme.s24, Theme.px(520))
        height: words.height + 2 * Theme.s24

        Column {
            id: words
            x: Theme.s24
            y: Theme.s24
            width: parent.width - 2 * Theme.s24
            spacing: Theme.s12

            PlainText {
                width: parent.width
                text: root.question.text
                font: Theme.countLine
                lineHeight: Theme.countLineLine
                wrapMode: Text.Wrap
                maximumLineCount: 3
                Accessible.role: Accessible.Heading
            }
            PlainText {
                width: parent.width
                text: root.question.isCounted ? qsTr("That may take a while. It can be cancelled at any time.")
                                              : qsTr("There are more: they are still being counted.")
                color: Theme.ink2
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
            Item { width: 1; height: Theme.s4 }
            Row {
                anchors.right: parent.right
                spacing: Theme.s12
                ActionButton {
                    id: no
                    text: qsTr("Cancel")
                    KeyNavigation.tab: yes
                    KeyNavigation.backtab: yes
                    onClicked: root.question.decline()
                }
                ActionButton {
                    id: yes
                    text: qsTr("Import")
                    kind: ActionButton.Primary
                    KeyNavigation.tab: no
                    KeyNavigation.backtab: no
                    onClicked: root.question.accept()
                }
            }
        }
    }
}
