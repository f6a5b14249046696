// SPDX-License-Identifier: GPL-3.0-or-later
// Sidebar: the parts of the archive and its topics and providers with their counts; the last import
// at its foot. browser, workspace; isHeld (its list is not made yet); focusFirst(), saveSearch();
// importWanted().
import QtQuick
import Microfiche.Models
import Microfiche.Ui
import Microfiche.Window

FocusScope {
    id: root

    required property ArchiveBrowser browser
    required property Workspace workspace
    property bool isHeld: false
    signal importWanted()

    function focusFirst(): void {
        if (list.item instanceof SidebarList)
            list.item.focusFirst()
    }

    function saveSearch(): void {
        if (list.item instanceof SidebarList)
            list.item.saveSearch()
    }

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Sidebar")

    Rectangle {
        anchors.fill: parent
        color: Theme.side
        Rectangle {
            anchors.right: parent.right
            width: 1
            height: parent.height
            color: Theme.line
        }
    }
    AppMark {
        anchors { left: parent.left; leftMargin: Theme.s16 }
        height: Theme.px(56)
    }
    LateLoader {
        id: list
        anchors { top: parent.top; topMargin: Theme.px(56); bottom: foot.top; left: parent.left; right: parent.right; rightMargin: 1 }
        held: root.isHeld
        focus: true
        address: Qt.resolvedUrl("SidebarList.qml")
        values: ({ browser: root.browser })
    }
    Column {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width - 1

        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        Loader {
            width: parent.width
            active: root.workspace.isSample
            visible: active
            sourceComponent: SidebarRow {
                isNote: true
                iconName: "back"
                text: qsTr("Leave the sample")
                onClicked: root.workspace.closeSample()
            }
        }
        Loader {
            width: parent.width
            active: root.browser.imports.hasReport
            visible: active
            sourceComponent: SidebarRow {
                isNote: true
                iconName: "import"
                text: root.browser.imports.sidebarText
                onClicked: root.importWanted()
            }
        }
    }
}
