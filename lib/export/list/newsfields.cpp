// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/list/newsfields_p.h"

#include <QJsonArray>

namespace Microfiche
{

namespace
{

using namespace Qt::StringLiterals;

void insertText(QJsonObject *object, const QString &name, const QString &text)
{
    if (!text.isEmpty()) {
        object->insert(name, text);
    }
}

template <typename Value>
void insertIf(QJsonObject *object, const QString &name, const std::optional<Value> &value)
{
    if (value) {
        object->insert(name, *value);
    }
}

QJsonArray pictures(const QList<StoredPicture> &stored)
{
    QJsonArray array;
    for (const StoredPicture &one : stored) {
        QJsonObject picture{{u"url"_s, one.picture.url}};
        insertIf(&picture, u"width"_s, one.picture.width);
        insertIf(&picture, u"height"_s, one.picture.height);
        insertText(&picture, u"title"_s, one.picture.title);
        array.append(picture);
    }
    return array;
}

/// What the article itself and what a link to it both tell.
QJsonObject cardFields(const ArticleCard &card)
{
    QJsonObject fields;
    insertText(&fields, u"title"_s, card.title);
    insertText(&fields, u"excerpt"_s, card.excerpt);
    if (card.publishedAt) {
        fields.insert(u"publishedDateTime"_s, isoTime(*card.publishedAt));
    }
    insertText(&fields, u"type"_s, card.type);
    insertIf(&fields, u"quality"_s, card.quality);
    QJsonObject provider;
    insertText(&provider, u"name"_s, card.providerName);
    insertText(&provider, u"domain"_s, card.providerDomain);
    if (!provider.isEmpty()) {
        fields.insert(u"provider"_s, provider);
    }
    return fields;
}

QJsonArray relatedItems(const QList<ArticleCard> &related)
{
    QJsonArray array;
    for (const ArticleCard &card : related) {
        QJsonObject item = cardFields(card);
        item.insert(u"webUrl"_s, card.address);
        array.append(item);
    }
    return array;
}

} // namespace

QStringList newsFieldOrder()
{
    return {u"title"_s,
            u"excerpt"_s,
            u"publishedDateTime"_s,
            u"webUrl"_s,
            u"originalUrl"_s,
            u"ampWebUrl"_s,
            u"cdnAmpWebUrl"_s,
            u"category"_s,
            u"type"_s,
            u"quality"_s,
            u"heat"_s,
            u"published"_s,
            u"removed"_s,
            u"provider"_s,
            u"topics"_s,
            u"images"_s,
            u"featuredContent"_s,
            u"related"_s};
}

QJsonObject newsFields(const ExportedArticle &article)
{
    const ArticleDetail &detail = article.detail;
    const ArticleCard &card = detail.card;
    QJsonObject fields = cardFields(card);
    // Of a mention nothing is known but the address by which others name it.
    const bool hasAddress = !detail.webUrl.isEmpty() || !detail.originalUrl.isEmpty();
    insertText(&fields, u"webUrl"_s, hasAddress ? detail.webUrl : card.address);
    insertText(&fields, u"originalUrl"_s, detail.originalUrl);
    insertText(&fields, u"ampWebUrl"_s, detail.ampWebUrl);
    insertText(&fields, u"cdnAmpWebUrl"_s, detail.cdnAmpWebUrl);
    insertText(&fields, u"category"_s, detail.category);
    insertIf(&fields, u"heat"_s, card.heat);
    insertIf(&fields, u"published"_s, card.published);
    if (card.isRemoved) {
        fields.insert(u"removed"_s, true);
    }
    if (!card.topics.isEmpty()) {
        fields.insert(u"topics"_s, QJsonArray::fromStringList(card.topics));
    }
    if (!detail.pictures.isEmpty()) {
        fields.insert(u"images"_s, pictures(detail.pictures));
    }
    insertText(&fields, u"featuredContent"_s, detail.featuredContent);
    if (!article.related.isEmpty()) {
        fields.insert(u"related"_s, relatedItems(article.related));
    }
    for (auto at = detail.extra.constBegin(); at != detail.extra.constEnd(); ++at) {
        if (!fields.contains(at.key())) {
            fields.insert(at.key(), at.value());
        }
    }
    return fields;
}

} // namespace Microfiche
