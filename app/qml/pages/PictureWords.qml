// SPDX-License-Identifier: GPL-3.0-or-later
// PictureWords: what is known of the picture in the viewer, below it, and what came of what was done
// with it: that line has its place also while it is empty, or the picture would move. picture.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property OpenPicture picture

    height: lines.height + Theme.s12 + Theme.s16

    Column {
        id: lines
        anchors { left: parent.left; right: parent.right; leftMargin: Theme.s24; rightMargin: Theme.s24 }
        y: Theme.s12
        spacing: Theme.s4

        PlainText {
            objectName: "caption"
            width: Math.min(parent.width, Theme.px(900))
            visible: text !== ""
            text: root.picture.caption
            wrapMode: Text.Wrap
            maximumLineCount: 3
        }
        PlainText {
            objectName: "facts"
            width: parent.width
            text: root.picture.factsText + (root.picture.factsText !== "" && root.picture.host !== "" ? " · " : "") + root.picture.host
            font: Theme.fact
            lineHeight: Theme.factLine
            color: Theme.ink3
        }
        PlainText {
            id: notice
            objectName: "notice"
            width: parent.width
            height: Theme.textLine
            text: root.picture.notice
            color: Theme.ink2
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
            Accessible.ignored: text === ""

            HoverHandler {
                id: hover
                enabled: notice.truncated
            }
            HoverTip { text: notice.text; shown: hover.hovered && notice.truncated }
        }
    }
}
