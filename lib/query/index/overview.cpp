// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/index/overview_p.h"

#include <algorithm>
#include <functional>
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

template <typename Takes>
std::vector<FacetNames::Index> indexesOf(const FacetNames &names, Takes takes)
{
    std::vector<FacetNames::Index> indexes;
    for (FacetNames::Index index = 1; index < names.count(); ++index) {
        if (takes(index)) {
            indexes.push_back(index);
        }
    }
    return indexes;
}

std::vector<quint32> countsOf(const std::vector<quint32> &rowsOfSet, const TopicSets &sets,
                              FacetNames::Index count)
{
    std::vector<quint32> counts(count, 0);
    for (TopicSets::Set set = 0; set < sets.count(); ++set) {
        if (const quint32 rows = rowsOfSet[set]; rows > 0) {
            for (const quint32 topic : sets.topicsOf(set)) {
                counts[topic] += rows;
            }
        }
    }
    return counts;
}

} // namespace

RowCounts::RowCounts(const IndexColumns &columns)
    : days(columns.days.rankCount(), 0)
    , qualities(columns.qualities.rankCount(), 0)
    , heats(columns.heats.rankCount(), 0)
    , topicSets(columns.topicSets.count(), 0)
    , providers(columns.providerNames.count(), 0)
    , types(columns.typeNames.count(), 0)
    , tagSets(columns.tagSets.count(), 0)
{
}

std::vector<quint32> RowCounts::topics(const TopicSets &sets, FacetNames::Index topicCount) const
{
    return countsOf(topicSets, sets, topicCount);
}

std::vector<quint32> RowCounts::tags(const TopicSets &sets, FacetNames::Index tagCount) const
{
    return countsOf(tagSets, sets, tagCount);
}

void RowCounts::add(const RowCounts &other)
{
    const auto add = [](std::vector<quint32> &counts, const std::vector<quint32> &more) {
        std::transform(counts.begin(), counts.end(), more.begin(), counts.begin(), std::plus<>());
    };
    add(days, other.days);
    add(qualities, other.qualities);
    add(heats, other.heats);
    add(topicSets, other.topicSets);
    add(providers, other.providers);
    add(types, other.types);
    add(tagSets, other.tagSets);
}

void RowCounts::take(Field field, RowCounts other)
{
    switch (field) {
    case Field::Date: days.swap(other.days); break;
    case Field::Quality: qualities.swap(other.qualities); break;
    case Field::Heat: heats.swap(other.heats); break;
    case Field::Topics: topicSets.swap(other.topicSets); break;
    case Field::Providers: providers.swap(other.providers); break;
    case Field::Types: types.swap(other.types); break;
    case Field::Tags: tagSets.swap(other.tagSets); break;
    }
}

Overview::Overview(const IndexColumns &columns, Kinds kinds)
{
    RowCounts totals(columns);
    std::vector<quint8> hasSet(columns.topicSets.count(), 0);
    std::vector<quint8> hasProvider(columns.providerNames.count(), 0);
    std::vector<quint8> hasType(columns.typeNames.count(), 0);
    for (Slot slot = 0; slot < columns.count(); ++slot) {
        const quint16 flags = columns.flags[slot];
        const bool isMention = flags & IndexColumns::IsMention;
        m_mentions += isMention;
        m_articles += !isMention;
        m_unpublished += !isMention && (flags & IndexColumns::IsUnpublished);
        hasSet[columns.topics[slot]] = 1;
        hasProvider[columns.providers[slot]] = 1;
        hasType[columns.types[slot]] = 1;
        if (kinds == Kinds::Both || isMention == (kinds == Kinds::Mentions)) {
            ++totals.days[columns.days.ranks[slot]];
            ++totals.qualities[columns.qualities.ranks[slot]];
            ++totals.heats[columns.heats.ranks[slot]];
            ++totals.topicSets[columns.topics[slot]];
            ++totals.providers[columns.providers[slot]];
            ++totals.types[columns.types[slot]];
            ++totals.tagSets[columns.tags[slot]];
        }
    }
    // A name stays known when its last row is gone, but nobody can be asked for it any more.
    const auto told = [](const FacetNames &names, const std::vector<quint8> &hasRows) {
        return indexesOf(names, [&](FacetNames::Index index) {
            return names.at(index).isTold && hasRows[index] != 0;
        });
    };
    std::vector<quint8> hasTopic(columns.topicNames.count(), 0);
    for (TopicSets::Set set = 0; set < columns.topicSets.count(); ++set) {
        if (hasSet[set] != 0) {
            for (const quint32 topic : columns.topicSets.topicsOf(set)) {
                hasTopic[topic] = 1;
            }
        }
    }
    const auto types =
        indexesOf(columns.typeNames, [&](FacetNames::Index index) { return hasType[index] != 0; });
    m_topics = facet(columns.topicNames, told(columns.topicNames, hasTopic),
                     totals.topics(columns.topicSets, columns.topicNames.count()));
    m_providers =
        facet(columns.providerNames, told(columns.providerNames, hasProvider), totals.providers);
    m_types = facet(columns.typeNames, types, totals.types);
    // A person's tags are there before any article has them.
    m_tags =
        facet(columns.tagNames,
              indexesOf(columns.tagNames,
                        [&](FacetNames::Index index) { return columns.tagNames.at(index).isTold; }),
              totals.tags(columns.tagSets, columns.tagNames.count()));
    m_days = chart(columns.days, totals.days);
    m_qualities = chart(columns.qualities, totals.qualities);
    m_heats = chart(columns.heats, totals.heats);
}

Overview::Facet Overview::facet(const FacetNames &names, std::vector<FacetNames::Index> indexes,
                                const std::vector<quint32> &totals)
{
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
        facet.list.append({entry.id, entry.name, entry.domain, int(totals[index]), 0, entry.logo,
                           entry.aliases, entry.color});
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
    answer.types = counted(m_types.list, m_types.indexes, counts.types);
    answer.tags = counted(m_tags.list, m_tags.indexes,
                          counts.tags(columns.tagSets, columns.tagNames.count()));
    const auto fillChart = [](QList<ValueCount> &list, ValueCount &missing, const Chart &chart,
                              const std::vector<quint32> &rows) {
        list = counted(chart.list, chart.ranks, rows);
        missing = chart.missing;
        missing.count = int(rows[ValueColumn::Missing]);
    };
    fillChart(answer.days, answer.undated, m_days, counts.days);
    fillChart(answer.qualities, answer.unrated, m_qualities, counts.qualities);
    fillChart(answer.heats, answer.unmeasured, m_heats, counts.heats);
    answer.archiveArticles = m_articles;
    answer.archiveMentions = m_mentions;
    answer.archiveUnpublished = m_unpublished;
}

} // namespace Microfiche
