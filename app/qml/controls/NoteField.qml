// SPDX-License-Identifier: GPL-3.0-or-later
// NoteField: plain text that is kept while it is typed. articleId (whose it is), note (as it is kept);
// typed(articleId, text) after a pause, and when it is left or another article comes; ended() when what
// is typed next is something else.
import QtQuick
import Microfiche.Ui

FocusScope {
    id: root

    required property real articleId
    required property string note
    property int pause: 600

    signal typed(real articleId, string text)
    signal ended()

    // Whose text stands in the field; what is kept of it comes back as `note` and changes nothing.
    property real shownId: 0
    property string kept

    function keep(): void {
        later.stop()
        if (shownId > 0 && input.text !== kept) {
            kept = input.text
            typed(shownId, kept)
        }
    }
    function show(): void {
        if (articleId === shownId && input.activeFocus && later.running)
            return // one types on
        shownId = articleId
        kept = note
        if (input.text !== note)
            input.text = note
    }
    onArticleIdChanged: {
        keep()
        ended()
        shownId = 0
        show()
    }
    onNoteChanged: show()
    Component.onCompleted: show()
    Component.onDestruction: keep()

    implicitHeight: Math.max(Theme.controlHeight, input.contentHeight + 2 * Theme.s8)

    Timer { id: later; interval: root.pause; onTriggered: root.keep() }
    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.raised
        border { width: 1; color: input.activeFocus || hover.hovered || input.text !== "" ? Theme.edge : Theme.line }
        FocusRing { shown: input.activeFocus }
    }
    HoverHandler { id: hover; cursorShape: Qt.IBeamCursor }
    TapHandler { onTapped: input.forceActiveFocus(Qt.MouseFocusReason) }
    PlainText {
        anchors { left: parent.left; right: parent.right; margins: Theme.s12; top: parent.top; topMargin: Theme.s8 }
        visible: input.text === ""
        text: qsTr("Add a note")
        color: Theme.ink3
        Accessible.ignored: true
    }
    TextEdit {
        id: input
        objectName: "noteText"
        anchors { fill: parent; leftMargin: Theme.s12; rightMargin: Theme.s12; topMargin: Theme.s8; bottomMargin: Theme.s8 }
        focus: true
        activeFocusOnTab: true
        textFormat: TextEdit.PlainText
        wrapMode: TextEdit.Wrap
        font: Theme.text
        color: Theme.ink
        selectionColor: Theme.soft
        selectedTextColor: Theme.ink
        selectByMouse: true
        Accessible.role: Accessible.EditableText
        Accessible.name: qsTr("Note")
        Accessible.multiLine: true
        onTextChanged: if (activeFocus)
            later.restart()
        onActiveFocusChanged: {
            if (!activeFocus) {
                root.keep()
                root.ended()
            }
        }
        Keys.onEscapePressed: event => {
            root.keep()
            event.accepted = false
        }
        // A tab is for the next control, as everywhere else in the pane.
        Keys.onTabPressed: event => {
            const next = nextItemInFocusChain(true)
            if (next)
                next.forceActiveFocus(Qt.TabFocusReason)
        }
        Keys.onBacktabPressed: event => {
            const next = nextItemInFocusChain(false)
            if (next)
                next.forceActiveFocus(Qt.BacktabFocusReason)
        }
    }
}
