// SPDX-License-Identifier: GPL-3.0-or-later
// PicturesSpace: what fetched pictures take and may take, and clearing them. settings.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Column {
    id: root

    required property PictureSettings settings
    readonly property double megabyte: 1024 * 1024
    readonly property var choices: [256, 512, 1024, 2048, 5120, 10240, 20480, 51200]

    topPadding: Theme.s16
    bottomPadding: Theme.s16
    spacing: Theme.s12

    function sizeText(bytes: double, decimals: int): string {
        return Qt.locale().formattedDataSize(bytes, decimals, Locale.DataSizeIecFormat)
    }

    SectionLabel { width: parent.width; text: qsTr("Space for fetched pictures") }
    Item {
        width: parent.width
        height: limit.height

        PlainText {
            anchors { left: parent.left; right: limit.left; rightMargin: Theme.s12; verticalCenter: parent.verticalCenter }
            text: root.settings.isCounted ? qsTr("%1 used. The ones shown longest ago go first.").arg(root.sizeText(root.settings.bytes, root.settings.bytes < 1024 * root.megabyte ? 0 : 1)) : ""
            wrapMode: Text.Wrap
            maximumLineCount: 2
            color: Theme.ink2
        }
        MenuButton {
            id: limit
            objectName: "space"
            anchors.right: parent.right
            text: root.sizeText(root.settings.budget, 0)
            toolTip: qsTr("Most that fetched pictures may take")
            menu: PopupMenu {
                Repeater {
                    model: root.choices
                    MenuEntry {
                        required property int modelData
                        readonly property double bytes: modelData * root.megabyte
                        text: root.sizeText(bytes, 0)
                        checked: Math.abs(root.settings.budget - bytes) < root.megabyte
                        onTriggered: root.settings.budget = bytes
                    }
                }
            }
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.s24
        visible: root.settings.bytes > 0 || root.settings.cleared > 0
        LinkText {
            visible: root.settings.bytes > 0
            label: qsTr("Clear")
            Accessible.name: qsTr("Clear fetched pictures")
            onClicked: root.settings.clear()
        }
        PlainText {
            visible: root.settings.cleared > 0
            text: qsTr("%Ln picture(s) cleared", "", root.settings.cleared)
            color: Theme.ink2
        }
        LinkText {
            visible: root.settings.cleared > 0
            iconName: "undo"
            label: qsTr("Undo")
            Accessible.name: qsTr("Bring back what was cleared")
            onClicked: root.settings.undoClear()
        }
    }
}
