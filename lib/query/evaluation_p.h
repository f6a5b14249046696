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
    Evaluation(const IndexColumns &columns, const Query &query, const QList<ArticleId> &hits);

    /// Judges and counts the rows of these slots.
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
    static constexpr size_t VerdictCount = 128;

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
    void setHits(const QList<ArticleId> &hits);
    void judge(Slot begin, Slot end);
    void count(Slot begin, Slot end);
    int countWithout(quint8 clause) const;

    const IndexColumns &m_columns;
    std::vector<quint8> m_verdicts;
    std::array<quint8, 4> m_kindVerdicts{}; ///< by the lowest two flags
    std::vector<RangeClause> m_ranges;
    std::vector<quint8> m_topicSets; ///< for each set whether it has a topic asked for; or empty
    std::vector<quint8> m_providers; ///< for each provider whether it is asked for; or empty
    RowCounts m_counts;
    std::array<quint32, VerdictCount> m_verdictCounts{};
};

} // namespace Microfiche
