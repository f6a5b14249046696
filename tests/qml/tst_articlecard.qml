// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Microfiche.Fakes
import Microfiche.Ui

Item {
    id: scene
    width: 700
    height: 600

    FakeCards { id: cards }
    Component {
        id: maker
        ArticleCard { x: 20; y: 20; height: implicitHeight }
    }
    SignalSpy { id: opened; signalName: "opened" }
    SignalSpy { id: original; signalName: "originalRequested" }
    SignalSpy { id: pressed; signalName: "pressed" }
    SignalSpy { id: starred; signalName: "starToggled" }
    SignalSpy { id: menu; signalName: "menuRequested" }

    TestCase {
        name: "ArticleCard"
        when: windowShown

        function init() { mouseMove(scene, scene.width - 1, scene.height - 1) }
        function cleanup() {
            scene.LayoutMirroring.enabled = false
            Theme.fontPixelSize = 13
        }
        function make(fields, width) {
            const card = createTemporaryObject(maker, scene, {
                index: 0, card: cards.card(fields ?? {}), width: width ?? 272
            })
            for (const spy of [opened, original, pressed, menu]) {
                spy.target = card
                spy.clear()
            }
            waitForRendering(card)
            return card
        }
        function bottomOf(card, name) {
            const item = findChild(card, name)
            return item.mapToItem(card, 0, item.height).y
        }

        readonly property string longTitle: "A title that goes on and on for much longer than any "
            + "card is wide so that it must be cut after its third line whatever happens to it, and then "
            + "goes on once more for the widest of all cards, which is wider than one would think"

        function test_excerptGivesWayToTheTitle_data() {
            return [
                { tag: "one line", title: "Short", lines: 1, excerpt: 3 },
                { tag: "three lines", title: longTitle, lines: 3, excerpt: 1 },
            ]
        }
        function test_excerptGivesWayToTheTitle(row) {
            const words = "word ".repeat(100)
            const card = make({ title: row.title, excerpt: words })
            compare(findChild(card, "title").lineCount, row.lines)
            compare(findChild(card, "excerpt").lineCount, row.excerpt)
            verify(bottomOf(card, "excerpt") <= findChild(card, "facts").y - 5)
        }

        function test_nothingIsCutThrough_data() {
            return [180, 223, 224, 272, 319, 320, 440].map(width => ({ tag: String(width), width: width }))
        }
        function test_nothingIsCutThrough(row) {
            const card = make({ title: longTitle, excerpt: "word ".repeat(200) }, row.width)
            const text = row.width < 224 ? "title" : "excerpt"
            verify(bottomOf(card, text) <= findChild(card, "facts").y,
                   bottomOf(card, text) + " > " + findChild(card, "facts").y)
            compare(findChild(card, "excerpt").visible, row.width >= 224)
            verify(findChild(card, "title").truncated)
        }

        function shows(card, name) { return findChild(card, name)?.visible ?? false }

        function test_allCardsOfAWidthAreOneHeight() {
            const one = make({ title: "Short", excerpt: "" })
            const other = make({ title: longTitle, excerpt: "word ".repeat(100) })
            compare(one.height, other.height)
            compare(findChild(one, "facts").y, findChild(other, "facts").y)
        }

        function test_missingIsMissing() {
            const facts = findChild(make({ heat: -1, relatedCount: 0, quality: -1 }), "facts")
            verify(!findChild(facts, "heat").visible)
            verify(!findChild(facts, "related").visible)
            compare(findChild(facts, "score").text, "Unrated")
        }

        function test_zeroHeatIsHeat() {
            verify(findChild(make({ heat: 0 }), "heat").visible)
        }

        function test_narrowDropsInOrder_data() {
            // In a class that may show words: what is there at which width.
            return [
                { tag: "wide", width: 430, topics: true, words: true, related: true, heat: true },
                { tag: "no topics", width: 340, topics: false, words: true, related: true, heat: true },
                { tag: "no words", width: 240, topics: false, words: false, related: true, heat: true },
                { tag: "no related", width: 175, topics: false, words: false, related: false, heat: true },
                { tag: "no heat", width: 120, topics: false, words: false, related: false, heat: false },
            ]
        }
        function test_narrowDropsInOrder(row) {
            const card = make({ isUnpublished: true, topics: ["Ferries"] }, row.width)
            card.sizeClass = row.width >= 320 ? Theme.card.large : Theme.card.normal
            compare(shows(card, "topics"), row.topics)
            compare(findChild(card, "unpublished").text !== "", row.words)
            compare(findChild(card, "related").visible, row.related)
            compare(findChild(card, "heat").visible, row.heat)
            verify(findChild(card, "unpublished").visible, "its icon is never dropped")
            verify(findChild(card, "meter").visible)
        }

        function test_compactHasIconsAlone() {
            const card = make({ isUnpublished: true, isWithdrawn: true }, 190)
            verify(!findChild(card, "heat").visible)
            verify(!findChild(card, "related").visible)
            compare(findChild(card, "unpublished").text, "")
            compare(findChild(card, "unpublished").Accessible.name, "Unpublished")
            verify(findChild(card, "withdrawn").visible)
        }

        function test_theDateIsNeverDropped() {
            const card = make({ provider: "A provider with a name as long as a sentence" }, 168)
            const date = findChild(card, "date")
            verify(!date.truncated)
            verify(date.mapToItem(card, 0, 0).x >= 0)
        }

        function test_plateShowsOnlyWhatIsTrue() {
            const card = make()
            const place = findChild(card, "plate")
            compare(place.item, null)
            card.isSelected = true
            const plate = place.item
            verify(plate.visible)
            verify(Qt.colorEqual(plate.color, Theme.soft))
            verify(Qt.colorEqual(plate.border.color, Theme.accent))
            card.isCurrent = true
            verify(Qt.colorEqual(plate.color, Theme.soft), "the plate stays under the ring")
            verify(Qt.colorEqual(plate.border.color, Theme.ink), "the line becomes the ring")
            card.isSelected = false
            compare(plate.border.width, 2)
            card.isCurrent = false
            mouseMove(card, 50, 50)
            tryVerify(() => place.item !== null && place.item.visible)
            compare(place.item.border.width, 1)
        }

        function test_marksShow_data() {
            return [
                { tag: "normal", width: 272, words: true },
                { tag: "compact", width: 180, words: false },
            ]
        }
        function test_marksShow(row) {
            const plain = make({}, row.width)
            compare(findChild(plain, "title").font.weight, Font.DemiBold)
            verify(!shows(plain, "seen"))
            verify(!shows(plain, "star-set"))
            const card = make({ isSeen: true, isStarred: true, heat: -1, relatedCount: 0 }, row.width)
            compare(findChild(card, "title").font.weight, Font.Normal)
            verify(Qt.colorEqual(findChild(card, "title").color, Theme.ink2))
            compare(findChild(card, "seen").text, row.words ? "Seen" : "")
            verify(shows(card, "seen"))
            const star = findChild(card, "star-set")
            verify(star.visible)
            compare(star.text, "")
            verify(Qt.colorEqual(star.iconColor, Theme.accent))
            const facts = findChild(card, "facts")
            tryVerify(() => star.mapToItem(facts, star.width, 0).x <= facts.width + 0.5)
            card.card = plain.card
            verify(!shows(card, "seen") && !shows(card, "star-set"), "the next article's are its own")
        }
        function test_theStarIsUnderTheHand() {
            const card = make()
            starred.target = card
            starred.clear()
            card.isCurrent = true // by keyboard too
            const button = findChild(card, "starButton")
            compare(button.Accessible.name, "Star")
            mouseClick(button)
            compare(starred.count, 1)
            compare(opened.count, 0)
            card.isCurrent = false
        }
        function test_clickOpens() {
            const card = make()
            mouseClick(card, 50, 200, Qt.LeftButton, Qt.ControlModifier)
            compare(opened.count, 1)
            compare(pressed.count, 1)
            compare(pressed.signalArguments[0][0], Qt.ControlModifier)
            compare(original.count, 0)
        }

        function test_doubleClickAsksForTheOriginal() {
            mouseDoubleClickSequence(make(), 50, 200)
            compare(original.count, 1)
        }

        function test_rightClickAsksForAMenu() {
            mouseClick(make(), 50, 200, Qt.RightButton)
            compare(menu.count, 1)
            compare(opened.count, 0)
        }

        function test_hoverBringsTheOriginalButton() {
            const card = make()
            mouseMove(card, 100, 100)
            tryVerify(() => card.isHovered)
            mouseClick(card, card.width - 56, 20)
            compare(original.count, 1)
            compare(opened.count, 0)
        }

        function test_skeletonHasTheSameSize() {
            const card = createTemporaryObject(maker, scene, {
                index: 0, card: cards.skeleton(), width: 272
            })
            waitForRendering(card)
            compare(card.height, Theme.card.height(272, Theme.card.normal))
            verify(!findChild(card, "title").visible)
        }

        function test_isSpoken() {
            compare(make({ spokenText: "Everything in one sentence" }).Accessible.name,
                    "Everything in one sentence")
        }

        function test_mirrors() {
            scene.LayoutMirroring.childrenInherit = true
            const card = make()
            const logo = findChild(card, "logo"), date = findChild(card, "date")
            verify(logo.x < date.x)
            verify(findChild(card, "meter").x < findChild(card, "heat").x)
            scene.LayoutMirroring.enabled = true
            verify(logo.x > date.x)
            verify(findChild(card, "meter").x > findChild(card, "heat").x)
            compare(findChild(card, "title").effectiveHorizontalAlignment, Text.AlignRight)
        }

        function test_growsWithTheFont() {
            const card = make({ title: longTitle, excerpt: "word ".repeat(100) }, 400)
            Theme.fontPixelSize = 20
            compare(card.sizeClass, Theme.card.normal, "as wide as 260 at the usual font")
            verify(bottomOf(card, "excerpt") <= findChild(card, "facts").y)
        }
    }
}
