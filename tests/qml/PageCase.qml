// SPDX-License-Identifier: GPL-3.0-or-later
// PageCase: what tests of pages ask of any of them.
import QtQuick
import QtTest
import Microfiche.Ui

TestCase {
    id: root

    when: windowShown

    function init() { failOnWarning(/Binding loop|TypeError|ReferenceError|Unable to assign/) }

    function all(item) {
        return [item].concat(...Array.from(item.children).filter(child => child.visible).map(child => all(child)))
    }
    // What Tab reaches, in the order of the tree.
    function stops(page) {
        return all(page).filter(item => item.activeFocusOnTab && item.enabled)
    }
    // Goes round with Tab from `first` and says the names of what has the focus.
    function tour(first, most) {
        first.forceActiveFocus(Qt.TabFocusReason)
        const names = []
        for (let i = 0; i < most; ++i) {
            const item = first.Window.activeFocusItem
            names.push(item.Accessible.name)
            keyClick(Qt.Key_Tab)
            if (first.activeFocus)
                break
        }
        return names
    }
    function nameless(page) {
        return stops(page).filter(item => item.Accessible.name === "").map(item => String(item))
    }
    function words(page) {
        return all(page).filter(item => item instanceof PlainText && item.text !== "")
    }
    function text(page, words) { return root.words(page).find(item => item.text === words) ?? null }
    function says(page, words) { return text(page, words) !== null }
    function button(page, name) { return stops(page).find(item => item.Accessible.name === name) ?? null }
    // Words that reach beyond the page.
    function outside(page) {
        return words(page).filter(item => {
            const at = item.mapToItem(page, 0, 0)
            return item.width > 0 && (at.x < -0.5 || at.x + item.width > page.width + 0.5)
        }).map(item => item.text)
    }
    // Positioners move what they hold a little later.
    function holdsItsWords(page) {
        for (let i = 0; i < 20 && outside(page).length > 0; ++i)
            wait(10)
        compare(outside(page), [])
    }
    function cleanup() {
        Theme.fontPixelSize = 13
        Theme.dark = false
    }
}
