// SPDX-License-Identifier: GPL-3.0-or-later
// TagPopup: a tag's name is typed, or one that there is already is chosen.
//   marks, heading, button (what it does); openWith(name)
//   offersTags (those there are, below the field), takesNew (a name that no tag has yet)
//   problem, shown until something else is typed
//   named(name): close it if the name will do
import QtQuick
import QtQuick.Templates as T
import Microfiche.Models
import Microfiche.Ui

T.Popup {
    id: root

    required property ArticleMarks marks
    property string heading: qsTr("Tag")
    property string button: qsTr("Tag")
    property bool offersTags: true
    property bool takesNew: true
    property string problem
    property int currentIndex: -1
    readonly property int mostOffered: 8
    readonly property var offered: {
        const all = offersTags && marks.tagNames.length > 0 ? Array.from(marks.tagNamesLike(input.text.trim())) : []
        return all.slice(0, mostOffered)
    }

    signal named(string name)

    function openWith(name: string): void {
        input.text = name
        problem = ""
        currentIndex = -1
        open()
        input.forceActiveFocus()
        input.selectAll()
    }
    function take(name: string): void {
        if (name.trim() !== "" && (takesNew || marks.tagOf(name) !== 0))
            named(name)
    }

    width: Theme.px(280)
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    padding: Theme.s16
    margins: Theme.s8
    modal: false
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    onOfferedChanged: currentIndex = -1

    background: Rectangle {
        color: Theme.raised
        radius: Theme.radius
        border { width: 1; color: Theme.dark || Theme.highContrast ? Theme.edge : Theme.line }
        Shadow {}
    }
    contentItem: Column {
        spacing: Theme.s8
        Accessible.role: Accessible.Dialog
        Accessible.name: root.heading

        PlainText {
            width: parent.width
            text: root.heading
            font: Theme.textBold
            Accessible.role: Accessible.Heading
        }
        Row {
            width: parent.width
            spacing: Theme.s8

            EntryField {
                id: input
                objectName: "tagName"
                width: parent.width - done.width - parent.spacing
                name: root.heading
                placeholderText: qsTr("Name of the tag")
                maximumLength: 100
                problem: root.problem
                onEdited: root.problem = ""
                onAccepted: root.take(root.currentIndex >= 0 ? root.offered[root.currentIndex] : text)
                Keys.onDownPressed: root.currentIndex = Math.min(root.currentIndex + 1, root.offered.length - 1)
                Keys.onUpPressed: root.currentIndex = Math.max(root.currentIndex - 1, -1)
            }
            ActionButton {
                id: done
                text: root.button
                kind: ActionButton.Primary
                enabled: input.text.trim() !== "" && (root.takesNew || root.marks.tagOf(input.text) !== 0)
                onClicked: root.take(input.text)
            }
        }
        PlainText {
            width: parent.width
            visible: text !== ""
            text: root.problem
            color: Theme.error
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Accessible.role: Accessible.AlertMessage
        }
        Column {
            width: parent.width
            visible: root.offered.length > 0

            Repeater {
                model: root.offered
                TagOffer {
                    required property string modelData
                    required property int index
                    width: parent.width
                    name: modelData
                    color: Theme.tagColor(root.marks.tagColorOf(root.marks.tagOf(modelData)))
                    isCurrent: root.currentIndex === index
                    onClicked: root.take(modelData)
                }
            }
        }
    }
}
