// SPDX-License-Identifier: GPL-3.0-or-later
// A small archive, and its answers as lines that a person can read.
#pragma once

#include "query/archiveindex.h"
#include "query/querytext.h"

namespace Microfiche::Test
{

inline constexpr UtcSeconds Day = 86'400;

/// Rows of one line each: id, day since 1970 (or none), quality (or none), provider, topics.
inline IndexRow row(ArticleId id, std::optional<int> day, std::optional<int> quality,
                    ProviderId provider = 0, const QList<TopicId> &topics = {})
{
    IndexRow row;
    row.id = id;
    row.publishedAt = day ? std::optional(*day * Day + 3600) : std::nullopt;
    row.quality = quality;
    row.provider = provider;
    row.topics = topics;
    return row;
}

inline constexpr std::optional<int> None;

/// Nine rows: 1 to 6 articles (5 unpublished, 6 undated and unrated), 7 and 8 mentions, 9 before
/// 1970.
inline IndexBatch sample()
{
    IndexBatch batch;
    batch.providers = {{1,
                        QStringLiteral("fox.example"),
                        QStringLiteral("The Fox"),
                        {QStringLiteral("Fox Daily")},
                        0},
                       {2, QStringLiteral("owl.example"), QStringLiteral("Owl Post"), {}, 0},
                       {3, QStringLiteral("elk.example"), {}, {}, 0}};
    batch.topics = {{1, QStringLiteral("Woods")},
                    {2, QStringLiteral("Night Life")},
                    {3, QStringLiteral("Unheard")}};
    batch.rows = {
        row(1, 0, 50, 1, {1}),      row(2, 1, 60, 1, {1, 2}),   row(3, 1, 60, 2, {2}),
        row(4, 31, 120, 2, {1, 1}), row(5, 400, 0, 3),          row(6, None, None, 0, {2}),
        row(7, 2, 70, 1, {}),       row(8, None, None, 2, {1}), row(9, -1, 55, 1, {1})};
    batch.rows[1].heat = 9;
    batch.rows[2].heat = 0;
    batch.rows[4].isUnpublished = true;
    batch.rows[6].isMention = true;
    batch.rows[7].isMention = true;
    return batch;
}

inline ArchiveIndex sampleIndex()
{
    ArchiveIndex index;
    index.apply(sample());
    index.setTitleOrder({9, 1, 8, 2, 7, 3, 4, 5});
    return index;
}

inline Query query(const QString &text)
{
    return std::get<Query>(parseQuery(text));
}

inline QList<ArticleId> idsOf(const ArchiveIndex &index, const QString &text = {})
{
    return index.evaluate(query(text)).ids;
}

/// `name total/count` of each entry.
inline QStringList dump(const QList<FacetCount> &facets)
{
    QStringList lines;
    for (const FacetCount &facet : facets) {
        lines.append(QStringLiteral("%1 %2/%3")
                         .arg(facet.name.isEmpty() ? facet.domain : facet.name)
                         .arg(facet.total)
                         .arg(facet.count));
    }
    return lines;
}

inline QStringList dump(const QList<ValueCount> &values, qint64 origin = 0)
{
    QStringList lines;
    for (const ValueCount &value : values) {
        lines.append(
            QStringLiteral("%1 %2/%3").arg(value.value - origin).arg(value.total).arg(value.count));
    }
    return lines;
}

/// What the store answers to the word fox.
inline TermHits foxHits(const QList<ArticleId> &ids)
{
    return {{{StoreTerm::Kind::Text, QStringLiteral("fox")}, ids}};
}

inline QStringList lines(const char *text)
{
    return QString::fromUtf8(text).split(QStringLiteral(", "));
}

} // namespace Microfiche::Test
