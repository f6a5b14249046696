// SPDX-License-Identifier: GPL-3.0-or-later
// ChartHeading: what a chart shows and its range in words that can be typed over; unit; clear.
//   histogram, title; alwaysTwoEnds (dates) else the upper end shows once it is one
//   presets: [{label}]; presetChosen(index); focusField(isUpper)
//   hasTable ("as table" in it); isTableOpen; tableWanted(from): what has the focus after it
//   titles: of the charts that may stand here, if there are several; titleChosen(index)
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property Histogram histogram
    required property string title
    property bool alwaysTwoEnds: false
    property var presets: []
    property bool hasTable: true
    property bool isTableOpen: false
    property var titles: []

    signal presetChosen(int index)
    signal titleChosen(int index)
    signal tableWanted(Item from)

    readonly property bool isUpperOpen: !histogram.isBrushed || histogram.upper >= histogram.bars.length
    readonly property bool isLowerOpen: !histogram.isBrushed || histogram.lower <= 0
    readonly property bool isOnlyMissing: histogram.missingChosen && histogram.isBrushed && isLowerOpen && isUpperOpen
    readonly property bool hasUpper: alwaysTwoEnds || !isUpperOpen || from.isEditing || to.isEditing
    // Each field gives way where the words around it leave too little.
    readonly property real fieldRoom: hasUpper
        ? (width - name.width - between.width - clear.reserved - 3 * Theme.s8) / 2
        : width - name.width - clear.reserved - Theme.s8
    // What is left for the words that can go.
    readonly property real room: width - fields.width - clear.reserved
    // Where there is no room for a button of its own, the table is the last entry of the menu.
    readonly property real wordsEnd: tail.before + (tail.visible ? tail.width + fields.spacing : 0)
    readonly property bool isTableBeside: width - wordsEnd - clear.reserved > Theme.px(190)
    readonly property var entries: hasTable && !isTableBeside ? presets.concat([{ label: qsTr("As table") }]) : presets

    implicitHeight: Theme.px(22)
    HoverHandler { id: near }

    function focusField(isUpper: bool): void {
        (isUpper && hasUpper ? to : from).forceActiveFocus(Qt.TabFocusReason)
    }

    Row {
        id: fields
        anchors.left: parent.left
        height: root.height
        spacing: Theme.s8

        ChartTitle {
            id: name
            objectName: "title"
            anchors.verticalCenter: parent.verticalCenter
            text: root.title
            choices: root.titles
            onChosen: index => root.titleChosen(index)
        }
        TypedField {
            id: from
            objectName: "from"
            width: Math.min(implicitWidth, root.fieldRoom)
            name: qsTr("%1 from").arg(root.title)
            value: root.histogram.fromText
            onCommitted: text => error = root.histogram.typeFrom(text)
            onValueChanged: error = ""
        }
        PlainText {
            id: between
            anchors.verticalCenter: parent.verticalCenter
            visible: root.hasUpper
            text: qsTr("to", "from … to …")
            color: Theme.ink2
        }
        TypedField {
            id: to
            objectName: "to"
            width: Math.min(implicitWidth, root.fieldRoom)
            visible: root.hasUpper
            name: qsTr("%1 to").arg(root.title)
            value: root.histogram.toText
            onCommitted: text => error = root.histogram.typeTo(text)
            onValueChanged: error = ""
        }
        PlainText {
            id: tail
            objectName: "tail"
            anchors.verticalCenter: parent.verticalCenter
            readonly property bool andUp: !root.hasUpper && !root.isLowerOpen && root.isUpperOpen
            readonly property bool orMissing: root.histogram.isBrushed && root.histogram.missingChosen
            text: root.isOnlyMissing ? qsTr("only %1").arg(root.histogram.missingLabel)
                : andUp && orMissing ? qsTr("and up, or %1").arg(root.histogram.missingLabel)
                : andUp ? qsTr("and up")
                : orMissing ? qsTr("or %1").arg(root.histogram.missingLabel) : ""
            readonly property real before: name.width + from.width + 2 * fields.spacing
                + (root.hasUpper ? between.width + to.width + 2 * fields.spacing : 0)
            width: Math.max(0, Math.min(implicitWidth, root.width - before - clear.reserved))
            visible: text !== ""
            color: Theme.ink2
        }
        MenuButton {
            id: more
            anchors.verticalCenter: parent.verticalCenter
            objectName: "presets"
            visible: root.entries.length > 0
            implicitHeight: Theme.px(22)
            kind: ActionButton.Quiet
            iconName: root.alwaysTwoEnds ? "calendar" : "more"
            iconSize: Theme.rowIconSize
            toolTip: qsTr("Often used ranges")
            menu: PopupMenu {
                Repeater {
                    model: root.entries
                    MenuEntry {
                        required property var modelData
                        required property int index
                        text: modelData.label
                        onTriggered: {
                            if (index < root.presets.length)
                                root.presetChosen(index)
                            else
                                root.tableWanted(more)
                        }
                    }
                }
            }
        }
    }
    IconButton {
        id: asTable
        // There for who looks for it: the pointer in the heading, or the keyboard.
        anchors { right: zoomedOut.visible ? zoomedOut.left : unit.left; rightMargin: Theme.s8; verticalCenter: parent.verticalCenter }
        objectName: "asTable"
        visible: root.hasTable && root.isTableBeside
        opacity: near.hovered || activeFocus || root.isTableOpen ? 1 : 0
        extent: Theme.px(22)
        iconName: "table"
        iconSize: Theme.rowIconSize
        toolTip: qsTr("%1 as table").arg(root.title)
        onClicked: root.tableWanted(asTable)
    }
    PlainText {
        id: unit
        anchors { right: clear.left; rightMargin: clear.visible ? Theme.s12 : 0
                  verticalCenter: parent.verticalCenter }
        width: visible ? implicitWidth : 0
        visible: text !== "" && !zoomedOut.visible && implicitWidth + Theme.s24 < root.room
        text: root.histogram.unitText
        color: Theme.ink3
    }
    LinkText {
        id: zoomedOut
        objectName: "showAll"
        anchors { right: unit.right; verticalCenter: parent.verticalCenter }
        visible: root.histogram.isZoomed
        label: qsTr("Whole span")
        isQuiet: true
        Accessible.name: qsTr("Show the whole span of %1").arg(root.title)
        onClicked: root.histogram.showAll()
    }
    LinkText {
        id: clear
        objectName: "clear"
        readonly property bool isShort: root.width < Theme.px(260)
        readonly property real reserved: visible ? implicitWidth + Theme.s8 : 0
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        width: visible ? implicitWidth : 0
        visible: root.histogram.isBrushed
        label: isShort ? "" : qsTr("Clear")
        iconName: "close"
        isQuiet: true
        Accessible.name: qsTr("Clear %1").arg(root.title)
        onClicked: root.histogram.clear()
    }
}
