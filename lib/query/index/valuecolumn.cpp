// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/index/valuecolumn_p.h"

#include <algorithm>
#include <iterator>

namespace Microfiche
{

void ValueColumn::learn(std::vector<qint64> values)
{
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    std::vector<qint64> merged;
    std::set_union(m_values.begin(), m_values.end(), values.begin(), values.end(),
                   std::back_inserter(merged));
    if (merged.size() == m_values.size()) {
        return;
    }
    std::vector<Rank> newRank{Missing};
    newRank.reserve(m_values.size() + 1);
    auto at = merged.begin();
    for (const qint64 value : m_values) {
        at = std::lower_bound(at, merged.end(), value);
        newRank.push_back(Rank(at - merged.begin()) + 1);
    }
    const bool hasShifted = newRank.back() != newRank.size() - 1;
    m_values = std::move(merged);
    if (hasShifted) {
        for (Rank &rank : ranks) {
            rank = newRank[rank];
        }
    }
}

ValueColumn::Rank ValueColumn::rankOf(std::optional<qint64> value) const
{
    if (!value) {
        return Missing;
    }
    const auto found = std::lower_bound(m_values.begin(), m_values.end(), *value);
    return Rank(found - m_values.begin()) + 1;
}

ValueColumn::Range ValueColumn::between(std::optional<qint64> from, std::optional<qint64> to) const
{
    const auto first =
        from ? std::lower_bound(m_values.begin(), m_values.end(), *from) : m_values.begin();
    const auto end = to ? std::upper_bound(m_values.begin(), m_values.end(), *to) : m_values.end();
    return {Rank(first - m_values.begin()) + 1, Rank(end - m_values.begin())};
}

size_t ValueColumn::bytesUsed() const
{
    return ranks.capacity() * sizeof(Rank) + m_values.capacity() * sizeof(qint64);
}

} // namespace Microfiche
