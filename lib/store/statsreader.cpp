// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/readers_p.h"

#include "store/connection_p.h"

#include <QDate>
#include <QFileInfo>

namespace Microfiche
{

namespace
{

using namespace Qt::StringLiterals;

// FORMAT.md, "corpus/truth": what is counted here leaves mentions out.
void readArticleCounts(Connection &connection, ArchiveStats &stats)
{
    auto rows = connection.run(
        "SELECT count(*), count(DISTINCT provider), sum(has_picture), sum(quality IS NULL),"
        " sum(published_at IS NULL), sum(published = 0), count(heat), min(quality), max(quality)"
        " FROM article WHERE shown_version IS NOT NULL");
    rows.next();
    stats.articles = rows.integer(0);
    stats.providers = rows.integer(1);
    stats.withPicture = rows.integer(2);
    stats.unrated = rows.integer(3);
    stats.undated = rows.integer(4);
    stats.unpublished = rows.integer(5);
    stats.heatMeasured = rows.integer(6);
    stats.qualityMin = rows.optionalNumber(7);
    stats.qualityMax = rows.optionalNumber(8);
}

void readDistributions(Connection &connection, ArchiveStats &stats)
{
    {
        auto rows = connection.run("SELECT y.name, count(*) FROM article AS a"
                                   " JOIN type AS y ON y.id = a.type"
                                   " WHERE a.shown_version IS NOT NULL GROUP BY a.type");
        while (rows.next()) {
            stats.types.insert(rows.text(0), rows.integer(1));
        }
    }
    // By day, and rounded down before 1970 too; SQL knows no years beyond 9999.
    auto rows = connection.run(
        "SELECT (published_at - ((published_at % 86400 + 86400) % 86400)) / 86400 AS day, count(*)"
        " FROM article WHERE shown_version IS NOT NULL AND published_at IS NOT NULL GROUP BY day");
    while (rows.next()) {
        stats.perYear[QDate(1970, 1, 1).addDays(rows.integer(0)).year()] += rows.integer(1);
    }
}

qint64 count(Rows rows)
{
    return rows.next() ? rows.integer(0) : 0;
}

} // namespace

qint64 readMentionCount(Connection &connection)
{
    return count(connection.run("SELECT count(*) FROM article WHERE shown_version IS NULL"));
}

ArchiveStats readStats(Connection &connection, const QString &path)
{
    ArchiveStats stats;
    readArticleCounts(connection, stats);
    readDistributions(connection, stats);
    stats.mentions = readMentionCount(connection);
    stats.topics = count(connection.run("SELECT count(DISTINCT topic) FROM article_topic"));
    stats.files = count(connection.run("SELECT count(*) FROM file WHERE version IS NOT NULL"));
    // A file that changed its address, or broke, leaves its old article without a file of its own:
    // only articles that have one are set against the files.
    stats.duplicateFiles =
        count(connection.run("SELECT count(*) - count(DISTINCT v.article)"
                             " FROM file AS f JOIN version AS v ON v.id = f.version"));
    stats.relatedLinks = count(connection.run("SELECT count(*) FROM link"));
    stats.relatedResolved =
        stats.relatedLinks -
        count(connection.run("SELECT count(*) FROM article AS a JOIN link AS l"
                             " ON l.target = a.id WHERE a.shown_version IS NULL"));
    stats.originalBytes = count(connection.run("SELECT coalesce(sum(length), 0) FROM version"));
    stats.archiveBytes = QFileInfo(path).size() + QFileInfo(path + "-wal"_L1).size();
    return stats;
}

} // namespace Microfiche
