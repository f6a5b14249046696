// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/readers_p.h"

#include "store/connection_p.h"

namespace Microfiche
{

namespace
{

QStringList readTopics(Connection &connection, ArticleId id)
{
    QStringList topics;
    auto rows = connection.run("SELECT t.name FROM article_topic AS a"
                               " JOIN topic AS t ON t.id = a.topic"
                               " WHERE a.article = ? ORDER BY a.position",
                               id);
    while (rows.next()) {
        topics.append(rows.text(0));
    }
    return topics;
}

void readLinkCounts(Connection &connection, ArticleCard &card)
{
    auto rows = connection.run("SELECT (SELECT count(*) FROM link WHERE article = ?),"
                               " (SELECT count(*) FROM link WHERE target = ?)",
                               card.id, card.id);
    rows.next();
    card.relatedCount = rows.number(0);
    card.citedCount = rows.number(1);
}

/// False if there is no such row.
bool readRow(Connection &connection, ArticleCard &card)
{
    auto rows = connection.run(
        "SELECT t.key, t.title, t.excerpt, a.published_at, a.quality, a.heat, y.name, a.published,"
        " a.removed, a.shown_version IS NULL, n.name, p.domain,"
        " logo.id, logo.content IS NOT NULL,"
        " ap.picture, pic.content IS NOT NULL, pic.url, ap.width, ap.height,"
        " coalesce(nullif(coalesce(t.web_url, t.key), ''), t.original_url, t.key),"
        " m.seen_at IS NOT NULL, m.starred_at IS NOT NULL"
        " FROM article AS a JOIN article_text AS t ON t.article = a.id"
        " LEFT JOIN mark AS m ON m.article = a.id"
        " LEFT JOIN type AS y ON y.id = a.type"
        " LEFT JOIN provider AS p ON p.id = a.provider"
        " LEFT JOIN provider_name AS n ON n.id = a.provider_name"
        " LEFT JOIN article_picture AS ap ON ap.article = a.id AND ap.position = 0"
        " LEFT JOIN picture AS pic ON pic.id = ap.picture"
        " LEFT JOIN picture AS logo ON logo.id ="
        "  (SELECT l.picture FROM provider_logo AS l JOIN picture AS c ON c.id = l.picture"
        "   WHERE l.provider = a.provider ORDER BY c.content IS NULL, l.position LIMIT 1)"
        " WHERE a.id = ?",
        card.id);
    if (!rows.next()) {
        return false;
    }
    card.key = rows.text(0);
    card.title = rows.text(1);
    card.excerpt = rows.text(2);
    card.publishedAt = rows.optionalInteger(3);
    card.quality = rows.optionalNumber(4);
    card.heat = rows.optionalNumber(5);
    card.type = rows.text(6);
    card.published = rows.optionalFlag(7);
    card.isRemoved = rows.flag(8);
    card.isMention = rows.flag(9);
    card.providerName = rows.text(10);
    card.providerDomain = rows.text(11);
    card.providerLogo = rows.integer(12);
    card.isLogoCarried = rows.flag(13);
    card.picture = rows.integer(14);
    card.isPictureCarried = rows.flag(15);
    card.pictureUrl = rows.text(16);
    card.pictureWidth = rows.optionalNumber(17);
    card.pictureHeight = rows.optionalNumber(18);
    card.address = rows.text(19);
    card.isSeen = rows.flag(20);
    card.isStarred = rows.flag(21);
    return true;
}

std::optional<ArticleCard> readCard(Connection &connection, ArticleId id)
{
    ArticleCard card;
    card.id = id;
    bool isThere = true;
    readPart(card.problem, [&] { isThere = readRow(connection, card); });
    if (!isThere) {
        return std::nullopt;
    }
    readPart(card.problem, [&] { readLinkCounts(connection, card); });
    readPart(card.problem, [&] { card.topics = readTopics(connection, id); });
    return card;
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
    QList<ArticleCard> cards;
    cards.reserve(ids.size());
    for (const ArticleId id : ids) {
        if (auto card = readCard(connection, id)) {
            cards.append(*std::move(card));
        }
    }
    return cards;
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
