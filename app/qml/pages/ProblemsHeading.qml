// SPDX-License-Identifier: GPL-3.0-or-later
// ProblemsHeading: how many files a list of problems names. text, note (if not all are listed),
// canRetry; retryWanted().
import QtQuick
import Microfiche.Ui

Item {
    id: root

    property string text
    property string note
    property bool canRetry: false
    signal retryWanted()

    implicitHeight: visible ? Theme.px(48) : 0

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    PlainText {
        id: words
        anchors { left: parent.left; leftMargin: Theme.s24; verticalCenter: parent.verticalCenter }
        text: root.text
        font: Theme.textBold
        Accessible.role: Accessible.Heading
    }
    PlainText {
        anchors { left: words.right; leftMargin: Theme.s12; verticalCenter: parent.verticalCenter }
        text: root.note
        color: Theme.ink2
    }
    LinkText {
        anchors { right: parent.right; rightMargin: Theme.s24; verticalCenter: parent.verticalCenter }
        visible: root.canRetry
        iconName: "retry"
        label: qsTr("Try these again")
        onClicked: root.retryWanted()
    }
}
