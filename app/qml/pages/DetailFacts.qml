// SPDX-License-Identifier: GPL-3.0-or-later
// DetailFacts: everything else the article's file says, and the file. article.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Column {
    id: root

    required property OpenArticle article

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    Item { width: 1; height: Theme.s16 }
    Repeater {
        model: root.article.facts
        Item {
            id: row
            required property articleFact modelData
            width: root.width
            height: Math.max(label.height, value.height) + Theme.s8
            Accessible.role: Accessible.StaticText
            Accessible.name: modelData.label + ": " + modelData.value

            PlainText {
                id: label
                anchors { left: parent.left; leftMargin: Theme.s24 }
                width: Theme.px(112)
                text: row.modelData.label
                font: Theme.fact
                lineHeight: Theme.factLine
                color: Theme.ink3
            }
            PlainText {
                id: value
                anchors { left: label.right; leftMargin: Theme.s12; right: parent.right; rightMargin: Theme.s24 }
                text: row.modelData.value
                font: Theme.fact
                lineHeight: Theme.factLine
                color: Theme.ink2
                wrapMode: Text.WrapAnywhere
                maximumLineCount: 6
            }
        }
    }
    LinkText {
        anchors { left: parent.left; leftMargin: Theme.s24 }
        visible: root.article.hasSource
        label: qsTr("Show source")
        iconName: "source"
        onClicked: root.article.showSource()
    }
}
