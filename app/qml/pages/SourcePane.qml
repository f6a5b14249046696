// SPDX-License-Identifier: GPL-3.0-or-later
// SourcePane: a file as it is, line by line. source; readOn(): a page further.
import QtQuick
import QtQuick.Templates as T
import Microfiche.Models
import Microfiche.Ui

Pane {
    id: root

    required property SourceModel source

    function readOn(): void {
        lines.contentY = Math.max(lines.originY, Math.min(lines.originY + lines.contentHeight - lines.height,
                                                          lines.contentY + lines.height * 0.9))
    }

    title: source.title
    onCloseWanted: source.close()

    IconLabel {
        id: note
        anchors { top: parent.top; left: parent.left; leftMargin: Theme.s24; right: parent.right; rightMargin: Theme.s24 }
        visible: root.source.note !== ""
        height: visible ? implicitHeight + Theme.s16 : 0
        iconName: "warning"
        text: root.source.note
        color: Theme.error
        isCentred: false
    }
    ListView {
        id: lines
        objectName: "sourceLines"
        anchors { top: note.bottom; bottom: parent.bottom; left: parent.left; right: parent.right }
        clip: true
        focus: true
        model: root.source
        reuseItems: true
        boundsBehavior: Flickable.StopAtBounds
        onModelChanged: positionViewAtBeginning()
        Keys.onSpacePressed: root.readOn()
        Accessible.role: Accessible.List
        Accessible.name: root.source.title

        Connections {
            target: root.source
            function onChanged(): void {
                if (root.source.markedLine > 0)
                    lines.positionViewAtIndex(root.source.markedLine - 1, ListView.Center)
            }
        }
        delegate: Rectangle {
            id: row
            required property string line
            required property int number
            required property bool marked
            width: lines.width
            height: text.height
            color: marked ? Theme.errorGround : "transparent"

            PlainText {
                id: numberText
                width: Theme.px(44)
                horizontalAlignment: Text.AlignRight
                text: row.number
                font: Theme.fact
                lineHeight: Theme.textLine
                color: row.marked ? Theme.error : Theme.ink3
            }
            PlainText {
                id: text
                x: Theme.px(44) + Theme.s12
                width: parent.width - x - Theme.s16
                text: row.line
                font.family: "monospace"
                font.pixelSize: Theme.px(12)
                lineHeight: Theme.textLine
                wrapMode: Text.WrapAnywhere
                elide: Text.ElideNone
            }
        }
        T.ScrollBar.vertical: ScrollBarThin {}
    }
}
