// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/readers_p.h"

#include "store/connection_p.h"
#include "store/names_p.h"

#include <QCollator>

#include <algorithm>
#include <limits>
#include <vector>

namespace Microfiche
{

namespace
{

QHash<qint64, QString> readTypes(Connection &connection)
{
    QHash<qint64, QString> types;
    auto rows = connection.run("SELECT id, name FROM type");
    while (rows.next()) {
        types.insert(rows.integer(0), rows.text(1));
    }
    return types;
}

IndexRow rowOf(const Rows &rows, const QHash<qint64, QString> &types)
{
    IndexRow row;
    row.id = rows.integer(0);
    row.publishedAt = rows.optionalInteger(1);
    row.quality = rows.optionalNumber(2);
    row.heat = rows.optionalNumber(3);
    row.provider = rows.number(4);
    row.type = types.value(rows.integer(5));
    row.isMention = rows.flag(6);
    row.isUnpublished = rows.flag(7);
    row.isRemoved = rows.flag(8);
    row.hasPicture = rows.flag(9);
    row.hasRelated = rows.flag(10);
    row.hasBody = rows.flag(11);
    return row;
}

QList<IndexRow> readRows(Connection &connection, ArticleId after, int limit)
{
    const QHash<qint64, QString> types = readTypes(connection);
    QList<IndexRow> found;
    auto rows = connection.run("SELECT id, published_at, quality, heat, provider, type,"
                               " shown_version IS NULL, published = 0, removed, has_picture,"
                               " has_related, has_body"
                               " FROM article WHERE id > ? ORDER BY id LIMIT ?",
                               after, limit);
    while (rows.next()) {
        found.append(rowOf(rows, types));
    }
    return found;
}

// Both run in the order of ids, so one walk beside the other will do.
void addTopics(Connection &connection, QList<IndexRow> &found)
{
    if (found.isEmpty()) {
        return;
    }
    auto rows = connection.run("SELECT article, topic FROM article_topic"
                               " WHERE article BETWEEN ? AND ? ORDER BY article, position",
                               found.constFirst().id, found.constLast().id);
    auto row = found.begin();
    while (rows.next()) {
        const ArticleId id = rows.integer(0);
        while (row != found.end() && row->id < id) {
            ++row;
        }
        if (row != found.end() && row->id == id) {
            row->topics.append(rows.number(1));
        }
    }
}

QCollator titleCollator()
{
    // The C locale sorts by code point, which is no order for a person.
    const QLocale locale;
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    collator.setIgnorePunctuation(true);
    return collator;
}

// The same walk, over the few that a person has marked.
void addMarks(Connection &connection, QList<IndexRow> &found)
{
    if (found.isEmpty()) {
        return;
    }
    auto rows = connection.run("SELECT article, seen_at IS NOT NULL, starred_at IS NOT NULL"
                               " FROM mark WHERE article BETWEEN ? AND ? ORDER BY article",
                               found.constFirst().id, found.constLast().id);
    auto row = found.begin();
    while (rows.next()) {
        const ArticleId id = rows.integer(0);
        row = std::lower_bound(row, found.end(), id,
                               [](const IndexRow &one, ArticleId other) { return one.id < other; });
        if (row != found.end() && row->id == id) {
            row->isSeen = rows.flag(1);
            row->isStarred = rows.flag(2);
        }
    }
}

} // namespace

QList<IndexRow> readIndexRowsOf(Connection &connection, QList<ArticleId> ids)
{
    std::sort(ids.begin(), ids.end());
    QList<IndexRow> found;
    for (const ArticleId id : std::as_const(ids)) {
        QList<IndexRow> one = readRows(connection, id - 1, 1);
        if (!one.isEmpty() && one.constFirst().id == id) {
            addTopics(connection, one);
            addMarks(connection, one);
            found += one;
        }
    }
    return found;
}

IndexBatch readIndexRows(Connection &connection, ArticleId after, int limit)
{
    IndexBatch batch;
    batch.rows = readRows(connection, after, limit);
    addTopics(connection, batch.rows);
    addMarks(connection, batch.rows);
    if (after == 0) {
        batch.providers = providerEntries(connection, 0, std::numeric_limits<ProviderId>::max());
        auto rows = connection.run("SELECT id, name FROM topic ORDER BY id");
        while (rows.next()) {
            batch.topics.append({rows.number(0), rows.text(1)});
        }
    }
    return batch;
}

QList<ArticleId> readTitleOrder(Connection &connection)
{
    const QCollator collator = titleCollator();
    std::vector<std::pair<QCollatorSortKey, ArticleId>> titles;
    {
        auto rows = connection.run("SELECT article, title FROM article_text ORDER BY article");
        while (rows.next()) {
            titles.emplace_back(collator.sortKey(rows.text(1)), rows.integer(0));
        }
    }
    std::sort(titles.begin(), titles.end(), [](const auto &a, const auto &b) {
        const int order = a.first.compare(b.first);
        return order != 0 ? order < 0 : a.second < b.second;
    });
    QList<ArticleId> ids;
    ids.reserve(qsizetype(titles.size()));
    for (const auto &title : titles) {
        ids.append(title.second);
    }
    return ids;
}

FirstPage readFirstPage(Connection &connection, int limit)
{
    FirstPage page;
    auto rows = connection.run("SELECT id FROM article WHERE shown_version IS NOT NULL"
                               " ORDER BY published_at DESC, id LIMIT ?",
                               limit);
    while (rows.next()) {
        page.ids.append(rows.integer(0));
    }
    auto counts = connection.run("SELECT count(*) FROM article WHERE shown_version IS NOT NULL");
    counts.next();
    page.articles = counts.integer(0);
    return page;
}

} // namespace Microfiche
