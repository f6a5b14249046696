// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/decodememory.h"
#include "pictures/pictureformat.h"
#include "pictures/pictureloader.h"

namespace Microfiche
{

/// Tells Qt never to allocate more than 128 MiB for one image. The limit is the process's own, not
/// a reader's: it is lowered once, before the first decoding thread runs, and never raised.
void limitImageAllocation();

/// Of all decoders of the process, like the limit above: 160 MiB, so that of the largest pictures
/// one is decoded at a time, and small ones beside it.
DecodeMemory &decodeMemory();

/// Whether there is something on this machine that reads it.
bool canDecode(PictureFormat format);

/// Decodes the first frame of `bytes` upright and scaled down to cover `size`, as
/// PictureLoader::load() says. Blocks, also while others take the memory it needs; safe on any
/// thread.
LoadedPicture decodePicture(const QByteArray &bytes, QSize size);

} // namespace Microfiche
