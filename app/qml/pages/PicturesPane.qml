// SPDX-License-Identifier: GPL-3.0-or-later
// PicturesPane: whose pictures may be fetched, and what those that were take up. settings, task;
// closeWanted().
import QtQuick
import QtQuick.Templates as T
import Microfiche.Models
import Microfiche.Ui

Pane {
    id: root

    required property PictureSettings settings
    required property PictureTask task
    readonly property PublisherModel publishers: settings.publishers

    title: qsTr("Pictures")
    Component.onCompleted: {
        publishers.filter = ""
        publishers.arrange() // and then they stay where they are
        settings.count() // what was fetched since
    }
    // What comes while one looks counts at once, be it loaded for offline or shown.
    Connections {
        target: root.task
        function onChanged(): void {
            if (root.task.isActive)
                root.settings.countSoon()
        }
    }
    Connections {
        target: Pictures.states
        function onTold(): void { root.settings.countSoon() }
    }
    Connections {
        target: root.publishers
        function onModelAboutToBeReset(): void { list.currentIndex = -1 }
    }

    ListView {
        id: list
        objectName: "publishers"
        anchors.fill: parent
        clip: true
        focus: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.publishers
        currentIndex: -1 // or the focus goes to it at every letter that is searched for
        // What stands above the publishers grows when it is counted and while all are loaded; whoever
        // has not moved on still sees its beginning, with how many are there.
        property bool isAtTop: true
        onMovementEnded: isAtTop = contentY <= originY
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Publishers")

        function goTo(row: int): void {
            const head = headerItem as PicturesPaneHead
            if (row < 0)
                head?.focusSearch()
            if (row < 0 || row >= count)
                return
            isAtTop = false
            currentIndex = row
            positionViewAtIndex(row, ListView.Contain)
            currentItem.forceActiveFocus(Qt.TabFocusReason)
        }

        header: PicturesPaneHead {
            width: list.width
            settings: root.settings
            task: root.task
            onHeightChanged: if (list.isAtTop)
                Qt.callLater(list.positionViewAtBeginning)
            onListWanted: list.goTo(Math.max(0, list.currentIndex))
        }
        delegate: ToggleRow {
            id: row
            required property int index
            required property string domain
            required property string name
            required property double pictures
            required property string facts
            required property bool isAllowed
            // Arrows go from one to the next; Tab comes to one of them only.
            readonly property bool isStop: list.currentIndex === index || list.currentIndex < 0 && index === 0

            width: list.width
            inset: Theme.s24
            text: name
            note: domain === "" || domain === name ? facts : domain + " · " + facts
            number: pictures.toLocaleString(Qt.locale(), "f", 0)
            isOn: isAllowed
            enabled: domain !== ""
            focusPolicy: isStop ? Qt.StrongFocus : Qt.ClickFocus
            activeFocusOnTab: isStop
            onToggled: {
                list.isAtTop = false
                list.currentIndex = index
                root.settings.allow(domain, !isAllowed)
            }
            Keys.onUpPressed: list.goTo(index - 1)
            Keys.onDownPressed: list.goTo(index + 1)
            Keys.onPressed: event => {
                event.accepted = event.key === Qt.Key_Home || event.key === Qt.Key_End
                if (event.accepted)
                    list.goTo(event.key === Qt.Key_Home ? 0 : list.count - 1)
            }
        }
        footer: Item { height: Theme.s24 }
        T.ScrollBar.vertical: ScrollBarThin {}
    }
}
