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

/// Where ids have no gap, an id tells its slot.
SlotBits bitsByPlace(const QList<ArticleId> &ids, const IndexColumns &columns)
{
    SlotBits bits((columns.count() + 63) / 64, 0);
    const ArticleId first = columns.ids.front();
    const ArticleId last = columns.ids.back();
    for (const ArticleId id : ids) {
        if (id >= first && id <= last) {
            set(bits, Slot(id - first));
        }
    }
    return bits;
}

/// One walk along both lists, as far as `ids` ascend.
SlotBits bitsByMerging(const QList<ArticleId> &ids, const IndexColumns &columns)
{
    SlotBits bits((columns.count() + 63) / 64, 0);
    Slot slot = 0;
    for (const ArticleId id : ids) {
        while (slot < columns.count() && columns.ids[slot] < id) {
            ++slot;
        }
        if (slot == columns.count()) {
            break;
        }
        if (columns.ids[slot] == id) {
            set(bits, slot);
        }
    }
    return bits;
}

SlotBits bitsByLookingUp(const QList<ArticleId> &ids, const IndexColumns &columns)
{
    SlotBits bits((columns.count() + 63) / 64, 0);
    for (const ArticleId id : ids) {
        if (const auto slot = columns.find(id)) {
            set(bits, *slot);
        }
    }
    return bits;
}

SlotBits bitsOf(const QList<ArticleId> &ids, const IndexColumns &columns)
{
    if (columns.hasGaplessIds()) {
        return bitsByPlace(ids, columns);
    }
    constexpr Slot fewest = 16; // rows an id, from which on a walk takes longer than look-ups
    const bool areMany = columns.count() / fewest < size_t(ids.size());
    return areMany ? bitsByMerging(ids, columns) : bitsByLookingUp(ids, columns);
}

} // namespace

std::shared_ptr<const SlotBits> TermRows::rowsOf(const StoreTerm &term, const QList<ArticleId> &ids,
                                                 const IndexColumns &columns)
{
    Entry &entry = m_entries[term];
    const bool isSame =
        entry.bits && entry.ids.constData() == ids.constData() && entry.ids.size() == ids.size();
    if (!isSame) {
        entry.bits = std::make_shared<const SlotBits>(bitsOf(ids, columns));
        entry.ids = ids;
    }
    entry.isUsed = true;
    return entry.bits;
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
}

size_t TermRows::bytesUsed() const
{
    size_t bytes = 0;
    for (const Entry &entry : m_entries) {
        bytes += entry.bits->capacity() * sizeof(quint64);
    }
    return bytes;
}

} // namespace Microfiche
