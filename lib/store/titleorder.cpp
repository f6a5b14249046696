// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/titleorder_p.h"

#include "store/connection_p.h"
#include "store/kepttitles_p.h"
#include "store/readers_p.h"

#include <algorithm>

namespace Microfiche
{

namespace
{

constexpr ArticleId PageIds = 4096;         // so much is read and sorted in a step
constexpr ArticleId BucketTitles = 1 << 14; // their keys take some four megabytes
constexpr ArticleId MostBuckets = 64;       // each holds a block in memory
constexpr ArticleId SamplePlaces = 32;
constexpr int SampleOfPlace = 64;
constexpr int PlacedAtOnce = 256;

ArticleId readLastId(Connection &connection)
{
    auto rows = connection.run("SELECT coalesce(max(article), 0) FROM article_text");
    rows.next();
    return rows.integer(0);
}

/// Calls `take` with the titles of ids from `first` to `last`. They come as one value, each with
/// its id and how long it is: a row each would take ten times as long.
template <typename Take>
void forEachTitle(Connection &connection, ArticleId first, ArticleId last, Take take)
{
    auto page = connection.run("SELECT CAST(group_concat(article || ' ' || length(CAST(title AS "
                               "BLOB)) || ':' || title, '')"
                               " AS BLOB) FROM article_text WHERE article BETWEEN ? AND ?",
                               first, last);
    page.next();
    const QByteArray bytes = page.bytes(0);
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype space = bytes.indexOf(' ', at);
        const qsizetype colon = bytes.indexOf(':', space);
        if (space < 0 || colon < 0) {
            return;
        }
        const ArticleId id = bytes.mid(at, space - at).toLongLong();
        const qsizetype size = bytes.mid(space + 1, colon - space - 1).toLongLong();
        take(id, bytes.mid(colon + 1, size));
        at = colon + 1 + size;
    }
}

std::optional<TitleKey> readKey(Connection &connection, const QCollator &collator, ArticleId id)
{
    auto rows = connection.run("SELECT title FROM article_text WHERE article = ?", id);
    return rows.next() ? std::optional(TitleKey{collator.sortKey(rows.text(0)), id}) : std::nullopt;
}

/// Keys from a few places all over the archive.
std::vector<TitleKey> readSample(Connection &connection, const QCollator &collator,
                                 ArticleId lastId)
{
    std::vector<TitleKey> sample;
    for (ArticleId place = 0; place < SamplePlaces; ++place) {
        auto rows = connection.run("SELECT article, title FROM article_text WHERE article >= ?"
                                   " ORDER BY article LIMIT ?",
                                   lastId / SamplePlaces * place, SampleOfPlace);
        while (rows.next()) {
            sample.push_back({collator.sortKey(rows.text(1)), rows.integer(0)});
        }
    }
    return sample;
}

} // namespace

std::optional<QList<ArticleId>> TitleOrder::step(Connection &connection,
                                                 const std::function<bool()> &isCancelled)
{
    const std::lock_guard lock(m_mutex);
    if (isCancelled()) {
        forgetUnsorted();
        return QList<ArticleId>();
    }
    try {
        return stepOn(connection);
    } catch (...) {
        forgetUnsorted();
        throw;
    }
}

void TitleOrder::forgetUnsorted()
{
    m_isBegun = m_isBegun && !m_unsorted;
    m_unsorted.reset();
}

std::optional<QList<ArticleId>> TitleOrder::stepOn(Connection &connection)
{
    const qint64 writes = readWrites(connection);
    if (!m_isBegun || !m_own.cover(m_begunAt, writes) || isTooOld()) {
        begin(connection, writes);
    }
    if (m_unsorted && m_lastId < m_endId) {
        scatterNext(connection);
    } else if (m_unsorted) {
        sortNext();
    } else if (!m_changed.isEmpty()) {
        placeChanged(connection);
    }
    return m_unsorted || !m_changed.isEmpty() ? std::nullopt : std::optional(m_order);
}

void TitleOrder::follow(const WriteSpan &span, const QList<ArticleId> &changed)
{
    const std::lock_guard lock(m_mutex);
    m_own.add(span);
    if (m_isBegun) {
        m_changed += QSet<ArticleId>(changed.cbegin(), changed.cend());
    }
}

