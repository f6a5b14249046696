// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "import/folderlisting_p.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <memory>
#include <optional>
#include <variant>

struct archive;

namespace Microfiche
{

/// What a package names. Refused is what could lead out of it, is no regular file or cannot be
/// read.
struct PackageEntry {
    QByteArray path; ///< inside, as `a/b.md`; as it is written there if that is why it is refused
    qint64 size = 0;
    qint64 modifiedNs = 0; ///< since 1970
    QString refusal;
};

/// The path of an entry inside its package, without what says nothing (`./`, `//`); or why it is
/// refused: it is absolute, leads upwards or is longer or deeper than paths are.
/// (RELIABILITY.md, T17)
std::variant<QByteArray, QString> packedPath(const QByteArray &name);

/// Goes through a zip or tar file (gzip, xz, zstd) from its beginning to its end, with libarchive.
/// Nothing is written anywhere. A package of more than MaxEntries entries or MaxUnpackedBytes, or
/// one that unpacks to more than MaxRatio times its bytes, is left where that shows.
class PackageReader
{
public:
    static constexpr qint64 MaxEntries = 2'000'000;
    static constexpr qint64 MaxUnpackedBytes = 64LL * 1024 * 1024 * 1024;
    static constexpr qint64 MaxRatio = 100;
    static constexpr qint64 AnyRatioBytes = 64LL * 1024 * 1024; ///< that are worth no suspicion

    /// A reader, or why the file is no package that can be read. Links are not followed, pipes not
    /// waited for.
    static std::variant<PackageReader, QString> open(const QByteArray &path,
                                                     const std::atomic<bool> &stop);

    /// The next file; none at the end, when stopped, or where the package cannot be read on:
    /// problem() tells.
    std::optional<PackageEntry> next();
    /// At most `limit` bytes of the entry that next() gave, from where the last call ended; none if
    /// they cannot be read.
    std::optional<QByteArray> read(qint64 limit);

    const QString &problem() const { return m_problem; }
    /// Files that were passed by: of version control, and what desktops leave beside files.
    qint64 skipped() const { return m_skipped; }

private:
    struct Free {
        void operator()(archive *reader) const;
    };
    PackageReader(FileHandle file, const std::atomic<bool> &stop);
    bool leaveEntry();
    bool isBomb();
    void fail(const QString &problem);

    FileHandle m_file;
    std::unique_ptr<archive, Free> m_reader;
    const std::atomic<bool> *m_stop;
    QString m_problem;
    qint64 m_entries = 0;
    qint64 m_claimed = 0; ///< bytes, by what the entries say of themselves
    qint64 m_read = 0;    ///< bytes of entries
    qint64 m_skipped = 0;
};

} // namespace Microfiche
