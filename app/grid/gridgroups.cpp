// SPDX-License-Identifier: GPL-3.0-or-later
#include "grid/gridgroups.h"

#include <algorithm>
#include <utility>

namespace Microfiche
{

namespace
{

int lastAtOrBefore(const QList<int> &ascending, int value)
{
    const auto after = std::upper_bound(ascending.cbegin(), ascending.cend(), value);
    return std::max(0, static_cast<int>(after - ascending.cbegin()) - 1);
}

} // namespace

GridGroups::GridGroups(QList<int> firsts, int count, int columns)
    : m_firstIndexes(std::move(firsts))
    , m_count(count)
{
    const auto beyond = std::lower_bound(m_firstIndexes.cbegin(), m_firstIndexes.cend(), count);
    m_firstIndexes.resize(beyond - m_firstIndexes.cbegin());
    const auto pair =
        std::adjacent_find(m_firstIndexes.cbegin(), m_firstIndexes.cend(), std::greater_equal<>());
    if (m_firstIndexes.value(0, -1) != 0 || pair != m_firstIndexes.cend()) {
        m_firstIndexes.clear();
    }
    m_firstRows.reserve(m_firstIndexes.size());
    for (int group = 0; group < size(); ++group) {
        m_firstRows << m_rows;
        m_rows += (endIndex(group) - firstIndex(group) + columns - 1) / columns;
    }
}

int GridGroups::ofIndex(int index) const
{
    return lastAtOrBefore(m_firstIndexes, index);
}

int GridGroups::ofRow(int row) const
{
    return lastAtOrBefore(m_firstRows, row);
}

} // namespace Microfiche
