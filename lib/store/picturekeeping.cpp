// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/picturekeeping_p.h"

#include "store/connection_p.h"

namespace Microfiche
{

namespace
{

/// A JSON list, so that one statement answers for all.
QString listed(const QList<qint64> &ids)
{
    QByteArray list = "[";
    for (const qint64 id : ids) {
        list += (list.size() > 1 ? "," : "") + QByteArray::number(id);
    }
    return QString::fromLatin1(list + ']');
}

KeptPicture keptOf(const Rows &rows, PictureId picture)
{
    KeptPicture kept;
    kept.picture = picture;
    kept.state = PictureState(rows.number(3));
    kept.reason = rows.number(4);
    kept.content = rows.bytes(5);
    kept.bytes = rows.integer(6);
    kept.etag = rows.bytes(7);
    kept.lastModified = rows.bytes(8);
    kept.askedAt = rows.integer(9);
    kept.waitSeconds = rows.number(10);
    return kept;
}

/// Stands before a query whose loading was paused; nobody types it.
constexpr QChar PausedMark(0x01);

constexpr char RecordsWithKept[] =
    "SELECT p.id, p.url, p.content, k.state, k.reason, k.content, k.bytes, k.etag, k.last_modified,"
    " k.asked_at, k.wait_seconds, k.picture IS NOT NULL"
    " FROM json_each(?) AS asked CROSS JOIN picture AS p ON p.id = asked.value"
    " LEFT JOIN kept_picture AS k ON k.picture = p.id AND NOT k.is_cleared ORDER BY asked.key";
constexpr char RecordsAlone[] =
    "SELECT p.id, p.url, p.content, 0, 0, NULL, 0, NULL, NULL, 0, 0, 0"
    " FROM json_each(?) AS asked CROSS JOIN picture AS p ON p.id = asked.value ORDER BY asked.key";

void readPublishers(Connection &connection, QList<PictureRecord> &records)
{
    for (PictureRecord &record : records) {
        auto rows = connection.run(
            "SELECT DISTINCT p.domain FROM"
            " (SELECT a.provider AS provider FROM article_picture AS ap"
            "   JOIN article AS a ON a.id = ap.article WHERE ap.picture = ?"
            "  UNION SELECT provider FROM provider_logo WHERE picture = ?) AS named"
            " JOIN provider AS p ON p.id = named.provider WHERE p.domain != '' ORDER BY p.domain",
            record.id, record.id);
        while (rows.next()) {
            record.publishers.append(rows.text(0));
        }
    }
}

QStringList readPublishersOf(Connection &connection, bool areAllowed)
{
    QStringList domains;
    auto rows = connection.run(
        "SELECT domain FROM picture_publisher WHERE is_allowed = ? ORDER BY domain", areAllowed);
    while (rows.next()) {
        domains.append(rows.text(0));
    }
    return domains;
}

void putPublishers(Connection &connection, const QStringList &domains, bool areAllowed)
{
    for (const QString &domain : domains) {
        connection.run("INSERT OR REPLACE INTO picture_publisher (domain, is_allowed)"
                       " VALUES (?, ?)",
                       domain, areAllowed);
    }
}

/// The same bytes may be another address's, or have been carried.
bool isContentUsed(Connection &connection, const ContentHash &content)
{
    auto rows = connection.run("SELECT EXISTS (SELECT 1 FROM picture WHERE content = ?)"
                               " OR EXISTS (SELECT 1 FROM kept_picture WHERE content = ?)",
                               content, content);
    return rows.next() && rows.flag(0);
}

QList<ContentHash> unused(Connection &connection, const QSet<ContentHash> &contents)
{
    QList<ContentHash> free;
    for (const ContentHash &content : contents) {
        if (!content.isEmpty() && !isContentUsed(connection, content)) {
            free.append(content);
        }
    }
    return free;
}

ClearedPictures countWhere(Connection &connection, bool isCleared)
{
    auto rows = connection.run("SELECT count(*), ifnull(sum(bytes), 0) FROM kept_picture"
                               " WHERE state = 1 AND NOT is_picked AND is_cleared = ?",
                               isCleared);
    rows.next();
    return {rows.integer(0), rows.integer(1)};
}

} // namespace

bool keepsPictures(Connection &connection)
{
    return connection.run("SELECT 1 FROM sqlite_master WHERE name = 'kept_picture'").next();
}

QSet<PictureId> fetchedAmong(Connection &connection, const QList<PictureId> &ids)
{
    QSet<PictureId> fetched;
    if (ids.isEmpty() || !keepsPictures(connection)) {
        return fetched;
    }
    auto rows = connection.run("SELECT k.picture FROM json_each(?) AS asked"
                               " CROSS JOIN kept_picture AS k ON k.picture = asked.value"
                               " WHERE k.content IS NOT NULL AND NOT k.is_cleared",
                               listed(ids));
    while (rows.next()) {
        fetched.insert(rows.integer(0));
    }
    return fetched;
}

ContentHash fetchedContent(Connection &connection, PictureId picture)
{
    if (!keepsPictures(connection)) {
        return {};
    }
    auto rows = connection.run("SELECT content FROM kept_picture"
                               " WHERE picture = ? AND content IS NOT NULL AND NOT is_cleared",
                               picture);
    return rows.next() ? rows.bytes(0) : ContentHash();
}

bool isPicked(Connection &connection, const ContentHash &content)
{
    return connection.run("SELECT 1 FROM kept_picture WHERE content = ? AND is_picked", content)
        .next();
}

QList<PictureRecord> readPictureRecords(Connection &connection, const QList<PictureId> &ids)
{
    QList<PictureRecord> records;
    {
        const bool areKept = keepsPictures(connection);
        auto rows = areKept ? connection.run(RecordsWithKept, listed(ids))
                            : connection.run(RecordsAlone, listed(ids));
        while (rows.next()) {
            PictureRecord record{rows.integer(0), rows.text(1), {}, rows.bytes(2), {}};
            record.kept.picture = record.id;
            if (rows.flag(11)) {
                record.kept = keptOf(rows, record.id);
            }
            records.append(record);
        }
    }
    readPublishers(connection, records);
    return records;
}

void putKeptPictures(Connection &connection, const QList<KeptPicture> &pictures)
{
    Transaction transaction(connection, Connection::Access::Writing);
    for (const KeptPicture &kept : pictures) {
        const auto content = kept.content.isEmpty() ? std::nullopt : std::optional(kept.content);
        // What was fetched for somebody counts as shown. What was cleared can be brought back, and
        // only other bytes take its place: not that a server has nothing to give at this moment.
        connection.run(
            "INSERT INTO kept_picture (picture, state, reason, content, bytes, etag,"
            "  last_modified, asked_at, wait_seconds, shown)"
            " SELECT id, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT showings FROM picture_policy)"
            "  FROM picture WHERE id = ?"
            " ON CONFLICT (picture) DO UPDATE SET state = excluded.state,"
            "  reason = excluded.reason, content = excluded.content, bytes = excluded.bytes,"
            "  etag = excluded.etag, last_modified = excluded.last_modified,"
            "  asked_at = excluded.asked_at, wait_seconds = excluded.wait_seconds,"
            "  shown = excluded.shown, is_cleared = 0"
            "  WHERE NOT kept_picture.is_cleared OR kept_picture.content IS NULL"
            "   OR excluded.content IS NOT NULL",
            int(kept.state), kept.reason, content, kept.bytes, kept.etag, kept.lastModified,
            kept.askedAt, kept.waitSeconds, kept.picture);
    }
    transaction.commit();
}

void putShown(Connection &connection, const QList<PictureId> &ids)
{
    Transaction transaction(connection, Connection::Access::Writing);
    connection.run("UPDATE picture_policy SET showings = showings + 1");
    connection.run("UPDATE kept_picture SET shown = (SELECT showings FROM picture_policy)"
                   " WHERE picture IN (SELECT value FROM json_each(?))",
                   listed(ids));
    transaction.commit();
}

void putPicked(Connection &connection, const QList<PictureId> &ids, bool isPicked)
{
    Transaction transaction(connection, Connection::Access::Writing);
    // It is the bytes that stay, and they may be those of several addresses.
    connection.run("UPDATE kept_picture SET is_picked = ? WHERE content IN"
                   " (SELECT k.content FROM kept_picture AS k"
                   "  JOIN json_each(?) AS asked ON k.picture = asked.value)",
                   isPicked, listed(ids));
    transaction.commit();
}

PicturePolicy readPicturePolicy(Connection &connection)
{
    PicturePolicy policy;
    if (!keepsPictures(connection)) {
        return policy;
    }
    {
        auto rows = connection.run("SELECT mode, is_offline, budget, loading, loading IS NOT NULL,"
                                   " is_decided FROM picture_policy");
        if (!rows.next()) {
            return policy;
        }
        policy.mode = PictureMode(rows.number(0));
        policy.isOffline = rows.flag(1);
        policy.budget = rows.integer(2);
        if (rows.flag(4)) {
            const QString loading = rows.text(3);
            policy.isLoadingPaused = loading.startsWith(PausedMark);
            policy.loading = policy.isLoadingPaused ? loading.mid(1) : loading;
        }
        policy.isDecided = rows.flag(5);
    }
    policy.allowed = readPublishersOf(connection, true);
    policy.refused = readPublishersOf(connection, false);
    return policy;
}

void putPicturePolicy(Connection &connection, const PicturePolicy &policy)
{
    std::optional<QString> loading = policy.loading;
    if (loading && policy.isLoadingPaused) {
        loading->prepend(PausedMark);
    }
    Transaction transaction(connection, Connection::Access::Writing);
    connection.run("UPDATE picture_policy SET mode = ?, is_offline = ?, budget = ?, loading = ?,"
                   " is_decided = ?",
                   int(policy.mode), policy.isOffline, policy.budget, loading, policy.isDecided);
    connection.run("DELETE FROM picture_publisher");
    putPublishers(connection, policy.allowed, true);
    putPublishers(connection, policy.refused, false);
    transaction.commit();
}

QList<ContentHash> readCarriedPictures(Connection &connection)
{
    QList<ContentHash> contents;
    auto rows = connection.run("SELECT DISTINCT content FROM picture WHERE content IS NOT NULL");
    while (rows.next()) {
        contents.append(rows.bytes(0));
    }
    return contents;
}

QList<PictureWeight> readPictureWeights(Connection &connection)
{
    QList<PictureWeight> weights;
    if (!keepsPictures(connection)) {
        return weights;
    }
    auto rows = connection.run(
        "SELECT content, max(bytes), max(shown),"
        " max(is_picked) OR EXISTS (SELECT 1 FROM picture AS p WHERE p.content = k.content)"
        " FROM kept_picture AS k WHERE content IS NOT NULL AND NOT is_cleared GROUP BY content");
    while (rows.next()) {
        weights.append({rows.bytes(0), rows.integer(1), rows.integer(2), rows.flag(3)});
    }
    return weights;
}

QList<ContentHash> forgetPictures(Connection &connection, const QList<ContentHash> &contents,
                                  Forgotten which)
{
    Transaction transaction(connection, Connection::Access::Writing);
    for (const ContentHash &content : contents) {
        // What was cleared is not counted, so it is not in the way either.
        connection.run("DELETE FROM kept_picture WHERE content = ? AND NOT is_cleared"
                       " AND (? OR NOT is_picked)",
                       content, which == Forgotten::All);
    }
    const QList<ContentHash> free =
        unused(connection, QSet<ContentHash>(contents.begin(), contents.end()));
    transaction.commit();
    return free;
}

QList<ContentHash> unnamedPictures(Connection &connection, const QList<ContentHash> &contents)
{
    return keepsPictures(connection)
               ? unused(connection, QSet<ContentHash>(contents.begin(), contents.end()))
               : QList<ContentHash>();
}

ClearedPictures clearPictures(Connection &connection)
{
    Transaction transaction(connection, Connection::Access::Writing);
    const ClearedPictures cleared = countWhere(connection, false);
    connection.run("UPDATE kept_picture SET is_cleared = 1 WHERE NOT is_picked");
    transaction.commit();
    return cleared;
}

ClearedPictures unclearPictures(Connection &connection)
{
    Transaction transaction(connection, Connection::Access::Writing);
    const ClearedPictures cleared = countWhere(connection, true);
    connection.run("UPDATE kept_picture SET is_cleared = 0 WHERE is_cleared");
    transaction.commit();
    return cleared;
}

QList<ContentHash> dropClearedPictures(Connection &connection)
{
    if (!connection.run("SELECT 1 FROM kept_picture WHERE is_cleared LIMIT 1").next()) {
        return {}; // nothing is written at a start that has nothing to do
    }
    Transaction transaction(connection, Connection::Access::Writing);
    QSet<ContentHash> contents;
    {
        auto rows = connection.run("DELETE FROM kept_picture WHERE is_cleared RETURNING content");
        while (rows.next()) {
            contents.insert(rows.bytes(0));
        }
    }
    const QList<ContentHash> free = unused(connection, contents);
    transaction.commit();
    return free;
}

} // namespace Microfiche
