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
        input.text = ""
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

            EntryField {
                id: input
                objectName: "day"
                width: parent.width - button.width - parent.spacing
                name: heading.text
                placeholderText: qsTr("2021-06-14, 2021-06 or 2021")
                problem: root.problem
                onEdited: root.problem = ""
                onAccepted: root.go()
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
