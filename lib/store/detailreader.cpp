// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/readers_p.h"

#include "store/compression_p.h"
#include "store/connection_p.h"
#include "store/keyhash_p.h"
#include "store/markeditor_p.h"
#include "store/picturekeeping_p.h"

#include <QJsonDocument>

namespace Microfiche
{

namespace
{

void readText(Connection &connection, ArticleDetail &detail)
{
    auto rows = connection.run(
        "SELECT coalesce(t.web_url, t.key), coalesce(t.original_url, t.key), t.amp_web_url,"
        " t.cdn_amp_web_url, t.category, t.featured_content, t.extra, t.body, a.has_secured"
        " FROM article_text AS t JOIN article AS a ON a.id = t.article WHERE t.article = ?",
        detail.card.id);
    if (!rows.next()) {
        return;
    }
    detail.webUrl = rows.text(0);
    detail.originalUrl = rows.text(1);
    detail.ampWebUrl = rows.text(2);
    detail.cdnAmpWebUrl = rows.text(3);
    detail.category = rows.text(4);
    detail.featuredContent = rows.text(5);
    detail.extra = QJsonDocument::fromJson(rows.text(6).toUtf8()).object();
    if (const QByteArray packed = rows.bytes(7); !packed.isEmpty()) {
        const auto body = decompressed(packed);
        detail.body = QString::fromUtf8(body.value_or(QByteArray()));
        if (!body) {
            detail.card.problem = SqlError::messageOf(SqlError::Kind::Damaged);
        }
    }
    detail.hasSecured = rows.flag(8);
}

QList<StoredPicture> readPictures(Connection &connection, ArticleId id)
{
    QList<StoredPicture> pictures;
    auto rows = connection.run("SELECT p.id, p.url, a.width, a.height, a.is_cached, a.title"
                               " FROM article_picture AS a JOIN picture AS p ON p.id = a.picture"
                               " WHERE a.article = ? ORDER BY a.position",
                               id);
    while (rows.next()) {
        pictures.append({rows.integer(0),
                         {rows.text(1), rows.optionalNumber(2), rows.optionalNumber(3),
                          rows.flag(4), rows.text(5)}});
    }
    return pictures;
}

// Newest first, as a person looks for them.
QList<ArticleFile> readFiles(Connection &connection, ArticleId id)
{
    QList<ArticleFile> files;
    auto rows = connection.run(
        "SELECT v.id, d.path, f.name, v.length, v.hash, v.imported_at, a.shown_version = v.id,"
        " f.version IS NOT NULL AND f.version = v.id"
        " FROM version AS v JOIN article AS a ON a.id = v.article"
        " JOIN file AS f ON f.id = v.file JOIN folder AS d ON d.id = f.folder"
        " WHERE v.article = ? ORDER BY v.id DESC",
        id);
    while (rows.next()) {
        files.append({rows.integer(0), rows.bytes(1) + '/' + rows.bytes(2), rows.integer(3),
                      rows.bytes(4), rows.integer(5), rows.flag(6), rows.flag(7)});
    }
    return files;
}

std::optional<QByteArray> readSoundOriginal(Connection &connection, VersionId version)
{
    auto rows = connection.run("SELECT v.offset, v.length, v.hash, b.frame FROM version AS v"
                               " JOIN block AS b ON b.id = v.block WHERE v.id = ?",
                               version);
    if (!rows.next()) {
        return std::nullopt;
    }
    auto bytes = OriginalsBlock::unpack(rows.bytes(3), rows.integer(0), rows.integer(1));
    if (!bytes || contentHash(*bytes) != rows.bytes(2)) {
        return std::nullopt;
    }
    return bytes;
}

} // namespace

std::optional<ArticleDetail> readDetail(Connection &connection, ArticleId id)
{
    const QList<ArticleCard> cards = readCards(connection, {id});
    if (cards.isEmpty()) {
        return std::nullopt;
    }
    ArticleDetail detail;
    detail.card = cards.constFirst();
    QString &problem = detail.card.problem;
    readPart(problem, [&] { readText(connection, detail); });
    readPart(problem,
             [&] { detail.note = detail.card.hasNote ? readNote(connection, id) : QString(); });
    readPart(problem, [&] { detail.pictures = readPictures(connection, id); });
    readPart(problem, [&] { detail.files = readFiles(connection, id); });
    return detail;
}

std::optional<ArticleId> findArticle(Connection &connection, const ArticleKey &key)
{
    auto rows = connection.run(
        "SELECT a.id, t.key FROM article AS a JOIN article_text AS t ON t.article = a.id"
        " WHERE a.key_hash = ?",
        addressHash(key.toString()));
    while (rows.next()) {
        if (rows.text(1) == key.toString()) {
            return rows.integer(0);
        }
    }
    return std::nullopt;
}

std::optional<QByteArray> readOriginal(Connection &connection, VersionId version)
{
    std::optional<QByteArray> bytes;
    QString damage;
    readPart(damage, [&] { bytes = readSoundOriginal(connection, version); });
    return bytes;
}

std::optional<PictureOrigin> readPictureOrigin(Connection &connection, PictureId picture)
{
    auto rows = connection.run("SELECT url, content FROM picture WHERE id = ?", picture);
    if (!rows.next()) {
        return std::nullopt;
    }
    PictureOrigin origin{rows.text(0), rows.bytes(1), StoredKeeping::Carried};
    if (origin.content.isEmpty()) {
        origin.content = fetchedContent(connection, picture);
        origin.keeping = origin.content.isEmpty()               ? StoredKeeping::Nothing
                         : isPicked(connection, origin.content) ? StoredKeeping::Picked
                                                                : StoredKeeping::Fetched;
    }
    return origin;
}

} // namespace Microfiche
