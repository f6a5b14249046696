// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/overview_p.h"

#include <algorithm>
#include <tuple>

namespace Microfiche
{

namespace
{

template <typename Counted>
QList<Counted> counted(QList<Counted> list, const std::vector<quint32> &places,
                       const std::vector<quint32> &counts)
{
    auto place = places.begin();
    for (Counted &entry : list) {
        entry.count = int(counts[*place++]);
    }
    return list;
}

} // namespace

RowCounts::RowCounts(const IndexColumns &columns)
    : days(columns.days.rankCount(), 0)
    , qualities(columns.qualities.rankCount(), 0)
    , providers(columns.providerNames.count(), 0)
    , topicSets(columns.topicSets.count(), 0)
{
}

std::vector<quint32> RowCounts::topics(const TopicSets &sets, FacetNames::Index topicCount) const
{
    std::vector<quint32> counts(topicCount, 0);
    for (TopicSets::Set set = 0; set < sets.count(); ++set) {
        if (const quint32 rows = topicSets[set]; rows > 0) {
            for (const quint32 topic : sets.topicsOf(set)) {
                counts[topic] += rows;
            }
        }
    }
    return counts;
}

Overview::Overview(const IndexColumns &columns, Kinds kinds)
{
    RowCounts totals(columns);
    for (Slot slot = 0; slot < columns.count(); ++slot) {
        const quint8 flags = columns.flags[slot];
        const bool isMention = flags & IndexColumns::IsMention;
        m_mentions += isMention;
        m_articles += !isMention;
        m_unpublished += !isMention && (flags & IndexColumns::IsUnpublished);
        if (kinds == Kinds::Both || isMention == (kinds == Kinds::Mentions)) {
            ++totals.days[columns.days.ranks[slot]];
            ++totals.qualities[columns.qualities.ranks[slot]];
            ++totals.providers[columns.providers[slot]];
            ++totals.topicSets[columns.topics[slot]];
        }
    }
    m_topics =
        facet(columns.topicNames, totals.topics(columns.topicSets, columns.topicNames.count()));
    m_providers = facet(columns.providerNames, totals.providers);
    m_days = chart(columns.days, totals.days);
    m_qualities = chart(columns.qualities, totals.qualities);
}

Overview::Facet Overview::facet(const FacetNames &names, const std::vector<quint32> &totals)
{
    std::vector<FacetNames::Index> indexes;
    for (FacetNames::Index index = 1; index < names.count(); ++index) {
        if (names.at(index).isTold) {
            indexes.push_back(index);
        }
    }
    std::sort(indexes.begin(), indexes.end(), [&](FacetNames::Index a, FacetNames::Index b) {
        const auto &left = names.at(a);
        const auto &right = names.at(b);
        return totals[a] != totals[b] ? totals[a] > totals[b]
                                      : std::tie(left.name, left.domain, left.id) <
                                            std::tie(right.name, right.domain, right.id);
    });
    Facet facet;
    for (const FacetNames::Index index : indexes) {
        const auto &entry = names.at(index);
        facet.list.append({entry.id, entry.name, entry.domain, int(totals[index]), 0, entry.logo});
    }
    facet.indexes = std::move(indexes);
    return facet;
}

Overview::Chart Overview::chart(const ValueColumn &column, const std::vector<quint32> &totals)
{
    Chart chart;
    chart.missing.total = int(totals[ValueColumn::Missing]);
    for (ValueColumn::Rank rank = 1; rank < column.rankCount(); ++rank) {
        if (totals[rank] > 0) {
            chart.list.append({column.valueOf(rank), int(totals[rank]), 0});
            chart.ranks.push_back(rank);
        }
    }
    return chart;
}

void Overview::fill(QueryAnswer &answer, const IndexColumns &columns, const RowCounts &counts) const
{
    answer.topics = counted(m_topics.list, m_topics.indexes,
                            counts.topics(columns.topicSets, columns.topicNames.count()));
    answer.providers = counted(m_providers.list, m_providers.indexes, counts.providers);
    answer.days = counted(m_days.list, m_days.ranks, counts.days);
    answer.qualities = counted(m_qualities.list, m_qualities.ranks, counts.qualities);
    answer.undated = m_days.missing;
    answer.undated.count = int(counts.days[ValueColumn::Missing]);
    answer.unrated = m_qualities.missing;
    answer.unrated.count = int(counts.qualities[ValueColumn::Missing]);
    answer.archiveArticles = m_articles;
    answer.archiveMentions = m_mentions;
    answer.archiveUnpublished = m_unpublished;
}

} // namespace Microfiche
