// SPDX-License-Identifier: GPL-3.0-or-later
// HeaderBar: search, order, import. browser, isNarrow (a menu button for the sidebar), isTight
// (icons without words); focusSearch(); menuWanted(), filesWanted(), folderWanted(), gridWanted(),
// saveWanted().
import QtQuick
import Microfiche.Models
import Microfiche.Ui

Item {
    id: root

    required property ArchiveBrowser browser
    property bool isNarrow: false
    property bool isTight: false
    readonly property QueryEditor query: browser.query
    signal menuWanted()
    signal filesWanted()
    signal folderWanted()
    signal gridWanted()
    signal saveWanted()

    function focusSearch(): void { search.focusText() }

    implicitHeight: Math.max(Theme.px(56), search.height + 20)
    z: 1

    Row {
        id: row
        anchors { fill: parent; leftMargin: Theme.s16; rightMargin: root.isNarrow ? Theme.s16 : Theme.s24 }
        spacing: Theme.s8
        readonly property real middle: Math.round((Theme.px(56) - Theme.controlHeight) / 2)

        IconButton {
            id: menu
            y: row.middle
            visible: root.isNarrow
            iconName: "menu"
            toolTip: qsTr("Sidebar")
            onClicked: root.menuWanted()
        }
        SearchField {
            id: search
            objectName: "search"
            y: row.middle
            width: row.width - (menu.visible ? menu.width + row.spacing : 0) - order.width - importMenu.width - 2 * row.spacing
            text: root.query.typed
            chips: root.query.chips
            isShort: root.isNarrow || root.isTight
            placeholderText: qsTr("Search title, excerpt, provider, topic")
            errorText: root.query.errorText
            errorStart: root.query.errorStart
            errorLength: root.query.errorLength
            onEdited: text => root.query.typed = text
            onAccepted: {
                if (root.query.errorText !== "")
                    return // what is wrong is to be mended here
                root.query.acceptTyped()
                root.gridWanted()
            }
            onChipRemoved: row => root.query.removeChip(row)
            onLastChipRemoved: root.query.removeChip(root.query.chips.length - 1)
            onEscaped: root.gridWanted()
            suggestions: root.browser.completions
            onSuggestionsWanted: (text, cursor) => root.browser.completions.suggest(text, cursor)
            onSuggestionsUnwanted: root.browser.completions.clear()
            onSuggestionTaken: row => typedTo(root.browser.completions.textWith(row),
                                              root.browser.completions.cursorWith(row))
            trailing: QueryMenu {
                browser: root.browser
                onSaveWanted: root.saveWanted()
            }
        }
        MenuButton {
            id: order
            y: row.middle
            iconName: "sort"
            text: root.isNarrow || root.isTight ? "" : root.query.sortText
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
            text: root.isNarrow || root.isTight ? "" : qsTr("Import")
            toolTip: qsTr("Import files or a folder")

            menu: PopupMenu {
                MenuEntry { text: qsTr("Choose files…"); iconName: "file"; onTriggered: root.filesWanted() }
                MenuEntry { text: qsTr("Choose a folder…"); iconName: "folder"; onTriggered: root.folderWanted() }
            }
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
}
