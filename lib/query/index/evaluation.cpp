// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/index/evaluation_p.h"

#include "query/index/cancelflag_p.h"

#include <QtEndian>

#include <bit>
#include <cstring>

namespace Microfiche
{

namespace
{

constexpr Slot RowsOfWord = 64;

/// Calls `visit` with each row whose bit is set.
template <typename Visit>
void forEachRow(const quint64 *words, Slot begin, Slot size, Visit visit)
{
    for (Slot row = 0; row < size; row += RowsOfWord) {
        for (quint64 word = *words++; word != 0; word &= word - 1) {
            visit(begin + row + Slot(std::countr_zero(word)));
        }
    }
}

} // namespace

Evaluation::Evaluation(const IndexColumns &columns, const Query &query, const TermHits &hits,
                       TermRows &termRows)
    : m_columns(columns)
    , m_hits(hits)
    , m_termRows(termRows)
    , m_wordCount(query.words.size())
    , m_counts(columns)
    , m_ownCounts(columns)
{
    addKinds(query);
    for (int i = 0; i < FieldCount; ++i) {
        const auto field = Field(i);
        m_own[size_t(i)] = bitOf(field);
        const auto clause = fieldClause(query, field);
        if (const auto normal = clause ? normalCondition(*clause) : std::nullopt) {
            addClause(*normal, bitOf(field));
        }
    }
    addCounted(wordConditions(query.words), Owner::Words);
    addCounted(query.conditions, Owner::Nobody);
    if (m_ownersOfOthers == std::set{Owner::Words}) {
        m_words |= Others;
    } else if (m_ownersOfOthers.size() == 1 && *m_ownersOfOthers.begin() < Owner::Words) {
        m_own[size_t(*m_ownersOfOthers.begin())] |= Others;
    }
}

Evaluation::Verdict Evaluation::bitOfCounted(qsizetype index)
{
    return index >= 0 && index < MaxCountedClauses ? Verdict(1 << (FirstCounted + index)) : Others;
}

void Evaluation::addClause(const Condition &normal, Verdict bit)
{
    const auto rowsOf = [this](const StoreTerm &term) {
        if (holdsOfAll(term)) {
            return m_termRows.allRows(m_columns);
        }
        const auto found = m_hits.constFind(term);
        return found == m_hits.constEnd() ? nullptr : m_termRows.rowsOf(term, *found, m_columns);
    };
    m_bits |= bit;
    m_clauses.push_back({RowTest(normal, m_columns, rowsOf), bit});
}

void Evaluation::addState(ArticleState state, bool isNegated)
{
    Condition condition;
    condition.kind = Condition::Kind::State;
    condition.state = state;
    condition.isNegated = isNegated;
    addClause(condition, Kind);
}

void Evaluation::addKinds(const Query &query)
{
    if (query.kinds != Kinds::Both) {
        addState(ArticleState::Mention, query.kinds == Kinds::Articles);
    }
    if (query.unpublishedOnly) {
        addState(ArticleState::Unpublished, false);
    }
}

/// Gives each condition a bit of its own as long as there are any.
void Evaluation::addCounted(const QList<Condition> &conditions, Owner owner)
{
    for (const Condition &condition : conditions) {
        const Verdict bit = bitOfCounted(m_counted++);
        const auto normal = normalCondition(condition);
        if (!normal) {
            continue;
        }
        const auto field = fieldOf(*normal);
        addClause(*normal, bit);
        if (bit == Others) {
            m_ownersOfOthers.insert(field ? Owner(*field) : owner);
        } else if (field) {
            m_own[size_t(*field)] |= bit;
        } else if (owner == Owner::Words) {
            m_words |= bit;
        }
    }
}

bool Evaluation::isUnclear(Field field) const
{
    return m_ownersOfOthers.size() > 1 && m_ownersOfOthers.contains(Owner(field));
}

bool Evaluation::areWordsUnclear() const
{
    return m_ownersOfOthers.size() > 1 && m_ownersOfOthers.contains(Owner::Words);
}

template <typename Count>
bool Evaluation::run(const std::atomic_bool *cancelled, Count count)
{
    for (Slot begin = 0; begin < m_columns.count(); begin += BlockSize) {
        if (isSet(cancelled)) {
            return false;
        }
        const Slot end = std::min(begin + BlockSize, m_columns.count());
        judge(begin, end);
        tally(end - begin);
        count(begin, end - begin);
    }
    return !isSet(cancelled);
}

bool Evaluation::countPassing(const std::atomic_bool *cancelled)
{
    m_tallies = {{m_bits, 0}};
    return run(cancelled, [](Slot, Slot) {});
}

bool Evaluation::countEverything(const std::atomic_bool *cancelled)
{
    prepareTallies();
    m_passingRows.assign((m_columns.count() + RowsOfWord - 1) / RowsOfWord, 0);
    return run(cancelled, [this](Slot begin, Slot size) { countFields(begin, size); });
}

void Evaluation::prepareTallies()
{
    m_tallies.clear();
    for (const Verdict forgiven : {Verdict(0), Kind, m_words}) {
        m_tallies[m_bits & ~forgiven] = 0;
    }
    for (const Verdict articles : {m_bits, Verdict(m_bits & ~Kind)}) {
        m_tallies[articles | IsMention] = 0;
    }
    for (const Clause &clause : m_clauses) {
        m_tallies[m_bits & ~clause.bit] = 0;
    }
}

void Evaluation::judge(Slot begin, Slot end)
{
    static_assert(IndexColumns::IsMention == 1);
    const quint16 *flags = m_columns.flags.data() + begin;
    Verdict *verdicts = m_verdicts.data();
    const Slot size = end - begin;
    for (Slot i = 0; i < size; ++i) {
        verdicts[i] = Verdict((flags[i] & IndexColumns::IsMention) * IsMention);
    }
    Holds holds;
    for (const Clause &clause : m_clauses) {
        clause.test.judge(begin, end, holds);
        const Verdict bit = clause.bit;
        for (Slot i = 0; i < size; ++i) {
            verdicts[i] |= Verdict(Verdict(holds[i] ^ 1) * bit);
        }
    }
}

void Evaluation::tally(Slot size)
{
    const Verdict *verdicts = m_verdicts.data();
    for (auto &[bits, count] : m_tallies) {
        const Verdict heeded = bits;
        quint16 rows = 0; // as narrow as the verdicts, so that the loop is cheap
        for (Slot i = 0; i < size; ++i) {
            rows = quint16(rows + ((verdicts[i] & heeded) == 0));
        }
        count += rows;
    }
}

/// Sets the bit of each row of the block that fails nothing of `heeded`.
void Evaluation::pack(Slot size, Verdict heeded, quint64 *words) const
{
    Holds passes;
    const Verdict *verdicts = m_verdicts.data();
    for (Slot i = 0; i < size; ++i) {
        passes[i] = (verdicts[i] & heeded) == 0;
    }
    std::memset(passes.data() + size, 0, BlockSize - size);
    for (Slot row = 0; row < size; row += RowsOfWord) {
        quint64 word = 0;
        for (Slot i = 0; i < RowsOfWord; i += 8) {
            // The product moves the lowest bit of every byte into the uppermost byte, in order.
            const auto octet = qFromLittleEndian<quint64>(&passes[row + i]);
            word |= ((octet * 0x0102'0408'1020'4080) >> 56) << i;
        }
        *words++ = word;
    }
}

/// Each row counts in every field whose own clauses are all that it fails.
void Evaluation::countFields(Slot begin, Slot size)
{
    quint64 *passing = &m_passingRows[begin / RowsOfWord];
    pack(size, m_bits, passing);
    forEachRow(passing, begin, size, [this](Slot slot) {
        ++m_counts.days[m_columns.days.ranks[slot]];
        ++m_counts.qualities[m_columns.qualities.ranks[slot]];
        ++m_counts.heats[m_columns.heats.ranks[slot]];
        ++m_counts.topicSets[m_columns.topics[slot]];
        ++m_counts.providers[m_columns.providers[slot]];
        ++m_counts.types[m_columns.types[slot]];
        if (const TopicSets::Set set = m_columns.tags[slot]; set != TopicSets::Empty) {
            ++m_counts.tagSets[set];
        }
    });
    countOwn(Field::Date, begin, size, m_columns.days.ranks, m_ownCounts.days);
    countOwn(Field::Quality, begin, size, m_columns.qualities.ranks, m_ownCounts.qualities);
    countOwn(Field::Heat, begin, size, m_columns.heats.ranks, m_ownCounts.heats);
    countOwn(Field::Topics, begin, size, m_columns.topics, m_ownCounts.topicSets);
    countOwn(Field::Providers, begin, size, m_columns.providers, m_ownCounts.providers);
    countOwn(Field::Types, begin, size, m_columns.types, m_ownCounts.types);
    countOwn(Field::Tags, begin, size, m_columns.tags, m_ownCounts.tagSets);
}

/// Adds the rows that only the field's own clauses keep out.
template <typename Value>
void Evaluation::countOwn(Field field, Slot begin, Slot size, const std::vector<Value> &values,
                          std::vector<quint32> &counts)
{
    const Verdict own = m_own[size_t(field)];
    if ((m_bits & own) == 0) {
        return;
    }
    std::array<quint64, BlockSize / RowsOfWord> rows;
    pack(size, Verdict(m_bits & ~own), rows.data());
    const quint64 *passing = &m_passingRows[begin / RowsOfWord];
    for (Slot word = 0; word * RowsOfWord < size; ++word) {
        rows[word] &= ~passing[word];
    }
    forEachRow(rows.data(), begin, size, [&](Slot slot) { ++counts[values[slot]]; });
}

RowCounts Evaluation::fieldCounts() const
{
    RowCounts sums = m_counts;
    sums.add(m_ownCounts);
    return sums;
}

int Evaluation::rowsWithout(Verdict forgiven) const
{
    return m_tallies.at(Verdict(m_bits & ~forgiven));
}

void Evaluation::fill(QueryAnswer &answer) const
{
    answer.articles = m_tallies.at(m_bits | IsMention);
    answer.mentions = passing() - answer.articles;
    answer.withoutDate = rowsWithout(bitOf(Field::Date));
    answer.withoutQuality = rowsWithout(bitOf(Field::Quality));
    answer.withoutHeat = rowsWithout(bitOf(Field::Heat));
    answer.withoutTopics = rowsWithout(bitOf(Field::Topics));
    answer.withoutProviders = rowsWithout(bitOf(Field::Providers));
    answer.withoutTypes = rowsWithout(bitOf(Field::Types));
    answer.withoutTags = rowsWithout(bitOf(Field::Tags));
    answer.withoutWords = rowsWithout(m_words);
    // Without a choice of kinds a query asks for articles, published or not.
    answer.withoutKinds = m_tallies.at(Verdict(m_bits & ~Kind) | IsMention);
    for (qsizetype i = 0; i < m_counted; ++i) {
        const int without = i < MaxCountedClauses ? rowsWithout(bitOfCounted(i)) : -1;
        (i < m_wordCount ? answer.withoutWord : answer.withoutCondition).append(without);
    }
}

} // namespace Microfiche
