// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/citations_p.h"

#include "store/connection_p.h"
#include "store/numberlist_p.h"
#include "store/readers_p.h"

#include <algorithm>
#include <limits>

namespace Microfiche
{

namespace
{

constexpr ArticleId SliceIds = 1 << 14; // takes some twenty milliseconds

qint64 readLastId(Connection &connection)
{
    auto rows = connection.run("SELECT coalesce(max(id), 0) FROM article");
    rows.next();
    return rows.integer(0);
}

} // namespace

std::optional<IdSet> Citations::step(Connection &connection, const ScoreRange &count,
                                     const std::function<bool()> &isCancelled)
{
    const std::lock_guard lock(m_mutex);
    const qint64 writes = readWrites(connection);
    if (!isUpToDate(writes)) {
        begin(connection, writes);
    }
    if (m_countedAt.size() < m_toCount) {
        countNext(connection, writes);
        return std::nullopt;
    }
    settle();
    const bool asksForUncited = count.from.value_or(0) <= 0;
    if (asksForUncited && !knowIds(connection, writes, isCancelled)) {
        return IdSet();
    }
    return idsCited(count);
}

void Citations::follow(const WriteSpan &span, const LinkChanges &changes)
{
    const std::lock_guard lock(m_mutex);
    m_own.add(span);
    if (m_isBegun && !changes.isEmpty()) {
        m_written.push_back({span.after, changes});
    }
}

bool Citations::isUpToDate(qint64 writes) const
{
    return m_isBegun && m_own.cover(m_begunAt, writes);
}

void Citations::begin(Connection &connection, qint64 writes)
{
    m_isBegun = true;
    m_begunAt = writes;
    m_written.clear();
    m_countedAt.clear();
    m_counts.clear();
    const ArticleId lastId = readLastId(connection);
    makeRoom(lastId);
    m_toCount = m_counts.size() / SliceIds;
}

void Citations::makeRoom(ArticleId lastId)
{
    const auto slices = size_t(lastId / SliceIds + 1);
    if (m_counts.size() < slices * SliceIds) {
        m_counts.resize(slices * SliceIds, 0);
    }
}

void Citations::countNext(Connection &connection, qint64 writes)
{
    const ArticleId first = ArticleId(m_countedAt.size()) * SliceIds;
    auto page = connection.run(
        "SELECT CAST(group_concat(target) AS BLOB), CAST(group_concat(links) AS BLOB) FROM"
        " (SELECT target, count(*) AS links FROM link WHERE target BETWEEN ? AND ?"
        "  GROUP BY target)",
        first, first + SliceIds - 1);
    page.next();
    NumberList targets(page.bytes(0));
    NumberList links(page.bytes(1));
    while (!targets.isAtEnd()) {
        const ArticleId target = targets.next().value_or(first);
        m_counts[size_t(target)] = int(links.next().value_or(0));
    }
    m_countedAt.push_back(writes);
}

/// A slice may have been counted before or after something was written. Ids behind those that there
/// were at the beginning have come since then, with all that leads to them.
void Citations::settle()
{
    for (const Written &written : m_written) {
        for (auto change = written.changes.cbegin(); change != written.changes.cend(); ++change) {
            makeRoom(change.key());
            const auto slice = size_t(change.key() / SliceIds);
            const bool isCounted =
                slice < m_countedAt.size() && written.writes <= m_countedAt[slice];
            m_counts[size_t(change.key())] += isCounted ? 0 : change.value();
        }
    }
    m_written.clear();
}

IdSet Citations::idsCited(const ScoreRange &count) const
{
    const int least = std::max(count.from.value_or(0), 0);
    const int most = count.to.value_or(std::numeric_limits<int>::max());
    std::vector<quint64> bits(m_counts.size() / 64, 0);
    for (size_t id = 0; id < m_counts.size(); ++id) {
        const bool isCited = m_counts[id] >= least && m_counts[id] <= most;
        bits[id / 64] |= quint64(isCited) << (id % 64);
    }
    if (least == 0) { // not every number is an article's
        bits.resize(std::max(bits.size(), m_ids.size()), ~quint64(0));
        for (size_t word = 0; word < bits.size(); ++word) {
            bits[word] &= word < m_ids.size() ? m_ids[word] : 0;
        }
    }
    return IdSet::ofBits(std::move(bits));
}

/// Reads which ids there are, unless it is known. False if cancelled.
bool Citations::knowIds(Connection &connection, qint64 writes,
                        const std::function<bool()> &isCancelled)
{
    if (m_idsAt != writes) {
        m_ids.clear();
        readAllIds(connection, isCancelled).forEach([this](ArticleId id) {
            m_ids.resize(std::max(m_ids.size(), size_t(id / 64 + 1)), 0);
            m_ids[size_t(id / 64)] |= quint64(1) << (id % 64);
        });
        m_idsAt = isCancelled() ? -1 : writes;
    }
    return m_idsAt == writes;
}

} // namespace Microfiche
