// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/thumbnailstore.h"

namespace Microfiche
{

/// A thumbnail as it lies on disk.
struct ThumbnailFile {
    PictureTraits traits;
    QByteArray picture; ///< coded; empty if the original is used instead
};

/// Layout, numbers big-endian: "MFTHUMB2", BLAKE2b-256 of all that follows, the hash of the
/// original (32 bytes), likeness (8), width and height of the original (4 each), the coded picture.
QByteArray encodeThumbnailFile(const QByteArray &content, const ThumbnailFile &file);

/// None unless it is whole and that of `content`.
std::optional<ThumbnailFile> decodeThumbnailFile(const QByteArray &content,
                                                 const QByteArray &bytes);

/// `image` in at most `most` bytes, as well as they allow; empty if that would not do it justice.
QByteArray encodeThumbnail(const QImage &image, qint64 most);

/// Bytes of a file without a picture.
inline constexpr qint64 BareThumbnailBytes = 8 + 32 + 32 + 8 + 4 + 4;

} // namespace Microfiche
