// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/index/termrows_p.h"

#include <array>

namespace Microfiche
{

/// Rows are judged and counted this many at a time, so that what is noted of them stays in the
/// innermost cache.
inline constexpr Slot BlockSize = 4096;

/// For each row of a block 1 if something holds of it, else 0.
using Holds = std::array<quint8, BlockSize>;

/// A condition against the rows of the columns, which must not change meanwhile.
class RowTest
{
public:
    /// `rowsOf` answers with the rows of a term, or null for none. `condition` is normal.
    template <typename RowsOf>
    RowTest(const Condition &condition, const IndexColumns &columns, RowsOf rowsOf)
        : RowTest(condition, columns)
    {
        if (condition.kind == Condition::Kind::Term) {
            m_bits = rowsOf(condition.term);
        }
        m_parts.reserve(size_t(condition.parts.size()));
        for (const Condition &part : condition.parts) {
            m_parts.emplace_back(part, columns, rowsOf);
        }
    }

    /// Judges the rows from `begin`, the first of a block, to `end`.
    void judge(Slot begin, Slot end, Holds &holds) const;

private:
    RowTest(const Condition &condition, const IndexColumns &columns);
    void setState(ArticleState state);
    void setRange(const ValueColumn &column, ValueColumn::Range range);
    void setEmptyRange();
    void judgeRange(Slot begin, Slot end, Holds &holds) const;
    void judgeFlags(Slot begin, Slot end, Holds &holds) const;
    void judgeBits(Slot begin, Slot end, Holds &holds) const;
    void judgeParts(Slot begin, Slot end, Holds &holds) const;

    const IndexColumns &m_columns;
    Condition::Kind m_kind;
    bool m_isNegated;
    std::vector<RowTest> m_parts;
    std::shared_ptr<const SlotBits> m_bits; ///< of a term; null: no row
    const ValueColumn *m_column = nullptr;  ///< of a range, which takes
    ValueColumn::Rank m_first = 0;          ///< ... ranks from this one
    ValueColumn::Rank m_span = 0;           ///< ... to so many above it
    ValueColumn::Rank m_besides = 0;        ///< ... and this one
    quint16 m_heededFlags = 0;              ///< of a state: the flags that it looks at
    quint16 m_neededFlags = 0;              ///< ... and those of them that must be set
    std::vector<quint8> m_isListed;         ///< of names: for each value whether it goes by one
};

} // namespace Microfiche
