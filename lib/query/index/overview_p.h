// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/conditions_p.h"
#include "query/index/indexcolumns_p.h"

namespace Microfiche
{

/// How many rows have each value of each column.
struct RowCounts {
    explicit RowCounts(const IndexColumns &columns);

    /// How many rows have each topic, by its index.
    std::vector<quint32> topics(const TopicSets &sets, FacetNames::Index topicCount) const;
    /// The same of tags.
    std::vector<quint32> tags(const TopicSets &sets, FacetNames::Index tagCount) const;

    void add(const RowCounts &other);
    /// Has those of a field from `other`.
    void take(Field field, RowCounts other);

    std::vector<quint32> days; ///< by rank
    std::vector<quint32> qualities;
    std::vector<quint32> heats;
    std::vector<quint32> topicSets;
    std::vector<quint32> providers; ///< by index
    std::vector<quint32> types;
    std::vector<quint32> tagSets; ///< but for that of no tags: most rows have none
};

/// The facets and charts of the whole archive, of the kinds asked for: all totals, no counts yet.
/// Stays true until the rows change.
class Overview
{
public:
    Overview(const IndexColumns &columns, Kinds kinds);

    /// Puts the totals and these counts into `answer`.
    void fill(QueryAnswer &answer, const IndexColumns &columns, const RowCounts &counts) const;

private:
    struct Facet {
        QList<FacetCount> list;
        std::vector<FacetNames::Index> indexes; ///< of each entry of `list`
    };
    struct Chart {
        QList<ValueCount> list;
        std::vector<ValueColumn::Rank> ranks; ///< of each entry of `list`
        ValueCount missing;
    };
    static Facet facet(const FacetNames &names, std::vector<FacetNames::Index> indexes,
                       const std::vector<quint32> &totals);
    static Chart chart(const ValueColumn &column, const std::vector<quint32> &totals);

    Facet m_topics;
    Facet m_providers;
    Facet m_types;
    Facet m_tags;
    Chart m_days;
    Chart m_qualities;
    Chart m_heats;
    int m_articles = 0;
    int m_mentions = 0;
    int m_unpublished = 0;
};

} // namespace Microfiche
