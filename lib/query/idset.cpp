// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/idset.h"

#include <algorithm>

namespace Microfiche
{

IdSet IdSet::ofBits(std::vector<quint64> bits)
{
    IdSet set;
    set.m_bits = std::make_shared<const std::vector<quint64>>(std::move(bits));
    if (set.size() < qsizetype(set.m_bits->size())) {
        return set.toList(); // takes less
    }
    return set;
}

qsizetype IdSet::size() const
{
    qsizetype size = m_list.size();
    if (m_bits) {
        for (const quint64 word : *m_bits) {
            size += std::popcount(word);
        }
    }
    return size;
}

bool IdSet::contains(ArticleId id) const
{
    const size_t word = id < 0 ? 0 : size_t(id / 64);
    if (m_bits) {
        return id >= 0 && word < m_bits->size() && ((*m_bits)[word] >> (id % 64) & 1) == 1;
    }
    return std::binary_search(m_list.cbegin(), m_list.cend(), id);
}

QList<ArticleId> IdSet::toList() const
{
    QList<ArticleId> list;
    list.reserve(size());
    forEach([&list](ArticleId id) { list.append(id); });
    return list;
}

bool IdSet::isCopyOf(const IdSet &other) const
{
    return m_bits == other.m_bits && m_list.constData() == other.m_list.constData() &&
           m_list.size() == other.m_list.size();
}

} // namespace Microfiche
