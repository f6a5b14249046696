// SPDX-License-Identifier: GPL-3.0-or-later
// AboutSheet: which program this is, and what one may do with it.
import QtQuick
import Microfiche.Ui

FloatingSheet {
    id: root
    objectName: "about"

    wanted: Theme.px(440)
    y: parent ? Math.round((parent.height - height) / 2) : 0
    height: words.height + 2 * Theme.s24
    onOpened: closer.forceActiveFocus(Qt.TabFocusReason)

    component Words: PlainText {
        width: parent.width
        color: Theme.ink2
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }

    contentItem: FocusScope {
        LayoutMirroring.enabled: Qt.application.layoutDirection === Qt.RightToLeft // qmllint disable type
        LayoutMirroring.childrenInherit: true
        Accessible.role: Accessible.Dialog
        Accessible.name: qsTr("About Microfiche")

        Column {
            id: words
            x: Theme.s24
            y: Theme.s24
            width: parent.width - 2 * Theme.s24
            spacing: Theme.s12

            AppMark {}
            Words {
                text: Qt.application.version === "" ? "" : qsTr("Version %1").arg(Qt.application.version) // qmllint disable type
                visible: text !== ""
                color: Theme.ink
            }
            Words { text: qsTr("Looks at archives of news articles on your own machine. No account, no network needed.") }
            Words { text: qsTr("Free software under the GNU General Public License, version 3 or later: it may be used, read, changed and passed on. It comes without any warranty.") }
            ActionButton {
                id: closer
                anchors.right: parent.right
                text: qsTr("Close")
                onClicked: root.close()
            }
        }
    }
}
