// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures: how it stands with the pictures of the open archive, for whatever shows one. The window
// sets `states`.
pragma Singleton
import QtQuick
import Microfiche.Models

QtObject {
    property PictureStates states: null
}
