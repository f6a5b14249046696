// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/pictureformat.h"

#include <QByteArray>
#include <QSize>

#include <optional>

namespace Microfiche
{

/// What the structure of a picture's bytes says before anything is decoded. Found by walking chunks
/// and markers, in time linear in the bytes.
struct PictureHeader {
    QSize size;             ///< the largest the decoder will have to make
    qint64 decodeBytes = 0; ///< memory that decoding needs whatever size is asked for
    int scans = 1;          ///< times a decoder passes over all pixels
    QByteArray bytes;       ///< what to decode: without metadata and without frames after the first
};

/// None if the structure is broken or ends too early.
std::optional<PictureHeader> readPictureHeader(PictureFormat format, const QByteArray &bytes);

/// What decoding one picture may take.
inline constexpr int MaxDecodeMiB = 128;
inline constexpr qint64 MaxDecodeBytes = qint64(MaxDecodeMiB) * 1024 * 1024;

/// Whether decoding it would take more pixels, memory or time than any picture may.
bool isTooLarge(const PictureHeader &header);

} // namespace Microfiche
