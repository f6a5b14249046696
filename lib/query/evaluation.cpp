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

Evaluation::Evaluation(const IndexColumns &columns, const Query &query, const TermHits &hits)
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
        m_clauses |= Providers;
        m_providers = columns.providerNames.matching(query.providers);
    }
    if (!query.words.isEmpty()) {
        setHits(query.words, hits);
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
    m_clauses |= clause;
    m_ranges.push_back({&column, first, span, missing != Missing::Excluded, clause});
}

void Evaluation::setKinds(const Query &query)
{
    if (query.kinds != Kinds::Both) {
        m_heededFlags |= IndexColumns::IsMention;
        m_neededFlags |= query.kinds == Kinds::Mentions ? IndexColumns::IsMention : 0;
    }
    if (query.unpublishedOnly) {
        m_heededFlags |= IndexColumns::IsUnpublished;
        m_neededFlags |= IndexColumns::IsUnpublished;
    }
    m_clauses |= Kind;
}

void Evaluation::setTopics(const QStringList &topics)
{
    const std::vector<quint8> isAsked = m_columns.topicNames.matching(topics);
    const TopicSets &sets = m_columns.topicSets;
    m_clauses |= Topics;
    m_topicSets.resize(sets.count());
    for (TopicSets::Set set = 0; set < sets.count(); ++set) {
        m_topicSets[set] =
            std::ranges::any_of(sets.topicsOf(set), [&](quint32 topic) { return isAsked[topic]; });
    }
}

void Evaluation::setHits(const QStringList &words, const TermHits &hits)
{
    m_clauses |= Words;
    std::vector<int> found(m_verdicts.size(), 0);
    for (const QString &word : words) {
        for (const ArticleId id : hits.value({StoreTerm::Kind::Text, word})) {
            if (const auto slot = m_columns.find(id)) {
                ++found[*slot];
            }
        }
    }
    std::transform(found.begin(), found.end(), m_verdicts.begin(), [&words](int count) {
        return count == int(words.size()) ? quint8(0) : quint8(Words);
    });
}

void Evaluation::run(Slot begin, Slot end)
{
    judge(begin, end);
    count(begin, end);
}

void Evaluation::judge(Slot begin, Slot end)
{
    quint8 *verdicts = m_verdicts.data();
    judgeKinds(begin, end);
    for (const RangeClause &clause : m_ranges) {
        const RangeClause range = clause;
        const ValueColumn::Rank *ranks = range.column->ranks.data();
        for (Slot slot = begin; slot < end; ++slot) {
            const bool isInRange = ranks[slot] - range.first <= range.span;
            const bool isTaken = ranks[slot] == ValueColumn::Missing && range.takesMissing;
            verdicts[slot] |= isInRange || isTaken ? quint8(0) : range.clause;
        }
    }
    if (m_clauses & Topics) {
        for (Slot slot = begin; slot < end; ++slot) {
            verdicts[slot] |= m_topicSets[m_columns.topics[slot]] ? 0 : Topics;
        }
    }
    if (m_clauses & Providers) {
        for (Slot slot = begin; slot < end; ++slot) {
            verdicts[slot] |= m_providers[m_columns.providers[slot]] ? 0 : Providers;
        }
    }
}

void Evaluation::judgeKinds(Slot begin, Slot end)
{
    static_assert(IndexColumns::IsMention == 1);
    quint8 *verdicts = m_verdicts.data();
    const quint8 *flags = m_columns.flags.data();
    const quint8 heeded = m_heededFlags;
    const quint8 needed = m_neededFlags;
    for (Slot slot = begin; slot < end; ++slot) {
        const bool fails = ((flags[slot] ^ needed) & heeded) != 0;
        const auto mention = quint8((flags[slot] & IndexColumns::IsMention) * IsMention);
        verdicts[slot] |= quint8((fails ? Kind : 0) | mention);
    }
}

/// Each row counts for every value column whose own clause is the only one that it may fail.
void Evaluation::count(Slot begin, Slot end)
{
    for (const quint8 failed :
         {0, int(Date), int(Quality), int(Topics), int(Providers), int(Words), int(Kind)}) {
        if (failed == 0 || (m_clauses & failed)) {
            tally(begin, end, failed);
        }
    }
    const size_t size = collect(begin, end, 0);
    for (size_t i = 0; i < size; ++i) {
        const Slot slot = m_collected[i];
        ++m_counts.days[m_columns.days.ranks[slot]];
        ++m_counts.qualities[m_columns.qualities.ranks[slot]];
        ++m_counts.topicSets[m_columns.topics[slot]];
        ++m_counts.providers[m_columns.providers[slot]];
    }
    countColumn(begin, end, Date, m_counts.days, m_columns.days.ranks);
    countColumn(begin, end, Quality, m_counts.qualities, m_columns.qualities.ranks);
    countColumn(begin, end, Topics, m_counts.topicSets, m_columns.topics);
    countColumn(begin, end, Providers, m_counts.providers, m_columns.providers);
}

/// Adds the rows that fail `clause` alone to the counts of its own column.
void Evaluation::countColumn(Slot begin, Slot end, Clause clause, std::vector<quint32> &counts,
                             const std::vector<quint32> &values)
{
    if (m_clauses & clause) {
        const size_t size = collect(begin, end, clause);
        for (size_t i = 0; i < size; ++i) {
            ++counts[values[m_collected[i]]];
        }
    }
}

void Evaluation::tally(Slot begin, Slot end, quint8 failed)
{
    const quint8 *verdicts = m_verdicts.data();
    int articles = 0;
    int mentions = 0;
    for (Slot slot = begin; slot < end; ++slot) {
        articles += verdicts[slot] == failed;
        mentions += verdicts[slot] == (failed | IsMention);
    }
    m_tallies[failed].articles += articles;
    m_tallies[failed].mentions += mentions;
}

/// Collects the slots of the rows that fail just this, and says how many they are. Free of
/// branches: whether a row passes is often a coin's toss, and a wrong guess costs more than a
/// store.
size_t Evaluation::collect(Slot begin, Slot end, quint8 failed)
{
    m_collected.resize(std::max<size_t>(m_collected.size(), end - begin));
    const quint8 *verdicts = m_verdicts.data();
    Slot *collected = m_collected.data();
    size_t size = 0;
    for (Slot slot = begin; slot < end; ++slot) {
        collected[size] = slot;
        size += (verdicts[slot] & AllClauses) == failed;
    }
    return size;
}

void Evaluation::fill(QueryAnswer &answer) const
{
    const Tally &passing = m_tallies[0];
    const auto without = [&](Clause clause) { return passing.sum() + m_tallies[clause].sum(); };
    answer.articles = passing.articles;
    answer.mentions = passing.mentions;
    answer.withoutDate = without(Date);
    answer.withoutQuality = without(Quality);
    answer.withoutTopics = without(Topics);
    answer.withoutProviders = without(Providers);
    answer.withoutWords = without(Words);
    // Without a choice of kinds a query asks for articles, published or not.
    answer.withoutKinds = passing.articles + m_tallies[Kind].articles;
}

} // namespace Microfiche
