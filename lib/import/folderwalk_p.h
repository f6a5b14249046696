// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "import/droproots_p.h"
#include "import/folderlisting_p.h"
#include "import/packagenotes.h"
#include "store/records.h"

#include <QCoreApplication>
#include <QList>
#include <QSet>
#include <QStringList>

#include <atomic>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace Microfiche
{

/// A file that lies in another one, and so has been read already.
struct PackedFile {
    QByteArray bytes;
    std::optional<FileOutcome> judged; ///< what it is, if its first bytes say that it is no article
};

/// A name that the walk came by.
struct WalkedFile {
    QByteArray name;
    qint64 size = 0;
    qint64 modifiedNs = 0;
    QString refusal; ///< why it cannot be imported; empty for a regular file
    std::shared_ptr<const PackedFile> packed = {}; ///< none of a file on its own
};

/// Some files of one folder, in byte order.
struct WalkedRange {
    QByteArray root;   ///< the dropped folder, or the folder of the dropped file
    QByteArray folder; ///< root, or below it
    QList<WalkedFile> files;
    bool isPacked = false; ///< the folder is another file, or below one
    /// Said of what came before, instead of files.
    std::shared_ptr<const PackageNotes> notes = {};
};

/// Goes through files and folders in byte order: the files of a folder first, then its folders.
/// Links below what was dropped are not followed, what is no regular file is never opened: both are
/// passed by and counted. Dropped itself, what is no regular file is told.
/// (RELIABILITY.md, T18)
class FolderWalk
{
    Q_DECLARE_TR_FUNCTIONS(FolderWalk)

public:
    /// `paths` are local paths; one that lies in another of them is walked once. As if there were
    /// nothing at those left out.
    FolderWalk(const QByteArrayList &paths, const QStringList &leftOut,
               const std::atomic<bool> &stop);

    /// The next files, at most MaxRange of them; none at the end, or when stopped.
    std::optional<WalkedRange> next();

    /// What was passed by until now: links, and what is no regular file, in folders.
    qint64 skipped() const { return m_skipped; }

    static constexpr qsizetype MaxRange = 1024;

private:
    struct Waiting {
        QByteArray path;
        int depth = 0;
    };

    std::optional<WalkedRange> nextRoot();
    WalkedRange rootFiles();
    std::optional<WalkedRange> enter(const Waiting &folder);
    WalkedRange filesHere();
    static WalkedFile walked(int folder, const QByteArray &name);
    WalkedRange refused(const QByteArray &path, const QString &reason) const;

    const std::atomic<bool> &m_stop;
    QList<DropRoot> m_roots; ///< sorted
    qsizetype m_nextRoot = 0;
    QByteArray m_root;
    std::vector<Waiting> m_waiting; ///< folders still to be entered; the next one last
    LeftOut m_leftOut;
    Waiting m_here;
    std::optional<FolderListing> m_listing; ///< of m_here
    QSet<QByteArray> m_leftOutHere;
    qsizetype m_nextName = 0;
    qint64 m_skipped = 0;
    std::set<std::pair<std::uint64_t, std::uint64_t>> m_visited; ///< device and inode of folders
};

} // namespace Microfiche
