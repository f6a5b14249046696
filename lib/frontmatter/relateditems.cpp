// SPDX-License-Identifier: GPL-3.0-or-later
#include "frontmatter/relateditems.h"

#include "frontmatter/addressreason.h"
#include "frontmatter/readerwords.h"

#include <QSet>

namespace Microfiche
{

namespace
{

std::optional<RelatedItem> relatedItem(NodeRef entry, FieldReader &reader)
{
    RelatedItem item;
    QString originalUrl;
    if (entry.kind() == NodeKind::Map) {
        reader.eachField(entry, [&](const Field &field) {
            const std::string_view name = field.name();
            if (name == "title") {
                item.title = reader.decodedText(field, MaxTitleLength);
            } else if (name == "excerpt") {
                item.excerpt = reader.decodedText(field, MaxExcerptLength);
            } else if (name == "publishedDateTime") {
                item.publishedAt = reader.timestamp(field);
            } else if (name == "webUrl") {
                item.webUrl = reader.address(field);
            } else if (name == "originalUrl") {
                originalUrl = reader.address(field);
            } else if (name == "ampWebUrl") {
                item.ampWebUrl = reader.address(field);
            } else if (name == "cdnAmpWebUrl") {
                item.cdnAmpWebUrl = reader.address(field);
            } else if (name == "type") {
                item.type = reader.name(field);
            } else if (name == "provider") {
                item.provider = reader.provider(field);
            } else if (name == "quality") {
                item.quality = reader.number(field);
            } else if (name == "images") {
                item.pictures = reader.pictures(field);
            }
        });
    }
    auto key = ArticleKey::fromShared(item.webUrl);
    if (!key) {
        key = ArticleKey::fromAddress(originalUrl);
        item.webUrl = originalUrl; // what opens it
    }
    if (!key) {
        reader.warn(
            entry.at(),
            ReaderWords::tr("The related article has no http or https address. It is left out."));
        return {};
    }
    item.key = *std::move(key);
    return item;
}

} // namespace

QList<RelatedItem> relatedItems(const Field &field, FieldReader &reader)
{
    QList<RelatedItem> items;
    if (!reader.isList(field)) {
        return items;
    }
    items.reserve(field.value.entries());
    QSet<ArticleKey> seen;
    seen.reserve(field.value.entries());
    for (NodeRef entry = field.value.first(); entry != field.value.last(); entry = entry.next()) {
        if (entry.isNull()) {
            continue;
        }
        auto item = relatedItem(entry, reader);
        if (!item || seen.contains(item->key)) {
            continue;
        }
        seen.insert(item->key);
        items.append(*std::move(item));
    }
    return items;
}

} // namespace Microfiche
