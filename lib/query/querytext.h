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
inline constexpr int MaxQueryWords = 64; ///< and all else that the store must answer
inline constexpr int MaxQueryDepth = 16; ///< of brackets within brackets
inline constexpr qsizetype MaxQueryWordCharacters = 1024; ///< of all words together, UTF-16 units

/// Reads a query as a person types it. README has the table of the language. In short:
/// - Clauses side by side must all hold, in any order. `OR` in capitals between two of them asks
///   for one or the other and binds closer; brackets make one clause of several; `-` before a
///   clause asks for what it does not hold of.
/// - A word is the beginning of one; words between quotes are whole ones in this order. With `*`
///   right behind the quotes the last of them is a beginning too.
/// - Between quotes spaces and keys are text, and "" is one quote. Quotes as word processors make
///   them are quotes too: “…”, „…“, «…». A quote that is never closed, or
///   that stands inside a word, is a character like any other; so is a bracket without its other
///   half, and a minus or an OR with nothing to join.
/// - What says nothing, as "" and (), holds of every article, and its negation of none.
/// - Keys are read in any case. What is no key is a word: `c++`, `a"b`, `foo:bar`, and
/// `qualty:80..`
///   too, about which queryHint() has something to say. But a web address by itself asks for its
///   article, as behind `url:`.
/// - `quality:`, `heat:` and `date:` take one range and `none` beside it: `quality:80..,none`.
/// - `topic:`, `provider:` and `type:` take several names by comma: any of them.
/// - What a chart or a list can show (one range of days, quality or heat, names of topics,
///   providers and types, kinds) becomes the field of Query that it edits if it stands alone,
///   outside of brackets, unnegated, and first of its key; a second range is an error. All else
///   becomes a Condition. `is:any` and `sort:` stand alone or nowhere.
std::variant<Query, QueryError> parseQuery(const QString &text);

/// The first part that perhaps means something else than it says: a word that was to be a clause,
/// for what stands before its colon is a slip or two away from a key; a bracket right behind a key,
/// one or a quote that nothing closes; `AND`, `NOT` or a small `or` among others. Where it
/// is, and what would be right. Such as `Cities:Skylines` or `now or never` is meant as it stands,
/// so this is to be said quietly, and never in the way of what is found.
std::optional<QueryError> queryHint(const QString &text);

/// Whether a text that parseQuery() reads has a `sort:` clause; its query cannot tell, for every
/// query has an order.
bool namesOrder(const QString &text);

/// A short text that parseQuery() reads as query.normalized(), clauses always in the same order.
QString queryText(const Query &query);

/// `date|quality|heat|title|provider`, each with `-` before it for the reverse; none if it is no
/// sort order.
std::optional<SortOrder> parseSortOrder(QStringView text);
QString sortOrderText(SortOrder order);

} // namespace Microfiche
