// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"

#include <QList>

namespace Microfiche
{

using ArticleId = qint64; ///< a row of the archive, from 1; 0 is none
using ProviderId = int;
using TopicId = int;
using TagId = int;

/// How many rows have one value. Every total here is over the whole archive, of the kinds asked for
/// (articles, mentions or both) and under no other clause.
struct FacetCount {
    int id = 0; ///< ProviderId, TopicId or TagId; types have only names
    QString name;
    QString domain;           ///< providers only
    int total = 0;            ///< in the whole archive
    int count = 0;            ///< of the query without this facet's own clause
    qint64 logo = 0;          ///< providers only: picture id of the logo, there or not; 0: none
    QStringList aliases = {}; ///< providers only: the other names that a query may say
    int color = 0;            ///< tags only

    friend bool operator==(const FacetCount &, const FacetCount &) = default;
};

/// A score or a day and how many articles have it.
struct ValueCount {
    qint64 value = 0; ///< a score, or a Julian day number (QDate::toJulianDay) of UTC
    int total = 0;    ///< in the whole archive
    int count = 0;    ///< of the query without this chart's own clause

    friend bool operator==(const ValueCount &, const ValueCount &) = default;
};

inline constexpr int MaxCountedClauses = 6;

/// Neighbours among the answer's ids that share a day or a provider.
struct Run {
    qint64 key = 0; ///< a Julian day number of UTC, a ProviderId, or NoRunKey for none
    int count = 0;

    friend bool operator==(const Run &, const Run &) = default;
};
inline constexpr qint64 NoRunKey = -1;

/// The answer to one query.
struct QueryAnswer {
    bool isCancelled = false; ///< given up halfway: nothing else here means anything

    QList<ArticleId> ids; ///< in the order asked for; ties newest first, then by id: a total order
    int articles = 0;     ///< of the ids, how many are articles
    int mentions = 0;     ///< and how many mentions
    /// The ids cut where the day changes if they are in the order of dates, where the provider
    /// changes if in that of providers; empty in any other order.
    QList<Run> runs;

    QList<FacetCount> topics;    ///< every topic, by falling total, then name
    QList<FacetCount> providers; ///< every provider, by falling total, then name
    QList<FacetCount> types;     ///< every type, by falling total, then name
    QList<FacetCount> tags;      ///< every tag, those of no article too, likewise
    QList<ValueCount> days;      ///< every day that has a total, ascending
    QList<ValueCount> qualities; ///< every score that has a total, ascending
    QList<ValueCount> heats;     ///< every heat that has a total, ascending
    ValueCount undated;
    ValueCount unrated;
    ValueCount unmeasured;

    int withoutDate = 0;      ///< how many there would be without the date clause
    int withoutQuality = 0;   ///< ... the quality clause
    int withoutHeat = 0;      ///< ... the heat clause
    int withoutTopics = 0;    ///< ... the topic clause
    int withoutProviders = 0; ///< ... the provider clause
    int withoutTypes = 0;     ///< ... the type clause
    int withoutTags = 0;      ///< ... the tag clause
    int withoutWords = 0;     ///< ... all the words
    /// ... one of the words, and one of the conditions, in their order. Only the first
    /// MaxCountedClauses of them, words before conditions, are counted apart; -1 for the rest.
    QList<int> withoutWord;
    QList<int> withoutCondition;
    int withoutKinds = 0; ///< ... the choice of kinds: articles only, published or not

    int archiveArticles = 0; ///< in the whole archive
    int archiveMentions = 0;
    int archiveUnpublished = 0; ///< of the articles
};

} // namespace Microfiche
