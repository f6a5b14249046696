// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/index/rowtest_p.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace Microfiche
{

namespace
{

using Kind = Condition::Kind;

constexpr auto NoRank = std::numeric_limits<ValueColumn::Rank>::max();

std::optional<qint64> dayNumber(std::optional<QDate> date)
{
    return date ? std::optional(date->toJulianDay()) : std::nullopt;
}

ValueColumn::Range daysBetween(const ValueColumn &column, const DateRange &dates)
{
    return column.between(dayNumber(dates.from), dayNumber(dates.to));
}

ValueColumn::Range scoresBetween(const ValueColumn &column, const ScoreRange &scores)
{
    const auto wide = [](std::optional<int> value) {
        return value ? std::optional<qint64>(*value) : std::nullopt;
    };
    return column.between(wide(scores.from), wide(scores.to));
}

/// For each set whether it has one of the topics.
std::vector<quint8> setsWithAny(const TopicSets &sets, const std::vector<quint8> &isAsked)
{
    std::vector<quint8> isListed(sets.count());
    for (TopicSets::Set set = 0; set < sets.count(); ++set) {
        isListed[set] =
            std::ranges::any_of(sets.topicsOf(set), [&](quint32 topic) { return isAsked[topic]; });
    }
    return isListed;
}

template <typename Value>
void judgeValues(const Value *values, Slot size, const std::vector<quint8> &isListed, Holds &holds)
{
    for (Slot i = 0; i < size; ++i) {
        holds[i] = isListed[values[i]];
    }
}

using Octet = std::array<quint8, 8>;

/// The eight bits of every byte, each as a byte of its own.
constexpr std::array<Octet, 256> octets()
{
    std::array<Octet, 256> all{};
    for (unsigned byte = 0; byte < 256; ++byte) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            all[byte][bit] = quint8((byte >> bit) & 1);
        }
    }
    return all;
}

} // namespace

RowTest::RowTest(const Condition &condition, const IndexColumns &columns)
    : m_columns(columns)
    , m_kind(condition.kind)
    , m_isNegated(condition.isNegated)
{
    switch (condition.kind) {
    case Kind::All:
    case Kind::Any:
    case Kind::Term: break;
    case Kind::State: setState(condition.state); break;
    case Kind::Date: setRange(columns.days, daysBetween(columns.days, condition.dates)); break;
    case Kind::Quality:
        setRange(columns.qualities, scoresBetween(columns.qualities, condition.scores));
        break;
    case Kind::Heat: setRange(columns.heats, scoresBetween(columns.heats, condition.scores)); break;
    case Kind::Topic:
        m_isListed = setsWithAny(columns.topicSets, columns.topicNames.matching(condition.names));
        break;
    case Kind::Provider: m_isListed = columns.providerNames.matching(condition.names); break;
    case Kind::Type: m_isListed = columns.typeNames.matching(condition.names); break;
    case Kind::Tag:
        m_isListed = setsWithAny(columns.tagSets, columns.tagNames.matching(condition.names));
        break;
    }
    if (condition.dates.isOpen() && condition.scores.isOpen()) {
        setEmptyRange();
    }
    m_besides = condition.takesMissing ? ValueColumn::Missing : NoRank;
}

void RowTest::setState(ArticleState state)
{
    switch (state) {
    case ArticleState::Mention: m_heededFlags = IndexColumns::IsMention; break;
    case ArticleState::Unpublished: m_heededFlags = IndexColumns::IsUnpublished; break;
    case ArticleState::Removed: m_heededFlags = IndexColumns::IsRemoved; break;
    case ArticleState::Unread: m_heededFlags = IndexColumns::IsSeen; break;
    case ArticleState::Starred: m_heededFlags = IndexColumns::IsStarred; break;
    case ArticleState::WithPicture: m_heededFlags = IndexColumns::HasPicture; break;
    case ArticleState::WithRelated: m_heededFlags = IndexColumns::HasRelated; break;
    case ArticleState::WithBody: m_heededFlags = IndexColumns::HasBody; break;
    case ArticleState::WithTag: m_heededFlags = IndexColumns::HasTag; break;
    case ArticleState::WithNote: m_heededFlags = IndexColumns::HasNote; break;
    }
    m_neededFlags = state == ArticleState::Unread ? 0 : m_heededFlags;
}

void RowTest::setRange(const ValueColumn &column, ValueColumn::Range range)
{
    m_column = &column;
    m_first = range.first;
    m_span = range.last - range.first;
    if (range.last < range.first) {
        setEmptyRange();
    }
}

/// No rank is as far as 0 from the largest number.
void RowTest::setEmptyRange()
{
    m_first = NoRank;
    m_span = 0;
}

void RowTest::judge(Slot begin, Slot end, Holds &holds) const
{
    const Slot size = end - begin;
    switch (m_kind) {
    case Kind::All:
    case Kind::Any: judgeParts(begin, end, holds); break;
    case Kind::Term: judgeBits(begin, end, holds); break;
    case Kind::State: judgeFlags(begin, end, holds); break;
    case Kind::Date:
    case Kind::Quality:
    case Kind::Heat: judgeRange(begin, end, holds); break;
    case Kind::Topic: judgeValues(&m_columns.topics[begin], size, m_isListed, holds); break;
    case Kind::Provider: judgeValues(&m_columns.providers[begin], size, m_isListed, holds); break;
    case Kind::Type: judgeValues(&m_columns.types[begin], size, m_isListed, holds); break;
    case Kind::Tag: judgeValues(&m_columns.tags[begin], size, m_isListed, holds); break;
    }
    if (m_isNegated) {
        for (Slot i = 0; i < size; ++i) {
            holds[i] ^= 1;
        }
    }
}

void RowTest::judgeRange(Slot begin, Slot end, Holds &holds) const
{
    const ValueColumn::Rank *ranks = &m_column->ranks[begin];
    const ValueColumn::Rank first = m_first;
    const ValueColumn::Rank span = m_span;
    const ValueColumn::Rank besides = m_besides;
    for (Slot i = 0; i < end - begin; ++i) {
        holds[i] = quint8(ranks[i] - first <= span) | quint8(ranks[i] == besides);
    }
}

void RowTest::judgeFlags(Slot begin, Slot end, Holds &holds) const
{
    const quint16 *flags = &m_columns.flags[begin];
    const quint16 heeded = m_heededFlags;
    const quint16 needed = m_neededFlags;
    for (Slot i = 0; i < end - begin; ++i) {
        holds[i] = ((flags[i] ^ needed) & heeded) == 0;
    }
}

void RowTest::judgeBits(Slot begin, Slot end, Holds &holds) const
{
    static constexpr std::array<Octet, 256> octetOf = octets();
    static_assert(BlockSize % 64 == 0);
    if (!m_bits) {
        holds.fill(0);
        return;
    }
    for (Slot slot = begin; slot < end; slot += 8) {
        const auto byte = quint8((*m_bits)[slot / 64] >> (slot % 64));
        std::memcpy(&holds[slot - begin], octetOf[byte].data(), sizeof(Octet));
    }
}

void RowTest::judgeParts(Slot begin, Slot end, Holds &holds) const
{
    holds.fill(m_kind == Kind::All ? 1 : 0);
    Holds others;
    for (const RowTest &part : m_parts) {
        part.judge(begin, end, others);
        for (Slot i = 0; i < end - begin; ++i) {
            holds[i] = m_kind == Kind::All ? holds[i] & others[i] : holds[i] | others[i];
        }
    }
}

} // namespace Microfiche
