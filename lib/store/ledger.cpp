// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledger_p.h"

#include "store/connection_p.h"

namespace Microfiche
{

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
                     " column = NULL, reason = NULL WHERE id = ?",
                     stamp.size, stamp.modifiedNs, version, run, file);
}

void Ledger::putRejected(const FileStamp &stamp, const Entry &known, const RejectedFile &reason,
                         qint64 run)
{
    m_connection.run("UPDATE file SET size = ?, modified = ?, version = NULL, run = ?, line = ?,"
                     " column = ?, reason = ? WHERE id = ?",
                     stamp.size, stamp.modifiedNs, run, reason.line, reason.column, reason.reason,
                     add(stamp, known, run));
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
    auto rows = connection.run("SELECT f.name, f.size, f.modified, v.hash, f.version IS NULL"
                               " FROM file AS f LEFT JOIN version AS v ON v.id = f.version"
                               " WHERE f.folder = (SELECT id FROM folder WHERE path = ?)"
                               " AND f.name BETWEEN ? AND ?",
                               folder, first, last);
    while (rows.next()) {
        entries.insert(rows.bytes(0),
                       {rows.integer(1), rows.integer(2), rows.bytes(3), rows.flag(4)});
    }
    return entries;
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
