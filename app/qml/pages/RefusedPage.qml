// SPDX-License-Identifier: GPL-3.0-or-later
// RefusedPage: an archive that could not be opened, why, and what to do. message,
// canRepair (there is more to be done); archiveWanted(), repairWanted().
import QtQuick
import Microfiche.Ui

FocusScope {
    id: root

    focus: true

    required property string message
    property bool canRepair: false
    signal archiveWanted()
    signal repairWanted()

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.s24, Theme.px(560))
        spacing: Theme.s24

        PlainText {
            width: parent.width
            text: qsTr("This archive was not opened")
            font: Theme.headline
            lineHeight: Theme.headlineLine
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
        }
        PlainText {
            width: parent.width
            text: root.message
            font: Theme.reading
            lineHeight: Theme.readingLine
            color: Theme.ink2
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
        ActionButton {
            text: qsTr("Open another archive")
            iconName: "folder"
            kind: ActionButton.Primary
            focus: true
            onClicked: root.archiveWanted()
        }
        LinkText {
            visible: root.canRepair
            label: qsTr("Repair or restore this one")
            onClicked: root.repairWanted()
        }
    }
}
