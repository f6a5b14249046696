// SPDX-License-Identifier: GPL-3.0-or-later
// MentionFrame: stands where a mention would have its picture. pointing: how many articles point to
// it. Says less where it is small.
import QtQuick
import Microfiche.Quick
import Microfiche.Ui

Item {
    id: root

    required property int pointing
    readonly property bool isThumb: height < Theme.px(64)
    readonly property int inset: width < 224 ? 11 : 15
    readonly property bool hasFrames: height >= Theme.px(124)
    readonly property bool saysWho: width >= Theme.px(160)

    DashedFrame {
        anchors.fill: parent
        color: Theme.edge
    }
    Icon {
        anchors.centerIn: parent
        visible: root.isThumb
        name: "mention"
        size: Theme.factIconSize
        color: Theme.ink2
    }
    IconLabel {
        anchors { left: parent.left; leftMargin: root.inset; top: parent.top; topMargin: root.inset }
        visible: !root.isThumb
        iconName: "mention"
        iconSize: Theme.factIconSize
        spacing: Theme.s8
        text: qsTr("Mention")
        font: Theme.factName
        lineHeight: Theme.factLine
    }
    FilmFrames {
        anchors { left: parent.left; leftMargin: root.inset; verticalCenter: parent.verticalCenter
                  verticalCenterOffset: -3 }
        visible: root.hasFrames
        width: implicitWidth
        height: implicitHeight
        frame: Qt.size(24, 15)
        gap: 5
        columns: Math.max(1, Math.floor((root.width - 2 * root.inset + 5) / 29))
        rows: 2
        edge: Theme.line
    }
    PlainText {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom
                  leftMargin: root.inset; rightMargin: root.inset; bottomMargin: root.inset - 1 }
        visible: !root.isThumb
        text: !root.saysWho || root.pointing < 1 ? qsTr("Not in this archive")
            : root.pointing === 1 ? qsTr("Not in this archive. 1 article points to it.")
            : qsTr("Not in this archive. %Ln articles point to it.", "", root.pointing)
        wrapMode: Text.Wrap
        maximumLineCount: 2
        font: Theme.fact
        lineHeight: Theme.factLine
        color: Theme.ink2
    }
}
