// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection_p.h"
#include "store/keyhash_p.h"
#include "store/ownrecords_p.h"
#include "store/readers_p.h"

#include <QSet>

#include <algorithm>
#include <bit>

namespace Microfiche
{

namespace
{

using IsCancelled = std::function<bool()>;
// As areAlike() and isTelling() of lib/pictures have it: the rooms are apart.
constexpr int MostDiffering = 6; // bits
constexpr int FewestEdges = 12;
constexpr int RowsBetweenLooks = 4096;

// Archives that nothing can be written to may be of an older schema.
bool hasTable(Connection &connection, const QString &name)
{
    auto rows =
        connection.run("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", name);
    return rows.next();
}

/// Where bytes are noted by picture: those that came with a folder, and those that were fetched.
struct Contents {
    const char *ofPicture;
    const char *pictures;
};

QList<Contents> contents(Connection &connection)
{
    QList<Contents> places{{"SELECT content FROM picture WHERE id = ? AND content IS NOT NULL",
                            "SELECT id FROM picture WHERE content = ?"}};
    if (hasTable(connection, QStringLiteral("kept_picture"))) {
        places.append(
            Contents{"SELECT content FROM kept_picture"
                     " WHERE picture = ? AND content IS NOT NULL AND NOT is_cleared",
                     "SELECT picture FROM kept_picture WHERE content = ? AND NOT is_cleared"});
    }
    return places;
}

QSet<PictureId> picturesAt(Connection &connection, const QString &address)
{
    QSet<PictureId> pictures;
    auto rows =
        connection.run("SELECT id, url FROM picture WHERE url_hash = ?", addressHash(address));
    while (rows.next()) {
        if (rows.text(1) == address) {
            pictures.insert(rows.integer(0));
        }
    }
    const auto key = ArticleKey::fromAddress(address);
    if (const auto article = key ? findArticle(connection, *key) : std::nullopt) {
        auto own =
            connection.run("SELECT picture FROM article_picture WHERE article = ?", *article);
        while (own.next()) {
            pictures.insert(own.integer(0));
        }
    }
    return pictures;
}

/// Of 8 x 8 bits: those that are too plain to be told from others have few that differ from their
/// neighbours. What older programs noted may be of such.
bool isTelling(quint64 likeness)
{
    constexpr quint64 notLast = 0xfefefefefefefefe;
    return std::popcount((likeness ^ likeness << 1) & notLast) +
               std::popcount((likeness ^ likeness << 8) & ~quint64(0xff)) >=
           FewestEdges;
}

QSet<quint64> likenessOf(Connection &connection, const QSet<ContentHash> &pictures)
{
    QSet<quint64> likeness;
    for (const ContentHash &content : pictures) {
        auto rows =
            connection.run("SELECT likeness FROM picture_likeness WHERE content = ?", content);
        if (rows.next() && isTelling(quint64(rows.integer(0)))) {
            likeness.insert(quint64(rows.integer(0)));
        }
    }
    return likeness;
}

bool isLikeOneOf(quint64 likeness, const QSet<quint64> &others)
{
    return isTelling(likeness) && std::any_of(others.cbegin(), others.cend(), [&](quint64 other) {
               return std::popcount(likeness ^ other) <= MostDiffering;
           });
}

/// With those that look like one of them.
QSet<ContentHash> withLikes(Connection &connection, QSet<ContentHash> pictures,
                            const IsCancelled &isCancelled)
{
    if (pictures.isEmpty() || !hasTable(connection, QStringLiteral("picture_likeness"))) {
        return pictures;
    }
    const QSet<quint64> asked = likenessOf(connection, pictures);
    if (asked.isEmpty()) {
        return pictures;
    }
    int looks = 0;
    auto rows = connection.run("SELECT likeness, content FROM picture_likeness");
    while (rows.next() && (++looks % RowsBetweenLooks != 0 || !isCancelled())) {
        if (isLikeOneOf(quint64(rows.integer(0)), asked)) {
            pictures.insert(rows.bytes(1));
        }
    }
    return pictures;
}

} // namespace

IdSet readPictured(Connection &connection, const QString &address, const IsCancelled &isCancelled)
{
    const QList<Contents> places = contents(connection);
    QSet<PictureId> pictures = picturesAt(connection, address);
    QSet<ContentHash> bytes;
    for (const PictureId picture : std::as_const(pictures)) {
        for (const Contents &place : places) {
            for (auto rows = connection.run(place.ofPicture, picture); rows.next();) {
                bytes.insert(rows.bytes(0));
            }
        }
    }
    for (const ContentHash &content : withLikes(connection, bytes, isCancelled)) {
        for (const Contents &place : places) {
            for (auto rows = connection.run(place.pictures, content); rows.next();) {
                pictures.insert(rows.integer(0));
            }
        }
    }
    QList<ArticleId> ids;
    for (const PictureId picture : std::as_const(pictures)) {
        auto rows =
            connection.run("SELECT article FROM article_picture WHERE picture = ?", picture);
        while (rows.next() && (ids.size() % RowsBetweenLooks != 0 || !isCancelled())) {
            ids.append(rows.integer(0));
        }
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

QList<PictureOwner> readPictureOwners(Connection &connection, const QList<ContentHash> &asked)
{
    const QList<Contents> places = contents(connection);
    QList<PictureOwner> owners;
    for (const ContentHash &content : asked) {
        QSet<PictureId> pictures;
        for (const Contents &place : places) {
            for (auto rows = connection.run(place.pictures, content); rows.next();) {
                pictures.insert(rows.integer(0));
            }
        }
        QList<PictureId> inOrder = pictures.values();
        std::sort(inOrder.begin(), inOrder.end());
        for (const PictureId picture : std::as_const(inOrder)) {
            auto rows =
                connection.run("SELECT url, (SELECT t.title FROM article_picture AS ap"
                               "  JOIN article_text AS t ON t.article = ap.article"
                               "  WHERE ap.picture = picture.id ORDER BY ap.article LIMIT 1)"
                               " FROM picture WHERE id = ?",
                               picture);
            if (rows.next()) {
                owners.append({content, rows.text(0), rows.text(1)});
            }
        }
    }
    return owners;
}

void putLikeness(Connection &connection, const QList<PictureLikeness> &pictures)
{
    Transaction transaction(connection, Connection::Access::Writing);
    for (const PictureLikeness &picture : pictures) {
        connection.run("INSERT OR REPLACE INTO picture_likeness (content, likeness)"
                       " VALUES (?, ?)",
                       picture.content, qint64(picture.likeness));
    }
    transaction.commit();
}

} // namespace Microfiche
