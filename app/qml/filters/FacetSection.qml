// SPDX-License-Identifier: GPL-3.0-or-later
// FacetSection: the topics or providers in the sidebar.
//   title, model (FacetModel), isProviders (logos, not swatches), isTags (dots), limit (rows at first)
//   menuRequested(tagId): of a tag
//   chosen(key, keep): keep stays beside what is chosen already
//   excluded(key): leaves it out, or no longer
// With more values than rows there is a field to look for one.
import QtQuick
import Microfiche.Ui

Column {
    id: root

    required property string title
    required property var model
    property bool isProviders: false
    property bool isTags: false
    property int limit: 8

    signal chosen(string key, bool keep)
    signal excluded(string key)
    signal menuRequested(int tagId)

    readonly property int stride: 50
    readonly property real nameStart: Theme.s16 + Theme.px(16) + Theme.s8

    function number(count: int): string { return count.toLocaleString(Qt.locale(), "f", 0) }

    Accessible.role: Accessible.Grouping
    Accessible.name: title
    onLimitChanged: if (model) model.shownLimit = limit
    Component.onCompleted: model.shownLimit = limit

    SectionLabel {
        x: Theme.s16
        width: root.width - 2 * Theme.s16
        text: root.title
        note: root.number(root.model.valueCount)
    }
    Item { width: 1; height: Theme.s4 }
    TypedField {
        objectName: "sought"
        x: Theme.s16 - Theme.s4
        width: root.width - 2 * x
        visible: root.model.valueCount > root.limit || value !== ""
        name: qsTr("Find in %1").arg(root.title)
        placeholderText: qsTr("Find")
        value: root.model.sought ?? ""
        onEdited: text => root.model.sought = text
    }
    Item { width: 1; height: Theme.s4; visible: root.model.valueCount > root.limit }
    Repeater {
        model: root.model

        FacetRow {
            required property string key
            required property bool chosen
            required property bool excluded
            required property string initials
            required property int tagColor
            required property int tagId

            width: root.width
            largest: root.model.largest
            isChosen: chosen
            isExcluded: excluded
            letter: initials
            hasLogo: root.isProviders
            hasDot: root.isTags
            dot: Theme.tagColor(tagColor)
            onMenuRequested: if (root.isTags)
                root.menuRequested(tagId)
            onToggled: keep => root.chosen(key, keep)
            onExclusionToggled: root.excluded(key)

            required hue
            required logo
        }
    }
    LinkText {
        x: LayoutMirroring.enabled ? root.width - width - root.nameStart : root.nameStart
        visible: root.model.hiddenCount > 0
        height: Theme.px(30)
        label: qsTr("Show %1 more").arg(root.number(Math.min(root.stride, root.model.hiddenCount)))
        isQuiet: true
        onClicked: root.model.shownLimit += root.stride
    }
    LinkText {
        x: LayoutMirroring.enabled ? root.width - width - root.nameStart : root.nameStart
        visible: root.model.hiddenCount <= 0 && (root.model.hiddenWithNone ?? 0) > 0
        height: Theme.px(30)
        label: qsTr("Show %1 with none").arg(root.number(root.model.hiddenWithNone ?? 0))
        isQuiet: true
        onClicked: {
            root.model.showsNone = true
            root.model.shownLimit += root.stride
        }
    }
    LinkText {
        x: LayoutMirroring.enabled ? root.width - width - root.nameStart : root.nameStart
        visible: root.model.shownLimit > root.limit
        height: Theme.px(30)
        label: qsTr("Show fewer")
        isQuiet: true
        onClicked: {
            root.model.showsNone = false
            root.model.shownLimit = root.limit
        }
    }
}
