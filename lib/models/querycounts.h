// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/indexrunner.h"
#include "store/store.h"

#include <QObject>
#include <QSet>

#include <memory>

namespace Microfiche
{

/// Counts what each of a list of queries comes back with, behind all that is asked of the index.
class QueryCounts : public QObject
{
    Q_OBJECT

public:
    /// `list` is its place among those that count on the same index. `known` is what the store has
    /// answered already, and lives as long.
    QueryCounts(Store &store, std::shared_ptr<IndexRunner> index, int list, const TermHits &known);

    /// The index is there; nothing is counted before.
    void start();
    /// Counts these, resolved, and no longer those before.
    void ask(const QList<Query> &queries);
    /// The archive has changed.
    void askAgain();

Q_SIGNALS:
    /// In the order of the queries; -1 where the archive could not be read.
    void counted(const QList<int> &counts);

private:
    void begin(TermHits hits);
    void take(const StoreTerm &term, const IdSet &ids);
    void count();

    Store &m_store;
    std::shared_ptr<IndexRunner> m_index;
    int m_list;
    const TermHits &m_known;
    QList<Query> m_queries;
    TermHits m_hits;
    QSet<StoreTerm> m_unreadable;
    quint64 m_newest = 0;
    int m_searches = 0; ///< that are under way
    bool m_isReady = false;
    bool m_isDue = false; ///< once they are done
};

} // namespace Microfiche
