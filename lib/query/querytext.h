// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"

#include <variant>

namespace Microfiche
{

/// Why a text is no query: the part of it that is meant, and what would be right.
struct QueryError {
    qsizetype position = 0; ///< in UTF-16 units
    qsizetype length = 0;
    QString message;

    friend bool operator==(const QueryError &, const QueryError &) = default;
};

/// What a search takes at most: more is no search but a pasted page, and costs minutes.
inline constexpr int MaxQueryWords = 64;
inline constexpr qsizetype MaxQueryWordCharacters = 1024; ///< of all words together, UTF-16 units

/// Reads a query as a person types it: words and `quality:50..80 date:2023-07 topic:"AI Hardware"
/// provider:wsj.com is:mention sort:-title`. The order of clauses does not matter.
/// - Between quotes spaces and keys are text, and "" is one quote. A quote that is never closed, or
///   that stands inside a word, is a character like any other.
/// - Keys are read in any case. What is no key is a word: `c++`, `-a`, `foo:bar`, `http://x`.
/// - `quality:` and `date:` take one range and `none` beside it: `quality:80..,none`.
/// - `topic:` and `provider:` take several names by comma: any of them.
std::variant<Query, QueryError> parseQuery(const QString &text);

/// Whether a text that parseQuery() reads has a `sort:` clause; its query cannot tell, for every
/// query has an order.
bool namesOrder(const QString &text);

/// A short text that parseQuery() reads as query.normalized(), clauses always in the same order.
QString queryText(const Query &query);

/// `date|quality|heat|title`, each with `-` before it for the reverse; none if it is no sort order.
std::optional<SortOrder> parseSortOrder(QStringView text);
QString sortOrderText(SortOrder order);

} // namespace Microfiche
