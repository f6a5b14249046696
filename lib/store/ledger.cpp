// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledger_p.h"

#include "store/connection_p.h"

namespace Microfiche
{

namespace
{

QString jsonArray(const QList<FileId> &ids)
{
    QString array;
    for (const FileId id : ids) {
        array += (array.isEmpty() ? u'[' : u',') + QString::number(id);
    }
    return array + u']';
}

} // namespace

Ledger::Entry Ledger::find(const FileStamp &stamp)
{
    auto rows = m_connection.run(
        "SELECT f.id, v.id, v.article, v.hash FROM file AS f"
        " LEFT JOIN version AS v ON v.id = f.version WHERE f.folder = ? AND f.name = ?",
        folder(stamp.folder), stamp.name);
    if (!rows.next()) {
        return {};
    }
    return {rows.integer(0), rows.integer(1), rows.integer(2), rows.bytes(3)};
}

FileId Ledger::add(const FileStamp &stamp, const Entry &known, qint64 run)
{
    if (known.id > 0) {
        return known.id;
    }
    auto rows =
        m_connection.run("INSERT INTO file (folder, name, size, modified, run)"
                         " VALUES (?, ?, ?, ?, ?) RETURNING id",
                         folder(stamp.folder), stamp.name, stamp.size, stamp.modifiedNs, run);
    rows.next();
    return rows.integer(0);
}

void Ledger::putVersion(const FileStamp &stamp, FileId file, VersionId version, qint64 run)
{
    m_connection.run("UPDATE file SET size = ?, modified = ?, version = ?, run = ?, line = NULL,"
                     " column = NULL, reason = NULL, rules = NULL WHERE id = ?",
                     stamp.size, stamp.modifiedNs, version, run, file);
}

void Ledger::putRejected(const FileStamp &stamp, const Entry &known, const RejectedFile &reason,
                         qint64 run)
{
    m_connection.run("UPDATE file SET size = ?, modified = ?, version = NULL, run = ?, line = ?,"
                     " column = ?, reason = ?, rules = ? WHERE id = ?",
                     stamp.size, stamp.modifiedNs, run, reason.line, reason.column, reason.reason,
                     idOrNull(reason.rules), add(stamp, known, run));
}

void Ledger::putOther(const FileStamp &stamp, const Entry &known, const OtherFile &other,
                      qint64 run)
{
    m_connection.run("UPDATE file SET size = ?, modified = ?, version = NULL, run = ?, line = NULL,"
                     " column = NULL, reason = NULL, rules = ? WHERE id = ?",
                     stamp.size, stamp.modifiedNs, run, idOrNull(other.rules),
                     add(stamp, known, run));
}

// One statement for all of them: one each would cost as much as reading the files.
void Ledger::putSeen(const QList<FileId> &files, qint64 run)
{
    if (!files.isEmpty()) {
        m_connection.run("UPDATE file SET run = ? WHERE id IN (SELECT value FROM json_each(?))",
                         run, jsonArray(files));
    }
}

void Ledger::putStamp(const FileStamp &stamp, const Entry &known, qint64 run)
{
    if (known.id > 0) {
        m_connection.run("UPDATE file SET size = ?, modified = ?, run = ? WHERE id = ?", stamp.size,
                         stamp.modifiedNs, run, known.id);
    }
}

void Ledger::move(const FileStamp &stamp, FileId moved, qint64 run)
{
    m_connection.run(
        "UPDATE file SET folder = ?, name = ?, size = ?, modified = ?, run = ? WHERE id = ?",
        folder(stamp.folder), stamp.name, stamp.size, stamp.modifiedNs, run, moved);
}

qint64 Ledger::folder(const QByteArray &path)
{
    if (const auto known = m_folders.find(path)) {
        return *known;
    }
    qint64 id = 0;
    if (auto rows = m_connection.run("SELECT id FROM folder WHERE path = ?", path); rows.next()) {
        id = rows.integer(0);
    }
    if (id == 0) {
        auto rows = m_connection.run("INSERT INTO folder (path) VALUES (?) RETURNING id", path);
        rows.next();
        id = rows.integer(0);
    }
    m_folders.insert(path, id);
    return id;
}

QHash<QByteArray, LedgerEntry> ledgerEntries(Connection &connection, const QByteArray &folder,
                                             const QByteArray &first, const QByteArray &last)
{
    QHash<QByteArray, LedgerEntry> entries;
    auto rows = connection.run("SELECT f.name, f.id, f.size, f.modified, v.hash,"
                               " f.reason, f.line, f.column, f.rules"
                               " FROM file AS f LEFT JOIN version AS v ON v.id = f.version"
                               " WHERE f.folder = (SELECT id FROM folder WHERE path = ?)"
                               " AND f.name BETWEEN ? AND ?",
                               folder, first, last);
    while (rows.next()) {
        LedgerEntry &entry = *entries.insert(
            rows.bytes(0),
            {rows.integer(1), rows.integer(2), rows.integer(3), rows.bytes(4), {}, 0});
        if (entry.hash.isEmpty()) {
            entry.rules = rows.number(8);
            if (!rows.isNull(5)) {
                entry.rejected =
                    RejectedFile{rows.number(6), rows.number(7), rows.text(5), entry.rules};
            }
        }
    }
    return entries;
}

QList<RejectedPath> readRejectedFiles(Connection &connection, qint64 run, FileId after, int limit)
{
    QList<RejectedPath> files;
    auto rows = connection.run(
        "SELECT f.id, d.path, f.name FROM file AS f CROSS JOIN folder AS d ON d.id = f.folder"
        " WHERE f.id > ? AND f.run = ? AND f.version IS NULL AND f.reason IS NOT NULL"
        " ORDER BY f.id LIMIT ?",
        after, run, limit);
    while (rows.next()) {
        files.append({rows.integer(0), rows.bytes(1) + '/' + rows.bytes(2)});
    }
    return files;
}

QStringList readUnkeptPictures(Connection &connection, const QByteArray &folder,
                               const QByteArray &first, const QByteArray &last)
{
    QStringList urls;
    auto rows = connection.run(
        "WITH own (id) AS"
        " (SELECT v.article FROM file AS f JOIN version AS v ON v.id = f.version"
        "  WHERE f.folder = (SELECT id FROM folder WHERE path = ?) AND f.name BETWEEN ? AND ?),"
        " told (id) AS"
        " (SELECT id FROM own UNION"
        "  SELECT a.id FROM own JOIN link AS l ON l.article = own.id"
        "  JOIN article AS a ON a.id = l.target WHERE a.shown_version IS NULL),"
        " named (picture) AS"
        " (SELECT ap.picture FROM told JOIN article_picture AS ap ON ap.article = told.id UNION"
        "  SELECT pl.picture FROM"
        "   (SELECT DISTINCT a.provider FROM told JOIN article AS a ON a.id = told.id) AS p"
        "  JOIN provider_logo AS pl ON pl.provider = p.provider)"
        " SELECT url FROM named JOIN picture ON id = picture WHERE content IS NULL",
        folder, first, last);
    while (rows.next()) {
        urls.append(rows.text(0));
    }
    return urls;
}

} // namespace Microfiche
