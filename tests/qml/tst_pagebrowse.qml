// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import QtTest
import Microfiche.Fakes
import Microfiche.Grid
import Microfiche.Models
import Microfiche.Ui

// The page one looks at an archive with, in the widths of VISUAL.md's table.
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
        name: "BrowsePage"

        readonly property var browser: archive.browser
        readonly property var query: archive.browser.query
        readonly property Item sidebar: findChild(page, "sidebar")

        function initTestCase() {
            for (let i = 1; i <= 9; ++i) {
                archive.writeArticle("Article " + i, "https://news.example/" + i,
                    "publishedDateTime: 202" + (i % 4) + "-0" + i + "-10T10:00:00Z\nquality: " + i * 10
                    + "\ntopics: [" + (i % 2 ? "Foxes" : "Birds") + "]\n"
                    + "provider: {name: North, domain: north.example}\n")
            }
            archive.start()
            archive.importFiles()
            tryVerify(() => browser.articles.count === 9 && !browser.imports.isRunning)
        }
        function init() {
            failOnWarning(/Binding loop|TypeError|ReferenceError|Unable to assign/)
            show(1440)
            scene.LayoutMirroring.enabled = false
            browser.article.close()
            page.isImportShown = false
            query.clear()
            query.sort = QueryEditor.Newest
            tryVerify(() => browser.articles.count === 9)
        }
        // Of an open menu.
        function entry(name) {
            return all(page.T.Overlay.overlay).find(item => item.Accessible.name === name) ?? null
        }
        function show(width) {
            scene.width = width
            wait(0)
        }

        function test_tellsTheSameNumberEverywhere() {
            verify(says(page, browser.headline))
            compare(button(sidebar, "All articles, 9") !== null, true)
            query.typed = "topic:Foxes"
            tryCompare(browser.articles, "count", 5)
            verify(says(page, "on Foxes"))
            verify(button(sidebar, "Foxes, 5 of 5 articles") !== null)
        }
        function test_everyStopHasAName_data() {
            return [{ tag: "wide", width: 1440 }, { tag: "middle", width: 1100 }, { tag: "narrow", width: 800 }]
        }
        function test_everyStopHasAName(row) {
            show(row.width)
            compare(nameless(page), [])
            browser.article.open(browser.articles.idAt(0))
            tryVerify(() => browser.article.card.isLoaded)
            compare(nameless(page), [])
            page.isImportShown = true
            compare(nameless(page), [])
        }
        function test_keysGoThroughThePageInOrder() {
            const names = tour(button(sidebar, "All articles, 9"), 40)
            const order = ["All articles, 9", "Mentions, 0", "Unpublished, 0", "Foxes, 5 of 5 articles",
                           "North, 9 of 9 articles", "Search title, excerpt, provider, topic"]
            compare(names.filter(name => order.includes(name)), order)
            verify(names.indexOf("Order: Newest first") < 0, "a button with words is called by them")
            for (const name of ["Newest first", "Import", "Date from", "Date to", "Quality from", browser.headline])
                verify(names.includes(name), name + " in " + names.join(" | "))
            compare(names.filter(name => name === ""), [])
        }
        function test_orderIsChosenFromItsMenu() {
            mouseClick(button(page, "Newest first"))
            tryVerify(() => entry("Title, A to Z") !== null)
            mouseClick(entry("Title, A to Z"))
            tryCompare(query, "sort", QueryEditor.TitleUp)
            tryVerify(() => button(page, "Title, A to Z") !== null)
        }
        function test_importIsOfferedByItsMenu() {
            mouseClick(button(page, "Import"))
            tryVerify(() => entry("Choose files…") !== null)
            keyClick(Qt.Key_Escape)
        }
        function test_suggestsWhatCouldBeTyped() {
            const field = all(page).find(item => item.Accessible.name.startsWith("Search title"))
            field.forceActiveFocus()
            for (const key of "topic:f")
                keyClick(key)
            tryCompare(browser.completions, "count", 1)
            keyClick(Qt.Key_Down)
            keyClick(Qt.Key_Return)
            compare(query.typed.trim(), "topic:Foxes")
            keyClick(Qt.Key_Return)
            compare(query.typed, "")
            tryCompare(browser.articles, "count", 5)
            compare(browser.recentQueries[0], "topic:Foxes")
            page.forceActiveFocus()
            keySequence(StandardKey.Undo)
            tryCompare(browser.articles, "count", 9)
        }
        function test_aSearchIsSavedAndOpenedAgain() {
            query.typed = "quality:50.."
            query.acceptTyped()
            mouseClick(button(sidebar, "Save this search"))
            tryCompare(browser.savedSearches, "count", 1)
            for (const key of "Good")
                keyClick(key)
            keyClick(Qt.Key_Return)
            query.clear()
            tryVerify(() => button(sidebar, "Good, 5") !== null)
            mouseClick(button(sidebar, "Good, 5"))
            tryCompare(browser.articles, "count", 5)
            verify(!button(sidebar, "All articles, 9").isChosen, "the search alone is chosen")
            mouseClick(button(sidebar, "All articles, 9"))
            tryCompare(browser.articles, "count", 9)
            verify(button(sidebar, "All articles, 9").isChosen)
            button(sidebar, "Good, 5").forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Delete)
            tryCompare(browser.savedSearches, "count", 0)
            mouseClick(button(sidebar, "Put back “Good”"))
            tryCompare(browser.savedSearches, "count", 1)
            browser.savedSearches.remove(0)
        }
        function test_savedSearchesByTheKeyboard() {
            query.typed = "quality:50.."
            query.acceptTyped()
            page.forceActiveFocus()
            keyClick(Qt.Key_D, Qt.ControlModifier)
            tryCompare(browser.savedSearches, "count", 1)
            for (const key of "First")
                keyClick(key) // its name is there to be typed
            keyClick(Qt.Key_Return)
            query.clear()
            query.typed = "topic:Birds"
            query.acceptTyped()
            keyClick(Qt.Key_D, Qt.ControlModifier)
            tryCompare(browser.savedSearches, "count", 2)
            query.clear()
            const rows = () => all(sidebar).filter(item => item instanceof SavedSearchRow)
            tryVerify(() => rows().length === 2)
            const names = () => rows().map(row => row.name)
            const before = names()
            compare(before[0], "First")
            rows()[0].forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Down, Qt.AltModifier)
            tryVerify(() => names()[0] === before[1] && names()[1] === before[0])
            rows()[0].forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_F2)
            keySequence(StandardKey.SelectAll)
            for (const key of "Mine")
                keyClick(key)
            keyClick(Qt.Key_Return)
            tryVerify(() => names()[0] === "Mine")
            browser.savedSearches.remove(0)
            tryCompare(browser.savedSearches, "count", 1)
            browser.savedSearches.remove(0)
            tryCompare(browser.savedSearches, "count", 0)
        }
        function test_takesBackTheNewestChangeOfAll() {
            query.typed = "quality:50.."
            query.acceptTyped()
            browser.savedSearches.add("Good")
            tryVerify(() => button(sidebar, "Good, 5") !== null)
            button(sidebar, "Good, 5").forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Delete)
            tryCompare(browser.savedSearches, "count", 0)
            keySequence(StandardKey.Undo)
            tryCompare(browser.savedSearches, "count", 1)
            compare(query.text, "quality:50..")
            keySequence(StandardKey.Undo) // that it was saved
            tryCompare(browser.savedSearches, "count", 0)
            compare(query.text, "quality:50..")
            keySequence(StandardKey.Undo)
            tryCompare(query, "text", "")
        }
        function test_aQueryIsCopiedAsTextFromItsMenu() {
            query.typed = "quality:50.. topic:Foxes"
            query.acceptTyped()
            mouseClick(button(page, "Searches: recent ones, save, copy"))
            tryVerify(() => entry("Copy this query as text") !== null)
            mouseClick(entry("Copy this query as text"))
            tryVerify(() => archive.copied().length > 0)
            const copied = archive.copied().pop()
            query.clear()
            verify(query.setText(copied))
            compare(query.chips.map(chip => chip.label), ["Foxes", "Quality 50 and up"])
        }
        function test_narrowShowsWhereASearchIsSaved() {
            show(900)
            query.typed = "quality:50.."
            query.acceptTyped()
            keyClick(Qt.Key_D, Qt.ControlModifier)
            tryVerify(() => sidebar.x === 0)
            for (const key of "Good")
                keyClick(key)
            keyClick(Qt.Key_Return)
            tryVerify(() => button(sidebar, "Good, 5") !== null)
            keyClick(Qt.Key_Escape)
            browser.savedSearches.remove(0)
        }
        function test_recentSearchesAreOfferedAgain() {
            query.typed = "topic:Birds"
            page.forceActiveFocus()
            const field = all(page).find(item => item.Accessible.name.startsWith("Search title"))
            field.forceActiveFocus()
            keyClick(Qt.Key_Return)
            tryVerify(() => browser.recentQueries[0] === "topic:Birds")
            query.clear()
            mouseClick(button(page, "Searches: recent ones, save, copy"))
            tryVerify(() => entry("topic:Birds") !== null)
            mouseClick(entry("topic:Birds"))
            tryCompare(browser.articles, "count", 4)
        }
        function test_jumpsToADate_data() {
            return [{ tag: "by its key", byKey: true }, { tag: "from the menu", byKey: false }]
        }
        function test_jumpsToADate(row) {
            if (row.byKey) {
                page.forceActiveFocus()
                keyClick(Qt.Key_G, Qt.ControlModifier)
            } else {
                mouseClick(button(page, "Not grouped"))
                tryVerify(() => entry("Jump to date…") !== null)
                mouseClick(entry("Jump to date…"))
            }
            tryVerify(() => all(page.T.Overlay.overlay).some(item => item.Accessible.name === "Jump to date"))
            for (const key of "2021")
                keyClick(key)
            keyClick(Qt.Key_Return)
            const grid = all(page).find(item => item instanceof CardGrid)
            tryVerify(() => grid.currentIndex > 0 && grid.currentIndex < 9)
            keyClick(Qt.Key_Escape)
        }
        function test_aSliderSetsTheCardsSize() {
            const slider = all(page).find(item => item.Accessible.name === "Card size" && item.handle)
            const before = archive.workspace.preferences.cardWidth
            slider.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Right)
            tryVerify(() => archive.workspace.preferences.cardWidth !== before)
            archive.workspace.preferences.cardWidth = 0
        }
        function test_aZoomEndsWithTheWholeSpan() {
            browser.dates.zoom(browser.dates.bars.length / 2, 0.2)
            tryVerify(() => button(page, "Show the whole span of Date") !== null)
            mouseClick(button(page, "Show the whole span of Date"))
            tryVerify(() => !browser.dates.isZoomed)
        }
        function test_starredIsAPlaceOfItsOwn() {
            const id = browser.articles.idAt(2)
            browser.marks.setStarred(id, true)
            tryVerify(() => button(sidebar, "Starred, 1") !== null)
            mouseClick(button(sidebar, "Starred, 1"))
            tryCompare(browser.articles, "count", 1)
            compare(query.chips.map(chip => chip.label), ["Mentions too", "Starred"])
            browser.marks.setStarred(id, false)
            tryVerify(() => button(sidebar, "Starred, 0") !== null)
            compare(browser.articles.count, 1) // it stays under the hand
            mouseClick(button(sidebar, "Starred, 0"))
            tryCompare(browser.articles, "count", 0)
        }
        function test_keysChooseTheView_data() {
            return [{ tag: "table", key: "Ctrl+3", view: ArticleViews.Table }, { tag: "list", key: "Ctrl+2", view: ArticleViews.List },
                    { tag: "cards", key: "Ctrl+1", view: ArticleViews.Cards }]
        }
        function test_keysChooseTheView(row) {
            keySequence(row.key)
            compare(page.view, row.view)
            compare(archive.workspace.preferences.view, row.view)
        }
        function test_aCardHasAMenu() {
            let card = null
            tryVerify(() => (card = all(page).find(item => item instanceof ArticleCard && item.card.isLoaded)) ?? false)
            mouseClick(card, 40, 140, Qt.RightButton)
            tryVerify(() => entry("Star") !== null)
            mouseClick(entry("Star"))
            tryCompare(browser, "archiveStarred", 1)
            mouseClick(card, 40, 140, Qt.RightButton)
            tryVerify(() => entry("Take the star away") !== null)
            mouseClick(entry("Take the star away"))
            tryCompare(browser, "archiveStarred", 0)
            verify(!browser.article.isOpen)
        }
        function test_altLeavesATopicOut() {
            mouseClick(button(sidebar, "Foxes, 5 of 5 articles"), 40, 10, Qt.LeftButton, Qt.AltModifier)
            tryCompare(browser.articles, "count", 4)
            compare(query.text, "-topic:Foxes")
        }
        function test_nothingMatches() {
            query.typed = "quality:900.."
            tryCompare(browser.articles, "count", 0)
            verify(says(page, "No article matches. " + browser.nothingText))
            verify(browser.nothingText.includes("9"))
            const all = button(page, "Show all articles")
            all.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            tryCompare(browser.articles, "count", 9)
            verify(button(page, "Show all articles") === null)
        }
        function test_aWrongQuerySaysSoAtThePlaceAndKeepsTheAnswer() {
            query.typed = "topic:Foxes"
            tryCompare(browser.articles, "count", 5)
            query.typed = "topic:Foxes quality:8o.."
            verify(says(page, query.errorText) && query.errorText !== "")
            compare(browser.articles.count, 5)
            holdsItsWords(page)
        }
        function test_narrowHasADrawer() {
            show(800)
            verify(!sidebar.visible || !sidebar.enabled)
            const menu = button(page, "Sidebar (F9)")
            menu.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            tryVerify(() => sidebar.visible && sidebar.enabled)
            verify(button(sidebar, "All articles, 9").activeFocus, "the keyboard is in it")
            tryCompare(sidebar, "x", 0)
            keyClick(Qt.Key_Escape)
            tryVerify(() => !sidebar.visible)
            show(1440)
            tryVerify(() => sidebar.visible && sidebar.x === 0)
        }
        function test_narrowPaneTakesThePlaceOfTheCards() {
            show(800)
            browser.article.open(browser.articles.idAt(0))
            tryVerify(() => browser.article.card.isLoaded)
            verify(!says(page, browser.headline))
            verify(button(page, "Close (Esc)") !== null)
            keyClick(Qt.Key_Escape)
            verify(!browser.article.isOpen)
            verify(says(page, browser.headline))
        }
        function test_besideAPaneTwoCardsStandInARow() {
            show(1200)
            browser.article.open(browser.articles.idAt(0))
            tryVerify(() => browser.article.card.isLoaded)
            const cards = () => all(page).filter(item => item instanceof ArticleCard)
            tryVerify(() => cards().length > 1 && cards().every(card => card.width < 320))
        }
        function test_sidebarHoldsItsWords_data() {
            return [{ tag: "usual", font: 13, width: 1440 }, { tag: "large font", font: 20, width: 1800 },
                    { tag: "large font, drawer", font: 20, width: 1100 }, { tag: "drawer", font: 13, width: 800 }]
        }
        function test_sidebarHoldsItsWords(row) {
            Theme.fontPixelSize = row.font
            show(row.width)
            if (!sidebar.enabled) {
                keyClick(Qt.Key_F9)
                tryVerify(() => sidebar.visible && sidebar.enabled)
            } else {
                const edge = button(page, "Width of the sidebar")
                for (let i = 0; i < 30; ++i)
                    edge.dragged(-16) // as narrow as it goes
            }
            for (const words of ["All articles", "Unpublished", "Mentions", "Not seen yet", "Starred",
                                 browser.imports.sidebarText])
                verify(!text(sidebar, words).truncated, words)
            verify(sidebar.width >= Theme.px(184))
            holdsItsWords(page)
            keyClick(Qt.Key_Escape)
            const edge = button(page, "Width of the sidebar")
            if (edge)
                edge.reset()
        }
        function test_edgesMoveByTheKeyboard() {
            const edge = button(page, "Width of the sidebar"), before = sidebar.width
            edge.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Right)
            compare(sidebar.width, before + 16)
            keyClick(Qt.Key_Delete)
            compare(sidebar.width, before)
        }
        function test_aLargeFontLeavesRoomForCards() {
            Theme.fontPixelSize = 20
            for (const width of [800, 1100, 1440, 1800]) {
                show(width)
                browser.article.open(browser.articles.idAt(0))
                tryVerify(() => browser.article.card.isLoaded)
                holdsItsWords(page)
                browser.article.close()
                holdsItsWords(page)
            }
        }
        function test_mirrored() {
            scene.LayoutMirroring.childrenInherit = true
            scene.LayoutMirroring.enabled = true
            show(1440)
            compare(sidebar.mapToItem(page, sidebar.width, 0).x, page.width)
            browser.article.open(browser.articles.idAt(0))
            tryVerify(() => browser.article.card.isLoaded)
            verify(button(page, "Close (Esc)").mapToItem(page, 0, 0).x < 60, "the pane is at the left")
            tryVerify(() => text(page, browser.headline).mapToItem(page, 0, 0).x > 600)
            holdsItsWords(page)
            const edge = button(page, "Width of the sidebar"), before = sidebar.width
            edge.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Left)
            compare(sidebar.width, before + 16, "to the left is wider")
            edge.reset()
            browser.article.close()
            show(800)
            keyClick(Qt.Key_F9)
            tryVerify(() => sidebar.mapToItem(page, sidebar.width, 0).x === page.width)
            keyClick(Qt.Key_Escape)
            tryVerify(() => !sidebar.visible)
        }
        function test_theImportShowsItself() {
            archive.writeArticle("Another", "https://news.example/99")
            archive.importFiles()
            tryVerify(() => page.isImportShown && !browser.imports.isRunning)
            verify(says(page, "Import"))
            keyClick(Qt.Key_Escape)
            verify(!page.isImportShown)
        }
    }
}
