// SPDX-License-Identifier: GPL-3.0-or-later
// PictureBar: the way through the pictures, how large, and what one does with them.
// picture, keeping, stage (its ZoomStage), isTight (most goes into a menu); saveWanted(), closeWanted().
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property OpenPicture picture
    required property PictureKeeping keeping
    required property ZoomStage stage
    property bool isTight: false
    signal saveWanted()
    signal closeWanted()

    readonly property bool isShown: stage.visible
    readonly property string noBytes: qsTr("The picture is not in the archive")

    implicitHeight: Theme.px(56)

    Row {
        id: way
        anchors { left: parent.left; leftMargin: Theme.s16 - 4; verticalCenter: parent.verticalCenter }

        IconButton {
            iconName: "back"
            toolTip: qsTr("Previous picture (Page Up)")
            enabled: root.picture.hasPrevious
            disabledReason: qsTr("This is the first picture")
            onClicked: root.picture.previous()
        }
        IconButton {
            iconName: "forward"
            toolTip: qsTr("Next picture (Page Down)")
            enabled: root.picture.hasNext
            disabledReason: qsTr("This is the last picture")
            onClicked: root.picture.next()
        }
    }
    PlainText {
        id: place
        objectName: "place"
        anchors { left: way.right; leftMargin: Theme.s8; verticalCenter: parent.verticalCenter }
        text: root.picture.placeText
        color: Theme.ink2
    }
    PlainText {
        objectName: "articleTitle"
        anchors { left: place.right; leftMargin: place.text === "" ? 0 : Theme.s12
                  right: actions.left; rightMargin: Theme.s16; verticalCenter: parent.verticalCenter }
        text: root.picture.card.title
        font: Theme.cardTitle
        lineHeight: Theme.cardTitleLine
        Accessible.role: Accessible.Heading
    }
    Row {
        id: actions
        anchors { right: parent.right; rightMargin: Theme.s16 - 4; verticalCenter: parent.verticalCenter }

        IconButton {
            visible: root.isShown
            iconName: "minus"
            toolTip: qsTr("Smaller (−)")
            enabled: root.stage.zoom > root.stage.fit
            disabledReason: qsTr("The whole picture is shown")
            onClicked: root.stage.zoomBy(0.8)
        }
        ActionButton {
            objectName: "zoom"
            kind: ActionButton.Quiet
            width: Theme.px(72)
            leftPadding: Theme.s4
            rightPadding: Theme.s4
            visible: root.isShown
            //: How large a picture is shown: 87 %
            text: qsTr("%L1 %").arg(Math.round(root.stage.zoom * 100))
            toolTip: root.stage.isFit ? qsTr("Show at 100 % (1)") : qsTr("Fit into the window (0)")
            onClicked: root.stage.isFit ? root.stage.showActual() : root.stage.fitIn()
        }
        IconButton {
            visible: root.isShown
            iconName: "plus"
            toolTip: qsTr("Larger (+)")
            enabled: root.stage.zoom < root.stage.most
            disabledReason: qsTr("It is as large as it goes")
            onClicked: root.stage.zoomBy(1.25)
        }
        Item { width: Theme.s12; height: 1 }
        IconButton {
            visible: !root.isTight
            iconName: "duplicate"
            toolTip: qsTr("Copy picture (Ctrl+C)")
            enabled: root.isShown && root.picture.hasBytes
            disabledReason: root.noBytes
            onClicked: root.picture.copy()
        }
        IconButton {
            visible: !root.isTight
            iconName: "export"
            toolTip: qsTr("Save as… (Ctrl+S)")
            enabled: root.picture.hasBytes
            disabledReason: root.noBytes
            onClicked: root.saveWanted()
        }
        IconButton {
            id: handle
            iconName: "drag"
            toolTip: qsTr("Drag the picture out from here")
            enabled: root.picture.hasBytes
            disabledReason: root.noBytes
            focusPolicy: Qt.NoFocus // the keyboard copies and saves
            visible: !root.isTight

            DragOut {
                anchors.fill: parent
                dragged: root.picture.dragged
                picture: root.stage.standIn
                onPrepared: root.picture.prepareDrag()
            }
        }
        IconButton {
            visible: !root.isTight
            iconName: "open"
            toolTip: root.picture.host === "" ? qsTr("Open its address") : qsTr("Open its address on %1").arg(root.picture.host)
            enabled: root.picture.host !== ""
            disabledReason: qsTr("It has no web address")
            onClicked: root.picture.openAddress()
        }
        IconButton {
            visible: !root.isTight
            iconName: "wall"
            toolTip: qsTr("Articles with this picture")
            onClicked: root.picture.findArticles()
        }
        IconButton {
            objectName: "keep"
            visible: !root.isTight
            iconName: root.keeping.isPicked ? "keep-set" : "keep"
            checked: root.keeping.isPicked
            toolTip: root.keeping.isPicked ? qsTr("No longer keep this picture for good (K)") : qsTr("Keep this picture for good (K)")
            enabled: root.keeping.canPick
            disabledReason: root.keeping.whyNot
            onClicked: root.keeping.setPicked(!root.keeping.isPicked)
        }
        MenuButton {
            visible: root.isTight
            kind: ActionButton.Quiet
            iconName: "more"
            toolTip: qsTr("More")

            menu: PopupMenu {
                MenuEntry {
                    text: qsTr("Copy picture")
                    iconName: "duplicate"
                    note: qsTr("Ctrl+C")
                    enabled: root.isShown && root.picture.hasBytes
                    disabledReason: root.noBytes
                    onTriggered: root.picture.copy()
                }
                MenuEntry {
                    text: qsTr("Save as…")
                    iconName: "export"
                    note: qsTr("Ctrl+S")
                    enabled: root.picture.hasBytes
                    disabledReason: root.noBytes
                    onTriggered: root.saveWanted()
                }
                MenuEntry {
                    text: qsTr("Open its address")
                    iconName: "open"
                    enabled: root.picture.host !== ""
                    disabledReason: qsTr("It has no web address")
                    onTriggered: root.picture.openAddress()
                }
                MenuEntry {
                    text: qsTr("Articles with this picture")
                    iconName: "wall"
                    onTriggered: root.picture.findArticles()
                }
                MenuEntry {
                    text: qsTr("Keep this picture for good")
                    iconName: "keep"
                    note: qsTr("K")
                    checked: root.keeping.isPicked
                    enabled: root.keeping.canPick
                    disabledReason: root.keeping.whyNot
                    onTriggered: root.keeping.setPicked(!root.keeping.isPicked)
                }
            }
        }
        IconButton {
            iconName: "close"
            toolTip: qsTr("Close (Esc)")
            onClicked: root.closeWanted()
        }
    }
}
