// SPDX-License-Identifier: GPL-3.0-or-later
// SearchField: the query as chips and words.
//   text (typing never breaks its binding), placeholderText
//   chips: a list of values with label, shortLabel, note; isShort takes the short ones,
//   which also come where there is no room
//   errorText, errorStart, errorLength (the part that is wrong); hintText, hintStart, hintLength
//   (what is perhaps meant otherwise, said quietly); focusText(), selectAll()
//   edited(text) on every change by hand   accepted() on Enter
//   chipRemoved(row)   lastChipRemoved() by Backspace at the start
//   escaped() on Escape in an empty field, which else clears the words
//   suggestions (label, hint, countText): arrows choose one, Tab and Enter take it
//   suggestionsWanted(text, cursor) as one types; suggestionTaken(row); typedTo(text, cursor) then
//   puts it there; suggestionsUnwanted()
//   trailing: what stands at the end of the field
// The field is 36 high; an error or a hint adds its sentence below it to the implicit height.
import QtQuick
import Microfiche.Ui

FocusScope {
    id: root

    property string text
    property string placeholderText
    property var chips: []
    property bool isShort: false
    property string errorText
    property int errorStart: -1
    property int errorLength: 0
    property string hintText
    property int hintStart: -1
    property int hintLength: 0
    // While there is a way to go on, what is typed is unfinished rather than wrong.
    readonly property bool isWrong: errorText !== "" && !isSuggesting
    readonly property bool isHinting: hintText !== "" && errorText === "" && !isSuggesting
    readonly property SuggestionList list: suggestionPlace.item as SuggestionList
    readonly property bool isSuggesting: list !== null && list.visible

    signal edited(string text)
    signal accepted()
    signal chipRemoved(int row)
    signal lastChipRemoved()
    signal escaped()
    signal suggestionsWanted(string text, int cursor)
    signal suggestionsUnwanted()
    signal suggestionTaken(int row)
    property var suggestions: null
    property alias trailing: end.data

    function typedTo(text: string, cursor: int): void {
        input.text = text
        input.cursorPosition = cursor
        edited(text)
        suggestionsWanted(text, cursor)
    }

    implicitWidth: Theme.px(320)
    implicitHeight: field.height + (message.active ? Theme.s4 + message.height : 0)

    onTextChanged: {
        if (input.text !== text)
            input.text = text
    }
    function focusText(): void { input.forceActiveFocus(Qt.ShortcutFocusReason) }
    function selectAll(): void { input.selectAll() }

    Rectangle {
        id: field
        width: parent.width
        height: Theme.controlHeight
        radius: Theme.radius
        color: Theme.raised
        border {
            width: root.isWrong || input.activeFocus ? 2 : 1
            color: root.isWrong ? Theme.error : input.activeFocus ? Theme.ink : Theme.edge
        }

        TapHandler { onTapped: input.forceActiveFocus(Qt.MouseFocusReason) }
        HoverHandler { cursorShape: Qt.IBeamCursor }
        Icon {
            id: lens
            anchors { left: parent.left; leftMargin: Theme.s12; verticalCenter: parent.verticalCenter }
            name: "search"
            size: Theme.rowIconSize
            color: Theme.ink2
        }
        ChipShelf {
            id: shelf
            anchors { left: lens.right; leftMargin: Theme.s8; verticalCenter: parent.verticalCenter }
            // Words keep some of the field, however many clauses there are.
            most: field.width - lens.width - 3 * Theme.s12
                  - Math.max(Theme.px(72), Math.min(field.width / 3, input.contentWidth + 12))
            chips: root.chips
            isShort: root.isShort
            visible: count > 0
            onRemoved: row => {
                root.focusText()
                root.chipRemoved(row)
            }
        }
        Row {
            id: end
            anchors { right: parent.right; rightMargin: Theme.s4; verticalCenter: parent.verticalCenter }
        }
        TextInput {
            id: input
            objectName: "input"
            anchors { left: shelf.visible ? shelf.right : lens.right; leftMargin: Theme.s8
                      right: end.left; rightMargin: Theme.s8; verticalCenter: parent.verticalCenter }
            focus: true
            activeFocusOnTab: true
            clip: true
            font: Theme.text
            color: Theme.ink
            selectionColor: Theme.accent
            selectedTextColor: Theme.accentText
            selectByMouse: true
            maximumLength: 2000
            horizontalAlignment: TextInput.AlignLeft
            Accessible.role: Accessible.EditableText
            Accessible.name: root.placeholderText
            Accessible.description: root.errorText || root.hintText
            Accessible.searchEdit: true
            onTextEdited: {
                root.edited(text)
                root.suggestionsWanted(text, cursorPosition)
            }
            onAccepted: {
                root.suggestionsUnwanted()
                root.accepted()
            }
            onActiveFocusChanged: {
                if (activeFocus)
                    suggestionPlace.active = true
                else
                    root.suggestionsUnwanted()
            }
            Keys.onReturnPressed: event => takeSuggestion(event)
            Keys.onEnterPressed: event => takeSuggestion(event)
            Keys.onTabPressed: event => takeSuggestion(event)
            Keys.onUpPressed: event => stepSuggestion(event, -1)
            Keys.onDownPressed: event => stepSuggestion(event, 1)
            function takeSuggestion(event: var): void {
                event.accepted = root.isSuggesting && root.list.currentIndex >= 0
                if (event.accepted)
                    root.suggestionTaken(root.list.currentIndex)
            }
            function stepSuggestion(event: var, by: int): void {
                event.accepted = root.isSuggesting
                if (event.accepted)
                    root.list.step(by)
            }
            Keys.onEscapePressed: {
                if (root.isSuggesting)
                    return root.suggestionsUnwanted()
                if (text === "")
                    return root.escaped()
                clear()
                root.edited("")
            }
            Keys.onPressed: event => {
                if (event.key !== Qt.Key_Backspace || cursorPosition > 0 || selectedText !== ""
                        || shelf.count === 0)
                    return
                event.accepted = true
                root.lastChipRemoved()
            }

            PlainText {
                anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
                visible: input.text === "" && input.preeditText === "" && shelf.count === 0
                text: root.placeholderText
                color: Theme.ink3
                Accessible.ignored: true
            }
            Rectangle {
                id: underline
                objectName: "underline"
                function placeOf(at: int): rect {
                    // Asked again when the text or its scroll place is another.
                    return input.contentWidth >= 0 && input.cursorRectangle
                            ? input.positionToRectangle(Math.min(at, input.text.length)) : Qt.rect(0, 0, 0, 0)
                }
                readonly property int start: root.isWrong ? root.errorStart : root.hintStart
                readonly property int length: root.isWrong ? root.errorLength : root.hintLength
                readonly property rect from: placeOf(start)
                readonly property rect to: placeOf(start + length)
                visible: (root.isWrong || root.isHinting) && start >= 0 && length > 0
                x: Math.min(from.x, to.x)
                y: input.height - 1
                width: Math.abs(to.x - from.x)
                height: 2
                color: root.isWrong ? Theme.error : Theme.ink3
            }
        }
    }
    Loader {
        id: suggestionPlace
        active: false // until somebody is about to type
        x: lens.x
        y: field.height + Theme.s4
        sourceComponent: SuggestionList {
            model: root.suggestions
            width: Math.min(field.width - lens.x, Theme.px(480))
            visible: count > 0 && input.activeFocus
            onChosen: index => root.suggestionTaken(index)
        }
    }
    FieldMessage {
        id: message
        anchors { top: field.bottom; topMargin: Theme.s4; left: parent.left; right: parent.right }
        text: root.isWrong ? root.errorText : root.isHinting ? root.hintText : ""
        isQuiet: !root.isWrong
    }
}
