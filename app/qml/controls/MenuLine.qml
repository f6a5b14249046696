// SPDX-License-Identifier: GPL-3.0-or-later
// MenuLine: a hairline between groups of a menu.
import QtQuick
import QtQuick.Templates as T
import Microfiche.Ui

T.MenuSeparator {
    implicitWidth: 1
    implicitHeight: 9
    width: parent ? parent.width : implicitWidth

    contentItem: Item {
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            height: 1
            color: Theme.line
        }
    }
}
