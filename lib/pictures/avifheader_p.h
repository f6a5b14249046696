// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/pictureheader.h"

namespace Microfiche
{

/// As readPictureHeader() says; the bytes are left as they are.
std::optional<PictureHeader> readAvifHeader(const QByteArray &bytes);

} // namespace Microfiche
