// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/articlejson.h"

#include <QDateTime>
#include <QFile>
#include <QRegularExpression>
#include <QTimeZone>

namespace Microfiche
{

QString isoDate(UtcSeconds seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::utc())
        .toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'"));
}

QString oneLine(const QString &title)
{
    static const QRegularExpression Break(
        QStringLiteral("\\s*[\\n\\r\\x0b\\x0c\\x{85}\\x{2028}\\x{2029}]\\s*"));
    static const QRegularExpression AtAnEnd(u'^' + Break.pattern() + u'|' + Break.pattern() + u'$');
    return QString(title).remove(AtAnEnd).replace(Break, QStringLiteral(" "));
}

namespace
{

void writeProvider(JsonWriter &json, const ArticleCard &card)
{
    if (card.providerName.isEmpty() && card.providerDomain.isEmpty()) {
        return;
    }
    json.key(u"provider");
    json.beginObject();
    json.memberIf(u"name", card.providerName);
    json.memberIf(u"domain", card.providerDomain);
    json.endObject();
}

void writePictures(JsonWriter &json, const QList<StoredPicture> &pictures)
{
    json.key(u"pictures");
    json.beginArray();
    for (const StoredPicture &stored : pictures) {
        json.beginObject();
        json.member(u"url", QStringView(stored.picture.url));
        json.memberIf(u"width", stored.picture.width);
        json.memberIf(u"height", stored.picture.height);
        json.memberIf(u"title", stored.picture.title);
        json.endObject();
    }
    json.endArray();
}

void writeFiles(JsonWriter &json, const QList<ArticleFile> &files)
{
    json.key(u"files");
    json.beginArray();
    for (const ArticleFile &file : files) {
        json.beginObject();
        json.member(u"path", QFile::decodeName(file.path));
        json.member(u"bytes", file.length);
        json.member(u"hash", QString::fromLatin1(file.hash.toHex()));
        json.member(u"imported", isoDate(file.importedAt));
        json.member(u"shown", file.isShown);
        json.member(u"current", file.isCurrent);
        json.endObject();
    }
    json.endArray();
}

void writeLinks(JsonWriter &json, const QList<ArticleCard> &related)
{
    json.key(u"links");
    json.beginArray();
    for (const ArticleCard &card : related) {
        json.beginObject();
        json.member(u"id", card.id);
        json.member(u"key", QStringView(card.key));
        json.member(u"title", oneLine(card.title));
        json.member(u"mention", card.isMention);
        json.endObject();
    }
    json.endArray();
}

} // namespace

void writeCard(JsonWriter &json, const ArticleCard &card)
{
    json.member(u"id", card.id);
    json.member(u"key", QStringView(card.key));
    json.memberIf(u"title", oneLine(card.title));
    json.memberIf(u"excerpt", card.excerpt);
    if (card.publishedAt) {
        json.member(u"date", QStringView(isoDate(*card.publishedAt)));
    }
    json.memberIf(u"quality", card.quality);
    json.memberIf(u"heat", card.heat);
    json.memberIf(u"type", card.type);
    json.memberIf(u"published", card.published);
    writeProvider(json, card);
    if (!card.topics.isEmpty()) {
        json.key(u"topics");
        json.beginArray();
        for (const QString &topic : card.topics) {
            json.value(QStringView(topic));
        }
        json.endArray();
    }
    json.memberIf(u"picture", card.pictureUrl);
    json.member(u"related", card.relatedCount);
}

QByteArray articleJson(const ArticleDetail &detail, const QList<ArticleCard> &related)
{
    JsonWriter json(JsonWriter::Layout::Indented);
    json.beginObject();
    writeCard(json, detail.card);
    json.member(u"citedBy", detail.card.citedCount);
    json.member(u"mention", detail.card.isMention);
    json.member(u"removed", detail.card.isRemoved);
    json.memberIf(u"webUrl", detail.webUrl);
    json.memberIf(u"originalUrl", detail.originalUrl);
    json.memberIf(u"ampWebUrl", detail.ampWebUrl);
    json.memberIf(u"cdnAmpWebUrl", detail.cdnAmpWebUrl);
    json.memberIf(u"category", detail.category);
    json.memberIf(u"featuredContent", detail.featuredContent);
    writePictures(json, detail.pictures);
    writeLinks(json, related);
    json.member(u"secured", detail.hasSecured);
    if (!detail.extra.isEmpty()) {
        json.key(u"extra");
        json.value(QJsonValue(detail.extra));
    }
    json.memberIf(u"body", detail.body);
    writeFiles(json, detail.files);
    json.endObject();
    return json.text() + '\n';
}

} // namespace Microfiche
