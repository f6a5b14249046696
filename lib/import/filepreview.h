// SPDX-License-Identifier: GPL-3.0-or-later
// Looking at files without importing them: what a drop would bring, what a rejected file holds.
#pragma once

#include <QByteArrayList>
#include <QFuture>
#include <QStringList>

namespace Microfiche
{

/// What lies under dropped paths.
struct DropPreview {
    QByteArrayList names; ///< of the paths themselves, without their folders
    int folders = 0;      ///< among the paths
    int looseFiles = 0;   ///< among the paths
    qint64 files = 0;     ///< regular files under all of them, pictures left out by their ending

    friend bool operator==(const DropPreview &, const DropPreview &) = default;
};

/// Counts on a thread of its own; the future can be cancelled, and gives a result whenever the
/// count has grown by a few thousand, the last one being final. Paths as the file system has them;
/// what an import leaves out is not counted.
QFuture<DropPreview> previewDrop(const QByteArrayList &paths, const QStringList &leftOut = {});

/// The first `limit` bytes of a regular file, or of one in a package or list; empty if it cannot be
/// read.
QFuture<QByteArray> fileHead(const QByteArray &path, qint64 limit);

} // namespace Microfiche