bool TitleOrder::takeNeedToKeep()
{
    const std::lock_guard lock(m_mutex);
    const bool isNeeded = !m_unsorted && m_unkept > PlacedAtOnce;
    m_unkept = isNeeded ? 0 : m_unkept;
    return isNeeded;
}

void TitleOrder::keep(Connection &connection)
{
    Transaction transaction(connection, Connection::Access::Writing);
    KeptTitles kept;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_isBegun || m_unsorted || !m_own.cover(m_begunAt, readWrites(connection))) {
            return;
        }
        kept = {m_order, m_changed.values()};
    }
    keepTitles(connection, m_collation, kept);
    transaction.commit();
}

/// Whether it is quicker to sort all anew.
bool TitleOrder::isTooOld() const
{
    return !m_unsorted && !m_isNew && Microfiche::isTooOld(m_changed.size(), m_order.size());
}

void TitleOrder::begin(Connection &connection, qint64 writes)
{
    m_isBegun = true;
    m_begunAt = writes;
    m_order = {};
    m_changed.clear();
    m_unsorted.reset();
    m_isNew = false;
    m_unkept = 0;
    if (takeKept(connection)) {
        return;
    }
    m_lastId = 0;
    m_endId = readLastId(connection);
    const auto buckets = int(std::clamp(m_endId / BucketTitles, ArticleId(1), MostBuckets));
    m_unsorted.emplace(m_collator,
                       buckets > 1 ? readSample(connection, m_collator, m_endId)
                                   : std::vector<TitleKey>(),
                       buckets);
}

/// Whether the archive has an order that is worth having.
bool TitleOrder::takeKept(Connection &connection)
{
    auto kept = readKeptTitles(connection, m_collation);
    if (kept) {
        m_order = std::move(kept->order);
        m_changed = QSet<ArticleId>(kept->changed.cbegin(), kept->changed.cend());
    }
    return kept.has_value();
}

void TitleOrder::scatterNext(Connection &connection)
{
    const ArticleId last = std::min(m_lastId + PageIds, m_endId);
    forEachTitle(connection, m_lastId + 1, last,
                 [this](ArticleId id, const QByteArray &title) { m_unsorted->add(id, title); });
    m_lastId = last;
}

void TitleOrder::sortNext()
{
    const std::vector<ArticleId> sorted = m_unsorted->takeSorted();
    m_order.append(QList<ArticleId>(sorted.cbegin(), sorted.cend()));
    if (m_unsorted->isEmpty()) {
        m_unsorted.reset();
        m_isNew = true;
        m_unkept = m_order.size();
    }
}

/// Takes some of the changed ones out of the order and puts those that are there to their places.
void TitleOrder::placeChanged(Connection &connection)
{
    QSet<ArticleId> moved;
    while (!m_changed.isEmpty() && moved.size() < PlacedAtOnce) {
        moved.insert(*m_changed.cbegin());
        m_changed.erase(m_changed.cbegin());
    }
    m_unkept += moved.size();
    m_order.removeIf([&](ArticleId id) { return moved.contains(id); });
    std::vector<TitleKey> keys;
    for (const ArticleId id : std::as_const(moved)) {
        if (auto key = readKey(connection, m_collator, id)) {
            keys.push_back(std::move(*key));
        }
    }
    std::sort(keys.begin(), keys.end(),
              [](const TitleKey &a, const TitleKey &b) { return a.isBefore(b); });
    QList<ArticleId> order;
    order.reserve(m_order.size() + qsizetype(keys.size()));
    auto from = m_order.cbegin();
    for (const TitleKey &key : keys) {
        const auto to = placeOf(connection, key, from);
        std::copy(from, to, std::back_inserter(order));
        order.append(key.id);
        from = to;
    }
    std::copy(from, m_order.cend(), std::back_inserter(order));
    m_order = std::move(order);
    m_isNew = m_isNew && !m_changed.isEmpty();
}

/// Where `key` belongs behind `from`. Who went meanwhile is told of next, wherever it stands.
QList<ArticleId>::const_iterator TitleOrder::placeOf(Connection &connection, const TitleKey &key,
                                                     QList<ArticleId>::const_iterator from) const
{
    return std::partition_point(from, m_order.cend(), [&](ArticleId id) {
        const auto other = readKey(connection, m_collator, id);
        return other && other->isBefore(key);
    });
}

} // namespace Microfiche
