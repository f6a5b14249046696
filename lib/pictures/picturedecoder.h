// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/pictureloader.h"

namespace Microfiche
{

/// Tells Qt never to allocate more than 128 MiB for one image. The limit is the process's own, not
/// a reader's: it is lowered once, before the first decoding thread runs, and never raised.
void limitImageAllocation();

/// Decodes the first frame of `bytes` upright and scaled down to cover `size`, as
/// PictureLoader::load() says. Blocks; safe on any thread.
LoadedPicture decodePicture(const QByteArray &bytes, QSize size);

} // namespace Microfiche
