// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/archiveindex.h"
#include "query/querytext.h"

namespace Microfiche::Test
{

/// What the index answers to a query, as a person types it, over invented rows.
inline QueryAnswer answerTo(const QString &query, const QList<IndexRow> &rows)
{
    ArchiveIndex index;
    index.apply({rows, {}, {}, {}});
    return index.evaluate(std::get<Query>(parseQuery(query)));
}

/// An article of a day; `quality` -1 is unrated, a day that is none undated.
inline IndexRow rowOf(ArticleId id, QDate day, int quality = -1)
{
    IndexRow row;
    row.id = id;
    row.type = QStringLiteral("article");
    if (day.isValid()) {
        row.publishedAt = (day.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * 86'400 + 43'200;
    }
    if (quality >= 0) {
        row.quality = quality;
    }
    return row;
}

} // namespace Microfiche::Test
