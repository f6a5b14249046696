// SPDX-License-Identifier: GPL-3.0-or-later
// Thumbnails of all pictures of a folder, none of which was ever drawn, as quickly as they can be
// had. Each tells "seconds" and "processor".
#pragma once

#include <QSize>
#include <QString>

namespace Microfiche::Bench
{

/// What a loader's decoding threads are held against.
inline constexpr int DecodingThreads = 2;

/// As the program makes and keeps them; tells "originals" and "kept" as well, in megabytes.
bool makeThumbnails(const QString &folder, QSize size);
/// As libjpeg-turbo makes them, and nothing else.
bool makeBareThumbnails(const QString &folder, QSize size);
/// Takes the kept ones to a folder beside.
void putThumbnailsAside(const QString &folder);

} // namespace Microfiche::Bench
