// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/evaluation_p.h"

#include <algorithm>
#include <limits>

namespace Microfiche
{

namespace
{

std::optional<qint64> dayNumber(std::optional<QDate> date)
{
    return date ? std::optional(date->toJulianDay()) : std::nullopt;
}

std::optional<qint64> wide(std::optional<int> value)
{
    return value ? std::optional<qint64>(*value) : std::nullopt;
}

} // namespace

Evaluation::Evaluation(const IndexColumns &columns, const Query &query,
                       const QList<ArticleId> &hits)
    : m_columns(columns)
    , m_verdicts(columns.count(), 0)
    , m_counts(columns)
{
    setKinds(query);
    if (query.filtersDate()) {
        addRange(columns.days,
                 columns.days.between(dayNumber(query.date.from), dayNumber(query.date.to)),
                 query.undated, Date);
    }
    if (query.filtersQuality()) {
        addRange(columns.qualities,
                 columns.qualities.between(wide(query.quality.from), wide(query.quality.to)),
                 query.unrated, Quality);
    }
    if (!query.topics.isEmpty()) {
        setTopics(query.topics);
    }
    if (!query.providers.isEmpty()) {
        m_providers = columns.providerNames.matching(query.providers);
    }
    if (!query.words.isEmpty()) {
        setHits(hits);
    }
}

void Evaluation::addRange(const ValueColumn &column, ValueColumn::Range range, Missing missing,
                          quint8 clause)
{
    const bool isEmpty = missing == Missing::Only || range.last < range.first;
    // No rank is as far as 0 from the largest number, which makes it the empty range.
    const ValueColumn::Rank first =
        isEmpty ? std::numeric_limits<ValueColumn::Rank>::max() : range.first;
    const ValueColumn::Rank span = isEmpty ? 0 : range.last - range.first;
    m_ranges.push_back({&column, first, span, missing != Missing::Excluded, clause});
}

void Evaluation::setKinds(const Query &query)
{
    static_assert(IndexColumns::IsMention == 1 && IndexColumns::IsUnpublished == 2);
    for (quint8 flags = 0; flags < m_kindVerdicts.size(); ++flags) {
        const bool isMention = flags & IndexColumns::IsMention;
        const bool isUnpublished = flags & IndexColumns::IsUnpublished;
        const bool isOfKind =
            query.kinds == Kinds::Both || isMention == (query.kinds == Kinds::Mentions);
        const bool fails = !isOfKind || (query.unpublishedOnly && !isUnpublished);
        m_kindVerdicts[flags] = quint8((fails ? Kind : 0) | (isMention ? IsMention : 0));
    }
}

void Evaluation::setTopics(const QStringList &topics)
{
    const std::vector<quint8> isAsked = m_columns.topicNames.matching(topics);
    const TopicSets &sets = m_columns.topicSets;
    m_topicSets.resize(sets.count());
    for (TopicSets::Set set = 0; set < sets.count(); ++set) {
        m_topicSets[set] =
            std::ranges::any_of(sets.topicsOf(set), [&](quint32 topic) { return isAsked[topic]; });
    }
}

void Evaluation::setHits(const QList<ArticleId> &hits)
{
    std::fill(m_verdicts.begin(), m_verdicts.end(), quint8(Words));
    for (const ArticleId id : hits) {
        if (const auto slot = m_columns.find(id)) {
            m_verdicts[*slot] = 0;
        }
    }
}

void Evaluation::run(Slot begin, Slot end)
{
    judge(begin, end);
    count(begin, end);
}

void Evaluation::judge(Slot begin, Slot end)
{
    quint8 *verdicts = m_verdicts.data();
    for (Slot slot = begin; slot < end; ++slot) {
        verdicts[slot] |= m_kindVerdicts[m_columns.flags[slot] & 3];
    }
    for (const RangeClause &range : m_ranges) {
        const ValueColumn::Rank *ranks = range.column->ranks.data();
        for (Slot slot = begin; slot < end; ++slot) {
            const bool isInRange = ranks[slot] - range.first <= range.span;
            const bool isTaken = ranks[slot] == ValueColumn::Missing && range.takesMissing;
            verdicts[slot] |= isInRange || isTaken ? quint8(0) : range.clause;
        }
    }
    if (!m_topicSets.empty()) {
        for (Slot slot = begin; slot < end; ++slot) {
            verdicts[slot] |= m_topicSets[m_columns.topics[slot]] ? 0 : Topics;
        }
    }
    if (!m_providers.empty()) {
        for (Slot slot = begin; slot < end; ++slot) {
            verdicts[slot] |= m_providers[m_columns.providers[slot]] ? 0 : Providers;
        }
    }
}

/// Each row counts for every value column whose own clause is the only one that it may fail.
void Evaluation::count(Slot begin, Slot end)
{
    for (Slot slot = begin; slot < end; ++slot) {
        const quint8 verdict = m_verdicts[slot];
        ++m_verdictCounts[verdict];
        const quint8 failed = verdict & AllClauses;
        if (failed == 0) {
            ++m_counts.days[m_columns.days.ranks[slot]];
            ++m_counts.qualities[m_columns.qualities.ranks[slot]];
            ++m_counts.topicSets[m_columns.topics[slot]];
            ++m_counts.providers[m_columns.providers[slot]];
        } else if (failed == Date) {
            ++m_counts.days[m_columns.days.ranks[slot]];
        } else if (failed == Quality) {
            ++m_counts.qualities[m_columns.qualities.ranks[slot]];
        } else if (failed == Topics) {
            ++m_counts.topicSets[m_columns.topics[slot]];
        } else if (failed == Providers) {
            ++m_counts.providers[m_columns.providers[slot]];
        }
    }
}

int Evaluation::countWithout(quint8 clause) const
{
    return int(m_verdictCounts[0] + m_verdictCounts[IsMention] + m_verdictCounts[clause] +
               m_verdictCounts[clause | IsMention]);
}

void Evaluation::fill(QueryAnswer &answer) const
{
    answer.articles = int(m_verdictCounts[0]);
    answer.mentions = int(m_verdictCounts[IsMention]);
    answer.withoutDate = countWithout(Date);
    answer.withoutQuality = countWithout(Quality);
    answer.withoutTopics = countWithout(Topics);
    answer.withoutProviders = countWithout(Providers);
    answer.withoutWords = countWithout(Words);
    // Without a choice of kinds a query asks for articles, published or not.
    answer.withoutKinds = int(m_verdictCounts[0] + m_verdictCounts[Kind]);
}

} // namespace Microfiche
