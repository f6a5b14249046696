// SPDX-License-Identifier: GPL-3.0-or-later
// PaletteRow: an action in the palette. does (its id), name, group, keyTexts; isCurrent; clicked().
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

T.ItemDelegate {
    id: root

    required property string does
    required property string name
    required property string group
    required property list<string> keyTexts
    property bool isCurrent: false
    readonly property var doing: Actions.of(does)
    readonly property bool isPossible: doing !== null && doing.isPossible
    readonly property string words: doing !== null && doing.words !== "" ? doing.words : name
    readonly property string why: isPossible ? "" : doing !== null ? doing.reason : ""
    readonly property string keyText: keyTexts.length > 0 ? keyTexts[0] : ""

    implicitHeight: Theme.px(30)
    leftPadding: Theme.s8
    rightPadding: Theme.s16 // beside the scroll bar
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    // Words may hold the name of a tag, and that a "%1": what is put in last is not looked through.
    //: %1 is a key, %2 an action
    readonly property string spokenName: keyText === "" ? words : qsTr("%2, %1").arg(keyText).arg(words)
    //: %1 is why an action is not possible, %2 its name and key
    Accessible.name: isPossible ? spokenName : qsTr("%2, %1").arg(why !== "" ? why : qsTr("not possible now")).arg(spokenName)
    Accessible.selected: isCurrent

    contentItem: Item {
        IconLabel {
            id: label
            anchors { left: parent.left; verticalCenter: parent.verticalCenter }
            width: Math.min(implicitWidth, parent.width - keys.reserved)
            iconName: root.doing !== null && root.doing.isChosen ? "check" : ""
            iconSize: Theme.factIconSize
            keepsIconPlace: true
            spacing: Theme.s8
            isCentred: false
            text: root.words
            color: root.isPossible ? Theme.ink : Theme.ink3
        }
        PlainText {
            anchors { left: label.right; leftMargin: Theme.s12; right: keys.left; rightMargin: Theme.s8
                      verticalCenter: parent.verticalCenter }
            text: root.why !== "" ? root.why : root.group
            font: Theme.fact
            lineHeight: Theme.factLine
            color: Theme.ink3
        }
        PlainText {
            id: keys
            readonly property real reserved: text === "" ? 0 : implicitWidth + Theme.s12
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            text: root.keyText
            font: Theme.fact
            lineHeight: Theme.factLine
            color: root.isPossible ? Theme.ink2 : Theme.ink3
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.line : root.isCurrent || root.hovered ? Theme.side : "transparent"
        FocusRing { shown: root.isCurrent; distance: -2 }
    }
}
