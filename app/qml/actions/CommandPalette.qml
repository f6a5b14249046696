// SPDX-License-Identifier: GPL-3.0-or-later
// CommandPalette: every action by its name. What cannot be done now is dimmed and says why. bindings.
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui
import Microfiche.Window

FloatingSheet {
    id: root
    objectName: "palette"

    required property KeyBindings bindings

    function take(row: int): void {
        const name = found.actionAt(row)
        const action = Actions.of(name)
        if (!action || !action.isPossible)
            return
        close() // the keyboard is where it was before what is done moves it
        Actions.trigger(name)
    }

    y: Math.round(Math.min(Theme.px(72), (parent ? parent.height : 0) * 0.1))
    height: Math.min(field.height + Math.max(list.contentHeight, Theme.px(30)) + 3 * Theme.s8, (parent ? parent.height : 0) - y - Theme.s24)
    onAboutToShow: {
        field.text = ""
        found.words = Actions.wordsNow()
        list.currentIndex = 0
    }
    onOpened: field.forceActiveFocus(Qt.PopupFocusReason)

    contentItem: FocusScope {
        LayoutMirroring.enabled: Qt.application.layoutDirection === Qt.RightToLeft // qmllint disable type
        LayoutMirroring.childrenInherit: true
        Accessible.role: Accessible.Dialog
        Accessible.name: field.name

        EntryField {
            id: field
            objectName: "paletteField"
            x: Theme.s8
            y: Theme.s8
            width: parent.width - 2 * Theme.s8
            focus: true
            name: qsTr("Find an action")
            placeholderText: qsTr("What is to be done")
            maximumLength: 100
            description: list.currentItem ? list.currentItem.Accessible.name : ""
            onEdited: list.currentIndex = 0
            onAccepted: root.take(list.currentIndex)
            Keys.onDownPressed: list.incrementCurrentIndex()
            Keys.onUpPressed: list.decrementCurrentIndex()
            Keys.onPressed: event => {
                const page = Math.max(1, Math.floor(list.height / Theme.px(30)) - 1)
                const by = event.key === Qt.Key_PageDown ? page : event.key === Qt.Key_PageUp ? -page : 0
                event.accepted = by !== 0
                if (event.accepted)
                    list.currentIndex = Math.max(0, Math.min(list.count - 1, list.currentIndex + by))
            }
        }
        ListView {
            id: list
            objectName: "paletteList"
            anchors { top: field.bottom; topMargin: Theme.s8; bottom: parent.bottom; bottomMargin: Theme.s8
                      left: parent.left; right: parent.right; leftMargin: Theme.s8; rightMargin: Theme.s8 }
            clip: true
            cacheBuffer: 0 // rows that are on their way do not survive a search
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0
            keyNavigationEnabled: false // the field has the keyboard
            model: ActionModel {
                id: found
                bindings: root.bindings
                isRanked: true
                search: field.text
            }
            T.ScrollBar.vertical: ScrollBarThin {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("%Ln action(s)", "", list.count)

            delegate: PaletteRow {
                required property int index
                width: list.width
                isCurrent: ListView.isCurrentItem
                onClicked: root.take(index)
            }
            PlainText {
                width: parent.width
                leftPadding: Theme.s8
                visible: list.count === 0
                text: qsTr("No action is called so.")
                color: Theme.ink2
            }
        }
    }
}
