// SPDX-License-Identifier: GPL-3.0-or-later
// MissingBar: the bar of those without a value: undated, unrated. histogram, chartHeight, hasLabel.
// A press goes round: without them, with them too, only them.
import QtQuick
import QtQuick.Templates as T
import Microfiche.Models
import Microfiche.Quick
import Microfiche.Ui

T.AbstractButton {
    id: root

    required property Histogram histogram
    property bool hasLabel: true
    property real chartHeight: 52
    readonly property real labelWidth: hasLabel ? words.implicitWidth : 0

    width: 16
    height: chartHeight + 1
    bottomPadding: 1
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: qsTr("%1: %2 of %3 articles").arg(histogram.missingLabel)
        .arg(histogram.missing.count.toLocaleString(Qt.locale(), "f", 0))
        .arg(histogram.missing.total.toLocaleString(Qt.locale(), "f", 0))
    Accessible.checkable: true
    Accessible.checked: histogram.missingChosen
    onClicked: histogram.chooseMissing()
    Keys.onReturnPressed: histogram.chooseMissing()

    background: Item {
        Rectangle {
            anchors { fill: parent; leftMargin: -2; rightMargin: -2; bottomMargin: 1 }
            visible: root.histogram.isBrushed && root.histogram.missingChosen
            color: Theme.soft
            border { width: Theme.softEdge; color: Theme.edge }
        }
        Rectangle {
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom
                      leftMargin: -2; rightMargin: -2 }
            height: 1
            color: Theme.edge
        }
        FocusRing { shown: root.visualFocus }
    }
    contentItem: HistogramBars {
        histogram: root.histogram
        isMissing: true
        total: Theme.highContrast ? "transparent" : Theme.total
        edge: Theme.edge
        accent: Theme.accent
        mid: Theme.mid
    }
    PlainText {
        id: words
        x: -2
        y: root.chartHeight + 2
        width: implicitWidth
        visible: root.hasLabel
        text: root.histogram.missingLabel
        font: Theme.label
        lineHeight: Theme.labelLine
        color: Theme.ink3
        Accessible.ignored: true
    }
    HoverTip {
        text: root.Accessible.name
        shown: root.hovered
        delay: 0
    }
}
