// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/articlejson.h"

#include "cli/openarchive.h"

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

/// Left out if there are none.
void writeTexts(JsonWriter &json, QStringView name, const QStringList &texts)
{
    if (texts.isEmpty()) {
        return;
    }
    json.key(name);
    json.beginArray();
    for (const QString &text : texts) {
        json.value(text);
    }
    json.endArray();
}

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

TagNames tagNames(Store &store)
{
    TagNames names;
    for (const TagEntry &tag : waitFor(store.tags())) {
        names.insert(tag.id, tag.name);
    }
    return names;
}

QStringList tagsOf(const ArticleCard &card, const TagNames &names)
{
    QStringList tags;
    for (const TagId tag : card.tags) {
        tags.append(names.value(tag));
    }
    tags.removeAll(QString()); // one that was made since
    tags.sort(Qt::CaseInsensitive);
    return tags;
}

void writeCard(JsonWriter &json, const ArticleCard &card, const TagNames &names)
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
    writeTexts(json, u"topics", card.topics);
    json.memberIf(u"picture", card.pictureUrl);
    json.member(u"related", card.relatedCount);
    if (card.isSeen) {
        json.member(u"seen", true);
    }
    if (card.isStarred) {
        json.member(u"starred", true);
    }
    writeTexts(json, u"tags", tagsOf(card, names));
}

QByteArray articleJson(const ArticleDetail &detail, const QList<ArticleCard> &related,
                       const TagNames &names)
{
    JsonWriter json(JsonWriter::Layout::Indented);
    json.beginObject();
    writeCard(json, detail.card, names);
    json.memberIf(u"note", detail.note);
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
