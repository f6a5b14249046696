// SPDX-License-Identifier: GPL-3.0-or-later
// TagChip: a tag on an article. name, color; clicked(), removed() (also Delete and Backspace),
// menuRequested() (right button, Menu key).
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

T.AbstractButton {
    id: root

    required property string name
    required property color color
    signal removed()
    signal menuRequested()

    implicitWidth: Math.min(leftPadding + dot.width + Theme.s4 + Math.ceil(words.implicitWidth) + closer.width, Theme.px(240))
    implicitHeight: Theme.px(24)
    leftPadding: Theme.s8
    rightPadding: 0
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Tag %1").arg(name)
    Accessible.description: qsTr("Delete takes it away")
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()
    Keys.onDeletePressed: removed()
    Keys.onPressed: event => {
        event.accepted = event.key === Qt.Key_Backspace || event.key === Qt.Key_Menu
        if (event.key === Qt.Key_Backspace)
            removed()
        else if (event.key === Qt.Key_Menu)
            menuRequested()
    }
    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: root.menuRequested()
    }

    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.line : root.hovered ? Theme.side : "transparent"
        border { width: 1; color: Theme.edge }
        FocusRing { shown: root.visualFocus }
    }
    contentItem: Item {
        TagDot {
            id: dot
            anchors { left: parent.left; verticalCenter: parent.verticalCenter }
            color: root.color
        }
        PlainText {
            id: words
            anchors { left: dot.right; leftMargin: Theme.s4; right: closer.left; verticalCenter: parent.verticalCenter }
            text: root.name
            Accessible.ignored: true
        }
        IconButton {
            id: closer
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            extent: Theme.px(24)
            iconSize: Theme.factIconSize
            iconName: "close"
            toolTip: qsTr("Take the tag %1 away").arg(root.name)
            focusPolicy: Qt.NoFocus // the chip has a key for it
            onClicked: root.removed()
        }
    }
}
