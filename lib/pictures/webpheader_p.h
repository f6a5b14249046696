// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/pictureheader.h"

namespace Microfiche
{

/// As readPictureHeader() says: of an animation the first frame, as a picture of its own.
std::optional<PictureHeader> readWebpHeader(const QByteArray &bytes);

} // namespace Microfiche
