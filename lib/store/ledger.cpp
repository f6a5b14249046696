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

FileId Ledger::addIfNew(const ImportedFile &file, std::optional<VersionId> version, qint64 run)
{
    const FileStamp &stamp = file.stamp;
    const FileId id = m_numbering.next();
    const auto rows =
        m_connection.run("INSERT INTO file (id, folder, name, size, modified, version, run, root)"
                         " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (folder, name) DO NOTHING",
                         id, folder(stamp.folder), stamp.name, stamp.size, stamp.modifiedNs,
                         version, run, root(file));
    return rows.changed() > 0 ? id : 0;
}

FileId Ledger::add(const ImportedFile &file, const Entry &known, qint64 run)
{
    return known.id > 0 ? known.id : addIfNew(file, std::nullopt, run);
}

void Ledger::putVersion(const ImportedFile &file, FileId id, VersionId version, qint64 run)
{
    m_connection.run("UPDATE file SET size = ?, modified = ?, version = ?, run = ?, line = NULL,"
                     " column = NULL, reason = NULL, rules = NULL, root = coalesce(?, root)"
                     " WHERE id = ?",
                     file.stamp.size, file.stamp.modifiedNs, version, run, root(file), id);
}

void Ledger::putRejected(const ImportedFile &file, const RejectedFile &reason, qint64 run)
{
    m_connection.run("UPDATE file SET size = ?, modified = ?, version = NULL, run = ?, line = ?,"
                     " column = ?, reason = ?, rules = ?, root = coalesce(?, root) WHERE id = ?",
                     file.stamp.size, file.stamp.modifiedNs, run, reason.line, reason.column,
                     reason.reason, idOrNull(reason.rules), root(file),
                     add(file, find(file.stamp), run));
}

void Ledger::putOther(const ImportedFile &file, const OtherFile &other, qint64 run)
{
    m_connection.run("UPDATE file SET size = ?, modified = ?, version = NULL, run = ?, line = NULL,"
                     " column = NULL, reason = NULL, rules = ?, root = coalesce(?, root)"
                     " WHERE id = ?",
                     file.stamp.size, file.stamp.modifiedNs, run, idOrNull(other.rules), root(file),
                     add(file, find(file.stamp), run));
}

void Ledger::putStamp(const ImportedFile &file, const Entry &known, qint64 run)
{
    if (known.id > 0) {
        m_connection.run("UPDATE file SET size = ?, modified = ?, run = ?,"
                         " root = coalesce(?, root) WHERE id = ?",
                         file.stamp.size, file.stamp.modifiedNs, run, root(file), known.id);
    }
}

// One statement for all that lie in one root: one for each would cost as much as reading them.
void Ledger::putStillRejected(const QList<ImportedFile> &files, qint64 run)
{
    QMap<std::optional<qint64>, QList<FileId>> byRoot;
    for (const ImportedFile &file : files) {
        if (const auto *still = std::get_if<StillRejected>(&file.outcome)) {
            byRoot[root(file)].append(still->file);
        }
    }
    for (auto at = byRoot.cbegin(); at != byRoot.cend(); ++at) {
        m_connection.run("UPDATE file SET run = ?, root = coalesce(?, root)"
                         " WHERE id IN (SELECT value FROM json_each(?))",
                         run, at.key(), jsonArray(*at));
    }
}

void Ledger::move(const ImportedFile &file, FileId moved, qint64 run)
{
    m_connection.run("UPDATE file SET folder = ?, name = ?, size = ?, modified = ?, run = ?,"
                     " root = ? WHERE id = ?",
                     folder(file.stamp.folder), file.stamp.name, file.stamp.size,
                     file.stamp.modifiedNs, run, root(file), moved);
}

std::optional<qint64> Ledger::root(const ImportedFile &file)
{
    return file.root ? std::optional(folder(*file.root)) : std::nullopt;
}

qint64 Ledger::folder(const QByteArray &path)
{
    if (const auto known = m_folders.find(path)) {
        return *known;
    }
    const qint64 id = findOrInsert(m_connection, "SELECT id FROM folder WHERE path = ?",
                                   "INSERT INTO folder (path) VALUES (?) RETURNING id", path)
                          .id;
    m_folders.insert(path, id);
    return id;
}

QHash<QByteArray, LedgerEntry> ledgerEntries(Connection &connection, const QByteArray &folder,
                                             const QByteArray &first, const QByteArray &last)
{
    QHash<QByteArray, LedgerEntry> entries;
    QHash<qint64, QByteArray> roots; // few, of many files
    const auto rootOf = [&connection, &roots](qint64 id) {
        if (!roots.contains(id)) {
            auto rows = connection.run("SELECT path FROM folder WHERE id = ?", id);
            roots.insert(id, rows.next() ? rows.bytes(0) : QByteArray());
        }
        return roots.value(id);
    };
    auto rows = connection.run("SELECT f.name, f.id, f.size, f.modified, v.hash,"
                               " f.reason, f.line, f.column, f.rules, f.root"
                               " FROM file AS f LEFT JOIN version AS v ON v.id = f.version"
                               " WHERE f.folder = (SELECT id FROM folder WHERE path = ?)"
                               " AND f.name BETWEEN ? AND ?",
                               folder, first, last);
    while (rows.next()) {
        LedgerEntry &entry = *entries.insert(
            rows.bytes(0),
            {rows.integer(1), rows.integer(2), rows.integer(3), rows.bytes(4), {}, 0, {}});
        if (!rows.isNull(9)) {
            entry.root = rootOf(rows.integer(9));
        }
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
        "SELECT f.id, d.path, f.name, r.path"
        " FROM file AS f CROSS JOIN folder AS d ON d.id = f.folder"
        " LEFT JOIN folder AS r ON r.id = f.root"
        " WHERE f.id > ? AND f.run = ? AND f.version IS NULL AND f.reason IS NOT NULL"
        " ORDER BY f.id LIMIT ?",
        after, run, limit);
    while (rows.next()) {
        files.append({rows.integer(0), rows.bytes(1) + '/' + rows.bytes(2),
                      rows.isNull(3) ? std::nullopt : std::optional(rows.bytes(3))});
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
