// SPDX-License-Identifier: GPL-3.0-or-later
// ChartPopup: what a chart's heading holds, over the table, where there is no room for a heading.
//   histogram, title, presets: [{label}]; presetChosen(index), tableWanted()
//   titles, titleChosen(index): as the heading has them
//   ask(isUpper, from): opens on that typed value; the focus goes back to `from`
import QtQuick
import QtQuick.Templates as T
import Microfiche.Models
import Microfiche.Ui

T.Popup {
    id: root

    required property Histogram histogram
    required property string title
    property var presets: []
    property var titles: []
    property T.Control asker
    property bool byKeyboard: false

    signal presetChosen(int index)
    signal tableWanted()
    signal titleChosen(int index)

    function ask(isUpper: bool, from: T.Control): void {
        asker = from
        byKeyboard = from.visualFocus
        open()
        words.focusField(isUpper)
    }

    implicitWidth: Theme.px(376)
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    padding: Theme.s12
    margins: Theme.s8
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    onClosed: {
        if (asker)
            asker.forceActiveFocus(byKeyboard ? Qt.TabFocusReason : Qt.PopupFocusReason)
    }

    background: Rectangle {
        color: Theme.raised
        radius: Theme.radius
        border { width: 1; color: Theme.dark || Theme.highContrast ? Theme.edge : Theme.line }
        Shadow {}
    }
    contentItem: FocusScope {
        implicitHeight: all.height
        Accessible.role: Accessible.Dialog
        Accessible.name: root.title

        Column {
            id: all
            width: parent.width
            spacing: Theme.s12

            ChartHeading {
                id: words
                objectName: "typed"
                width: parent.width
                histogram: root.histogram
                title: root.title
                alwaysTwoEnds: true
                hasTable: false
                titles: root.titles
                onTitleChosen: index => root.titleChosen(index)
            }
            Flickable {
                width: parent.width
                height: Math.min(contentHeight, Theme.px(120))
                contentHeight: ranges.height
                clip: contentHeight > height
                boundsBehavior: Flickable.StopAtBounds
                T.ScrollBar.vertical: ScrollBarThin {}

                Flow {
                    id: ranges
                    width: parent.width
                    spacing: Theme.s12
                    Repeater {
                        model: root.presets
                        LinkText {
                            required property var modelData
                            required property int index
                            objectName: "preset"
                            label: modelData.label
                            onClicked: {
                                root.presetChosen(index)
                                root.close()
                            }
                        }
                    }
                }
            }
            LinkText {
                objectName: "asTable"
                label: qsTr("As table")
                iconName: "table"
                isQuiet: true
                Accessible.name: qsTr("%1 as table").arg(root.title)
                onClicked: {
                    root.close()
                    root.tableWanted()
                }
            }
        }
    }
}
