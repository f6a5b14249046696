// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/readers_p.h"

#include "store/connection_p.h"
#include "store/markeditor_p.h"
#include "store/picturekeeping_p.h"

#include <QSet>

namespace Microfiche
{

namespace
{

/// Cards in the making, each in the place of its id in `asked`, a JSON list: one statement for all
/// of them costs a tenth of one for each.
struct CardBatch {
    explicit CardBatch(const QList<ArticleId> &ids)
        : isThere(ids.size(), false)
    {
        asked = "[";
        for (const ArticleId id : ids) {
            ArticleCard card;
            card.id = id;
            cards.append(card);
            asked += (asked.size() > 1 ? "," : "") + QByteArray::number(id);
        }
        asked += "]";
    }

    QList<ArticleCard> found() const
    {
        QList<ArticleCard> there;
        for (qsizetype place = 0; place < cards.size(); ++place) {
            if (isThere[place]) {
                there.append(cards[place]);
            }
        }
        return there;
    }

    QByteArray asked;
    QList<ArticleCard> cards;
    QList<bool> isThere;
};

void readTopics(Connection &connection, CardBatch &batch)
{
    auto rows = connection.run("SELECT asked.key, t.name FROM json_each(?) AS asked"
                               " CROSS JOIN article_topic AS a ON a.article = asked.value"
                               " CROSS JOIN topic AS t ON t.id = a.topic"
                               " ORDER BY asked.key, a.position",
                               QString::fromLatin1(batch.asked));
    while (rows.next()) {
        batch.cards[rows.number(0)].topics.append(rows.text(1));
    }
}

void readLinkCounts(Connection &connection, CardBatch &batch)
{
    auto rows =
        connection.run("SELECT asked.key, (SELECT count(*) FROM link WHERE article = asked.value),"
                       " (SELECT count(*) FROM link WHERE target = asked.value)"
                       " FROM json_each(?) AS asked",
                       QString::fromLatin1(batch.asked));
    while (rows.next()) {
        ArticleCard &card = batch.cards[rows.number(0)];
        card.relatedCount = rows.number(1);
        card.citedCount = rows.number(2);
    }
}

void takeRow(const Rows &rows, ArticleCard &card)
{
    card.key = rows.text(1);
    card.title = rows.text(2);
    card.excerpt = rows.text(3);
    card.publishedAt = rows.optionalInteger(4);
    card.quality = rows.optionalNumber(5);
    card.heat = rows.optionalNumber(6);
    card.type = rows.text(7);
    card.published = rows.optionalFlag(8);
    card.isRemoved = rows.flag(9);
    card.isMention = rows.flag(10);
    card.providerName = rows.text(11);
    card.providerDomain = rows.text(12);
    card.providerLogo = rows.integer(13);
    card.isLogoCarried = rows.flag(14);
    card.picture = rows.integer(15);
    card.isPictureCarried = rows.flag(16);
    card.pictureUrl = rows.text(17);
    card.pictureWidth = rows.optionalNumber(18);
    card.pictureHeight = rows.optionalNumber(19);
    card.address = rows.text(20);
    card.isSeen = rows.flag(21);
    card.isStarred = rows.flag(22);
}

void readRows(Connection &connection, CardBatch &batch)
{
    static_assert(TinyPicture == 32); // as the query has it
    auto rows = connection.run(
        "SELECT asked.key, t.key, t.title, t.excerpt, a.published_at, a.quality, a.heat, y.name,"
        " a.published, a.removed, a.shown_version IS NULL, n.name, p.domain,"
        " logo.id, logo.content IS NOT NULL,"
        " ap.picture, pic.content IS NOT NULL, pic.url, ap.width, ap.height,"
        " coalesce(nullif(coalesce(t.web_url, t.key), ''), t.original_url, t.key),"
        " m.seen_at IS NOT NULL, m.starred_at IS NOT NULL"
        " FROM json_each(?) AS asked"
        " CROSS JOIN article AS a ON a.id = asked.value"
        " CROSS JOIN article_text AS t ON t.article = a.id"
        " LEFT JOIN mark AS m ON m.article = a.id"
        " LEFT JOIN type AS y ON y.id = a.type"
        " LEFT JOIN provider AS p ON p.id = a.provider"
        " LEFT JOIN provider_name AS n ON n.id = a.provider_name"
        " LEFT JOIN article_picture AS ap ON ap.article = a.id AND ap.position ="
        "  (SELECT min(one.position) FROM article_picture AS one WHERE one.article = a.id"
        "   AND NOT (ifnull(one.width, 0) BETWEEN 1 AND 31)"
        "   AND NOT (ifnull(one.height, 0) BETWEEN 1 AND 31))"
        " LEFT JOIN picture AS pic ON pic.id = ap.picture"
        " LEFT JOIN picture AS logo ON logo.id ="
        "  (SELECT l.picture FROM provider_logo AS l JOIN picture AS c ON c.id = l.picture"
        "   WHERE l.provider = a.provider ORDER BY c.content IS NULL, l.position LIMIT 1)",
        QString::fromLatin1(batch.asked));
    while (rows.next()) {
        const int place = rows.number(0);
        takeRow(rows, batch.cards[place]);
        batch.isThere[place] = true;
    }
}

void readOwn(Connection &connection, CardBatch &batch)
{
    if (!knowsTags(connection)) {
        return;
    }
    {
        auto rows = connection.run("SELECT asked.key FROM json_each(?) AS asked"
                                   " CROSS JOIN note AS n ON n.article = asked.value",
                                   QString::fromLatin1(batch.asked));
        while (rows.next()) {
            batch.cards[rows.number(0)].hasNote = true;
        }
    }
    auto rows = connection.run("SELECT asked.key, t.tag FROM json_each(?) AS asked"
                               " CROSS JOIN article_tag AS t ON t.article = asked.value"
                               " ORDER BY asked.key, t.id",
                               QString::fromLatin1(batch.asked));
    while (rows.next()) {
        batch.cards[rows.number(0)].tags.append(rows.number(1));
    }
}

/// What was fetched is there as well as what was carried.
void readFetched(Connection &connection, CardBatch &batch)
{
    QList<PictureId> ids;
    for (const ArticleCard &card : std::as_const(batch.cards)) {
        if (card.picture > 0 && !card.isPictureCarried) {
            ids.append(card.picture);
        }
        if (card.providerLogo > 0 && !card.isLogoCarried) {
            ids.append(card.providerLogo);
        }
    }
    const QSet<PictureId> fetched = fetchedAmong(connection, ids);
    if (fetched.isEmpty()) {
        return;
    }
    for (ArticleCard &card : batch.cards) {
        card.isPictureCarried = card.isPictureCarried || fetched.contains(card.picture);
        card.isLogoCarried = card.isLogoCarried || fetched.contains(card.providerLogo);
    }
}

QList<ArticleCard> readTogether(Connection &connection, const QList<ArticleId> &ids)
{
    CardBatch batch(ids);
    readRows(connection, batch);
    readLinkCounts(connection, batch);
    readTopics(connection, batch);
    readOwn(connection, batch);
    readFetched(connection, batch);
    return batch.found();
}

/// One by one and part by part, for what can be had of an archive that is damaged.
QList<ArticleCard> readApart(Connection &connection, const QList<ArticleId> &ids)
{
    QList<ArticleCard> cards;
    for (const ArticleId id : ids) {
        CardBatch one({id});
        QString problem;
        readPart(problem, [&] { readRows(connection, one); });
        one.isThere[0] = one.isThere[0] || !problem.isEmpty();
        readPart(problem, [&] { readLinkCounts(connection, one); });
        readPart(problem, [&] { readTopics(connection, one); });
        readPart(problem, [&] { readOwn(connection, one); });
        readPart(problem, [&] { readFetched(connection, one); });
        one.cards[0].problem = problem;
        cards += one.found();
    }
    return cards;
}

} // namespace

void readPart(QString &problem, const std::function<void()> &part)
{
    try {
        part();
    } catch (const SqlError &error) {
        if (error.kind() != SqlError::Kind::Damaged) {
            throw;
        }
        problem = error.message();
    }
}

QList<ArticleCard> readCards(Connection &connection, const QList<ArticleId> &ids)
{
    try {
        return readTogether(connection, ids);
    } catch (const SqlError &error) {
        if (error.kind() != SqlError::Kind::Damaged) {
            throw;
        }
    }
    return readApart(connection, ids);
}

QList<ArticleCard> readRelated(Connection &connection, ArticleId id)
{
    QList<ArticleId> ids;
    {
        auto rows =
            connection.run("SELECT target FROM link WHERE article = ? ORDER BY position", id);
        while (rows.next()) {
            ids.append(rows.integer(0));
        }
    }
    return readCards(connection, ids);
}

QList<ArticleCard> readCiting(Connection &connection, ArticleId id, int limit)
{
    QList<ArticleId> ids;
    {
        auto rows =
            connection.run("SELECT a.id FROM link AS l JOIN article AS a ON a.id = l.article"
                           " WHERE l.target = ?"
                           " ORDER BY a.published_at IS NULL, a.published_at DESC, a.id"
                           " LIMIT ?",
                           id, limit);
        while (rows.next()) {
            ids.append(rows.integer(0));
        }
    }
    return readCards(connection, ids);
}

} // namespace Microfiche
