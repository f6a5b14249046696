// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a query cut into words, clauses and what joins them.
#pragma once

#include "query/querytext.h"
#include "query/text/querykeys_p.h"

#include <QList>

namespace Microfiche
{

/// More clauses and brackets than that are no search but a pasted page.
inline constexpr int MaxQueryTokens = 256;

/// One of the values of a clause; its place includes its quotes.
struct QueryItem {
    qsizetype position = 0;
    qsizetype length = 0;
    QString text;
    bool isWhole = false; ///< in quotes, and no `*` behind them
};

inline QueryError errorAt(const QueryItem &item, const QString &message)
{
    return {item.position, item.length, message};
}

struct QueryToken {
    enum class Kind {
        Word,   ///< `text`, unquoted; blank only if it stood in quotes
        Clause, ///< `key:item,item` with at least one item
        Or,     ///< between two others it joins them, else it is the word `text`
        Open,   ///< a bracket that a later token closes
        Close
    };

    Kind kind = Kind::Word;
    qsizetype position = 0; ///< with the minus and the quotes
    qsizetype length = 0;
    bool isNegated = false; ///< of words, clauses and opening brackets
    bool isQuoted = false;  ///< of words
    bool isWhole = false;   ///< of words: quoted, and no `*` behind the quotes
    QString text;
    QueryKey key = QueryKey::Title;
    QList<QueryItem> items; ///< none is blank
};

struct QueryTokens {
    QList<QueryToken> list;
    std::optional<QueryError> error; ///< why the text behind the last of them is not read
};

QueryTokens lexQuery(const QString &text);

/// The word or the item of a clause that a cursor stands in, perhaps at its beginning.
struct QueryCursor {
    std::optional<QueryKey> key; ///< the clause's
    QStringList before;          ///< the items of the clause before this one
    QString text;                ///< as far as the cursor, unquoted
    qsizetype position = 0;      ///< of the whole word or item with its quotes
    qsizetype length = 0;
};
QueryCursor queryCursor(const QString &text, qsizetype cursor);

} // namespace Microfiche
