// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/readers_p.h"

#include "store/connection_p.h"
#include "store/markeditor_p.h"
#include "store/names_p.h"
#include "store/numberlist_p.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace Microfiche
{

namespace
{

/// What of an article is yes or no, in one number.
enum Trait : qint64 {
    IsMention = 1,
    IsUnpublished = 2,
    IsRemoved = 4,
    HasPicture = 8,
    HasRelated = 16,
    HasBody = 32
};

using TypeNames = QHash<qint64, QString>;

TypeNames readTypes(Connection &connection)
{
    TypeNames types;
    auto rows = connection.run("SELECT id, name FROM type");
    while (rows.next()) {
        types.insert(rows.integer(0), rows.text(1));
    }
    return types;
}

std::optional<int> narrow(std::optional<qint64> number)
{
    return number ? std::optional(int(*number)) : std::nullopt;
}

void setTraits(IndexRow &row, qint64 traits)
{
    row.isMention = (traits & IsMention) != 0;
    row.isUnpublished = (traits & IsUnpublished) != 0;
    row.isRemoved = (traits & IsRemoved) != 0;
    row.hasPicture = (traits & HasPicture) != 0;
    row.hasRelated = (traits & HasRelated) != 0;
    row.hasBody = (traits & HasBody) != 0;
}

const char *const ArticlePage =
    "SELECT count(*), CAST(group_concat(id) AS BLOB),"
    " CAST(group_concat(ifnull(published_at, '-')) AS BLOB),"
    " CAST(group_concat(ifnull(quality, '-')) AS BLOB),"
    " CAST(group_concat(ifnull(heat, '-')) AS BLOB),"
    " CAST(group_concat(ifnull(provider, 0)) AS BLOB),"
    " CAST(group_concat(ifnull(type, 0)) AS BLOB),"
    " CAST(group_concat((shown_version IS NULL) + 2 * (published IS 0) + 4 * removed"
    "  + 8 * has_picture + 16 * has_related + 32 * has_body) AS BLOB)"
    " FROM article WHERE id BETWEEN ? AND ?";

/// Articles of ids between `first` and `last`, both included.
QList<IndexRow> readArticles(Connection &connection, ArticleId first, ArticleId last,
                             const TypeNames &types)
{
    auto page = connection.run(ArticlePage, first, last);
    page.next();
    NumberList ids(page.bytes(1));
    NumberList times(page.bytes(2));
    NumberList qualities(page.bytes(3));
    NumberList heats(page.bytes(4));
    NumberList providers(page.bytes(5));
    NumberList typeIds(page.bytes(6));
    NumberList traits(page.bytes(7));
    QList<IndexRow> found(page.integer(0));
    for (IndexRow &row : found) {
        row.id = ids.next().value_or(0);
        row.publishedAt = times.next();
        row.quality = narrow(qualities.next());
        row.heat = narrow(heats.next());
        row.provider = ProviderId(providers.next().value_or(0));
        row.type = types.value(typeIds.next().value_or(0));
        setTraits(row, traits.next().value_or(0));
    }
    return found;
}

/// Both are in the order of ids, so one walk beside the other will do.
void addTopics(Connection &connection, QList<IndexRow> &found)
{
    auto page = connection.run("SELECT CAST(group_concat(article) AS BLOB),"
                               " CAST(group_concat(topic) AS BLOB)"
                               " FROM article_topic WHERE article BETWEEN ? AND ?",
                               found.constFirst().id, found.constLast().id);
    page.next();
    NumberList articles(page.bytes(0));
    NumberList topics(page.bytes(1));
    auto row = found.begin();
    while (!articles.isAtEnd()) {
        const ArticleId id = articles.next().value_or(0);
        const auto topic = TopicId(topics.next().value_or(0));
        while (row != found.end() && row->id < id) {
            ++row;
        }
        if (row != found.end() && row->id == id) {
            row->topics.append(topic);
        }
    }
}

/// Calls `take` with each row that `rows` begins with the id of. Both are in the order of ids.
template <typename Take>
void forEachFound(Rows &rows, QList<IndexRow> &found, Take take)
{
    auto row = found.begin();
    while (rows.next()) {
        const ArticleId id = rows.integer(0);
        row = std::lower_bound(row, found.end(), id,
                               [](const IndexRow &one, ArticleId other) { return one.id < other; });
        if (row != found.end() && row->id == id) {
            take(*row);
        }
    }
}

/// Of the few that a person has marked.
void addMarks(Connection &connection, QList<IndexRow> &found)
{
    auto rows = connection.run("SELECT article, seen_at IS NOT NULL, starred_at IS NOT NULL"
                               " FROM mark WHERE article BETWEEN ? AND ? ORDER BY article",
                               found.constFirst().id, found.constLast().id);
    forEachFound(rows, found, [&rows](IndexRow &row) {
        row.isSeen = rows.flag(1);
        row.isStarred = rows.flag(2);
    });
}

void addTags(Connection &connection, QList<IndexRow> &found)
{
    auto rows = connection.run("SELECT article, tag FROM article_tag"
                               " WHERE article BETWEEN ? AND ? ORDER BY article, tag",
                               found.constFirst().id, found.constLast().id);
    forEachFound(rows, found, [&rows](IndexRow &row) { row.tags.append(rows.number(1)); });
}

void addNotes(Connection &connection, QList<IndexRow> &found)
{
    auto rows = connection.run("SELECT article FROM note WHERE article BETWEEN ? AND ?"
                               " ORDER BY article",
                               found.constFirst().id, found.constLast().id);
    forEachFound(rows, found, [](IndexRow &row) { row.hasNote = true; });
}

QList<IndexRow> readRows(Connection &connection, ArticleId first, ArticleId last,
                         const TypeNames &types)
{
    QList<IndexRow> found = readArticles(connection, first, last, types);
    if (!found.isEmpty()) {
        addTopics(connection, found);
        addMarks(connection, found);
        if (knowsTags(connection)) {
            addTags(connection, found);
            addNotes(connection, found);
        }
    }
    return found;
}

/// The last one of the `limit` ids above `after`; none if there are fewer.
std::optional<ArticleId> readLastOf(Connection &connection, ArticleId after, int limit)
{
    auto rows = connection.run("SELECT id FROM article WHERE id > ? ORDER BY id LIMIT 1 OFFSET ?",
                               after, limit - 1);
    return rows.next() ? std::optional(rows.integer(0)) : std::nullopt;
}

} // namespace

IndexBatch readIndexRows(Connection &connection, ArticleId after, int limit)
{
    IndexBatch batch;
    const ArticleId last =
        readLastOf(connection, after, limit).value_or(std::numeric_limits<ArticleId>::max());
    batch.rows = readRows(connection, after + 1, last, readTypes(connection));
    if (after == 0) {
        batch.providers = providerEntries(connection, 0, std::numeric_limits<ProviderId>::max());
        auto rows = connection.run("SELECT id, name FROM topic ORDER BY id");
        while (rows.next()) {
            batch.topics.append({rows.number(0), rows.text(1)});
        }
        batch.tags = readTags(connection);
    }
    return batch;
}

QList<ArticleId> readIndexPages(Connection &connection, int limit)
{
    QList<ArticleId> pages{0};
    while (const auto last = readLastOf(connection, pages.constLast(), limit)) {
        pages.append(*last);
    }
    return pages;
}

QList<ArticleId> readNewest(Connection &connection, int limit)
{
    QList<ArticleId> ids;
    auto rows = connection.run("SELECT id FROM article WHERE shown_version IS NOT NULL"
                               " ORDER BY published_at DESC, id LIMIT ?",
                               limit);
    while (rows.next()) {
        ids.append(rows.integer(0));
    }
    return ids;
}

qint64 readArticleCount(Connection &connection)
{
    auto rows = connection.run("SELECT count(*) FROM article WHERE shown_version IS NOT NULL");
    rows.next();
    return rows.integer(0);
}

qint64 readWrites(Connection &connection)
{
    auto rows = connection.run("SELECT writes FROM archive");
    rows.next();
    return rows.integer(0);
}

IdSet readAllIds(Connection &connection, const std::function<bool()> &isCancelled)
{
    constexpr ArticleId idsOfPage = 1 << 14;
    ArticleId end = 0;
    {
        auto rows = connection.run("SELECT coalesce(max(id), 0) + 1 FROM article");
        rows.next();
        end = rows.integer(0);
    }
    std::vector<quint64> bits(size_t((end + 63) / 64), 0);
    for (ArticleId first = 0; first < end && !isCancelled(); first += idsOfPage) {
        auto page = connection.run("SELECT CAST(group_concat(id) AS BLOB) FROM article"
                                   " WHERE id BETWEEN ? AND ?",
                                   first, std::min(first + idsOfPage, end) - 1);
        page.next();
        for (NumberList ids(page.bytes(0)); !ids.isAtEnd();) {
            const ArticleId id = ids.next().value_or(0);
            bits[size_t(id / 64)] |= quint64(1) << (id % 64);
        }
    }
    return IdSet::ofBits(std::move(bits));
}

} // namespace Microfiche
