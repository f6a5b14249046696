// SPDX-License-Identifier: GPL-3.0-or-later
// What a card says in place of a picture that has not come.
#pragma once

#include "pictures/source/picturestatus.h"

#include <QString>

namespace Microfiche
{

/// A few words; empty where the placeholder says enough.
QString pictureStateText(const PictureStatus &status);

} // namespace Microfiche
