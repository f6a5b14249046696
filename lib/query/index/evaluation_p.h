// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/conditions_p.h"
#include "query/index/overview_p.h"
#include "query/index/rowtest_p.h"

#include <atomic>
#include <map>
#include <set>

namespace Microfiche
{

/// One query against all rows: which clauses each row fails, and the counts that come of it.
class Evaluation
{
public:
    Evaluation(const IndexColumns &columns, const Query &query, const TermHits &hits,
               TermRows &termRows);

    /// Judges all rows and counts what passes. False if cancelled.
    bool countPassing(const std::atomic_bool *cancelled);
    /// Judges all rows, counts everything and notes which pass. False if cancelled.
    bool countEverything(const std::atomic_bool *cancelled);

    int passing() const { return rowsWithout(0); }
    const SlotBits &passingRows() const { return m_passingRows; }
    /// The rows that pass.
    const RowCounts &passingCounts() const { return m_counts; }
    /// The rows that fail nothing but what is asked of the field itself.
    RowCounts fieldCounts() const;
    /// Whether nobody can tell what there would be without what the query asks of a field, because
    /// its conditions share a bit with others. Then the query must be asked without it.
    bool isUnclear(Field field) const;
    /// The same without all the words.
    bool areWordsUnclear() const;
    /// Puts in the numbers of what passes, and what would without one of the clauses.
    void fill(QueryAnswer &answer) const;

private:
    /// A bit is set in a row's verdict for each clause that it fails: bits 0 to 6 by Field, then
    /// these, then one for each of the first words and conditions, the last for all others.
    using Verdict = quint16;
    static constexpr Verdict Kind = 0x80;
    static constexpr Verdict IsMention = 0x100; ///< no failure, but counted by
    static constexpr int FirstCounted = 9;
    static constexpr Verdict Others = 0x8000;
    static_assert(FirstCounted + MaxCountedClauses == 15);

    struct Clause {
        RowTest test;
        Verdict bit = 0;
    };
    /// Whom the conditions belong to that share the last bit: a field, the words, or neither.
    enum class Owner { Date, Quality, Heat, Topics, Providers, Types, Tags, Words, Nobody };

    static Verdict bitOf(Field field) { return Verdict(1 << int(field)); }
    static Verdict bitOfCounted(qsizetype index);
    void addClause(const Condition &normal, Verdict bit);
    void addState(ArticleState state, bool isNegated);
    void addKinds(const Query &query);
    void addCounted(const QList<Condition> &conditions, Owner owner);
    void prepareTallies();
    int rowsWithout(Verdict forgiven) const;

    template <typename Count>
    bool run(const std::atomic_bool *cancelled, Count count);
    void judge(Slot begin, Slot end);
    void tally(Slot size);
    void pack(Slot size, Verdict heeded, quint64 *words) const;
    void countFields(Slot begin, Slot size);
    template <typename Value>
    void countOwn(Field field, Slot begin, Slot size, const std::vector<Value> &values,
                  std::vector<quint32> &counts);

    const IndexColumns &m_columns;
    const TermHits &m_hits;
    TermRows &m_termRows;
    std::vector<Clause> m_clauses;
    Verdict m_bits = 0;                      ///< of all clauses; no row fails another one
    Verdict m_words = 0;                     ///< ... of words alone
    std::array<Verdict, FieldCount> m_own{}; ///< ... of what is about this field alone
    std::set<Owner> m_ownersOfOthers;
    qsizetype m_counted = 0; ///< words and conditions so far
    qsizetype m_wordCount = 0;
    std::map<Verdict, int> m_tallies; ///< how many rows fail nothing of these bits
    RowCounts m_counts;               ///< rows that pass
    RowCounts m_ownCounts;            ///< rows that only what is asked of this field keeps out
    SlotBits m_passingRows;
    std::array<Verdict, BlockSize> m_verdicts{}; ///< of one block
};

} // namespace Microfiche
