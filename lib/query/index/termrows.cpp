// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/index/termrows_p.h"

namespace Microfiche
{

namespace
{

void set(SlotBits &bits, Slot slot)
{
    bits[slot / 64] |= quint64(1) << (slot % 64);
}

/// The bits of 64 ids from `first` on.
quint64 wordFrom(const std::vector<quint64> &bits, ArticleId first)
{
    const auto at = size_t(first / 64);
    const auto shift = first % 64;
    const quint64 low = at < bits.size() ? bits[at] >> shift : 0;
    const quint64 high = at + 1 < bits.size() && shift > 0 ? bits[at + 1] << (64 - shift) : 0;
    return low | high;
}

/// Where ids have no gap, an id tells its slot.
SlotBits bitsByPlace(const IdSet &ids, const IndexColumns &columns)
{
    SlotBits bits((columns.count() + 63) / 64, 0);
    const ArticleId first = columns.ids.front();
    const ArticleId last = columns.ids.back();
    if (ids.bits()) {
        for (size_t word = 0; word < bits.size(); ++word) {
            bits[word] = wordFrom(*ids.bits(), first + ArticleId(word) * 64);
        }
        return bits; // nobody looks at those behind the last slot
    }
    ids.forEach([&](ArticleId id) {
        if (id >= first && id <= last) {
            set(bits, Slot(id - first));
        }
    });
    return bits;
}

/// One walk along both.
SlotBits bitsByMerging(const IdSet &ids, const IndexColumns &columns)
{
    SlotBits bits((columns.count() + 63) / 64, 0);
    Slot slot = 0;
    ids.forEach([&](ArticleId id) {
        while (slot < columns.count() && columns.ids[slot] < id) {
            ++slot;
        }
        if (slot < columns.count() && columns.ids[slot] == id) {
            set(bits, slot);
        }
    });
    return bits;
}

SlotBits bitsByLookingUp(const IdSet &ids, const IndexColumns &columns)
{
    SlotBits bits((columns.count() + 63) / 64, 0);
    ids.forEach([&](ArticleId id) {
        if (const auto slot = columns.find(id)) {
            set(bits, *slot);
        }
    });
    return bits;
}

SlotBits bitsOf(const IdSet &ids, const IndexColumns &columns)
{
    if (columns.hasGaplessIds()) {
        return bitsByPlace(ids, columns);
    }
    constexpr Slot fewest = 16; // rows an id, from which on a walk takes longer than look-ups
    const bool areMany = columns.count() / fewest < size_t(ids.size());
    return areMany ? bitsByMerging(ids, columns) : bitsByLookingUp(ids, columns);
}

} // namespace

std::shared_ptr<const SlotBits> TermRows::rowsOf(const StoreTerm &term, const IdSet &ids,
                                                 const IndexColumns &columns)
{
    Entry &entry = m_entries[term];
    if (!entry.bits || !entry.ids.isCopyOf(ids)) {
        entry.bits = std::make_shared<const SlotBits>(bitsOf(ids, columns));
        entry.ids = ids;
    }
    entry.isUsed = true;
    return entry.bits;
}

std::shared_ptr<const SlotBits> TermRows::allRows(const IndexColumns &columns)
{
    if (!m_all) {
        m_all = std::make_shared<const SlotBits>((columns.count() + 63) / 64, ~quint64(0));
    }
    return m_all;
}

void TermRows::forgetUnused()
{
    m_entries.removeIf([](const auto &entry) { return !entry.value().isUsed; });
    for (Entry &entry : m_entries) {
        entry.isUsed = false;
    }
}

void TermRows::clear()
{
    m_entries.clear();
    m_all.reset();
}

size_t TermRows::bytesUsed() const
{
    size_t bytes = m_all ? m_all->capacity() * sizeof(quint64) : 0;
    for (const Entry &entry : m_entries) {
        bytes += entry.bits->capacity() * sizeof(quint64);
    }
    return bytes;
}

} // namespace Microfiche
