// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/checker_p.h"

#include "store/citations_p.h"
#include "store/compression_p.h"
#include "store/connection_p.h"
#include "store/kepttitles_p.h"
#include "store/keyhash_p.h"
#include "store/readers_p.h"

#include <QCoreApplication>

namespace Microfiche
{

namespace
{

constexpr qsizetype MaxProblems = 1000; // nobody reads more; the count of them is not the point

struct CheckWords {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

void note(CheckReport &report, const QString &problem)
{
    if (report.problems.size() < MaxProblems) {
        report.problems.append(problem);
    }
}

void checkDatabase(Connection &connection, CheckReport &report)
{
    {
        auto rows = connection.run("PRAGMA integrity_check");
        while (rows.next()) {
            if (rows.text(0) != QLatin1String("ok")) {
                note(report, CheckWords::tr("The archive is damaged: %1").arg(rows.text(0)));
            }
        }
    }
    auto rows = connection.run("PRAGMA foreign_key_check");
    while (rows.next()) {
        note(report, CheckWords::tr("Row %1 of table %2 points to nothing in %3")
                         .arg(rows.integer(1))
                         .arg(rows.text(0), rows.text(2)));
    }
}

// What is looked up by eight bytes of a hash is not found if they are wrong.
void checkHashes(Connection &connection, CheckReport &report)
{
    {
        auto rows = connection.run("SELECT a.id, a.key_hash, t.key FROM article AS a"
                                   " JOIN article_text AS t ON t.article = a.id");
        while (rows.next()) {
            if (rows.integer(1) != addressHash(rows.text(2))) {
                note(report, CheckWords::tr("Article %1 is not found by its address %2")
                                 .arg(rows.integer(0))
                                 .arg(rows.text(2)));
            }
        }
    }
    auto rows = connection.run("SELECT id, url_hash, url FROM picture");
    while (rows.next()) {
        if (rows.integer(1) != addressHash(rows.text(2))) {
            note(report, CheckWords::tr("Picture %1 is not found by its address %2")
                             .arg(rows.integer(0))
                             .arg(rows.text(2)));
        }
    }
}

void checkArticles(Connection &connection, CheckReport &report)
{
    {
        auto rows = connection.run(
            "SELECT a.id FROM article AS a LEFT JOIN version AS v ON v.id = a.shown_version"
            " LEFT JOIN article_text AS t ON t.article = a.id"
            " WHERE t.article IS NULL"
            " OR (a.shown_version IS NOT NULL AND v.article IS NOT a.id)");
        while (rows.next()) {
            note(report, CheckWords::tr("Article %1 is incomplete").arg(rows.integer(0)));
        }
    }
    auto rows = connection.run("SELECT a.id FROM article AS a WHERE a.shown_version IS NULL"
                               " AND NOT EXISTS (SELECT 1 FROM link WHERE target = a.id)"
                               " AND NOT EXISTS (SELECT 1 FROM mark WHERE article = a.id)");
    while (rows.next()) {
        note(report, CheckWords::tr("Nothing leads to mention %1").arg(rows.integer(0)));
    }
}

// What is kept so that no session has to gather it. How titles are sorted is not looked at: people
// do that differently.
void checkKept(Connection &connection, CheckReport &report)
{
    for (const ArticleId id : miscounted(connection)) {
        note(
            report,
            CheckWords::tr("Article %1 is said to be cited more or less often than it is").arg(id));
    }
    for (const ArticleId id : misplacedTitles(connection)) {
        note(report,
             CheckWords::tr("Article %1 is missing in the order of titles, or not to be there")
                 .arg(id));
    }
}

/// Originals of one block, as they are checked.
struct Block {
    qint64 id = 0;
    bool isSound = true; ///< as a whole
    bool isWhole = true; ///< as far as files need it
    QByteArray unpacked; ///< what can be had of it
};

Block readBlock(Connection &connection, qint64 id)
{
    Block block{id, false, true, {}};
    QString damage; // is told of with every original that it costs
    readPart(damage, [&] {
        auto rows = connection.run("SELECT frame FROM block WHERE id = ?", id);
        if (rows.next()) {
            const QByteArray frame = rows.bytes(0);
            auto unpacked = decompressed(frame);
            block.isSound = unpacked.has_value();
            block.unpacked = unpacked ? *unpacked : salvaged(frame);
        }
    });
    return block;
}

void noteUnsound(CheckReport &report, const Block &block)
{
    if (!block.isSound && block.isWhole) {
        note(report, CheckWords::tr("Block %1 is damaged, but every original in it can be had back")
                         .arg(block.id));
    }
}

// A part that cannot be read is a finding, and no reason to skip the other parts.
template <typename Part>
void checked(Part part, Connection &connection, CheckReport &report)
{
    try {
        part(connection, report);
    } catch (const SqlError &error) {
        note(report, error.message());
    }
}

} // namespace

// Block by block, so that each is unpacked once. Damage in a block costs the originals it touches:
// each has a hash of its own.
void checkOriginals(Connection &connection, CheckReport &report)
{
    Block block;
    auto rows = connection.run("SELECT v.block, v.offset, v.length, v.hash, d.path, f.name"
                               " FROM version AS v JOIN file AS f ON f.id = v.file"
                               " JOIN folder AS d ON d.id = f.folder ORDER BY v.block, v.id");
    while (rows.next()) {
        if (rows.integer(0) != block.id) {
            noteUnsound(report, block);
            block = readBlock(connection, rows.integer(0));
        }
        ++report.originalsChecked;
        const qint64 offset = rows.integer(1);
        const qint64 length = rows.integer(2);
        const bool isThere = offset >= 0 && length >= 0 &&
                             offset <= block.unpacked.size() - length &&
                             contentHash(block.unpacked.mid(offset, length)) == rows.bytes(3);
        if (!isThere) {
            block.isWhole = false;
            note(report, CheckWords::tr("The original of %1 is damaged and cannot be had back")
                             .arg(QString::fromUtf8(rows.bytes(4) + '/' + rows.bytes(5))));
        }
    }
    noteUnsound(report, block);
}

void checkWords(Connection &connection, CheckReport &report)
{
    try {
        // Undone at its end: where FTS5 finds fault it keeps the archive open until then.
        const Transaction transaction(connection, Connection::Access::Writing);
        connection.run("INSERT INTO article_fts (article_fts, rank) VALUES ('integrity-check', 1)");
    } catch (const SqlError &error) {
        note(report, error.kind() == SqlError::Kind::Damaged
                         ? CheckWords::tr("Full text and articles do not agree")
                         : error.message());
    }
}

void checkRows(Connection &connection, CheckReport &report)
{
    checked(checkDatabase, connection, report);
    checked(checkArticles, connection, report);
    checked(checkHashes, connection, report);
    checked(checkKept, connection, report);
    checked(checkOriginals, connection, report);
}

} // namespace Microfiche
