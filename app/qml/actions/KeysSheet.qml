// SPDX-License-Identifier: GPL-3.0-or-later
// KeysSheet: every action with its keys, to be looked up and changed. bindings.
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui
import Microfiche.Window

FloatingSheet {
    id: root
    objectName: "keysSheet"

    required property KeyBindings bindings

    function askFor(action: string): void {
        capture.action = action
        capture.begin()
    }

    wanted: Theme.px(720)
    y: Theme.s24
    height: Math.min(Theme.px(760), (parent ? parent.height : 0) - 2 * Theme.s24)
    onAboutToShow: {
        field.text = ""
        capture.action = ""
        list.currentIndex = 0
        list.positionViewAtBeginning()
    }
    onOpened: field.forceActiveFocus(Qt.PopupFocusReason)

    contentItem: FocusScope {
        LayoutMirroring.enabled: Qt.application.layoutDirection === Qt.RightToLeft // qmllint disable type
        LayoutMirroring.childrenInherit: true
        Accessible.role: Accessible.Dialog
        Accessible.name: title.text

        PlainText {
            id: title
            anchors { left: parent.left; leftMargin: Theme.s24; verticalCenter: preset.verticalCenter }
            width: Math.min(implicitWidth, preset.x - Theme.s24 - Theme.s12)
            text: qsTr("Keys")
            font: Theme.countLine
            lineHeight: Theme.countLineLine
            Accessible.role: Accessible.Heading
        }
        KeysPreset {
            id: preset
            anchors { right: closer.left; rightMargin: Theme.s8; top: parent.top; topMargin: Theme.s16 }
            bindings: root.bindings
        }
        IconButton {
            id: closer
            anchors { right: parent.right; rightMargin: Theme.s16; verticalCenter: preset.verticalCenter }
            iconName: "close"
            toolTip: qsTr("Close (%1)").arg(root.bindings.keyText("Esc"))
            onClicked: root.close()
        }
        EntryField {
            id: field
            objectName: "keysSearch"
            anchors { top: preset.bottom; topMargin: Theme.s12; left: parent.left; right: parent.right
                      leftMargin: Theme.s24; rightMargin: Theme.s24 }
            focus: true
            name: qsTr("Search actions and keys")
            placeholderText: name
            maximumLength: 100
            onEdited: list.currentIndex = 0
            onAccepted: list.forceActiveFocus(Qt.TabFocusReason)
            Keys.onDownPressed: list.forceActiveFocus(Qt.TabFocusReason)
        }
        ListView {
            id: list
            objectName: "keysList"
            anchors { top: field.bottom; topMargin: Theme.s8; bottom: foot.top
                      left: parent.left; right: parent.right; leftMargin: Theme.s16; rightMargin: Theme.s8 }
            clip: true
            cacheBuffer: 0 // rows that are on their way do not survive a search
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0
            model: ActionModel {
                id: found
                bindings: root.bindings
                hasFixed: true
                search: field.text
            }
            T.ScrollBar.vertical: ScrollBarThin {}
            Accessible.role: Accessible.List
            Accessible.name: currentItem && activeFocus ? currentItem.Accessible.name : title.text
            Accessible.focusable: true

            section.property: "group"
            section.delegate: PlainText {
                required property string section
                width: list.width
                leftPadding: Theme.s8
                topPadding: Theme.s16 + halfLead
                bottomPadding: Theme.s4 - halfLead
                text: section
                font: Theme.labelBold
                lineHeight: Theme.labelLine
                color: Theme.ink2
                Accessible.role: Accessible.Heading
            }
            delegate: KeysRow {
                width: list.width
                bindings: root.bindings
                isCurrent: ListView.isCurrentItem && list.activeFocus
                onChosen: list.currentIndex = index
                onKeyWanted: root.askFor(does)
                onClosed: list.forceActiveFocus(Qt.TabFocusReason)
            }
            Keys.onPressed: event => {
                const row = currentItem as KeysRow
                event.accepted = row !== null && row.takeKey(event)
            }
            PlainText {
                width: parent.width
                leftPadding: Theme.s8
                visible: list.count === 0
                text: qsTr("No action has this name or key.")
                color: Theme.ink2
            }
        }
        Rectangle {
            id: foot
            anchors { bottom: parent.bottom; left: parent.left; right: parent.right; margins: 1 }
            height: Math.max(Theme.px(44), capture.visible ? capture.implicitHeight : 0)
            color: capture.visible ? Theme.soft : Theme.side

            PlainText {
                anchors { left: parent.left; right: parent.right; leftMargin: Theme.s24; rightMargin: Theme.s24
                          verticalCenter: parent.verticalCenter }
                visible: !capture.visible
                text: qsTr("Enter changes the keys of an action. Where one types, letters are only letters.")
                font: Theme.fact
                lineHeight: Theme.factLine
                color: Theme.ink2
                wrapMode: Text.Wrap
                maximumLineCount: 2
            }
            KeyCapture {
                id: capture
                anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
                bindings: root.bindings
                onEnded: {
                    action = ""
                    list.forceActiveFocus(Qt.TabFocusReason)
                }
            }
        }
    }
}
