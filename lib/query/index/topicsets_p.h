// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>
#include <vector>

namespace Microfiche
{

/// Every combination of topics that occurs, kept once. Articles share few of them, so that matching
/// and counting is done by the set instead of by the article.
class TopicSets
{
public:
    using Set = quint32;
    static constexpr Set Empty = 0;

    TopicSets();

    /// The set of these topics, which it puts into order.
    Set setOf(std::span<quint32> topics);
    Set count() const { return Set(m_ends.size()); }
    std::span<const quint32> topicsOf(Set set) const;
    size_t bytesUsed() const;

private:
    size_t bucketOf(std::span<const quint32> topics) const;
    void grow();

    std::vector<quint32> m_topics; ///< of all sets, one after the other, ascending within a set
    std::vector<quint32> m_ends;   ///< where each set ends in m_topics
    std::vector<Set> m_buckets;    ///< open addressing by the hash of the topics; Empty: free
};

} // namespace Microfiche
