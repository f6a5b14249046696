// SPDX-License-Identifier: GPL-3.0-or-later
// DropSheet: over the window while files hang there: what would be imported. overlay.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property DropOverlay overlay
    readonly property ImportStatus status: overlay.browser.imports
    readonly property bool isLow: height < Theme.px(660)
    readonly property int frames: isLow ? 12 : 24

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
        opacity: 0.94
    }
    DashedFrame {
        anchors.fill: parent
        anchors.margins: Theme.s24
        color: Theme.accent
        lineWidth: 2
        dash: 8
        gap: 6
    }
    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 4 * Theme.s24, Theme.px(680))
        spacing: 0

        Sheet {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, Theme.px(520))
            height: headHeight + cells.height + 40
            visible: root.height > Theme.px(500)
            title: root.status.dropName
            note: root.status.dropCount

            Grid {
                id: cells
                readonly property real cellWidth: Math.floor((parent.width - 40 - 5 * spacing) / 6)
                y: 20
                anchors.horizontalCenter: parent.horizontalCenter
                columns: 6
                spacing: Theme.s8

                Repeater {
                    model: root.frames
                    Rectangle {
                        required property int index
                        // As many frames are filled as there are files, while there are few.
                        readonly property bool isFilled: index < root.status.dropFiles
                        width: cells.cellWidth
                        height: Math.round(width * 0.65)
                        color: isFilled ? Theme.total : Theme.side
                        border { width: 1; color: Theme.line }
                    }
                }
            }
        }
        Item { width: 1; height: Theme.px(44) }
        PlainText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.status.dropTitle
            font: Theme.headline
            lineHeight: Theme.headlineLine
            wrapMode: Text.Wrap
            maximumLineCount: 2
        }
        Item { width: 1; height: Theme.s12 }
        PlainText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.overlay.browser.archiveArticles > 0
                  ? root.overlay.isSample ? qsTr("Goes into your own archive; the sample closes.\nYour files stay where they are, unchanged.")
                  : qsTr("Goes into %1, which holds %2. What it already has is skipped.\nYour files stay where they are, unchanged.")
                    .arg(root.overlay.browser.archiveName).arg(qsTr("%Ln article(s)", "", root.overlay.browser.archiveArticles))
                  : qsTr("Your files stay where they are, unchanged.")
            font: Theme.reading
            lineHeight: Theme.readingLine
            color: Theme.ink2
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
        Item { width: 1; height: Theme.s28 }
        Grid {
            anchors.horizontalCenter: parent.horizontalCenter
            columns: root.width > Theme.px(900) ? 3 : 1
            columnSpacing: Theme.s28
            rowSpacing: Theme.s12
            IconLabel { iconName: "folder"; text: root.status.dropWhat; spacing: Theme.s12; color: Theme.ink2 }
            IconLabel { iconName: "picture"; text: qsTr("Pictures in the folder are kept too"); spacing: Theme.s12; color: Theme.ink2 }
            IconLabel { iconName: "close"; text: qsTr("Esc to stop"); spacing: Theme.s12; color: Theme.ink2 }
        }
    }
}
