// SPDX-License-Identifier: GPL-3.0-or-later
// SavedSearchRow: a saved search in the sidebar. name, query (its text), countText, problem, chosen;
// isFirst, isLast; opened(), renamed(name), moved(by), removed(). F2 renames, Delete removes, Alt with
// the arrows moves it.
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

T.AbstractButton {
    id: root

    required property string name
    required property string query
    required property string countText
    required property string problem
    required property bool chosen
    property bool isFirst: false
    property bool isLast: false
    property bool isRenaming: false

    signal opened()
    signal renamed(string name)
    signal moved(int by)
    signal removed()

    function rename(): void {
        isRenaming = true
        field.forceActiveFocus(Qt.OtherFocusReason)
    }
    function endRenaming(): void {
        isRenaming = false
        forceActiveFocus(Qt.OtherFocusReason)
    }

    implicitHeight: Theme.rowHeight
    leftPadding: Theme.s16
    rightPadding: Theme.s16
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: countText === "" ? name : qsTr("%1, %2").arg(name).arg(countText)
    Accessible.description: problem !== "" ? problem : query
    Accessible.selectable: true
    Accessible.selected: chosen
    onClicked: opened()
    Keys.onReturnPressed: opened()
    Keys.onEnterPressed: opened()
    Keys.onDeletePressed: removed()
    Keys.onPressed: event => {
        const by = event.key === Qt.Key_Up ? -1 : event.key === Qt.Key_Down ? 1 : 0
        event.accepted = event.key === Qt.Key_F2 || (by !== 0 && (event.modifiers & Qt.AltModifier) !== 0)
        if (event.accepted && by === 0)
            rename()
        else if (event.accepted)
            moved(by)
    }

    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: menu.made().popup()
    }
    LateMenu {
        id: menu
        sourceComponent: PopupMenu {
            MenuEntry { text: qsTr("Rename…"); note: qsTr("F2"); onTriggered: root.rename() }
            MenuEntry { text: qsTr("Move up"); note: qsTr("Alt+Up"); enabled: !root.isFirst; onTriggered: root.moved(-1) }
            MenuEntry { text: qsTr("Move down"); note: qsTr("Alt+Down"); enabled: !root.isLast; onTriggered: root.moved(1) }
            MenuLine {}
            MenuEntry { text: qsTr("Remove"); note: qsTr("Delete"); onTriggered: root.removed() }
        }
    }

    background: Item {
        Rectangle {
            anchors { fill: parent; leftMargin: Theme.s8; rightMargin: Theme.s8 }
            radius: Theme.radius
            color: root.chosen ? Theme.soft : root.down ? Theme.line
                 : root.hovered ? Theme.ground : "transparent"
            border { width: root.chosen ? Theme.softEdge : 0; color: Theme.edge }
            FocusRing { shown: root.visualFocus; distance: -2; radius: Theme.radius }
        }
    }
    contentItem: Item {
        IconLabel {
            anchors { left: parent.left; right: more.left; rightMargin: Theme.s8
                      verticalCenter: parent.verticalCenter }
            visible: !root.isRenaming
            iconName: root.problem !== "" ? "warning" : "search"
            iconSize: Theme.rowIconSize
            spacing: Theme.s8
            text: root.name
            font: root.chosen ? Theme.textBold : Theme.text
            color: root.problem !== "" ? Theme.warning : Theme.ink
            iconColor: root.problem !== "" ? Theme.warning : root.chosen ? Theme.accent : Theme.ink
            isCentred: false
        }
        TypedField {
            id: field
            objectName: "field"
            anchors { left: parent.left; leftMargin: Theme.rowIconSize + Theme.s4; right: more.left
                      rightMargin: Theme.s8; verticalCenter: parent.verticalCenter }
            visible: root.isRenaming
            name: qsTr("Name of the saved search")
            value: root.name
            maximumLength: 200
            onCommitted: text => root.renamed(text)
            onAccepted: root.endRenaming()
            onCancelled: root.endRenaming()
            onIsEditingChanged: if (!isEditing) root.isRenaming = false
        }
        PlainText {
            id: number
            objectName: "count"
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            visible: !more.visible
            text: root.countText
            font: root.chosen ? Theme.textBold : Theme.text
            color: root.chosen ? Theme.ink : Theme.ink2
        }
        IconButton {
            id: more
            anchors { right: parent.right; rightMargin: -Theme.s4; verticalCenter: parent.verticalCenter }
            width: visible ? implicitWidth : number.width
            visible: root.hovered && !root.isRenaming
            extent: Theme.px(24)
            iconSize: Theme.rowIconSize
            iconName: "more"
            toolTip: qsTr("Rename, move or remove")
            focusPolicy: Qt.NoFocus // the menu is behind the right button and the keys as well
            onClicked: menu.made().popup()
        }
    }
    HoverTip {
        text: root.name + "\n" + (root.problem !== "" ? root.problem : root.query)
        shown: root.hovered && !more.hovered && !root.isRenaming
    }
}
