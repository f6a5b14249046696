// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import QtTest
import Microfiche.Fakes
import Microfiche.Grid
import Microfiche.Models
import Microfiche.Ui

// Pictures as one looks at them: in full over the window, and as a wall of them.
Item {
    id: scene
    width: 1200
    height: 800

    TemporaryArchive { id: archive }
    BrowsePage {
        id: page
        anchors.fill: parent
        focus: true
        browser: archive.browser
        workspace: archive.workspace
    }
    SignalSpy { id: fileWanted; target: page; signalName: "pictureFileWanted" }

    PageCase {
        name: "Pictures"

        readonly property var browser: archive.browser
        readonly property var query: archive.browser.query
        readonly property var picture: archive.browser.picture
        readonly property Item overlay: page.T.Overlay.overlay
        readonly property Item stage: findChild(overlay, "stage")
        property var hashes: ({})

        // Newest first: 1 has two pictures, 2 none, 3 the one of 1 in other bytes, 4 one whose file is
        // damaged, 5 one that is not here, 6 the very file of 1 under another address.
        function initTestCase() {
            hashes = {
                a: archive.writePicture("a.jpg", 2400, 1600, 1), b: archive.writePicture("b.jpg", 300, 200, 2),
                c: archive.writePicture("c.jpg", 600, 400, 1), d: archive.writePicture("d.jpg", 500, 400, 4)
            }
            archive.writePicture("copy/a.jpg", 2400, 1600, 1)
            const images = [["a.jpg", "b.jpg"], [], ["c.jpg"], ["d.jpg"], ["gone.jpg"], ["copy/a.jpg"]]
            images.forEach((names, i) => archive.writeArticle("Article " + (i + 1), "https://news.example/" + (i + 1),
                "publishedDateTime: 2024-01-" + (30 - i) + "T10:00:00Z\n" + (names.length === 0 ? "" : "images:\n"
                + names.map((name, n) => "  - {url: \"https://news.example/" + name + "\", title: \"Caption " + (i + 1) + "." + (n + 1) + "\"}\n").join(""))))
            archive.start()
            archive.importFiles()
            tryVerify(() => browser.articles.count === 6 && !browser.imports.isRunning)
        }
        function init() {
            failOnWarning(/Binding loop|TypeError|ReferenceError|Unable to assign/)
            scene.LayoutMirroring.enabled = false
            scene.width = 1200
            picture.close()
            tryVerify(() => overlay === null || !findChild(overlay, "stage") || !overlay.visible)
            browser.article.close()
            page.isImportShown = false
            archive.writePicture("d.jpg", 500, 400, 4) // whole again
            page.view = ArticleViews.Cards
            query.clear()
            fileWanted.clear()
            tryVerify(() => browser.articles.count === 6)
            page.forceActiveFocus()
        }
        function view(row) {
            picture.open(browser.articles.idAt(row))
            tryVerify(() => picture.isOpen && picture.articleId === browser.articles.idAt(row))
            tryVerify(() => stage !== null && overlay.visible)
        }
        function titles() {
            const rows = Array.from({ length: browser.articles.count }, (_, row) => browser.articles.index(row, 0))
            return rows.map(row => browser.articles.data(row, ArticleListModel.CardRole).title)
        }
        function whole() { return findChild(stage, "whole") }
        function shown() { return findChild(stage, "shownPicture") }

        function test_opensFromTheDetailAndComesBack() {
            browser.article.open(browser.articles.idAt(0))
            tryVerify(() => browser.article.pictureTitle === "Caption 1.1")
            const name = "View the picture in full: Caption 1.1"
            tryVerify(() => button(page, name) !== null && says(page, "2 pictures"))
            const opener = button(page, name)
            opener.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Return)
            tryVerify(() => picture.isOpen)
            tryVerify(() => says(overlay, "Caption 1.1"))
            tryVerify(() => says(overlay, "1 of 2"))
            tryVerify(() => text(overlay, "Article 1") !== null)
            tryVerify(() => words(overlay).some(item => item.text.startsWith("2,400 × 1,600 pixels · ") && item.text.endsWith("· JPEG · news.example")))
            tryCompare(whole(), "status", Image.Ready)
            compare(whole().sourceSize.width, 2400)
            keyClick(Qt.Key_Escape)
            verify(!picture.isOpen)
            verify(browser.article.isOpen, "Esc is the viewer's alone")
            tryVerify(() => opener.activeFocus)
            mouseClick(opener)
            tryVerify(() => picture.isOpen)
        }
        function test_everyStopHasANameAndKeysStayInside() {
            view(0)
            tryCompare(stage.known, "width", 2400) // only a picture that has come can be copied
            compare(nameless(overlay), [])
            const names = tour(button(overlay, "Next picture (Page Down)"), 20)
            for (const name of ["Copy picture (Ctrl+C)", "Save as… (Ctrl+S)", "Open its address on news.example",
                                "Articles with this picture", "Close (Esc)"])
                verify(names.includes(name), name)
            verify(!names.some(name => name.startsWith("Search")))
            holdsItsWords(overlay)
            scene.width = 800
            tryVerify(() => button(overlay, "More") !== null && button(overlay, "Copy picture (Ctrl+C)") === null)
            compare(nameless(overlay), [])
            holdsItsWords(overlay)
        }
        function test_whatAnImportBroughtStaysAnyway() {
            view(0)
            tryVerify(() => browser.keeping.whyNot === "An import brought it: it stays anyway")
            const keep = findChild(overlay, "keep")
            verify(keep !== null && !keep.enabled)
            keyClick(Qt.Key_K)
            verify(!browser.keeping.isPicked && picture.isOpen)
        }
        function test_zoomsAtThePointer() {
            view(0)
            tryCompare(stage.known, "width", 2400)
            verify(stage.isFit && stage.zoom < 1)
            const before = stage.mapToItem(shown(), 700, 300).x / shown().width
            mouseWheel(stage, 700, 300, 0, 360)
            verify(!stage.isFit)
            const after = stage.mapToItem(shown(), 700, 300).x / shown().width
            fuzzyCompare(before, after, 0.003)
            keyClick(Qt.Key_1)
            compare(stage.zoom, 1)
            compare(shown().width, 2400)
            keyClick(Qt.Key_Plus)
            compare(stage.zoom, 1.25)
            keyClick(Qt.Key_Minus)
            fuzzyCompare(stage.zoom, 1, 0.001)
            keyClick(Qt.Key_0)
            verify(stage.isFit)
            keyClick(Qt.Key_Minus)
            verify(stage.isFit, "smaller than fitted it does not go")
            for (let i = 0; i < 40; ++i)
                keyClick(Qt.Key_Plus)
            compare(stage.zoom, 8)
            verify(!button(overlay, "Larger (+)") || !button(overlay, "Larger (+)").enabled)
        }
        function test_isMovedByHandAndKeys() {
            view(0)
            tryCompare(stage.known, "width", 2400)
            keyClick(Qt.Key_1)
            const x = shown().x
            keyClick(Qt.Key_Right)
            compare(shown().x, x - 80)
            mouseDrag(stage, 600, 300, 100, 40)
            verify(shown().x > x - 80)
            for (let i = 0; i < 40; ++i)
                keyClick(Qt.Key_Left)
            compare(shown().x, 0) // and no further
            compare(picture.placeText, "1 of 2")
        }
        function test_aSmallPictureIsNotBlownUp() {
            view(0)
            keyClick(Qt.Key_Right)
            tryCompare(picture, "placeText", "2 of 2")
            tryCompare(stage.known, "width", 300)
            compare(stage.zoom, 1)
            verify(!stage.canPan)
        }
        function test_goesThroughPicturesAndArticles() {
            view(0)
            verify(!picture.hasPrevious)
            keyClick(Qt.Key_PageDown)
            tryCompare(picture, "caption", "Caption 1.2")
            keyClick(Qt.Key_PageDown)
            tryCompare(picture, "caption", "Caption 3.1") // 2 has none
            keyClick(Qt.Key_Left)
            tryCompare(picture, "caption", "Caption 1.2")
            keyClick(Qt.Key_Right)
            tryCompare(picture, "caption", "Caption 3.1")
            keyClick(Qt.Key_Right)
            tryCompare(picture, "caption", "Caption 4.1")
            keyClick(Qt.Key_Right)
            tryCompare(picture, "caption", "Caption 6.1") // the one of 5 is not here
            verify(!picture.hasNext)
            keyClick(Qt.Key_Right)
            tryVerify(() => picture.notice.startsWith("No article after"))
            keyClick(Qt.Key_Escape)
            const grid = all(page).find(item => item instanceof CardGrid)
            compare(grid.currentIndex, 5)
        }
        function test_whatIsOpenFollows() {
            const grid = all(page).find(item => item instanceof CardGrid)
            browser.article.open(browser.articles.idAt(0))
            grid.currentIndex = 0
            view(0)
            keyClick(Qt.Key_PageDown)
            keyClick(Qt.Key_PageDown)
            tryCompare(picture, "caption", "Caption 3.1")
            keyClick(Qt.Key_Escape)
            tryCompare(browser.article, "articleId", browser.articles.idAt(2))
            compare(grid.currentIndex, 2, "where keys go on")
            browser.article.close()
        }
        function test_mirroredLeftLeadsOn() {
            scene.LayoutMirroring.childrenInherit = true
            scene.LayoutMirroring.enabled = true
            view(0)
            verify(button(overlay, "Close (Esc)").mapToItem(overlay, 0, 0).x < 100)
            keyClick(Qt.Key_Left)
            tryCompare(picture, "caption", "Caption 1.2")
        }
        function test_copiesAndOpensItsAddress() {
            view(0)
            tryVerify(() => picture.hasBytes)
            const copied = archive.copiedPictures()
            keySequence(StandardKey.Copy)
            tryVerify(() => archive.copiedPictures() === copied + 1)
            tryVerify(() => says(overlay, "Picture copied"))
            const opened = archive.opened().length
            mouseClick(button(overlay, "Open its address on news.example"))
            compare(archive.opened().slice(opened), ["https://news.example/a.jpg"])
        }
        function test_savesTheBytesAsTheyAre() {
            view(0)
            tryVerify(() => picture.hasBytes)
            keySequence(StandardKey.Save)
            compare(fileWanted.count, 1)
            compare(fileWanted.signalArguments[0][0], "a")
            compare(fileWanted.signalArguments[0][1], "jpg")
            picture.save(archive.fileUrl("saved.png"))
            tryVerify(() => says(overlay, "Saved as saved.png.jpg"))
            compare(archive.sizeOf(archive.fileUrl("saved.png.jpg")), archive.sizeOf(archive.fileUrl("source/a.jpg")))
            picture.save(archive.fileUrl("nowhere/saved.jpg"))
            tryVerify(() => picture.notice.startsWith("saved.jpg could not be written"))
        }
        function test_isDraggedOutAsPictureAndFile() {
            view(0)
            tryVerify(() => picture.hasBytes)
            compare(Object.keys(picture.dragged).length, 0)
            mousePress(stage, 600, 300)
            tryVerify(() => Object.keys(picture.dragged).length === 2)
            mouseRelease(stage, 600, 300)
            const file = picture.dragged["text/uri-list"][0]
            verify(file.startsWith("file:") && file.endsWith("/a.jpg"))
            compare(archive.sizeOf(file), archive.sizeOf(archive.fileUrl("source/a.jpg")))
            compare(picture.dragged["image/jpeg"].byteLength, archive.sizeOf(file))
        }
        function test_saysWhyThereIsNone_data() {
            return [{ tag: "not here", row: 4, why: "This picture is not in the archive, only its address." },
                    { tag: "damaged", row: 3, damage: true, why: "The picture's file is damaged. Import its folder again to have it back." }]
        }
        function test_saysWhyThereIsNone(row) {
            if (row.damage)
                archive.damagePicture(hashes.d)
            view(row.row)
            tryVerify(() => says(overlay, row.why))
            verify(!button(overlay, "Copy picture (Ctrl+C)"))
            keySequence(StandardKey.Copy)
            keyClick(Qt.Key_Plus)
            compare(nameless(overlay), [])
        }
        function test_findsArticlesWithThePicture() {
            view(0)
            tryCompare(whole(), "status", Image.Ready)
            mouseClick(button(overlay, "Articles with this picture"))
            verify(!picture.isOpen)
            compare(query.text, "picture:https://news.example/a.jpg")
            // 1 and 6: the same bytes; and 3, as soon as it is known how it looks
            tryVerify(() => browser.articles.count === 2 || browser.articles.count === 3)
            verify(titles().includes("Article 1") && titles().includes("Article 6"))
            compare(query.chips[0].label, "Picture a.jpg")
            query.undo()
            tryCompare(browser.articles, "count", 6)
        }
        function test_findsThoseThatLookTheSame() {
            page.view = ArticleViews.Wall // so that all have been drawn
            tryCompare(browser.articles, "count", 5)
            tryVerify(() => all(page).filter(item => item instanceof CardPicture && item.hasPicture).length >= 3)
            query.setText("picture:https://news.example/1")
            tryVerify(() => { browser.askAgain(); return browser.articles.count === 3 }, 10000) // and 3
            page.view = ArticleViews.Cards
        }
        function test_whatIsToldMovesNoPicture() {
            picture.open(browser.articles.idAt(0))
            tryVerify(() => picture.isOpen && picture.hasBytes && overlay.visible)
            const stage = findChild(overlay, "stage")
            tryVerify(() => !stage.isLoading)
            const before = [stage.height, stage.zoom]
            keyClick(Qt.Key_C, Qt.ControlModifier)
            tryCompare(picture, "notice", "Picture copied")
            tryVerify(() => says(overlay, "Picture copied"))
            compare([stage.height, stage.zoom], before)
            picture.close()
        }
        function test_theWallShowsPictures() {
            const grid = all(page).find(item => item instanceof CardGrid)
            keyClick(Qt.Key_4, Qt.ControlModifier)
            compare(page.view, ArticleViews.Wall)
            compare(query.text, "has:picture") // as anyone can see
            tryCompare(browser.articles, "count", 5)
            tryVerify(() => all(grid).filter(item => item instanceof WallCell).length === 5)
            compare(nameless(grid), [])
            const cells = all(grid).filter(item => item instanceof WallCell)
            const first = cells.find(cell => cell.index === 0)
            verify(!says(first, "Article 1"))
            mouseMove(first, 20, 20)
            tryVerify(() => says(first, "Article 1"))
            verify(says(cells.find(cell => cell.shown.title === "Article 5"), "Article 5"), "a fiche says its title")
            mouseMove(page, 2, 2)
            grid.forceActiveFocus(Qt.TabFocusReason)
            keyClick(Qt.Key_Home)
            tryVerify(() => says(first, "Article 1"))
            keyClick(Qt.Key_Space)
            tryVerify(() => picture.isOpen && picture.caption === "Caption 1.1")
            tryVerify(() => overlay.visible)
            keyClick(Qt.Key_Space)
            verify(!picture.isOpen)
            tryVerify(() => grid.activeFocus)
            keyClick(Qt.Key_Return)
            tryVerify(() => browser.article.isOpen && browser.article.card.title === "Article 1")
            browser.article.close()
            keyClick(Qt.Key_1, Qt.ControlModifier)
            compare(query.text, "")
            tryCompare(browser.articles, "count", 6)
        }
        function test_whatTheUserAskedStaysBehindTheWall() {
            query.setText("has:picture")
            page.view = ArticleViews.Wall
            compare(query.text, "has:picture")
            page.view = ArticleViews.List
            compare(query.text, "has:picture")
            page.view = ArticleViews.Wall
            query.clear() // taken away in the wall: it shows fiches
            tryCompare(browser.articles, "count", 6)
            page.view = ArticleViews.Cards
            compare(query.text, "")
        }
        function test_theWallInItsSizes_data() {
            return [{ tag: "narrow", width: 800 }, { tag: "wide", width: 1600 }, { tag: "dark", width: 1200, dark: true }]
        }
        function test_theWallInItsSizes(row) {
            Theme.dark = row.dark === true
            scene.width = row.width
            page.view = ArticleViews.Wall
            const grid = all(page).find(item => item instanceof CardGrid)
            tryVerify(() => all(grid).filter(item => item instanceof WallCell).length === 5)
            holdsItsWords(page)
        }
    }
}
