// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/index/indexcolumns_p.h"

#include <QVarLengthArray>

#include <algorithm>
#include <numeric>

namespace Microfiche
{

namespace
{

/// The rows in ascending order of ids, the last one of each.
std::vector<const IndexRow *> sortedRows(const QList<IndexRow> &rows)
{
    std::vector<const IndexRow *> sorted;
    sorted.reserve(size_t(rows.size()));
    for (const IndexRow &row : rows) {
        if (row.id > 0) {
            sorted.push_back(&row);
        }
    }
    const auto isBefore = [](const IndexRow *a, const IndexRow *b) { return a->id < b->id; };
    if (!std::is_sorted(sorted.begin(), sorted.end(), isBefore)) {
        std::stable_sort(sorted.begin(), sorted.end(), isBefore);
    }
    // unique() keeps the first of equals, so it goes from the back.
    const auto kept =
        std::unique(sorted.rbegin(), sorted.rend(),
                    [](const IndexRow *a, const IndexRow *b) { return a->id == b->id; });
    sorted.erase(sorted.begin(), kept.base());
    return sorted;
}

std::optional<qint64> dayOf(const IndexRow &row)
{
    return row.publishedAt ? std::optional(julianDay(*row.publishedAt)) : std::nullopt;
}

quint32 secondOf(const IndexRow &row)
{
    constexpr qint64 secondsOfDay = 86'400;
    const qint64 second = row.publishedAt.value_or(0) % secondsOfDay;
    return quint32(second < 0 ? second + secondsOfDay : second);
}

std::optional<qint64> wide(std::optional<int> value)
{
    return value ? std::optional<qint64>(*value) : std::nullopt;
}

constexpr quint16 OwnFlags =
    IndexColumns::IsSeen | IndexColumns::IsStarred | IndexColumns::HasTag | IndexColumns::HasNote;

/// Without those that a person sets.
quint16 flagsOf(const IndexRow &row)
{
    using Columns = IndexColumns;
    return quint16(
        (row.isMention ? Columns::IsMention : 0) |
        (row.isUnpublished ? Columns::IsUnpublished : 0) |
        (row.isRemoved ? Columns::IsRemoved : 0) | (row.hasPicture ? Columns::HasPicture : 0) |
        (row.hasRelated ? Columns::HasRelated : 0) | (row.hasBody ? Columns::HasBody : 0));
}

quint16 flagsOf(const MarkedRow &row)
{
    using Columns = IndexColumns;
    return quint16((row.isSeen ? Columns::IsSeen : 0) | (row.isStarred ? Columns::IsStarred : 0) |
                   (row.tags.isEmpty() ? 0 : Columns::HasTag) |
                   (row.hasNote ? Columns::HasNote : 0));
}

} // namespace

template <typename Function>
void IndexColumns::forEachColumn(Function function)
{
    function(ids);
    function(days.ranks);
    function(seconds);
    function(qualities.ranks);
    function(heats.ranks);
    function(providers);
    function(topics);
    function(types);
    function(tags);
    function(flags);
    function(titleRanks);
}

void IndexColumns::apply(const IndexBatch &batch)
{
    for (const ProviderEntry &provider : batch.providers) {
        providerNames.tell(provider.id, provider.name, provider.domain, provider.aliases,
                           provider.logo);
    }
    for (const TopicEntry &topic : batch.topics) {
        topicNames.tell(topic.id, topic.name);
    }
    if (batch.tags) {
        tagNames.forgetTold();
        for (const TagEntry &tag : *batch.tags) {
            tagNames.tell(tag.id, tag.name, {}, {}, 0, tag.color);
        }
    }
    remove(batch.gone);
    put(batch.rows);
    putMarks(batch.marked);
}

void IndexColumns::reserve(size_t rows)
{
    forEachColumn([rows](auto &column) { column.reserve(rows); });
}

void IndexColumns::setTitleOrder(const QList<ArticleId> &order)
{
    std::fill(titleRanks.begin(), titleRanks.end(), NoTitleRank);
    m_awaitedTitleRanks.clear();
    for (qsizetype rank = 0; rank < order.size(); ++rank) {
        if (const auto slot = find(order.at(rank))) {
            titleRanks[*slot] = quint32(rank);
        } else {
            m_awaitedTitleRanks.insert(order.at(rank), quint32(rank));
        }
    }
}

/// Where `id` is among the first `rowCount` rows, which are in ascending order.
std::optional<Slot> IndexColumns::findAmong(ArticleId id, size_t rowCount) const
{
    if (rowCount == 0 || id < ids[0] || id > ids[rowCount - 1]) {
        return {};
    }
    // Ids follow one another with few holes: with h holes the row is among h + 1 neighbours.
    const size_t holes = size_t(ids[rowCount - 1] - ids[0]) + 1 - rowCount;
    const auto distance = size_t(id - ids[0]);
    if (holes == 0) {
        return Slot(distance);
    }
    const size_t first = distance > holes ? distance - holes : 0;
    const size_t last = std::min(distance, rowCount - 1);
    const auto end = ids.begin() + qptrdiff(last) + 1;
    const auto found = std::lower_bound(ids.begin() + qptrdiff(first), end, id);
    if (found == end || *found != id) {
        return {};
    }
    return Slot(found - ids.begin());
}

void IndexColumns::remove(QList<ArticleId> gone)
{
    std::sort(gone.begin(), gone.end());
    std::vector<Slot> staying;
    if (!gone.isEmpty()) {
        for (Slot slot = 0; slot < count(); ++slot) {
            if (!std::binary_search(gone.cbegin(), gone.cend(), ids[slot])) {
                staying.push_back(slot);
            }
        }
    }
    if (!gone.isEmpty() && staying.size() != ids.size()) {
        arrange(staying);
    }
}

void IndexColumns::put(const QList<IndexRow> &rows)
{
    const std::vector<const IndexRow *> sorted = sortedRows(rows);
    learnValues(sorted);
    const size_t oldCount = ids.size();
    const std::vector<Slot> places = placesOf(sorted);
    for (size_t i = 0; i < sorted.size(); ++i) {
        write(places[i], *sorted[i]);
    }
    const bool isAscending =
        oldCount == 0 || oldCount == ids.size() || ids[oldCount - 1] < ids[oldCount];
    if (!isAscending) {
        std::vector<Slot> order(ids.size());
        std::iota(order.begin(), order.end(), Slot(0));
        std::inplace_merge(order.begin(), order.begin() + qptrdiff(oldCount), order.end(),
                           [this](Slot a, Slot b) { return ids[a] < ids[b]; });
        arrange(order);
    }
}

void IndexColumns::learnValues(const std::vector<const IndexRow *> &rows)
{
    std::vector<qint64> newDays;
    std::vector<qint64> newQualities;
    std::vector<qint64> newHeats;
    const auto add = [](std::vector<qint64> &values, std::optional<qint64> value) {
        if (value) {
            values.push_back(*value);
        }
    };
    for (const IndexRow *row : rows) {
        add(newDays, dayOf(*row));
        add(newQualities, wide(row->quality));
        add(newHeats, wide(row->heat));
    }
    days.learn(std::move(newDays));
    qualities.learn(std::move(newQualities));
    heats.learn(std::move(newHeats));
}

/// The slots of these rows, which ascend; new ones for those that are not there.
std::vector<Slot> IndexColumns::placesOf(const std::vector<const IndexRow *> &rows)
{
    const Slot oldCount = count();
    std::vector<ArticleId> newIds;
    std::vector<Slot> places;
    places.reserve(rows.size());
    for (const IndexRow *row : rows) {
        const auto known = findAmong(row->id, oldCount);
        places.push_back(known.value_or(oldCount + Slot(newIds.size())));
        if (!known) {
            newIds.push_back(row->id);
        }
    }
    append(newIds);
    return places;
}

void IndexColumns::append(const std::vector<ArticleId> &newIds)
{
    const size_t oldCount = ids.size();
    forEachColumn([&newIds](auto &column) {
        makeRoom(column, newIds.size());
        column.resize(column.size() + newIds.size());
    });
    std::copy(newIds.begin(), newIds.end(), ids.begin() + qptrdiff(oldCount));
    for (size_t slot = oldCount; slot < ids.size(); ++slot) {
        const auto awaited = m_awaitedTitleRanks.constFind(ids[slot]);
        const bool isAwaited = awaited != m_awaitedTitleRanks.constEnd();
        titleRanks[slot] = isAwaited ? *awaited : NoTitleRank;
        if (isAwaited) {
            m_awaitedTitleRanks.erase(awaited);
        }
    }
}

void IndexColumns::write(Slot slot, const IndexRow &row)
{
    QVarLengthArray<quint32, 32> topicIndexes;
    for (const TopicId topic : row.topics) {
        if (const FacetNames::Index index = topicNames.indexOf(topic); index != FacetNames::None) {
            topicIndexes.append(index);
        }
    }
    days.ranks[slot] = days.rankOf(dayOf(row));
    seconds[slot] = secondOf(row);
    qualities.ranks[slot] = qualities.rankOf(wide(row.quality));
    heats.ranks[slot] = heats.rankOf(wide(row.heat));
    providers[slot] = providerNames.indexOf(row.provider);
    topics[slot] = topicSets.setOf(topicIndexes);
    types[slot] = typeIndex(row.type);
    flags[slot] = flagsOf(row);
    mark(slot, {row.id, row.isSeen, row.isStarred, row.hasNote, row.tags});
}

void IndexColumns::putMarks(const QList<MarkedRow> &rows)
{
    for (const MarkedRow &row : rows) {
        if (const auto slot = find(row.id)) {
            mark(*slot, row);
        }
    }
}

void IndexColumns::mark(Slot slot, const MarkedRow &row)
{
    QVarLengthArray<quint32, 32> tagIndexes;
    for (const TagId tag : row.tags) {
        if (const FacetNames::Index index = tagNames.indexOf(tag); index != FacetNames::None) {
            tagIndexes.append(index);
        }
    }
    tags[slot] = tagSets.setOf(tagIndexes);
    flags[slot] = quint16((flags[slot] & ~OwnFlags) | flagsOf(row));
}

/// Types are few; from an archive with more than fit, the rest is no type.
quint16 IndexColumns::typeIndex(const QString &type)
{
    const auto found = m_typeIndexes.constFind(type);
    if (found != m_typeIndexes.constEnd()) {
        return *found;
    }
    constexpr qsizetype most = 0xFFFF;
    if (type.isEmpty() || m_typeIndexes.size() == most) {
        return 0;
    }
    const auto index = quint16(m_typeIndexes.size() + 1);
    typeNames.tell(index, type);
    m_typeIndexes.insert(type, index);
    return index;
}

/// Puts the rows of these slots, and only these, into this order.
void IndexColumns::arrange(const std::vector<Slot> &order)
{
    forEachColumn([&order](auto &column) {
        std::remove_cvref_t<decltype(column)> arranged(order.size());
        std::transform(order.begin(), order.end(), arranged.begin(),
                       [&column](Slot slot) { return column[slot]; });
        column.swap(arranged);
    });
}

bool IndexColumns::hasGaplessIds() const
{
    return !ids.empty() && size_t(ids.back() - ids.front()) == ids.size() - 1;
}

size_t IndexColumns::bytesUsed() const
{
    const auto size = [](const auto &column) { return column.capacity() * sizeof(column[0]); };
    return size(ids) + days.bytesUsed() + size(seconds) + qualities.bytesUsed() +
           heats.bytesUsed() + size(providers) + size(topics) + size(types) + size(tags) +
           size(flags) + size(titleRanks) + topicSets.bytesUsed() + tagSets.bytesUsed();
}

} // namespace Microfiche
