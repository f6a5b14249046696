// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/text/querylexer_p.h"

namespace Microfiche
{

/// Gives a query one clause after the other: to the field that it edits, or as a condition.
class QueryBuilder
{
public:
    using Error = std::optional<QueryError>;

    /// What `condition` asks; `alone` is the clause if it stands by itself, without a minus.
    Error take(const QueryToken *alone, const Condition &condition);
    /// `sort:` or `is:any`.
    Error takeSetting(const QueryToken &clause);
    const Query &query() const { return m_query; }

private:
    Error takeAlone(const QueryToken &clause, const Condition &condition);
    template <typename Range>
    Error takeRange(const QueryToken &clause, const Condition &condition, Range Condition::*asked,
                    Range &range, Missing &missing);
    void takeNames(const QueryToken &clause, const Condition &condition, QStringList &names);
    Error takeState(const QueryToken &clause, const Condition &condition);
    Error takeKinds(const QueryItem &item, Kinds kinds);
    Error takeSort(const QueryToken &clause);
    bool isFirst(const QueryToken &clause);

    Query m_query;
    QList<QueryKey> m_seen;
};

} // namespace Microfiche
