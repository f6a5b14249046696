// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "article/address.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Microfiche
{

/// Seconds since 1970-01-01T00:00:00Z. Days, months and years are those of UTC (FORMAT.md, "Days").
using UtcSeconds = qint64;

/// A picture as an article names it; where its bytes are is another matter.
struct Picture {
    QString url;               ///< as written; not checked
    std::optional<int> width;  ///< pixels
    std::optional<int> height; ///< pixels
    bool isCached = false;     ///< the publisher's own copy existed
    QString title;             ///< caption; empty if there is none

    friend bool operator==(const Picture &, const Picture &) = default;
};

/// Who published an article. A provider is its domain; one domain may go by several names.
struct Provider {
    QString name;
    QString domain; ///< lower case
    QList<Picture> logos;

    friend bool operator==(const Provider &, const Provider &) = default;
};

/// What an article says of another one: a link to `key`, and what is known of it from here.
struct RelatedItem {
    ArticleKey key;
    QString title;
    QString excerpt;
    std::optional<UtcSeconds> publishedAt;
    QString webUrl;
    QString ampWebUrl;
    QString cdnAmpWebUrl;
    QString type;
    Provider provider;
    std::optional<int> quality;
    QList<Picture> pictures;

    friend bool operator==(const RelatedItem &, const RelatedItem &) = default;
};

/// An article as its file tells it. A missing text is empty, everything else missing is absent.
struct Article {
    ArticleKey key; ///< from webUrl, else originalUrl
    QString title;  ///< entities decoded; never empty in an imported article
    QString excerpt;
    std::optional<UtcSeconds> publishedAt;
    QString webUrl;
    QString originalUrl;
    QString ampWebUrl;
    QString cdnAmpWebUrl;
    QString category;
    QString type;
    std::optional<int> quality;    ///< a score without a ceiling, 0 and up
    std::optional<int> heat;       ///< 0 and up; absent if not measured (-1 in files)
    std::optional<bool> published; ///< false: held back by the publisher
    bool removed = false;          ///< withdrawn by the publisher
    QString featuredContent;
    Provider provider;
    QStringList topics;
    QList<Picture> pictures;
    QList<RelatedItem> related; ///< in the file's order, one per key
    QString secured;            ///< the publisher's encrypted text; kept, never shown
    QJsonObject extra;          ///< every key that is not above, as the file has it
    QString body;               ///< readable plain text; empty if there is none

    friend bool operator==(const Article &, const Article &) = default;
};

} // namespace Microfiche
