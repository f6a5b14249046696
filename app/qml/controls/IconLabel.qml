// SPDX-License-Identifier: GPL-3.0-or-later
// IconLabel: an icon and words beside it, in one colour, centred. iconName, iconSize, text, color, iconColor,
// font, lineHeight, spacing, isCentred, keepsIconPlace (words start there without an icon too). The words end in an ellipsis where there is no room.
import QtQuick
import Microfiche.Ui

Item {
    id: root

    property string iconName
    property real iconSize: Theme.iconSize
    property string text
    property color color: Theme.ink
    property color iconColor: color
    property font font: Theme.text
    property int lineHeight: Theme.textLine
    property real spacing: Theme.s4
    property bool isCentred: true
    property bool keepsIconPlace: false

    readonly property real wordsStart: iconName === "" && !keepsIconPlace ? 0 : iconSize + (text === "" ? 0 : spacing)

    implicitWidth: wordsStart + (text === "" ? 0 : Math.ceil(measure.advanceWidth))
    implicitHeight: Math.max(lineHeight, iconName === "" ? 0 : iconSize)

    // A text that begins at no width does not tell how wide it would be.
    TextMetrics {
        id: measure
        text: root.text
        font: root.font
    }
    Item {
        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.leftMargin: root.isCentred ? Math.max(0, Math.round((root.width - width) / 2)) : 0
        width: Math.min(root.width, root.implicitWidth)
        height: root.implicitHeight

        Icon {
            anchors { left: parent.left; verticalCenter: parent.verticalCenter }
            visible: root.iconName !== ""
            name: root.iconName
            size: root.iconSize
            color: root.iconColor
        }
        PlainText {
            id: words
            anchors { left: parent.left; leftMargin: root.wordsStart; right: parent.right
                      verticalCenter: parent.verticalCenter }
            text: root.text
            font: root.font
            lineHeight: root.lineHeight
            color: root.color
        }
    }
}
