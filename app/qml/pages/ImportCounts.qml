// SPDX-License-Identifier: GPL-3.0-or-later
// ImportCounts: what came of the files, six numbers with their words. status.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property ImportStatus status

    implicitHeight: grid.height + 2 * Theme.s16

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    Grid {
        id: grid
        x: Theme.s24
        y: Theme.s16
        width: root.width - 2 * Theme.s24
        columns: 3
        rowSpacing: Theme.s16

        Repeater {
            model: [
                { count: root.status.added, name: qsTr("added") },
                { count: root.status.updated, name: qsTr("updated") },
                { count: root.status.unchanged, name: qsTr("unchanged") },
                { count: root.status.duplicates, name: qsTr("duplicate(s)", "", root.status.duplicates) },
                { count: root.status.mentions, name: qsTr("mention(s)", "", root.status.mentions) },
                { count: root.status.rejected, name: qsTr("rejected"), isBad: true }
            ]
            Column {
                id: cell
                required property var modelData
                width: grid.width / 3
                Accessible.role: Accessible.StaticText
                Accessible.name: number.text + " " + modelData.name

                PlainText {
                    id: number
                    anchors.left: parent.left
                    text: Number(cell.modelData.count).toLocaleString(Qt.locale(), "f", 0)
                    font: Theme.countLine
                    lineHeight: Theme.countLineLine
                    color: cell.modelData.isBad && cell.modelData.count > 0 ? Theme.error : Theme.ink
                }
                PlainText {
                    anchors.left: parent.left
                    text: cell.modelData.name
                    font: Theme.fact
                    lineHeight: Theme.factLine
                    color: Theme.ink2
                }
            }
        }
    }
}
