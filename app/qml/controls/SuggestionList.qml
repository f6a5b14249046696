// SPDX-License-Identifier: GPL-3.0-or-later
// SuggestionList: what could be typed next, below a field that keeps the focus.
//   model: label, hint, countText; currentIndex (-1: none is chosen); chosen(index)
//   step(by) goes round through the rows and none
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

T.Popup {
    id: root

    property alias model: list.model
    property int currentIndex: -1
    readonly property alias count: list.count

    signal chosen(int index)

    function step(by: int): void {
        const places = list.count + 1
        currentIndex = (currentIndex + 1 + by + places) % places - 1
    }

    padding: Theme.s4
    margins: Theme.s8
    focus: false
    closePolicy: T.Popup.CloseOnPressOutsideParent
    implicitHeight: list.contentHeight + topPadding + bottomPadding
    onClosed: currentIndex = -1
    Connections {
        target: list.model ?? null
        ignoreUnknownSignals: true // a field need not have any
        function onModelReset(): void { root.currentIndex = -1 }
    }

    contentItem: ListView {
        id: list
        implicitHeight: contentHeight
        clip: true
        interactive: contentHeight > height
        currentIndex: root.currentIndex
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Suggestions")

        delegate: T.ItemDelegate {
            id: entry
            required property int index
            required property string label
            required property string hint
            required property string countText
            readonly property bool isCurrent: index === root.currentIndex

            width: list.width
            height: Theme.px(30)
            leftPadding: Theme.s8
            rightPadding: Theme.s8
            focusPolicy: Qt.NoFocus
            Accessible.role: Accessible.ListItem
            Accessible.name: label
            Accessible.description: countText === "" ? hint : qsTr("%1 articles").arg(countText)
            Accessible.selected: isCurrent
            onClicked: root.chosen(index)

            contentItem: Item {
                PlainText {
                    id: words
                    anchors { left: parent.left; verticalCenter: parent.verticalCenter }
                    width: Math.min(implicitWidth, parent.width - number.width - Theme.s8)
                    text: entry.label
                    font: Theme.text
                }
                PlainText {
                    anchors { left: words.right; leftMargin: Theme.s12; right: number.left
                              rightMargin: Theme.s8; verticalCenter: parent.verticalCenter }
                    text: entry.hint
                    font: Theme.fact
                    lineHeight: Theme.factLine
                    color: Theme.ink3
                }
                PlainText {
                    id: number
                    anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                    text: entry.countText
                    font: Theme.text
                    color: Theme.ink2
                }
            }
            background: Rectangle {
                radius: Theme.radius
                color: entry.down ? Theme.line : entry.isCurrent || entry.hovered ? Theme.side : "transparent"
                FocusRing { shown: entry.isCurrent; distance: -2 }
            }
        }
    }
    background: Rectangle {
        color: Theme.raised
        radius: Theme.radius
        border { width: 1; color: Theme.dark || Theme.highContrast ? Theme.edge : Theme.line }
        Shadow {}
    }
}
