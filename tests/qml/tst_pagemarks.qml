// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import QtTest
import Microfiche.Fakes
import Microfiche.Grid
import Microfiche.Models
import Microfiche.Ui

// What a person says of articles: several are selected and marked at once, tagged, noted, and all of it
// is undone.
Item {
    id: scene
    width: 1440
    height: 900

    TemporaryArchive { id: archive }
    BrowsePage {
        id: page
        anchors.fill: parent
        focus: true
        browser: archive.browser
        workspace: archive.workspace
    }

    PageCase {
        name: "Marks"

        readonly property var browser: archive.browser
        readonly property var selection: archive.browser.selection
        readonly property var marks: archive.browser.marks
        readonly property Item sidebar: findChild(page, "sidebar")
        readonly property Item articles: findChild(page, "articles")

        function initTestCase() {
            for (let i = 1; i <= 9; ++i)
                archive.writeArticle("Article " + i, "https://news.example/" + i, "publishedDateTime: 2020-0" + i + "-10T10:00:00Z\n")
            archive.start()
            archive.importFiles()
            tryVerify(() => browser.articles.count === 9 && !browser.imports.isRunning)
        }
        function init() {
            failOnWarning(/Binding loop|TypeError|ReferenceError|Unable to assign/)
            page.view = ArticleViews.Cards
            page.isImportShown = false
            browser.article.close()
            browser.query.clear()
            selection.clear()
            articles.forceActiveFocus()
            tryVerify(() => browser.articles.count === 9)
            tryVerify(() => card(0) !== null)
        }
        function cleanup() {
            for (let menus = 0; menus < 3 && all(overlay()).some(item => item.menu?.opened ?? false); ++menus)
                keyClick(Qt.Key_Escape) // or one failure would lead to others
            while (browser.canUndo) {
                browser.undo()
                wait(0)
            }
            tryVerify(() => marks.tagNames.length === 0 && starred() === 0)
        }
        function card(row) {
            return all(articles).find(item => item instanceof ArticleCard && item.index === row && item.shown.isLoaded) ?? null
        }
        // What is on its way to another place is nothing to click on.
        function still(find) {
            let last = null
            tryVerify(() => {
                const at = find()?.mapToItem(page, 0, 0) ?? null
                const isStill = at !== null && last !== null && at.x === last.x && at.y === last.y
                last = at
                return isStill
            })
            return find()
        }
        function settled(row) { return still(() => card(row)) }
        function click(row, modifiers) {
            const hit = settled(row)
            mouseClick(hit, 30, hit.height - 30, Qt.LeftButton, modifiers ?? Qt.NoModifier)
        }
        function chosen() {
            const rows = []
            for (let row = 0; row < browser.articles.count; ++row)
                if (selection.contains(browser.articles.idAt(row)))
                    rows.push(row)
            return rows
        }
        function shown(row) { return browser.articles.data(browser.articles.index(row, 0), ArticleListModel.CardRole) }
        function starred() {
            let count = 0
            for (let row = 0; row < browser.articles.count; ++row)
                count += shown(row).isStarred ? 1 : 0
            return count
        }
        function overlay() { return page.T.Overlay.overlay }
        function entry(name) { return all(overlay()).find(item => item.Accessible.name === name) ?? null }
        function typeTag(name) {
            tryVerify(() => findChild(overlay(), "tagName") !== null || page.Window.activeFocusItem !== null)
            for (const letter of name)
                keyClick(letter)
            keyClick(Qt.Key_Return)
        }

        function test_clicksChooseWithCtrlAndShift() {
            click(1, Qt.ControlModifier)
            click(3, Qt.ControlModifier)
            compare(chosen(), [1, 3])
            verify(!browser.article.isOpen)
            click(5, Qt.ShiftModifier)
            compare(chosen(), [1, 3, 4, 5])
            click(3, Qt.ControlModifier)
            compare(chosen(), [1, 4, 5])
            verify(says(page, "3 selected"))
            verify(card(4).Accessible.selected && !card(3).Accessible.selected)
            click(0) // opens it, as ever
            tryVerify(() => browser.article.isOpen)
            compare(selection.count, 0)
        }
        function test_keysChoose() {
            keyClick(Qt.Key_Home)
            keyClick(Qt.Key_Right, Qt.ShiftModifier)
            keyClick(Qt.Key_Right, Qt.ShiftModifier)
            compare(chosen(), [0, 1, 2])
            keyClick(Qt.Key_Left, Qt.ShiftModifier)
            compare(chosen(), [0, 1])
            keyClick(Qt.Key_End)
            keyClick(Qt.Key_Space, Qt.ControlModifier)
            compare(chosen(), [0, 1, 8])
            keySequence(StandardKey.SelectAll)
            compare(selection.count, 9)
            keyClick(Qt.Key_Escape)
            compare(selection.count, 0)
        }
        function test_chosenInAnyView_data() {
            return [{ tag: "list", view: ArticleViews.List }, { tag: "table", view: ArticleViews.Table }]
        }
        function test_chosenInAnyView(data) {
            page.view = data.view
            const row = number => all(articles).find(item => item.index === number && item.shown !== undefined && item.shown.isLoaded) ?? null
            tryVerify(() => row(1) !== null && row(3) !== null && row(3).y > row(1).y) // each in its place
            mouseClick(row(1), 60, 10, Qt.LeftButton, Qt.ControlModifier)
            mouseClick(row(3), 60, 10, Qt.LeftButton, Qt.ShiftModifier)
            compare(chosen(), [1, 2, 3])
            verify(row(2).Accessible.selected)
        }
        function test_aBandChoosesWhatItMeets() {
            const first = settled(0)
            const from = first.mapToItem(articles, -10, first.height / 2)
            const second = card(1).mapToItem(articles, 40, first.height / 2 + 20)
            mousePress(articles, from.x, from.y)
            mouseMove(articles, from.x + 30, from.y + 5)
            mouseMove(articles, second.x - 10, second.y - 5)
            mouseMove(articles, second.x, second.y)
            tryVerify(() => chosen().length === 2)
            verify(findChild(page, "band").visible)
            mouseRelease(articles, second.x, second.y)
            compare(chosen(), [0, 1])
            verify(!browser.article.isOpen)
        }
        function test_allAreStarredAndUndoneByTheName() {
            keySequence(StandardKey.SelectAll)
            keyClick(Qt.Key_S)
            compare(starred(), 9)
            compare(browser.undoText, "Undo Star 9 articles")
            tryVerify(() => button(sidebar, "Starred, 9") !== null)
            keySequence(StandardKey.Undo)
            tryVerify(() => starred() === 0)
            compare(browser.redoText, "Redo Star 9 articles")
            tryVerify(() => button(sidebar, "Starred, 0") !== null)
            keySequence(StandardKey.Redo)
            tryVerify(() => starred() === 9)
        }
        function test_undoGoesBackInTheOrderInWhichThingsWereDone() {
            marks.setStarred(browser.articles.idAt(0), true)
            tryCompare(browser, "archiveStarred", 1)
            browser.query.setText("is:starred")
            tryCompare(browser.articles, "count", 1)
            marks.addTag(browser.articles.idAt(0), "Later")
            compare(browser.undoText, "Undo Tag 1 article “Later”")
            browser.undo()
            compare(browser.query.text, "is:starred")
            browser.undo()
            compare(browser.query.text, "")
            tryCompare(browser.articles, "count", 9)
            compare(browser.undoText, "Undo Star 1 article")
            browser.undo()
            tryVerify(() => starred() === 0)
        }
        function test_theBarMarksWhatIsSelected() {
            click(2, Qt.ControlModifier)
            click(4, Qt.ControlModifier)
            tryVerify(() => button(page, "Star") !== null)
            mouseClick(button(page, "Star"))
            tryVerify(() => starred() === 2)
            mouseClick(button(page, "Seen"))
            tryVerify(() => shown(2).isSeen && shown(4).isSeen && !shown(3).isSeen)
            mouseClick(button(page, "Clear"))
            compare(selection.count, 0)
        }
        function test_theMenuOfASelectedCardIsForAll() {
            click(2, Qt.ControlModifier)
            click(4, Qt.ControlModifier)
            mouseClick(settled(4), 30, card(4).height - 30, Qt.RightButton)
            tryVerify(() => entry("Star") !== null)
            mouseClick(entry("Star"))
            tryVerify(() => starred() === 2)
            mouseClick(settled(0), 30, card(0).height - 30, Qt.RightButton)
            compare(selection.count, 0) // of another card
            keyClick(Qt.Key_Escape)
        }
        function test_tagsArePutOnWhatIsSelectedAndCounted() {
            click(2, Qt.ControlModifier)
            click(4, Qt.ControlModifier)
            keyClick(Qt.Key_T)
            typeTag("Quotes")
            tryVerify(() => marks.tagNames.length === 1)
            tryVerify(() => shown(2).tags.length === 1 && shown(4).tags.length === 1)
            tryVerify(() => button(sidebar, "Quotes, 2 of 2 articles") !== null)
            verify(findChild(card(2), "tags").visible)
            verify(card(2).Accessible.name.endsWith("tagged Quotes"))
            mouseClick(still(() => button(sidebar, "Quotes, 2 of 2 articles")))
            tryCompare(browser.articles, "count", 2)
            compare(browser.query.text, "tag:Quotes")
            browser.query.clear()
            tryCompare(browser.articles, "count", 9)
        }
        function test_aTagIsRenamedMergedColouredAndDeletedFromItsMenu() {
            marks.addTag(browser.articles.idAt(0), "One")
            marks.addTag(browser.articles.idAt(1), "Two")
            tryVerify(() => button(sidebar, "One, 1 of 1 articles") !== null && button(sidebar, "Two, 1 of 1 articles") !== null)
            const one = marks.tagOf("one")
            const choose = name => {
                tryVerify(() => entry(name) === null) // the last menu is gone
                mouseClick(still(() => button(sidebar, marks.tagNameOf(one) + ", 1 of 1 articles")), 20, 10, Qt.RightButton)
                tryVerify(() => entry(name) !== null)
                tryVerify(() => entry(name).menu.opened) // it has its place then
                mouseClick(entry(name))
            }
            choose("Violet")
            tryVerify(() => marks.tagColorOf(one) === 5)
            choose("Rename…")
            typeTag("two")
            tryVerify(() => says(overlay(), "There is a tag of this name. Merge the two instead."))
            keySequence(StandardKey.SelectAll)
            typeTag("First")
            tryVerify(() => marks.tagNameOf(one) === "First")
            tryVerify(() => button(sidebar, "First, 1 of 1 articles") !== null)
            choose("Merge into another…")
            typeTag("two")
            tryVerify(() => marks.tagNames.length === 1)
            tryVerify(() => button(sidebar, "Two, 2 of 2 articles") !== null)
            mouseClick(still(() => button(sidebar, "Two, 2 of 2 articles")), 20, 10, Qt.RightButton)
            tryVerify(() => entry("Delete") !== null && entry("Delete").menu.opened)
            mouseClick(entry("Delete"))
            tryVerify(() => marks.tagNames.length === 0)
            compare(browser.undoText, "Undo Delete the tag “Two”")
        }
        function test_theOpenArticleIsTaggedAndNoted() {
            click(3)
            tryVerify(() => browser.article.isOpen && browser.article.card.isLoaded)
            tryVerify(() => button(page, "Add a tag") !== null)
            const id = browser.article.articleId
            button(page, "Add a tag").clicked()
            typeTag("to read")
            tryVerify(() => button(page, "Tag to read") !== null)
            const note = findChild(page, "noteText")
            note.forceActiveFocus(Qt.TabFocusReason)
            for (const letter of "as it is")
                keyClick(letter)
            tryVerify(() => browser.article.note === "as it is")
            articles.forceActiveFocus()
            compare(browser.undoText, "Undo Change a note")
            browser.undo()
            tryVerify(() => browser.article.note === "")
            tryCompare(note, "text", "")
            browser.redo()
            tryCompare(note, "text", "as it is")
            browser.article.open(browser.articles.idAt(4))
            tryVerify(() => browser.article.articleId !== id && findChild(page, "noteText").text === "")
            browser.article.back()
            tryVerify(() => findChild(page, "noteText").text === "as it is")
            button(page, "Tag to read").forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Delete)
            tryVerify(() => button(page, "Tag to read") === null)
        }
        function test_eachControlHasAName() {
            click(2, Qt.ControlModifier)
            compare(nameless(page), [])
            marks.addTag(browser.articles.idAt(0), "One")
            selection.clear()
            browser.article.open(browser.articles.idAt(0))
            tryVerify(() => button(page, "Tag One") !== null)
            compare(nameless(page), [])
        }
    }
}
