// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a query cut into words and clauses, and the quoting that undoes it.
#pragma once

#include "query/querytext.h"

#include <QList>

namespace Microfiche
{

enum class QueryKey { Quality, Date, Provider, Topic, Is, Sort };

/// One of the values of a clause; its place includes its quotes.
struct QueryItem {
    qsizetype position = 0;
    qsizetype length = 0;
    QString text;
};

/// A word, or a clause `key:item,item` with at least one item.
struct QueryToken {
    qsizetype position = 0;
    qsizetype length = 0;
    std::optional<QueryKey> key; ///< none: a word
    QString word;                ///< unquoted; never blank
    QList<QueryItem> items;      ///< none is empty
};

std::variant<QList<QueryToken>, QueryError> lexQuery(const QString &text);

/// `quality:` and so on.
QString queryKeyText(QueryKey key);

/// What may stand behind a key besides numbers, days and names.
namespace QueryValues
{
inline constexpr QLatin1String None("none");
inline constexpr QLatin1String Mention("mention");
inline constexpr QLatin1String Any("any");
inline constexpr QLatin1String Unpublished("unpublished");
} // namespace QueryValues

/// `word` so that it is read as this one word.
QString wordText(const QString &word);
/// `items` so that they are read as these items of a clause.
QString itemsText(const QStringList &items);

} // namespace Microfiche
