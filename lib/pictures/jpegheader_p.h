// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/pictureheader.h"

namespace Microfiche
{

/// As readPictureHeader() says.
std::optional<PictureHeader> readJpegHeader(const QByteArray &bytes);

/// A sound JPEG in several scans as a decoder needs it that makes each block of 8 x 8 pixels one:
/// without the scans that say what a block looks like inside. Decoded at an eighth of its size it
/// is the same pixel for pixel, but takes a fraction of the time. Others stay as they are.
QByteArray withoutFineScans(const QByteArray &bytes);

} // namespace Microfiche
