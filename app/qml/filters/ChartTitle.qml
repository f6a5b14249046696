// SPDX-License-Identifier: GPL-3.0-or-later
// ChartTitle: the name of a chart. Where others may stand in its place it opens a menu of them.
//   text, choices: [names] (empty, or `text` is one of them); chosen(index)
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

T.AbstractButton {
    id: root

    property var choices: []
    readonly property bool hasChoice: choices.length > 1

    signal chosen(int index)

    implicitWidth: words.implicitWidth + (hasChoice ? Theme.factIconSize + Theme.s4 : 0)
    implicitHeight: Theme.textLine
    focusPolicy: hasChoice ? Qt.StrongFocus : Qt.NoFocus
    Accessible.role: hasChoice ? Accessible.ButtonMenu : Accessible.Heading
    Accessible.name: hasChoice ? qsTr("Chart: %1").arg(text) : text
    onClicked: if (hasChoice)
        menu.made().popup(root, 0, root.height + 4)
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()
    Keys.onDownPressed: clicked()

    HoverHandler { enabled: root.hasChoice; cursorShape: Qt.PointingHandCursor }
    LateMenu {
        id: menu
        sourceComponent: PopupMenu {
            Repeater {
                model: root.choices
                MenuEntry {
                    required property string modelData
                    required property int index
                    text: modelData
                    checked: modelData === root.text
                    onTriggered: root.chosen(index)
                }
            }
        }
    }
    background: Item { FocusRing { shown: root.visualFocus } }
    contentItem: Item {
        PlainText {
            id: words
            anchors { left: parent.left; verticalCenter: parent.verticalCenter }
            text: root.text
            font: Theme.textBold
            color: Theme.ink
            Accessible.ignored: true
        }
        Icon {
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            visible: root.hasChoice
            name: "down"
            size: Theme.factIconSize
            color: root.hovered ? Theme.ink : Theme.ink2
        }
    }
}
