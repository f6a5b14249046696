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

/// Reads a query as a person types it: words and `quality:50..80 date:2023-07 topic:"AI Hardware"
/// provider:wsj.com is:mention sort:-title`. Keys that it does not know are words. The order of
/// clauses does not matter.
std::variant<Query, QueryError> parseQuery(const QString &text);

/// The shortest text that parseQuery() reads as `query`.
QString queryText(const Query &query);

/// `date|quality|heat|title`, each with `-` before it for the reverse; none if it is no sort order.
std::optional<SortOrder> parseSortOrder(QStringView text);
QString sortOrderText(SortOrder order);

} // namespace Microfiche
