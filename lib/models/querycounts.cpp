// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/querycounts.h"

#include "async/whenanswered.h"

#include <algorithm>

namespace Microfiche
{

QueryCounts::QueryCounts(Store &store, std::shared_ptr<IndexRunner> index, int list,
                         const TermHits &known)
    : m_store(store)
    , m_index(std::move(index))
    , m_list(list)
    , m_known(known)
{
}

void QueryCounts::start()
{
    m_isReady = true;
    begin({});
}

void QueryCounts::ask(const QList<Query> &queries)
{
    m_queries = queries;
    if (m_isReady) {
        begin(m_known);
    }
}

// Begins anew only when all is there that is needed: else it would never end while an import runs.
void QueryCounts::askAgain()
{
    if (m_searches > 0) {
        m_isDue = true;
    } else if (m_isReady) {
        begin({});
    }
}

void QueryCounts::begin(TermHits hits)
{
    const quint64 number = ++m_newest;
    m_isDue = false;
    m_hits = std::move(hits);
    m_unreadable.clear();
    QSet<StoreTerm> terms;
    for (const Query &query : std::as_const(m_queries)) {
        for (const StoreTerm &term : query.storeTerms()) {
            if (!m_hits.contains(term)) {
                terms.insert(term);
            }
        }
    }
    m_searches = static_cast<int>(terms.size());
    for (const StoreTerm &term : std::as_const(terms)) {
        const auto takes = [this, number, term](const IdSet &ids) {
            if (number == m_newest) {
                take(term, ids);
            }
        };
        whenAnswered(this, m_store.idsOf(term), takes, [this, number, term] {
            if (number == m_newest) {
                m_unreadable.insert(term);
                take(term, {});
            }
        });
    }
    if (terms.isEmpty()) {
        count();
    }
}

void QueryCounts::take(const StoreTerm &term, const IdSet &ids)
{
    m_hits.insert(term, ids);
    if (--m_searches == 0) {
        count();
    }
}

void QueryCounts::count()
{
    const auto isUnknown = [unreadable = m_unreadable](const Query &query) {
        const QList<StoreTerm> terms = query.storeTerms();
        return std::any_of(terms.begin(), terms.end(),
                           [&](const StoreTerm &term) { return unreadable.contains(term); });
    };
    whenAnswered(this, m_index->count(m_queries, std::exchange(m_hits, {}), m_list),
                 [this, number = m_newest, queries = m_queries, isUnknown](QList<int> counts) {
                     if (number != m_newest) {
                         return;
                     }
                     for (qsizetype i = 0; i < counts.size(); ++i) {
                         counts[i] = isUnknown(queries.at(i)) ? -1 : counts.at(i);
                     }
                     Q_EMIT counted(counts);
                 });
    if (m_isDue) {
        begin({});
    }
}

} // namespace Microfiche
