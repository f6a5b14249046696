// SPDX-License-Identifier: GPL-3.0-or-later
// Skeleton: the place of something that has not come yet.
import QtQuick
import Microfiche.Ui

Rectangle {
    color: Theme.line
    opacity: Theme.highContrast ? 0.2 : 1
    Accessible.ignored: true
}
