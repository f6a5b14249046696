// SPDX-License-Identifier: GPL-3.0-or-later
// ImportHidden: says that a search hides what an import added. text; showWanted().
import QtQuick
import Microfiche.Ui

Item {
    id: root

    property string text
    signal showWanted()

    visible: text !== ""
    implicitHeight: visible ? Math.max(words.height, show.height) + Theme.s24 : 0

    PlainText {
        id: words
        anchors { left: parent.left; leftMargin: Theme.s24; right: show.left; rightMargin: Theme.s12 }
        text: root.text
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
    LinkText {
        id: show
        anchors { right: parent.right; rightMargin: Theme.s24 }
        label: qsTr("Show them")
        onClicked: root.showWanted()
    }
}
