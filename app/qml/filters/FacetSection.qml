// SPDX-License-Identifier: GPL-3.0-or-later
// FacetSection: the topics or providers in the sidebar.
//   title, note ("122"), model with the roles name, count, total, isChosen, hue, logo, letter
//   largest (total of the longest bar), hasLogos
//   hiddenCount, moreLabel ("Show 119 with none"); toggled(index), moreRequested()
import QtQuick
import Microfiche.Ui

Column {
    id: root

    required property string title
    required property var model
    required property int largest
    property string note
    property bool hasLogos: false
    property string moreLabel

    signal toggled(int index)
    signal moreRequested()

    Accessible.role: Accessible.Grouping
    Accessible.name: title

    SectionLabel {
        x: Theme.s16
        width: root.width - 2 * Theme.s16
        text: root.title
        note: root.note
    }
    Item { width: 1; height: Theme.s4 }
    Repeater {
        model: root.model

        FacetRow {
            required property int index

            width: root.width
            largest: root.largest
            hasLogo: root.hasLogos
            onToggled: root.toggled(index)

            required isChosen
            required hue
            required logo
            required letter
        }
    }
    LinkText {
        x: LayoutMirroring.enabled ? root.width - width - Theme.px(40) : Theme.px(40)
        visible: root.moreLabel !== ""
        height: Theme.px(30)
        label: root.moreLabel
        isQuiet: true
        onClicked: root.moreRequested()
    }
}
