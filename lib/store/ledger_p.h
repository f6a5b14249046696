// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/recentids_p.h"
#include "store/records.h"

namespace Microfiche
{

class Connection;

/// The writer's side of the ledger of files.
class Ledger final
{
public:
    explicit Ledger(Connection &connection)
        : m_connection(connection)
    {
    }

    struct Entry {
        FileId id = 0;
        VersionId version = 0; ///< 0: rejected
        ArticleId article = 0;
        ContentHash hash;
    };

    /// What is known of a file; id 0 if nothing is.
    Entry find(const FileStamp &stamp);
    /// The row of a file that became an article; to be followed by putVersion().
    FileId add(const FileStamp &stamp, const Entry &known, qint64 run);
    /// Notes that a file is now `version` of an article.
    void putVersion(const FileStamp &stamp, FileId file, VersionId version, qint64 run);
    void putRejected(const FileStamp &stamp, const Entry &known, const RejectedFile &reason,
                     qint64 run);
    void putOther(const FileStamp &stamp, const Entry &known, const OtherFile &other, qint64 run);
    void putStamp(const FileStamp &stamp, const Entry &known, qint64 run);
    /// Notes that these are in the run as they were before it.
    void putSeen(const QList<FileId> &files, qint64 run);
    /// Notes that the file `moved` is at another place now, where no file was known.
    void move(const FileStamp &stamp, FileId moved, qint64 run);

    void forget() { m_folders.clear(); }

private:
    qint64 folder(const QByteArray &path);

    Connection &m_connection;
    RecentIds<QByteArray, qint64> m_folders{1024};
};

QHash<QByteArray, LedgerEntry> ledgerEntries(Connection &connection, const QByteArray &folder,
                                             const QByteArray &first, const QByteArray &last);

QList<RejectedPath> readRejectedFiles(Connection &connection, qint64 run, FileId after, int limit);

QStringList readUnkeptPictures(Connection &connection, const QByteArray &folder,
                               const QByteArray &first, const QByteArray &last);

} // namespace Microfiche
