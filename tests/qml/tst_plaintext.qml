// SPDX-License-Identifier: GPL-3.0-or-later
// Article text is hostile. Whatever shows it must show it as it stands.
import QtQuick
import QtTest
import Microfiche.Fakes
import Microfiche.Ui

Item {
    id: scene
    width: 900
    height: 700

    readonly property string evil: "<b>bold</b> <img src=\"x\" width=\"2147483647\"> &amp; &lt;"
    FakeCards { id: cards }
    FakeHistogram { id: histogram; totals: [1, 2, 3] }
    readonly property var fields: ({ title: evil, excerpt: evil, provider: evil, initials: "<i",
                                     topics: [evil, evil], dateText: evil, isUnpublished: true })

    Flow {
        anchors.fill: parent
        ArticleCard { width: 272; height: implicitHeight; index: 0; card: cards.card(scene.fields) }
        ArticleCard { width: 360; height: implicitHeight; index: 0; card: cards.card(scene.fields) }
        RelatedCard { width: 160; index: 0; card: cards.card(scene.fields) }
        Chip { label: scene.evil; note: scene.evil }
        SearchField { text: scene.evil; errorText: scene.evil; chips: [{ label: scene.evil, shortLabel: scene.evil, note: scene.evil }] }
        TypedField { name: "From"; value: scene.evil; error: scene.evil }
        ActionButton { text: scene.evil; iconName: "open"; toolTip: scene.evil }
        IconButton { iconName: "open"; toolTip: scene.evil }
        LinkText { label: scene.evil }
        MenuButton { id: menuButton; text: scene.evil; menu: PopupMenu { MenuEntry { text: scene.evil; note: scene.evil } } }
        SectionLabel { width: 200; text: scene.evil; note: scene.evil }
        SidebarRow { width: 200; text: scene.evil; count: 1 }
        FacetRow { width: 200; name: scene.evil; count: 1; total: 2; largest: 3 }
        Sheet { width: 200; height: 100; title: scene.evil; note: scene.evil }
        Pane { width: 300; height: 100; title: scene.evil; note: scene.evil }
        FilterBar { width: 900; height: implicitHeight; dates: histogram; qualities: histogram }
        Item {
            width: 10; height: 10
            ToolTipPlain { id: tip; text: scene.evil; visible: true; delay: 0 }
        }
    }

    TestCase {
        name: "PlainText"
        when: windowShown

        property int seen: 0
        function walk(item) {
            if (item.textFormat !== undefined) {
                ++seen
                compare(item.textFormat, Text.PlainText, item.text)
            }
            for (let i = 0; i < item.children.length; ++i)
                walk(item.children[i])
        }

        function test_everyTextIsPlain() {
            menuButton.open()
            const menu = menuButton.openedMenu
            tryCompare(menu, "opened", true)
            walk(scene)
            walk(menu.contentItem)
            walk(tip.contentItem)
            verify(seen > 60, seen + " texts seen")
            menu.close()
        }
    }
}
