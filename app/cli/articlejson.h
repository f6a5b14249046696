// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/jsonwriter.h"
#include "store/store.h"

namespace Microfiche
{

/// `2023-05-05T07:34:00Z`
QString isoDate(UtcSeconds seconds);

/// `title` with its line breaks, and the space about them, turned into one space; else as it is.
QString oneLine(const QString &title);

/// What an archive's tags are called.
using TagNames = QHash<TagId, QString>;
TagNames tagNames(Store &store);
/// Those of an article, by name.
QStringList tagsOf(const ArticleCard &card, const TagNames &names);

/// The members that `list` and `show` have in common; absent fields are left out.
void writeCard(JsonWriter &json, const ArticleCard &card, const TagNames &names);

/// An article with all that is known of it, and the articles that it leads to.
QByteArray articleJson(const ArticleDetail &detail, const QList<ArticleCard> &related,
                       const TagNames &names);

} // namespace Microfiche
