// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/index/indexcolumns_p.h"

#include <memory>

namespace Microfiche
{

/// A bit for each slot.
using SlotBits = std::vector<quint64>;

/// The rows that the store found for its terms. Kept between evaluations, since a chart is brushed
/// under a standing search, until the rows change.
class TermRows
{
public:
    /// The rows of `ids`. Cheap for the very set that it got for this term before.
    std::shared_ptr<const SlotBits> rowsOf(const StoreTerm &term, const IdSet &ids,
                                           const IndexColumns &columns);
    std::shared_ptr<const SlotBits> allRows(const IndexColumns &columns);
    /// Forgets terms that nobody asked for since the last time.
    void forgetUnused();
    void clear();
    size_t bytesUsed() const;

private:
    struct Entry {
        IdSet ids; ///< held, so that no other set can come to lie in its place
        std::shared_ptr<const SlotBits> bits;
        bool isUsed = false;
    };
    QHash<StoreTerm, Entry> m_entries;
    std::shared_ptr<const SlotBits> m_all; ///< if anyone has asked
};

} // namespace Microfiche
