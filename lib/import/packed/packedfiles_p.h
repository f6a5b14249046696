// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "import/folderwalk_p.h"

#include <memory>

namespace Microfiche
{

class CarriedFinder;

/// The files that lie in one file, in the order in which they lie there.
class PackedFiles
{
public:
    virtual ~PackedFiles() = default;

    /// The next files of one folder, with their bytes; none at the end, or when stopped.
    virtual std::optional<WalkedRange> next() = 0;
    /// What was passed by until now.
    virtual qint64 skipped() const { return 0; }
};

/// Bytes of files that a range holds, or one file.
inline constexpr qint64 MaxRangeBytes = 1024LL * 1024;
inline constexpr qsizetype MaxPackedRange = 256;

/// Whether a name ends like that of a file in which others lie: a package, or a list in JSON.
bool holdsFiles(const QByteArray &name);

/// What lies in the file at `path` of a dropped folder `root`. Pictures go to `carried`.
std::unique_ptr<PackedFiles> openPacked(const QByteArray &root, const QByteArray &path,
                                        CarriedFinder &carried, const std::atomic<bool> &stop);

/// The first `limit` bytes of the file at `path`, which lies in the one at `around`; empty if it
/// cannot be read, or is no text.
QByteArray packedHead(const QByteArray &around, const QByteArray &path, qint64 limit);

} // namespace Microfiche
