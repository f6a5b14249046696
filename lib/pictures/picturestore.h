// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/diskproblem.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace Microfiche
{

/// Bytes in the hash a picture is known by.
inline constexpr qsizetype PictureHashLength = 32;

struct PictureEntry {
    QByteArray hash;
    qint64 bytes = 0; ///< 0 if only its thumbnail is there
    qint64 thumbnailBytes = 0;
};

/// Pictures on disk, named by the BLAKE2b-256 of their bytes, so that the same bytes are kept once.
/// Safe to use from any thread; of a picture, one at a time keeps or removes it, among all
/// processes. Writes are whole or not there. Folders and files are for their owner alone; what is
/// read is checked against its hash.
class PictureStore final
{
public:
    explicit PictureStore(QString folder);

    /// Keeps `bytes` if they begin like a picture that Microfiche shows and are not over 10 MiB;
    /// gives their hash, or nothing.
    QByteArray keep(const QByteArray &bytes) const { return tryToKeep(bytes).hash; }
    struct Kept {
        QByteArray hash; ///< empty if they are not kept
        DiskProblem problem = DiskProblem::None;
    };
    Kept tryToKeep(const QByteArray &bytes) const;
    /// The bytes of that hash; none if they are missing or damaged.
    std::optional<QByteArray> bytes(const QByteArray &hash) const;

    /// How it stands with the file of a hash. Unreadable says nothing of the bytes: the disk, its
    /// rights, or the whole folder is what cannot be come by at this moment.
    enum class Soundness { Sound, Absent, Damaged, Unreadable };
    struct Checked {
        Soundness soundness = Soundness::Unreadable;
        qint64 bytes = 0; ///< that were read
    };
    /// Reads the file, however large.
    Checked check(const QByteArray &hash) const;

    /// Whether there is a file for that hash, sound or not.
    bool contains(const QByteArray &hash) const;
    /// Whether its file is not there, or empty, in a folder that can be looked into: check()'s
    /// Absent without reading what there is.
    bool isLost(const QByteArray &hash) const;

    /// Nanoseconds since 1970.
    using Moment = qint64;
    static Moment now();
    /// None if there is no such file.
    static std::optional<Moment> writtenAt(const QString &path);
    /// When keep() last said that it is kept; later each time, whatever becomes of the clock.
    std::optional<Moment> keptAt(const QByteArray &hash) const { return writtenAt(filePath(hash)); }

    /// Whether it was there and is no more, with its thumbnail.
    bool remove(const QByteArray &hash) const;
    /// The same unless it was kept at `moment` or since: somebody whom it was not known of then may
    /// need it now.
    bool removeIfKeptBefore(const QByteArray &hash, Moment moment) const;
    /// All that is kept, sound or not, in no order. Walks the folder: blocks for long.
    QList<PictureEntry> list() const;

    const QString &folder() const { return m_folder; }
    QString filePath(const QByteArray &hash) const;
    QString thumbnailPath(const QByteArray &hash) const; ///< beside the picture

private:
    QString m_folder;
};

} // namespace Microfiche
