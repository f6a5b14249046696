// SPDX-License-Identifier: GPL-3.0-or-later
// DateJump: a day is typed, and the first article of it, or of the nearest day before, is found.
// places; found(row). What is wrong is said below, and it stays open.
import QtQuick
import QtQuick.Templates as T
import Microfiche.Models
import Microfiche.Ui

T.Popup {
    id: root

    required property ScrollPlaces places
    property string problem

    signal found(int row)

    function go(): void {
        problem = places.whyNoDay(input.text)
        if (problem !== "")
            return
        found(places.rowOfDay(input.text))
        close()
    }

    width: Theme.px(320)
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    padding: Theme.s16
    margins: Theme.s8
    modal: false
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    onAboutToShow: {
        problem = ""
        input.clear()
        input.forceActiveFocus()
    }

    background: Rectangle {
        color: Theme.raised
        radius: Theme.radius
        border { width: 1; color: Theme.dark || Theme.highContrast ? Theme.edge : Theme.line }
        Shadow {}
    }
    contentItem: Column {
        spacing: Theme.s8
        Accessible.role: Accessible.Dialog
        Accessible.name: heading.text

        PlainText {
            id: heading
            text: qsTr("Jump to date")
            font: Theme.textBold
            Accessible.role: Accessible.Heading
        }
        Row {
            width: parent.width
            spacing: Theme.s8

            Rectangle {
                width: parent.width - button.width - parent.spacing
                height: Theme.controlHeight
                radius: Theme.radius
                color: Theme.raised
                border { width: root.problem !== "" ? 2 : 1; color: root.problem !== "" ? Theme.error : Theme.edge }
                FocusRing { shown: input.activeFocus }

                PlainText {
                    anchors { left: parent.left; right: parent.right; margins: Theme.s12; verticalCenter: parent.verticalCenter }
                    visible: input.text === ""
                    text: qsTr("2021-06-14, 2021-06 or 2021")
                    color: Theme.ink3
                    Accessible.ignored: true
                }
                TextInput {
                    id: input
                    objectName: "day"
                    anchors { left: parent.left; right: parent.right; margins: Theme.s12; verticalCenter: parent.verticalCenter }
                    font: Theme.text
                    color: Theme.ink
                    selectionColor: Theme.accent
                    selectedTextColor: Theme.accentText
                    selectByMouse: true
                    clip: true
                    maximumLength: 40
                    activeFocusOnTab: true
                    horizontalAlignment: TextInput.AlignLeft
                    Accessible.role: Accessible.EditableText
                    Accessible.name: heading.text
                    Accessible.description: root.problem
                    onTextEdited: root.problem = ""
                    Keys.onReturnPressed: root.go()
                    Keys.onEnterPressed: root.go()
                }
            }
            ActionButton {
                id: button
                text: qsTr("Go")
                kind: ActionButton.Primary
                enabled: input.text.trim() !== ""
                onClicked: root.go()
            }
        }
        Row {
            width: parent.width
            spacing: Theme.s8
            visible: root.problem !== ""

            Icon {
                id: mark
                y: 1
                name: "error"
                size: Theme.factIconSize
                color: Theme.error
            }
            PlainText {
                objectName: "problem"
                width: parent.width - mark.width - parent.spacing
                text: root.problem
                wrapMode: Text.Wrap
                elide: Text.ElideNone
                color: Theme.error
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }
        }
    }
}
