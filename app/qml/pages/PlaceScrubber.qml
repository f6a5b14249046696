// SPDX-License-Identifier: GPL-3.0-or-later
// PlaceScrubber: the scroll bar of a grid, and beside it words for where one is or would be: the
// month, the provider, the score. grid, places, told (what the article in sight tells, where places
// do not know); row. No row is fetched to say so.
import QtQuick
import Microfiche.Grid
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property CardGrid grid
    required property ScrollPlaces places
    property string told

    readonly property bool isLong: grid.pageSize < 0.34
    readonly property bool isPointed: hover.hovered && !bar.pressed
    // A press beside the thumb brings its middle there, and so do these words.
    readonly property real pointed: {
        const share = Math.max(bar.minimumSize, bar.size)
        const place = (hover.point.position.y - bar.topPadding) / Math.max(1, bar.availableHeight) - share / 2
        return Math.max(0, Math.min(1 - bar.size, place * (1 - bar.size) / Math.max(0.001, 1 - share)))
    }
    readonly property real thumb: Math.max(bar.minimumSize, bar.size) * height
    readonly property int row: isPointed ? grid.indexAtPosition(pointed) : firstInSight
    property int firstInSight: -1
    readonly property string text: places.isKnown && row >= 0 ? places.labelAt(row) : told
    readonly property string numbers: qsTr("%L1 of %L2").arg(row + 1).arg(grid.count)
    property bool wasShown: false
    onIsShownChanged: wasShown = true
    readonly property bool isShown: isLong && row >= 0 && (isPointed || bar.pressed || grid.moving || lately.running)

    width: bar.width

    Connections {
        target: root.grid
        function onTravelled(): void {
            root.firstInSight = root.grid.indexAtPosition(root.grid.position)
            if (root.grid.position > 0)
                lately.restart()
            else
                lately.stop() // at the top there is nothing to say
        }
    }
    Timer { id: lately; interval: 900 }

    ScrollBarThin {
        id: bar
        anchors { top: parent.top; bottom: parent.bottom; right: parent.right }
        orientation: Qt.Vertical
        size: root.grid.pageSize
        Accessible.name: qsTr("Scroll bar")
        Accessible.description: root.text
        onMoved: position => root.grid.setPosition(position)
    }
    Binding { // under the hand it is the hand's
        target: bar
        property: "position"
        value: root.grid.position
        when: !bar.pressed
        restoreMode: Binding.RestoreNone
    }
    HoverHandler { id: hover }
    Loader {
        objectName: "bubble"
        readonly property real middle: root.isPointed ? hover.point.position.y
            : bar.visualPosition * root.height + root.thumb / 2
        readonly property real least: Theme.px(36) // below a heading that stays in sight

        anchors { right: parent.left; rightMargin: Theme.s4 }
        y: Math.round(Math.max(least, Math.min(root.height - height - Theme.s4, middle - height / 2)))
        visible: root.isShown
        active: root.wasShown
        sourceComponent: Rectangle {
            width: Math.ceil(Math.max(words.implicitWidth, count.implicitWidth)) + 2 * Theme.s12
            height: words.height + count.height + 2 * Theme.s4
            color: Theme.toolTip
            radius: Theme.radiusSmall
            border { width: Theme.dark || Theme.highContrast ? 1 : 0; color: Theme.edge }
            Accessible.ignored: true

            PlainText {
                id: words
                objectName: "words"
                x: Theme.s12
                y: Theme.s4
                width: parent.width - 2 * Theme.s12
                height: visible ? implicitHeight : 0
                visible: text !== ""
                text: root.text
                font: Theme.textBold
                color: Theme.toolTipText
            }
            PlainText {
                id: count
                objectName: "numbers"
                anchors.top: words.bottom
                x: Theme.s12
                width: parent.width - 2 * Theme.s12
                text: root.numbers
                font: Theme.fact
                lineHeight: Theme.factLine
                color: Theme.toolTipText
            }
        }
    }
}
