// SPDX-License-Identifier: GPL-3.0-or-later
// TagMenu: what can be done with a tag itself. browser, place (where a name is asked for);
// showFor(tag).
import QtQuick
import Microfiche.Models
import Microfiche.Ui

PopupMenu {
    id: root

    required property ArchiveBrowser browser
    required property Item place
    property int tag: 0
    readonly property ArticleMarks marks: browser.marks
    readonly property string tagName: visible ? marks.tagNameOf(tag) : ""

    function showFor(wanted: int): void {
        tag = wanted
        popup()
    }
    function ask(component: Component): void {
        naming.sourceComponent = component
        naming.active = true
        const popup = naming.item as TagPopup
        if (popup)
            popup.openWith(popup.offersTags ? "" : marks.tagNameOf(tag))
    }

    component ColorEntry: MenuEntry {
        required property int number
        checked: root.visible && root.marks.tagColorOf(root.tag) === number
        text: Theme.tagColorName(number)
        onTriggered: root.marks.setTagColor(root.tag, number)
        TagDot {
            anchors { right: parent.right; rightMargin: Theme.s8; verticalCenter: parent.verticalCenter }
            color: Theme.tagColor(parent.number) // qmllint disable
        }
    }

    MenuEntry { text: qsTr("Show its articles"); iconName: "search"; onTriggered: root.browser.query.chooseTag(root.marks.tagNameOf(root.tag), false) }
    MenuLine {}
    MenuEntry { text: qsTr("Rename…"); onTriggered: root.ask(renaming) }
    MenuEntry {
        text: qsTr("Merge into another…")
        enabled: root.marks.tagNames.length > 1
        disabledReason: qsTr("There is no other tag.")
        onTriggered: root.ask(merging)
    }
    MenuEntry { text: qsTr("Delete"); onTriggered: root.marks.deleteTag(root.tag) }
    MenuLine {}
    ColorEntry { number: 0 }
    ColorEntry { number: 1 }
    ColorEntry { number: 2 }
    ColorEntry { number: 3 }
    ColorEntry { number: 4 }
    ColorEntry { number: 5 }
    ColorEntry { number: 6 }
    ColorEntry { number: 7 }

    Component {
        id: renaming
        TagPopup {
            id: renameBox
            parent: root.place
            x: Math.round((root.place.width - width) / 2)
            marks: root.marks
            heading: qsTr("Rename the tag")
            button: qsTr("Rename")
            offersTags: false
            onNamed: name => {
                if (root.marks.renameTag(root.tag, name))
                    close()
                else
                    problem = qsTr("There is a tag of this name. Merge the two instead.")
            }
        }
    }
    Component {
        id: merging
        TagPopup {
            id: mergeBox
            parent: root.place
            x: Math.round((root.place.width - width) / 2)
            marks: root.marks
            heading: qsTr("Merge into")
            button: qsTr("Merge")
            takesNew: false
            onNamed: name => {
                root.marks.mergeTag(root.tag, root.marks.tagOf(name))
                close()
            }
        }
    }
    Loader { id: naming; active: false }
}
