// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>
#include <vector>

namespace Microfiche
{

using Slot = quint32; ///< the place of a row in the columns

/// Makes room for `more` elements: a million rows must not hold the memory of two, as doubling
/// would have it.
template <typename T>
void makeRoom(std::vector<T> &column, size_t more)
{
    const size_t needed = column.size() + more;
    if (needed > column.capacity()) {
        column.reserve(needed + needed / 10 + 256);
    }
}

/// Numbers of which few differ, as ranks in the ascending table of those that occur: a range is two
/// ranks, a histogram is an array over the ranks, and missing is a rank like any other.
class ValueColumn
{
public:
    using Rank = quint32;
    static constexpr Rank Missing = 0; ///< values rank from 1

    /// Ranks both included; empty if last < first.
    struct Range {
        Rank first = 1;
        Rank last = 0;
    };

    /// Makes `values` known, so that rankOf() knows them. Ranks of rows shift as needed.
    void learn(std::vector<qint64> values);
    Rank rankOf(std::optional<qint64> value) const;
    qint64 valueOf(Rank rank) const { return m_values[rank - 1]; }
    /// How many ranks there are, Missing among them.
    Rank rankCount() const { return Rank(m_values.size()) + 1; }
    Range between(std::optional<qint64> from, std::optional<qint64> to) const;
    size_t bytesUsed() const;

    std::vector<Rank> ranks; ///< of each slot

private:
    std::vector<qint64> m_values;
};

} // namespace Microfiche
