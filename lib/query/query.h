// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "article/article.h"
#include "query/condition.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>

namespace Microfiche
{

/// The day of UTC that `time` lies in, as QDate::toJulianDay() counts; also before 1970.
constexpr qint64 julianDay(UtcSeconds time)
{
    constexpr qint64 secondsOfDay = 86'400;
    constexpr qint64 dayOf1970 = 2'440'588;
    const bool roundsUp = time < 0 && time % secondsOfDay != 0;
    return time / secondsOfDay - (roundsUp ? 1 : 0) + dayOf1970;
}

enum class SortKey { Date, Quality, Heat, Title, Provider };

/// Date, quality and heat run from high to low unless reversed, titles and providers' names from A
/// to Z. What has no value comes last either way.
struct SortOrder {
    SortKey key = SortKey::Date;
    bool reversed = false;

    friend bool operator==(const SortOrder &, const SortOrder &) = default;
};

/// What a range filter does with articles that have no value: only a range keeps them out.
enum class Missing { Excluded, Included, Only };

/// Articles alone, mentions alone, or both.
enum class Kinds { Articles, Mentions, Both };

/// What is asked of an archive. A default one asks for every article, newest first.
struct Query {
    QStringList words; ///< beginnings of words, all in title, excerpt, provider or topics; whole
                       ///< ones are conditions
    DateRange date;
    Missing undated = Missing::Excluded; ///< heeded if `date` is not open, or if Only
    ScoreRange quality;
    Missing unrated = Missing::Excluded; ///< heeded if `quality` is not open, or if Only
    ScoreRange heat;
    Missing unmeasured = Missing::Excluded; ///< heeded if `heat` is not open, or if Only
    QStringList topics;                     ///< any of them
    QStringList providers;                  ///< domains or names, any of them
    QStringList types;                      ///< any of them
    QStringList tags;                       ///< any of them
    QList<Condition> conditions;            ///< every one of them, besides
    Kinds kinds = Kinds::Articles;
    bool unpublishedOnly = false; ///< only what its publisher holds back
    SortOrder sort;

    bool filtersDate() const { return !date.isOpen() || undated == Missing::Only; }
    bool filtersQuality() const { return !quality.isOpen() || unrated == Missing::Only; }
    bool filtersHeat() const { return !heat.isOpen() || unmeasured == Missing::Only; }
    /// The distinct terms that the store must answer, words among them, before the index can. Those
    /// that hold of all are not among them.
    QList<StoreTerm> storeTerms() const;
    /// The same query with the days of `today` where it says "the last 30 days".
    Query onDay(QDate today) const;
    /// Whether it asks for everything, whatever the order.
    bool isEmpty() const;
    /// The one value among those that ask the same that parseQuery() gives: no blank or doubled
    /// names, no choice about missing values that nothing heeds, no condition that asks for
    /// nothing, no brackets that change nothing; and mentions too where a condition names them.
    Query normalized() const;

    friend bool operator==(const Query &, const Query &) = default;
};

} // namespace Microfiche
