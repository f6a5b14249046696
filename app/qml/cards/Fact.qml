// SPDX-License-Identifier: GPL-3.0-or-later
// Fact: a small icon and a word or number. iconName, text, name (what it is, for a reader), color.
import QtQuick
import Microfiche.Ui

IconLabel {
    id: root

    required property string name

    iconSize: Theme.factIconSize
    font: Theme.fact
    lineHeight: Theme.factLine
    color: Theme.ink2
    spacing: 6
    isCentred: false
    Accessible.role: Accessible.StaticText
    Accessible.name: name
}
