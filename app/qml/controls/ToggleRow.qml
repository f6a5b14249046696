// SPDX-License-Identifier: GPL-3.0-or-later
// ToggleRow: something that is so or not, in one line. text, note (below it), number (at its end),
// isOn (as its owner has it: toggled() only asks for the change), isChoice (one of several: round),
// inset (reaches from edge to edge, its words start there).
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

T.AbstractButton {
    id: root

    property string note
    property string number
    property bool isOn: false
    property bool isChoice: false
    property int inset: 0

    signal toggled()

    implicitHeight: words.height + Theme.px(10)
    leftPadding: inset
    rightPadding: inset
    focusPolicy: Qt.StrongFocus
    Accessible.role: isChoice ? Accessible.RadioButton : Accessible.CheckBox
    Accessible.name: number === "" ? text : qsTr("%1, %2").arg(text).arg(number)
    Accessible.description: note
    Accessible.checkable: true
    Accessible.checked: isOn
    onClicked: root.toggled()
    Keys.onReturnPressed: root.toggled()
    Keys.onEnterPressed: root.toggled()

    background: Rectangle {
        color: root.down ? Theme.line : root.hovered ? Theme.side : "transparent"
        radius: root.inset > 0 ? 0 : Theme.radius
        FocusRing { shown: root.visualFocus; distance: root.inset > 0 ? -2 : 2 }
    }
    contentItem: Item {
        Rectangle {
            id: mark
            anchors { left: parent.left; leftMargin: 1 }
            y: words.y + Math.round((Theme.textLine - height) / 2)
            width: Theme.px(16)
            height: width
            radius: root.isChoice ? width / 2 : Theme.radiusSmall
            color: root.isOn ? Theme.accent : Theme.raised
            border { width: root.isOn ? 0 : 1; color: Theme.edge }

            Icon {
                anchors.centerIn: parent
                visible: root.isOn
                name: "check"
                size: Theme.px(12)
                color: Theme.accentText
            }
        }
        Column {
            id: words
            anchors { left: mark.right; leftMargin: Theme.s12; right: amount.left
                      rightMargin: root.number === "" ? 0 : Theme.s12; verticalCenter: parent.verticalCenter }

            PlainText {
                width: parent.width
                text: root.text
            }
            PlainText {
                width: parent.width
                visible: text !== ""
                text: root.note
                font: Theme.fact
                lineHeight: Theme.factLine
                color: Theme.ink3
                wrapMode: Text.Wrap
                maximumLineCount: 2
            }
        }
        PlainText {
            id: amount
            anchors { right: parent.right; top: words.top }
            text: root.number
            color: Theme.ink2
        }
    }
}
