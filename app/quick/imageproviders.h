// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QQmlEngine;

namespace Microfiche
{

/// Gives `engine` the pictures that we draw ourselves:
/// image://icon/NAME/RRGGBB (or AARRGGBB) from qrc:/icons/NAME.svg,
/// image://fiche/WIDTH/DARK/MIRRORED/HUE/SEED/LETTERS (WIDTH of the item, in units),
/// image://shadow/BLUR/PERCENT, a nine-patch with borders of twice the blur.
void addImageProviders(QQmlEngine &engine);

} // namespace Microfiche
