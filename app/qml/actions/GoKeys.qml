// SPDX-License-Identifier: GPL-3.0-or-later
// GoKeys: from article to article, through the one that is read, and back. page.
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property BrowsePage page
    readonly property ArchiveBrowser browser: page.browser
    readonly property OpenArticle article: browser.article

    readonly property bool isReading: page.pane.isArticleShown
    property Item asker: null // who had the keyboard as the unread one was asked for

    // Where one is in the list: at what is read, else at the current card; -1 nowhere.
    function place(): int {
        const open = isReading ? browser.articles.indexOf(article.articleId) : -1 // qmllint disable
        return open >= 0 ? open : page.grid.currentRow
    }
    // Who reads goes on reading.
    function show(row: int): void {
        page.grid.stepTo(row)
        if (!isReading)
            page.grid.forceActiveFocus(Qt.ShortcutFocusReason)
        else if (row >= 0)
            article.open(browser.articles.idAt(row))
    }
    function step(by: int): void {
        const at = place()
        if (at < 0)
            show(-1)
        else if (at + by >= 0 && at + by < browser.articles.count)
            show(at + by)
    }
    function seek(isForward: bool): void {
        asker = Actions.focusItem
        browser.unread.seek(place(), isForward)
    }

    component Going: KeyAction {
        isPossible: root.isReading || !root.page.pane.isAlone
        reason: qsTr("No article is in sight.")
    }

    Going { name: "next"; autoRepeat: true; onActivated: root.step(1) }
    Going { name: "previous"; autoRepeat: true; onActivated: root.step(-1) }
    Going { name: "next-unread"; onActivated: root.seek(true) }
    Going { name: "previous-unread"; onActivated: root.seek(false) }
    KeyAction {
        name: "read-on"
        isPossible: root.isReading
        reason: qsTr("No article is open.")
        onActivated: {
            if (!root.page.pane.readOn())
                root.step(1)
        }
    }
    KeyAction {
        name: "back"
        isPossible: root.article.canGoBack
        reason: qsTr("This is the first article you opened")
        onActivated: root.article.back()
    }
    KeyAction {
        name: "forward"
        isPossible: root.article.canGoForward
        reason: qsTr("You have not gone back")
        onActivated: root.article.forward()
    }
    KeyAction { name: "jump"; onActivated: root.page.grid.jumpToDate() }
    KeyAction {
        name: "step-back"
        onActivated: root.browser.selection.count > 0 ? root.browser.selection.clear() : root.page.stepBack()
    }

    Connections {
        target: root.browser.unread
        function onFound(articleId: real): void {
            if (!Actions.isHeld && Actions.focusItem === root.asker) // else one is about something else by now
                root.show(root.browser.articles.indexOf(articleId))
        }
        function onNone(isForward: bool): void {
            nothing.active = true
            const note = nothing.item as ToolTipPlain
            note.text = isForward ? qsTr("Every article from here on is seen.") : qsTr("Every article up to here is seen.")
            note.open()
        }
    }
    Loader {
        id: nothing
        active: false
        sourceComponent: ToolTipPlain {
            parent: root.page.grid
            y: Theme.s24
            delay: 0
            timeout: 3000
            contentItem.Accessible.role: Accessible.AlertMessage
        }
    }
}
