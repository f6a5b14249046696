// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/overview_p.h"

#include <array>

namespace Microfiche
{

/// One query against all rows: which clauses each row fails, and the counts that come of it.
class Evaluation
{
public:
    Evaluation(const IndexColumns &columns, const Query &query, const TermHits &hits);

    /// Judges and counts the rows of these slots, a block of them at a time.
    void run(Slot begin, Slot end);

    bool passes(Slot slot) const { return (m_verdicts[slot] & AllClauses) == 0; }
    const RowCounts &counts() const { return m_counts; }
    /// Puts in the numbers of what passes, and what would without one of the clauses.
    void fill(QueryAnswer &answer) const;

private:
    /// A bit is set in a row's verdict for each clause that it fails.
    enum Clause : quint8 {
        Date = 1,
        Quality = 2,
        Topics = 4,
        Providers = 8,
        Words = 16,
        Kind = 32
    };
    static constexpr quint8 AllClauses = 63;
    static constexpr quint8 IsMention = 64; ///< no failure, but counted by

    /// Rows whose verdict is one and the same.
    struct Tally {
        int articles = 0;
        int mentions = 0;

        int sum() const { return articles + mentions; }
    };
    struct RangeClause {
        const ValueColumn *column = nullptr;
        ValueColumn::Rank first = 0;
        ValueColumn::Rank span = 0;
        bool takesMissing = false;
        quint8 clause = 0;
    };
    void addRange(const ValueColumn &column, ValueColumn::Range range, Missing missing,
                  quint8 clause);
    void setKinds(const Query &query);
    void setTopics(const QStringList &topics);
    void setHits(const QStringList &words, const TermHits &hits);
    void judge(Slot begin, Slot end);
    void judgeKinds(Slot begin, Slot end);
    void count(Slot begin, Slot end);
    void countColumn(Slot begin, Slot end, Clause clause, std::vector<quint32> &counts,
                     const std::vector<quint32> &values);
    void tally(Slot begin, Slot end, quint8 failed);
    size_t collect(Slot begin, Slot end, quint8 failed);

    const IndexColumns &m_columns;
    std::vector<quint8> m_verdicts;
    quint8 m_clauses = 0;     ///< those that the query has; no row fails another one
    quint8 m_heededFlags = 0; ///< the flags that the choice of kinds looks at
    quint8 m_neededFlags = 0; ///< ... and those of them that must be set
    std::vector<RangeClause> m_ranges;
    std::vector<quint8> m_topicSets; ///< for each set whether it has a topic asked for; or empty
    std::vector<quint8> m_providers; ///< for each provider whether it is asked for; or empty
    RowCounts m_counts;
    std::array<Tally, AllClauses + 1> m_tallies{}; ///< by what is failed: nothing, or one clause
    std::vector<Slot> m_collected;                 ///< scratch: slots of one block
};

} // namespace Microfiche
