// SPDX-License-Identifier: GPL-3.0-or-later
// QualityMeter: five frames of film and the score, or the word "Unrated". quality (-1 unrated), text,
// word (what the score is, behind it), spokenName (for a reader).
import QtQuick
import Microfiche.Quick
import Microfiche.Ui

Item {
    id: root

    required property int quality
    required property string text
    property string word
    property string spokenName: quality < 0 ? text : qsTr("Quality %1").arg(text)

    implicitWidth: frames.width + 5 + words.implicitWidth + (name.active ? Theme.s4 + name.implicitWidth : 0)
    implicitHeight: Theme.factLine
    Accessible.role: Accessible.StaticText
    Accessible.name: spokenName

    FilmFrames {
        id: frames
        objectName: "frames"
        anchors { left: parent.left; verticalCenter: parent.verticalCenter }
        width: implicitWidth
        height: implicitHeight
        frame: Qt.size(Theme.px(7), Theme.px(9))
        filled: Theme.qualityStep(root.quality)
        fill: Theme.qualityColor(root.quality)
        edge: Theme.edge
        mirrored: LayoutMirroring.enabled
    }
    PlainText {
        id: words
        objectName: "score"
        anchors { left: frames.right; leftMargin: 5; verticalCenter: parent.verticalCenter }
        text: root.text
        font: root.quality < 0 ? Theme.fact : Theme.factName
        lineHeight: Theme.factLine
        color: root.quality < 0 ? Theme.ink2 : Theme.ink
        Accessible.ignored: true
    }
    Loader {
        id: name
        anchors { left: words.right; leftMargin: Theme.s4; verticalCenter: parent.verticalCenter }
        active: root.word !== "" && root.quality >= 0
        sourceComponent: PlainText {
            text: root.word
            font: Theme.fact
            lineHeight: Theme.factLine
            color: Theme.ink2
            Accessible.ignored: true
        }
    }
}
