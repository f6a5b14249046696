// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "article/article.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>

namespace Microfiche
{

/// Days of UTC, both included; an open end is absent.
struct DateRange {
    std::optional<QDate> from;
    std::optional<QDate> to;

    bool isOpen() const { return !from && !to; }
    friend bool operator==(const DateRange &, const DateRange &) = default;
};

/// Scores, both included; an open end is absent.
struct ScoreRange {
    std::optional<int> from;
    std::optional<int> to;

    bool isOpen() const { return !from && !to; }
    friend bool operator==(const ScoreRange &, const ScoreRange &) = default;
};

enum class SortKey { Date, Quality, Heat, Title };

/// Date, quality and heat run from high to low unless reversed, titles from A to Z. What has no
/// value comes last either way.
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
    QStringList words; ///< all must be found in title, excerpt, provider or topics; prefixes count
    DateRange date;
    Missing undated = Missing::Excluded; ///< heeded if `date` is not open, or if Only
    ScoreRange quality;
    Missing unrated = Missing::Excluded; ///< heeded if `quality` is not open, or if Only
    QStringList topics;                  ///< any of them
    QStringList providers;               ///< domains or names, any of them
    Kinds kinds = Kinds::Articles;
    bool unpublishedOnly = false; ///< only what its publisher holds back
    SortOrder sort;

    bool filtersDate() const { return !date.isOpen() || undated == Missing::Only; }
    bool filtersQuality() const { return !quality.isOpen() || unrated == Missing::Only; }
    /// Whether it asks for everything, whatever the order.
    bool isEmpty() const;

    friend bool operator==(const Query &, const Query &) = default;
};

} // namespace Microfiche
