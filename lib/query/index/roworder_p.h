// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/index/overview_p.h"

#include <atomic>

namespace Microfiche
{

/// All slots in a sort order, kept until the rows change.
class RowOrder
{
public:
    /// The slots in this order: what has no value last, ties newest first, then by id. Null if
    /// cancelled.
    const std::vector<Slot> *sorted(const IndexColumns &columns, SortOrder order,
                                    const std::atomic_bool *cancelled);
    /// The rows that are counted, cut where the day or the provider changes in this order, which
    /// sorted() has been asked for last.
    QList<Run> runs(const IndexColumns &columns, SortOrder order, const RowCounts &rows) const;
    void clear();
    size_t bytesUsed() const;

private:
    std::vector<Slot> m_newestFirst; ///< every other order begins from it; empty if not sorted yet
    std::vector<Slot> m_sorted;      ///< by m_order, if that is another one
    SortOrder m_order;
    std::vector<FacetNames::Index> m_providers; ///< in their order, if that was asked for
};

} // namespace Microfiche
