// SPDX-License-Identifier: GPL-3.0-or-later
// SkeletonRow: the row that has not come yet, of the same size. columns, margin, pictureWidth and
// pictureHeight (0: none).
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property TableColumns columns
    required property real margin
    property real pictureWidth: 0
    property real pictureHeight: 0

    Accessible.ignored: true

    component Bar: Skeleton {
        required property TableColumn column
        property real part: 0.7
        anchors { left: parent.left; leftMargin: root.margin + column.x; verticalCenter: parent.verticalCenter }
        width: Math.round(column.width * part)
        height: Theme.px(10)
        visible: column.isShown
    }

    Skeleton {
        anchors { left: parent.left; leftMargin: root.margin; verticalCenter: parent.verticalCenter }
        visible: root.pictureWidth > 0
        width: root.pictureWidth
        height: root.pictureHeight
    }
    Bar { column: root.columns.title; part: 0.5 }
    Bar { column: root.columns.provider }
    Bar { column: root.columns.date }
    Bar { column: root.columns.quality }
}
