// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Microfiche.Fakes
import Microfiche.Ui

// The open article in its pane: one of which all is known, a mention, and the way between them.
Item {
    id: scene
    width: 440
    height: 900

    TemporaryArchive { id: archive }
    DetailPane {
        id: page
        anchors.fill: parent
        browser: archive.browser
    }
    SignalSpy { id: closed; target: page; signalName: "closeWanted" }
    SignalSpy { id: toggled; target: page; signalName: "fullToggled" }

    PageCase {
        name: "DetailPane"

        readonly property var article: archive.browser.article

        function initTestCase() {
            archive.writeArticle("The red fox", "https://news.example/fox",
                "publishedDateTime: 2023-05-10T10:00:00Z\nquality: 84\nheat: 12\ntopics: [Foxes, Winter]\n"
                + "provider: {name: North, domain: north.example}\nexcerpt: What it eats.\n"
                + "ampWebUrl: https://amp.example/fox\nrelated:\n"
                + "  - {title: An owl, webUrl: \"https://news.example/owl\"}\n"
                + "  - {title: The badger, webUrl: \"https://b.example/1\"}\n")
            archive.writeArticle("An owl", "https://news.example/owl")
            archive.start()
            archive.importFiles()
            tryVerify(() => archive.browser.articles.count === 2 && !archive.browser.imports.isRunning)
        }
        function init() {
            failOnWarning(/Binding loop|TypeError|ReferenceError|Unable to assign/)
            scene.width = 440
            scene.LayoutMirroring.enabled = false
            page.isFull = false
            page.canFill = true
            closed.clear()
            toggled.clear()
            article.close()
            article.open(archive.browser.articles.idAt(0)) // newest first: the fox has a date
            tryCompare(article.card, "title", "The red fox")
            tryVerify(() => article.related.count === 2)
        }

        function test_saysAllThatIsKnown() {
            for (const words of ["The red fox", "North", "What it eats.", "84", "quality", "12", "heat", "Foxes", "Winter"])
                verify(says(page, words), words)
            compare(nameless(page), [])
            holdsItsWords(page)
        }
        function test_keysReachActionsInOrder() {
            const names = tour(button(page, "Back") ?? button(page, "More"), 30)
            const order = ["More", "Close", "North", "Foxes", "Winter", "Open original", "AMP", "Copy link", "Star"]
            compare(names.filter(name => order.includes(name)), order)
            verify(names.some(name => name.startsWith("An owl")) && names.some(name => name.startsWith("The badger")))
            compare(names.filter(name => name === ""), [])
        }
        function test_actsByTheKeyboard() {
            const before = archive.opened().length
            button(page, "Open original").forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            button(page, "AMP").forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            compare(archive.opened().slice(before), ["https://news.example/fox", "https://amp.example/fox"])
            button(page, "Copy link").forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            verify(says(page, "Link copied"))
        }
        function test_isStarredAndSeen() {
            tryVerify(() => says(page, "Seen"))
            const star = button(page, "Star")
            star.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            verify(article.card.isStarred)
            compare(star.text, "Starred")
            tryCompare(archive.browser, "archiveStarred", 1)
            keyClick(Qt.Key_Return)
            verify(!article.card.isStarred)
        }
        function test_aFicheIsNoTallerThanOnACard() {
            const picture = all(page).find(item => item instanceof CardPicture)
            for (const width of [400, 800, 1100]) {
                scene.width = width
                compare(picture.height, 144)
            }
        }
        function test_whoGoesBackReadsOnWhereTheyWere() {
            const scroll = all(page).find(item => item instanceof Flickable && item.contentHeight > item.height)
            verify(scroll)
            scroll.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_PageDown)
            const place = scroll.contentY
            verify(place > 0)
            const owl = stops(page).find(item => item.Accessible.name.startsWith("An owl")).card.articleId
            article.open(owl)
            tryCompare(article.card, "title", "An owl")
            compare(scroll.contentY, 0)
            article.back()
            tryCompare(article.card, "title", "The red fox")
            tryCompare(scroll, "contentY", place)
            article.open(owl)
            tryCompare(article.card, "title", "An owl")
            article.open(archive.browser.articles.idAt(0)) // not back: from its beginning
            tryCompare(article.card, "title", "The red fox")
            tryVerify(() => article.related.count === 2)
            compare(scroll.contentY, 0)
        }
        function test_relatedCardsWearTheirMarks() {
            const owl = stops(page).find(item => item.Accessible.name.startsWith("An owl"))
            const marks = findChild(owl, "marks")
            archive.browser.marks.setStarred(owl.card.articleId, true)
            tryVerify(() => Array.from(marks.children).filter(mark => mark.visible).length === 1)
            verify(owl.Accessible.name.endsWith("starred"))
            archive.browser.marks.setStarred(owl.card.articleId, false)
        }
        function test_aMentionIsShownAsWhatIsKnownOfIt() {
            const badger = stops(page).find(item => item.Accessible.name.startsWith("The badger"))
            badger.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            tryCompare(article.card, "isMention", true)
            verify(says(page, "Mention"))
            verify(says(page, "Unrated") && says(page, "Undated"))
            verify(button(page, "Show source") === null)
            compare(nameless(page), [])
            mouseClick(button(page, "Back"))
            tryCompare(article.card, "title", "The red fox")
        }
        function test_aTopicBecomesTheQuery() {
            button(page, "Winter").forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            compare(archive.browser.query.text, "topic:Winter")
            archive.browser.query.clear()
        }
        function test_showsTheSource() {
            button(page, "Show source").forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            tryVerify(() => article.source.isOpen)
            article.source.close()
        }
        function test_widths_data() {
            return [{ tag: "narrow", width: 400, font: 13, isFull: false },
                    { tag: "full", width: 1100, font: 13, isFull: true },
                    { tag: "large font", width: 616, font: 20, isFull: false },
                    { tag: "dark", width: 440, font: 13, isFull: false, dark: true }]
        }
        function test_widths(row) {
            scene.width = row.width
            page.isFull = row.isFull
            Theme.fontPixelSize = row.font
            Theme.dark = row.dark === true
            holdsItsWords(page)
            const title = text(page, "The red fox")
            verify(title.width > 0 && !title.truncated)
        }
        function test_mirrored() {
            scene.LayoutMirroring.childrenInherit = true
            scene.LayoutMirroring.enabled = true
            verify(button(page, "Close").mapToItem(page, 0, 0).x < 60)
            verify(button(page, "Back") === null || button(page, "Back").mapToItem(page, 0, 0).x > 300)
            verify(button(page, "Copy link").mapToItem(page, 0, 0).x < button(page, "Open original").mapToItem(page, 0, 0).x)
            const isAtStart = item => item.mapToItem(page, item.width / 2, 0).x < page.width / 2
            for (const words of ["Address", "Related", "Show source"])
                verify(!isAtStart(text(page, words)), words)
            holdsItsWords(page)
        }
        function test_closes() {
            mouseClick(button(page, "Close"))
            compare(closed.count, 1)
        }
    }
}
