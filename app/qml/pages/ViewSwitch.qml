// SPDX-License-Identifier: GPL-3.0-or-later
// ViewSwitch: how articles are laid out: grouping, card size, and cards, list, table or wall.
//   view, grouping, aim, groups, isNarrow (no slider), isTight (no grouping either)
//   viewChosen(view)  groupingChosen(grouping)  aimMoved(aim)  jumpWanted()
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Row {
    id: root

    required property int view
    required property int grouping
    required property GroupModel groups
    property real aim: 256
    property bool isNarrow: false
    property bool isTight: false

    signal viewChosen(int view)
    signal groupingChosen(int grouping)
    signal aimMoved(real aim)
    signal jumpWanted()

    spacing: Theme.s16

    LinkText {
        id: group
        objectName: "grouping"
        anchors.verticalCenter: parent.verticalCenter
        label: root.groups.groupingName(root.grouping)
        visible: !root.isTight
        isQuiet: true
        trailingIcon: "down"
        Accessible.role: Accessible.ButtonMenu
        onClicked: menu.made().popup(group, 0, group.height + 4)
        Keys.onDownPressed: clicked()

        LateMenu {
            id: menu
            sourceComponent: PopupMenu {
                Repeater {
                    model: [GroupModel.NotGrouped, GroupModel.ByDay, GroupModel.ByMonth, GroupModel.ByProvider]
                    MenuEntry {
                        required property int modelData
                        text: root.groups.groupingName(modelData)
                        checked: root.grouping === modelData
                        onTriggered: root.groupingChosen(modelData)
                    }
                }
                MenuLine {}
                MenuEntry {
                    text: qsTr("Jump to date…")
                    note: Actions.keys("jump")
                    iconName: "calendar"
                    onTriggered: root.jumpWanted()
                }
            }
        }
    }
    Row {
        anchors.verticalCenter: parent.verticalCenter
        visible: !root.isNarrow && (root.view === ArticleViews.Cards || root.view === ArticleViews.Wall)
        spacing: Theme.s8

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "cards"
            size: Theme.factIconSize
            color: Theme.ink2
        }
        HSlider {
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.px(100)
            from: 168
            to: 440
            value: root.aim
            name: qsTr("Card size")
            onMoved: value => root.aimMoved(value)
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "picture"
            size: Theme.factIconSize
            color: Theme.ink2
        }
    }
    Segments {
        objectName: "views"
        anchors.verticalCenter: parent.verticalCenter
        height: Theme.px(28)
        name: qsTr("View")
        model: [{ icon: "cards", name: Actions.tip(qsTr("Cards"), "view-cards") },
                { icon: "list", name: Actions.tip(qsTr("List"), "view-list") },
                { icon: "table", name: Actions.tip(qsTr("Table"), "view-table") },
                { icon: "wall", name: Actions.tip(qsTr("Wall of pictures"), "view-wall") }]
        currentIndex: root.view
        onChosen: index => root.viewChosen(index)
    }
}
