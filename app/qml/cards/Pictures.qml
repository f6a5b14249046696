// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures: how it stands with the pictures of the open archive, for whatever shows one. The window
// sets `states`, and `isCounted` when the first moments are over: a card may say more then; and
// `servers`, whom the user has named as servers of their own; `byHand`, which loads one of them.
pragma Singleton
import QtQuick
import Microfiche.Models

QtObject {
    property PictureStates states: null
    property bool isCounted: false
    property LocalServers servers: null
    property PictureByHand byHand: null
}
