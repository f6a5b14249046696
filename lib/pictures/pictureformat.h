// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Microfiche
{

inline constexpr qint64 MaxPictureBytes = 10LL * 1024 * 1024;
inline constexpr qint64 MaxPicturePixels = 40'000'000;

/// Pictures that are shown, known by their first bytes, never by their name. (RELIABILITY.md, T7)
enum class PictureFormat { None, Png, Jpeg, Gif, WebP, Avif };

PictureFormat pictureFormat(const QByteArray &head);

/// The name QImageReader knows the format by; empty for None.
QByteArray readerName(PictureFormat format);

} // namespace Microfiche
