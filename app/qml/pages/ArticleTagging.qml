// SPDX-License-Identifier: GPL-3.0-or-later
// ArticleTagging: asks for a tag for what is selected, or else for the current article. browser, place
// (over which it is asked for), card() (the current one, undefined if there is none); ask(); ended().
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Loader {
    id: root

    required property ArchiveBrowser browser
    required property Item place
    required property var card
    readonly property ArticleMarks marks: browser.marks
    readonly property ArticleSelection selection: browser.selection
    signal ended()

    function ask(): void {
        active = true
        if (item instanceof TagPopup)
            item.openWith("")
    }

    active: false
    sourceComponent: TagPopup {
        parent: root.place
        x: Math.round((root.place.width - width) / 2)
        y: Theme.s16
        marks: root.marks
        heading: root.selection.count > 0 ? qsTr("Tag what is selected") : qsTr("Tag the article")
        onNamed: name => {
            const card = root.card()
            if (root.selection.count > 0)
                root.selection.addTag(name)
            else if (card)
                root.marks.addTag(card.articleId, name)
            close()
        }
        onClosed: root.ended()
    }
}
