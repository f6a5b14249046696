// SPDX-License-Identifier: GPL-3.0-or-later
// ArticleTagging: asks for a tag for what is selected, or else for one article. browser, place (over
// which it is asked for); ask(id): 0 is none; ended(): the keyboard is nobody's.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Loader {
    id: root

    required property ArchiveBrowser browser
    required property Item place
    property real articleId: 0
    property Item before: null // that had the keyboard
    readonly property ArticleMarks marks: browser.marks
    readonly property ArticleSelection selection: browser.selection
    signal ended()

    function ask(id: real): void {
        articleId = id
        before = Window.activeFocusItem
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
            if (root.selection.count > 0)
                root.selection.addTag(name)
            else if (root.articleId > 0)
                root.marks.addTag(root.articleId, name)
            close()
        }
        onClosed: {
            if (root.before && root.before.visible && root.before.enabled)
                root.before.forceActiveFocus(Qt.PopupFocusReason)
            else
                root.ended()
        }
    }
}
