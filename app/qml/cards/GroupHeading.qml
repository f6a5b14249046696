// SPDX-License-Identifier: GPL-3.0-or-later
// GroupHeading: the band over a group of articles. label, count, index; margin to the words. What lies
// beneath it while it stays in sight is not to be pressed through it.
import QtQuick
import Microfiche.Ui

Rectangle {
    id: root

    required property int index
    required property string label
    required property int count
    property real margin: Theme.s24

    implicitHeight: Theme.px(32)
    color: Theme.side
    Accessible.role: Accessible.Heading
    Accessible.name: qsTr("%1, %Ln article(s)", "", count).arg(label)

    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.AllButtons
        hoverEnabled: true
        onWheel: wheel => wheel.accepted = false
    }
    PlainText {
        id: name
        objectName: "label"
        anchors { left: parent.left; leftMargin: root.margin; verticalCenter: parent.verticalCenter }
        width: Math.min(implicitWidth, root.width - 2 * root.margin - number.implicitWidth - Theme.s8)
        text: root.label
        font: Theme.textBold
        Accessible.ignored: true
    }
    PlainText {
        id: number
        objectName: "count"
        anchors { left: name.right; leftMargin: Theme.s8; verticalCenter: parent.verticalCenter }
        text: root.count.toLocaleString(Qt.locale(), "f", 0)
        color: Theme.ink2
        Accessible.ignored: true
    }
    Rectangle { // high contrast has no bands
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        visible: Theme.highContrast
        color: Theme.line
    }
}
