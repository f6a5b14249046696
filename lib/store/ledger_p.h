// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/numbering_p.h"
#include "store/recentids_p.h"
#include "store/records.h"

namespace Microfiche
{

/// The writer's side of the ledger of files.
class Ledger final
{
public:
    explicit Ledger(Connection &connection)
        : m_connection(connection)
        , m_numbering(connection, "SELECT max(id) FROM file")
    {
    }

    struct Entry {
        FileId id = 0;
        VersionId version = 0; ///< 0: rejected
        ArticleId article = 0;
        ContentHash hash;
    };

    /// To be called with every new transaction.
    void begin() { m_numbering.begin(); }

    /// What is known of a file; id 0 if nothing is.
    Entry find(const FileStamp &stamp);
    /// The row of a file that is `version` of an article, if it is a new one; else 0: then it is
    /// known.
    FileId addIfNew(const ImportedFile &file, std::optional<VersionId> version, qint64 run);
    /// The row of a file that became an article; to be followed by putVersion().
    FileId add(const ImportedFile &file, const Entry &known, qint64 run);
    /// Notes that a file is now `version` of an article.
    void putVersion(const ImportedFile &file, FileId id, VersionId version, qint64 run);
    void putRejected(const ImportedFile &file, const RejectedFile &reason, qint64 run);
    void putOther(const ImportedFile &file, const OtherFile &other, qint64 run);
    void putStamp(const ImportedFile &file, const Entry &known, qint64 run);
    /// Notes that what these were rejected for still holds in this run.
    void putStillRejected(const QList<ImportedFile> &files, qint64 run);
    /// Notes that the file `moved` is at another place now, where no file was known.
    void move(const ImportedFile &file, FileId moved, qint64 run);

    void forget()
    {
        m_folders.clear();
        m_numbering.forget();
    }

private:
    qint64 folder(const QByteArray &path);
    std::optional<qint64> root(const ImportedFile &file);

    Connection &m_connection;
    Numbering m_numbering;
    RecentIds<QByteArray, qint64> m_folders{1024};
};

QHash<QByteArray, LedgerEntry> ledgerEntries(Connection &connection, const QByteArray &folder,
                                             const QByteArray &first, const QByteArray &last);

QList<RejectedPath> readRejectedFiles(Connection &connection, qint64 run, FileId after, int limit);

QStringList readUnkeptPictures(Connection &connection, const QByteArray &folder,
                               const QByteArray &first, const QByteArray &last);

} // namespace Microfiche
