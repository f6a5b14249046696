// SPDX-License-Identifier: GPL-3.0-or-later
// HeaderParts: what a HeaderBar holds. bar; focusSearch().
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property HeaderBar bar
    readonly property ArchiveBrowser browser: bar.browser
    readonly property QueryEditor query: browser.query

    function focusSearch(): void { search.focusText() }

    implicitHeight: search.height + 20

    Row {
        id: row
        anchors { fill: parent; leftMargin: Theme.s16; rightMargin: root.bar.isNarrow ? Theme.s16 : Theme.s24 }
        spacing: Theme.s8
        readonly property real middle: Math.round((Theme.px(56) - Theme.controlHeight) / 2)

        IconButton {
            id: menu
            y: row.middle
            visible: root.bar.hasSidebarButton
            iconName: "menu"
            toolTip: Actions.tip(qsTr("Sidebar"), "sidebar")
            onClicked: root.bar.menuWanted()
        }
        SearchField {
            id: search
            objectName: "search"
            y: row.middle
            width: row.width - (menu.visible ? menu.width + row.spacing : 0) - order.width - importMenu.width - (program.visible ? program.width + row.spacing : 0) - 2 * row.spacing
            text: root.query.typed
            chips: root.query.chips
            isShort: root.bar.isNarrow || root.bar.isTight
            placeholderText: qsTr("Search title, excerpt, provider, topic")
            errorText: root.query.errorText
            errorStart: root.query.errorStart
            errorLength: root.query.errorLength
            hintText: root.query.hintText
            hintStart: root.query.hintStart
            hintLength: root.query.hintLength
            onEdited: text => root.query.typed = text
            onAccepted: {
                if (root.query.errorText !== "")
                    return // what is wrong is to be mended here
                root.query.acceptTyped()
                root.bar.gridWanted()
            }
            onChipRemoved: row => root.query.removeChip(row)
            onLastChipRemoved: root.query.removeChip(root.query.chips.length - 1)
            onEscaped: root.bar.gridWanted()
            suggestions: root.browser.completions
            onSuggestionsWanted: (text, cursor) => root.browser.completions.suggest(text, cursor)
            onSuggestionsUnwanted: root.browser.completions.clear()
            onSuggestionTaken: row => typedTo(root.browser.completions.textWith(row),
                                              root.browser.completions.cursorWith(row))
            trailing: QueryMenu {
                browser: root.browser
                onSaveWanted: root.bar.saveWanted()
            }
        }
        MenuButton {
            id: order
            y: row.middle
            iconName: "sort"
            text: root.bar.isNarrow || root.bar.isTight ? "" : root.query.sortText
            toolTip: qsTr("Order: %1").arg(root.query.sortText)

            menu: PopupMenu {
                Repeater {
                    model: [QueryEditor.Newest, QueryEditor.Oldest, QueryEditor.BestFirst, QueryEditor.WorstFirst,
                            QueryEditor.HottestFirst, QueryEditor.CoolestFirst, QueryEditor.TitleUp, QueryEditor.TitleDown,
                            QueryEditor.ProviderUp, QueryEditor.ProviderDown]
                    MenuEntry {
                        required property int modelData
                        text: root.query.sortName(modelData)
                        checked: root.query.sort === modelData
                        onTriggered: root.query.sort = modelData
                    }
                }
            }
        }
        MenuButton {
            id: importMenu
            y: row.middle
            kind: ActionButton.Primary
            iconName: "import"
            text: root.bar.isNarrow || root.bar.isTight ? "" : qsTr("Import")
            toolTip: qsTr("Import files or a folder")

            menu: PopupMenu {
                MenuEntry { text: qsTr("Choose files…"); iconName: "file"; onTriggered: root.bar.filesWanted() }
                MenuEntry { text: qsTr("Choose a folder…"); iconName: "folder"; onTriggered: root.bar.folderWanted() }
                Repeater {
                    model: root.bar.hasPictures ? 1 : 0
                    MenuEntry { text: qsTr("Pictures from the web…"); iconName: "picture"; onTriggered: root.bar.picturesWanted() }
                }
            }
        }
        IconButton {
            id: program
            y: row.middle
            iconName: "more"
            toolTip: Actions.tip(qsTr("Menu"), "menu")
            visible: Actions.of("menu") !== null
            onClicked: Actions.trigger("menu")
        }
    }
}
