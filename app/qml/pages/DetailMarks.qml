// SPDX-License-Identifier: GPL-3.0-or-later
// DetailMarks: the user's own tags and note of the open article. browser.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Column {
    id: root

    required property ArchiveBrowser browser
    readonly property ArticleMarks marks: browser.marks
    readonly property articleCard card: browser.article.card

    spacing: Theme.s8

    Flow {
        width: parent.width
        spacing: Theme.s8

        Repeater {
            model: root.card.tagIds
            TagChip {
                required property int modelData
                // Named anew when tags are.
                name: root.marks.tagNames.length > 0 ? root.marks.tagNameOf(modelData) : ""
                color: Theme.tagColor(root.marks.tagNames.length > 0 ? root.marks.tagColorOf(modelData) : 0)
                onClicked: root.browser.query.chooseTag(name, false)
                onRemoved: root.marks.removeTag(root.card.articleId, modelData) // qmllint disable
                onMenuRequested: {
                    if (menu.made() instanceof TagMenu)
                        menu.menu.showFor(modelData)
                }
            }
        }
        LinkText {
            id: adder
            objectName: "addTag"
            height: Theme.px(24)
            topPadding: Math.round((height - lineHeight) / 2)
            iconName: "plus"
            isQuiet: true
            label: root.card.tagIds.length === 0 ? qsTr("Add a tag") : qsTr("Tag")
            onClicked: {
                chooser.active = true
                if (chooser.item instanceof TagPopup)
                    chooser.item.openWith("")
            }
        }
    }
    NoteField {
        width: Math.min(parent.width, Theme.px(560))
        articleId: root.card.articleId // qmllint disable
        note: root.browser.article.note
        onTyped: (articleId, text) => root.marks.setNote(articleId, text)
        onEnded: root.marks.endNote()
    }
    LateMenu {
        id: menu
        sourceComponent: TagMenu { browser: root.browser; place: adder }
    }
    Loader {
        id: chooser
        active: false
        sourceComponent: TagPopup {
            parent: adder
            y: adder.height + Theme.s4
            marks: root.marks
            heading: qsTr("Add a tag")
            button: qsTr("Add")
            onNamed: name => {
                root.marks.addTag(root.card.articleId, name) // qmllint disable
                close()
            }
            onClosed: adder.forceActiveFocus(Qt.PopupFocusReason)
        }
    }
}
