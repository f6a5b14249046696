// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/index/topicsets_p.h"

#include "query/index/valuecolumn_p.h"

#include <QHashFunctions>

#include <algorithm>

namespace Microfiche
{

TopicSets::TopicSets()
    : m_ends{0}
    , m_buckets(64, Empty)
{
}

TopicSets::Set TopicSets::setOf(std::span<quint32> topics)
{
    std::ranges::sort(topics);
    // Not std::ranges::unique: the subrange it gives is more than clang 14 can read.
    const auto end = std::unique(topics.begin(), topics.end());
    topics = topics.first(size_t(end - topics.begin()));
    if (topics.empty()) {
        return Empty;
    }
    if (m_ends.size() * 5 > m_buckets.size() * 4) {
        grow();
    }
    Set &set = m_buckets[bucketOf(topics)];
    if (set == Empty) {
        set = count();
        makeRoom(m_topics, topics.size());
        makeRoom(m_ends, 1);
        m_topics.insert(m_topics.end(), topics.begin(), topics.end());
        m_ends.push_back(quint32(m_topics.size()));
    }
    return set;
}

std::span<const quint32> TopicSets::topicsOf(Set set) const
{
    const quint32 begin = set == 0 ? 0 : m_ends[set - 1];
    return std::span(m_topics).subspan(begin, m_ends[set] - begin);
}

/// The bucket that holds the set of `topics`, or the free one that is to hold it.
size_t TopicSets::bucketOf(std::span<const quint32> topics) const
{
    size_t bucket = qHashBits(topics.data(), topics.size_bytes()) % m_buckets.size();
    while (m_buckets[bucket] != Empty && !std::ranges::equal(topicsOf(m_buckets[bucket]), topics)) {
        bucket = (bucket + 1) % m_buckets.size();
    }
    return bucket;
}

void TopicSets::grow()
{
    m_buckets.assign(m_buckets.size() + m_buckets.size() / 4, Empty);
    for (Set set = 1; set < count(); ++set) {
        m_buckets[bucketOf(topicsOf(set))] = set;
    }
}

size_t TopicSets::bytesUsed() const
{
    return (m_topics.capacity() + m_ends.capacity() + m_buckets.capacity()) * sizeof(quint32);
}

} // namespace Microfiche
