// SPDX-License-Identifier: GPL-3.0-or-later
// EmptyPage: the first start. Says what to do, and shows on a sheet what it will look like.
import QtQuick
import Microfiche.Models
import Microfiche.Ui
import Microfiche.Window

FocusScope {
    id: root

    focus: true

    required property ArchiveBrowser browser
    required property Workspace workspace
    signal filesWanted()
    signal folderWanted()
    signal archiveWanted()

    readonly property bool isWide: width >= Theme.px(1100)
    readonly property string filesKey: Actions.keys("import-files") === "" ? "" : qsTr("%1 opens files.").arg(Actions.keys("import-files"))
    readonly property bool isImporting: browser.imports.isRunning

    Item { // header
        id: header
        width: parent.width
        height: Theme.px(56)

        AppMark {
            anchors { left: parent.left; leftMargin: Theme.s24; verticalCenter: parent.verticalCenter }
        }
        LinkText {
            anchors { right: program.left; rightMargin: Theme.s16; verticalCenter: parent.verticalCenter }
            label: qsTr("Open another archive")
            isQuiet: true
            onClicked: root.archiveWanted()
        }
        IconButton {
            id: program
            anchors { right: parent.right; rightMargin: Theme.s24; verticalCenter: parent.verticalCenter }
            iconName: "more"
            toolTip: Actions.tip(qsTr("Menu"), "menu")
            onClicked: Actions.trigger("menu")
        }
    }

    Column {
        id: words
        anchors.left: parent.left
        anchors.leftMargin: root.isWide ? Math.round(root.width * 0.078) : Theme.s24
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -Theme.s24
        width: root.isWide ? Math.round(root.width * 0.35) : root.width - 2 * Theme.s24

        PlainText {
            width: parent.width
            text: root.isWide ? qsTr("Drop a folder\nof articles here.") : qsTr("Drop a folder of articles here.")
            font: Theme.display
            lineHeight: Theme.px(50)
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Accessible.role: Accessible.Heading
        }
        Item { width: 1; height: Theme.s16 }
        PlainText {
            width: Math.min(parent.width, Theme.px(480))
            text: qsTr("Microfiche reads every article file in it, with the pictures it carries, and lays them out as cards you can sift by date, quality and word.")
            font: Theme.role(17, false, 0)
            lineHeight: Theme.px(27)
            color: Theme.ink2
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
        Item { width: 1; height: Theme.s28 }
        Flow {
            width: parent.width
            spacing: Theme.s12
            ActionButton {
                text: qsTr("Open the sample archive")
                kind: ActionButton.Primary
                focus: true
                onClicked: root.workspace.openSample()
            }
            ActionButton {
                text: qsTr("Choose files")
                iconName: "file"
                onClicked: root.filesWanted()
            }
            ActionButton {
                text: qsTr("Choose a folder")
                iconName: "folder"
                onClicked: root.folderWanted()
            }
        }
        Item { width: 1; height: Theme.s12 }
        PlainText {
            width: parent.width
            text: qsTr("The sample is %Ln file(s) and stays apart from your own archive.", "", root.workspace.sampleCount)
            font: Theme.fact
            lineHeight: Theme.factLine
            color: Theme.ink3
            wrapMode: Text.Wrap
        }
        PlainText {
            objectName: "sampleProblem"
            width: parent.width
            topPadding: Theme.s8
            visible: text !== ""
            text: root.workspace.sampleProblem
            color: Theme.error
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
        ImportLine {
            width: parent.width
            topPadding: Theme.s24
            status: root.browser.imports
        }
        Item { width: 1; height: Theme.px(56) }
        Rectangle {
            width: Math.min(parent.width, Theme.px(500))
            height: 1
            color: Theme.line
        }
        Item { width: 1; height: Theme.s16 }
        Flow {
            width: parent.width
            spacing: Theme.s24
            Repeater {
                model: [qsTr("No account, no network."), qsTr("Your files are never changed."), root.filesKey]
                PlainText {
                    required property string modelData
                    visible: text !== ""
                    text: modelData
                    color: Theme.ink2
                }
            }
        }
    }

    SampleSheet {
        visible: root.isWide
        anchors { right: parent.right; rightMargin: Math.round(root.width * 0.067) }
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -Theme.s24
        width: Math.round(root.width * 0.444)
        pictures: root.workspace.samplePictures
        count: root.workspace.sampleCount
    }
}
