// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/articlewriter_p.h"

#include "store/compression_p.h"
#include "store/connection_p.h"
#include "store/fulltext_p.h"
#include "store/keyhash_p.h"

#include <QJsonDocument>
#include <QSqlError>

#include <algorithm>

namespace Microfiche
{

namespace
{
// As the view article_words tells it: a provider is its domain, whatever name it goes by.
QString providerWords(const Provider &provider)
{
    return provider.name.isEmpty() || provider.domain.isEmpty()
               ? provider.name + provider.domain
               : provider.name + u' ' + provider.domain;
}

std::optional<QString> unlessEmpty(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

std::optional<QString> unlessKey(const QString &text, const ArticleKey &key)
{
    return text == key.toString() ? std::nullopt : std::optional(text);
}

std::optional<QByteArray> packedBody(const QString &body)
{
    return body.isEmpty() ? std::nullopt : std::optional(compressed(body.toUtf8(), Packing::Text));
}

std::optional<QString> extraText(const QJsonObject &extra)
{
    return extra.isEmpty() ? std::nullopt
                           : std::optional(QString::fromUtf8(
                                 QJsonDocument(extra).toJson(QJsonDocument::Compact)));
}

/// None that anybody looks at: a pixel that counts readers, an icon. Pictures whose size nobody
/// says are not.
bool isTiny(const Picture &picture)
{
    const auto isSmall = [](const std::optional<int> &side) {
        return side && *side > 0 && *side < TinyPicture;
    };
    return isSmall(picture.width) || isSmall(picture.height);
}

bool hasPictures(const Article &article)
{
    return std::any_of(
        article.pictures.cbegin(), article.pictures.cend(),
        [](const Picture &picture) { return !picture.url.isEmpty() && !isTiny(picture); });
}

QString segmentedWords(const Article &article)
{
    QStringList texts{article.title, article.excerpt, article.provider.name};
    texts += article.topics;
    return segmented(texts.join(u'\n'));
}

} // namespace

ArticleWriter::Known ArticleWriter::find(const ArticleKey &key)
{
    if (const auto known = m_recent.find(key.toString())) {
        return *known;
    }
    const Known absent{0, false, addressHash(key.toString())};
    if (!m_numbering.mayHold(absent.hash)) {
        return absent;
    }
    auto rows = m_connection.run(
        "SELECT a.id, t.key, a.shown_version IS NULL AND t.title = ''"
        " FROM article AS a JOIN article_text AS t ON t.article = a.id WHERE a.key_hash = ?",
        absent.hash);
    while (rows.next()) {
        if (rows.text(1) == key.toString()) {
            const Known known{rows.integer(0), rows.flag(2), 0};
            m_recent.insert(key.toString(), known);
            return known;
        }
    }
    return absent;
}

Standing ArticleWriter::standing(ArticleId id)
{
    auto rows = m_connection.run("SELECT shown_version, published_at, provider, provider_name"
                                 " FROM article WHERE id = ?",
                                 id);
    if (!rows.next()) { // else what is written of it would be nobody's
        throw SqlError(
            QSqlError(QString(), QStringLiteral("no such article"), QSqlError::UnknownError));
    }
    Standing standing;
    standing.id = id;
    standing.shown = rows.integer(0);
    standing.publishedAt = rows.optionalInteger(1);
    standing.provider = {static_cast<ProviderId>(rows.integer(2)), rows.integer(3)};
    return standing;
}

Standing ArticleWriter::plan(const ArticleKey &key, const Known &absent)
{
    Standing standing;
    standing.id = m_numbering.next(absent.hash);
    standing.isNew = true;
    standing.keyHash = absent.hash;
    m_recent.insert(key.toString(), {standing.id, false, 0});
    return standing;
}

/// What the table of articles has of one.
struct ArticleWriter::Row {
    std::optional<VersionId> version;
    const Article &article;
    qint64 type = 0;
    ProviderUse provider;
    const IndexRow &index;
};

void ArticleWriter::writeRow(const Standing &before, const Row &row)
{
    const auto run = [this, &row](const char *sql, const auto &...whose) {
        const Article &article = row.article;
        m_connection.run(sql, row.version, article.publishedAt, article.quality, article.heat,
                         idOrNull(row.type), idOrNull(row.provider.provider),
                         idOrNull(row.provider.name), article.published, article.removed,
                         !article.secured.isEmpty(), row.index.hasPicture, row.index.hasRelated,
                         row.index.hasBody, whose...);
    };
    if (before.isNew) {
        run("INSERT INTO article (shown_version, published_at, quality, heat, type, provider,"
            " provider_name, published, removed, has_secured, has_picture, has_related, has_body,"
            " id, key_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            before.id, before.keyHash);
    } else {
        run("UPDATE article SET shown_version = ?, published_at = ?, quality = ?, heat = ?,"
            " type = ?, provider = ?, provider_name = ?, published = ?, removed = ?,"
            " has_secured = ?, has_picture = ?, has_related = ?, has_body = ? WHERE id = ?",
            before.id);
    }
}

IndexRow ArticleWriter::write(const Standing &before, std::optional<VersionId> version,
                              const Article &article)
{
    const ArticleId id = before.id;
    if (!before.isNew) {
        clear(before);
    }
    const qint64 type = m_names.type(article.type);
    const ProviderUse provider = m_names.provider(article.provider);
    if (version) {
        m_names.count(provider, 1);
    }
    IndexRow row;
    row.id = id;
    QStringList topics = article.topics;
    topics.removeDuplicates();
    row.hasPicture = hasPictures(article);
    row.hasRelated = version && !article.related.isEmpty();
    row.hasBody = !article.body.isEmpty();
    writeRow(before, {version, article, type, provider, row});
    row.topics = writeTopics(id, topics);
    writePictures(id, article.pictures);
    const QString apart = segmentedWords(article);
    writeText(id, article, apart);
    m_waiting.insert(id, {article.title, article.excerpt, providerWords(article.provider),
                          topics.join(u'\n'), apart});
    m_recent.insert(article.key.toString(), {id, !version && article.title.isEmpty(), 0});
    if (before.isNew || m_titles.take(id) != article.title) {
        m_retitled.append(id);
    }

    row.publishedAt = article.publishedAt;
    row.quality = article.quality;
    row.heat = article.heat;
    row.provider = provider.provider;
    row.type = article.type;
    row.isMention = !version;
    row.isUnpublished = article.published == false;
    row.isRemoved = article.removed;
    return row;
}

void ArticleWriter::remove(ArticleId mention, const ArticleKey &key)
{
    removeWords({mention});
    clear(standing(mention));
    m_connection.run("DELETE FROM article WHERE id = ?", mention);
    m_recent.remove(key.toString());
    m_titles.remove(mention);
}

void ArticleWriter::clear(const Standing &before)
{
    if (before.shown > 0) {
        m_names.count(before.provider, -1);
        m_connection.run("DELETE FROM article_topic WHERE article = ?", before.id);
    }
    m_connection.run("DELETE FROM article_picture WHERE article = ?", before.id);
    m_connection.run("DELETE FROM article_text WHERE article = ?", before.id);
}

std::optional<ArticleWriter::Words> ArticleWriter::storedWords(ArticleId id)
{
    auto rows = m_connection.run("SELECT title, excerpt, provider, topics, segmented"
                                 " FROM article_words WHERE id = ?",
                                 id);
    if (!rows.next()) {
        return std::nullopt;
    }
    return Words{rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4)};
}

// FTS5 must be told the very words that it is to forget.
void ArticleWriter::removeWords(QList<ArticleId> ids)
{
    std::sort(ids.begin(), ids.end());
    for (const ArticleId id : std::as_const(ids)) {
        if (const auto waiting = m_waiting.find(id); waiting != m_waiting.end()) {
            m_titles.insert(id, waiting->title);
            m_waiting.erase(waiting);
        } else if (const std::optional<Words> words = storedWords(id)) {
            m_titles.insert(id, words->title);
            m_connection.run("INSERT INTO article_fts"
                             " (article_fts, rowid, title, excerpt, provider, topics, segmented)"
                             " VALUES ('delete', ?, ?, ?, ?, ?, ?)",
                             id, words->title, words->excerpt, words->provider, words->topics,
                             words->segmented);
        }
    }
}

// Row by row with VALUES: an INSERT from the view would make FTS5 write out after each.
void ArticleWriter::addWords()
{
    for (auto at = m_waiting.cbegin(); at != m_waiting.cend(); ++at) {
        m_connection.run("INSERT INTO article_fts"
                         " (rowid, title, excerpt, provider, topics, segmented)"
                         " VALUES (?, ?, ?, ?, ?, ?)",
                         at.key(), at->title, at->excerpt, at->provider, at->topics, at->segmented);
    }
    m_waiting.clear();
}

void ArticleWriter::forget()
{
    m_recent.clear();
    m_numbering.forget();
    m_waiting.clear();
    m_titles.clear();
    m_retitled.clear();
}

void ArticleWriter::writeText(ArticleId id, const Article &article, const QString &segmented)
{
    m_connection.run("INSERT INTO article_text (article, key, title, excerpt, category,"
                     " web_url, original_url, amp_web_url, cdn_amp_web_url, featured_content,"
                     " segmented, extra, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                     id, article.key.toString(), article.title, article.excerpt, article.category,
                     unlessKey(article.webUrl, article.key),
                     unlessKey(article.originalUrl, article.key), unlessEmpty(article.ampWebUrl),
                     unlessEmpty(article.cdnAmpWebUrl), unlessEmpty(article.featuredContent),
                     unlessEmpty(segmented), extraText(article.extra), packedBody(article.body));
}

QList<TopicId> ArticleWriter::writeTopics(ArticleId id, const QStringList &topics)
{
    QList<TopicId> ids;
    for (const QString &name : topics) {
        const TopicId topic = m_names.topic(name);
        m_connection.run("INSERT INTO article_topic (article, position, topic) VALUES (?, ?, ?)",
                         id, ids.size(), topic);
        ids.append(topic);
    }
    return ids;
}

void ArticleWriter::writePictures(ArticleId id, const QList<Picture> &pictures)
{
    int position = 0;
    for (const Picture &picture : pictures) {
        const PictureId pictureId = m_names.picture(picture.url);
        if (pictureId == 0) {
            continue;
        }
        m_connection.run("INSERT INTO article_picture (article, position, picture, width, height,"
                         " is_cached, title) VALUES (?, ?, ?, ?, ?, ?, ?)",
                         id, position++, pictureId, picture.width, picture.height, picture.isCached,
                         unlessEmpty(picture.title));
    }
}

Article mentionedArticle(const RelatedItem &item)
{
    Article article;
    article.key = item.key;
    article.title = item.title;
    article.excerpt = item.excerpt;
    article.publishedAt = item.publishedAt;
    article.webUrl = item.webUrl;
    article.ampWebUrl = item.ampWebUrl;
    article.cdnAmpWebUrl = item.cdnAmpWebUrl;
    article.type = item.type;
    article.quality = item.quality;
    article.provider = item.provider;
    article.pictures = item.pictures;
    return article;
}

} // namespace Microfiche
