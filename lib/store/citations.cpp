// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/citations_p.h"

#include "store/connection_p.h"
#include "store/numberlist_p.h"

#include <QMap>

#include <algorithm>
#include <limits>
#include <optional>

namespace Microfiche
{

namespace
{

constexpr ArticleId SliceIds = 1024; // some three slices a page of the file

/// Of ids that follow one another: one more than the links that lead to each, or 0 where there is
/// no article or mention of that id.
using Slice = std::vector<quint32>;

/// What changes in a slice.
struct SliceChanges {
    QList<std::pair<size_t, int>> links;
    QList<size_t> added;
    QList<size_t> gone;
};

// Seven bits a byte, the lowest first: most counts are a byte.
void append(QByteArray &bytes, quint32 number)
{
    for (; number >= 0x80; number >>= 7) {
        bytes.append(char(number | 0x80));
    }
    bytes.append(char(number));
}

QByteArray packed(Slice slice)
{
    while (!slice.empty() && slice.back() == 0) {
        slice.pop_back();
    }
    QByteArray bytes;
    bytes.reserve(qsizetype(slice.size() * 2));
    for (const quint32 entry : slice) {
        append(bytes, entry);
    }
    return bytes;
}

Slice unpacked(const QByteArray &bytes)
{
    Slice slice(SliceIds, 0);
    auto at = bytes.cbegin();
    for (size_t i = 0; i < slice.size() && at != bytes.cend(); ++i) {
        for (int shift = 0; at != bytes.cend(); shift += 7) {
            const auto byte = uchar(*at++);
            slice[i] |= shift < 32 ? quint32(byte & 0x7f) << shift : 0;
            if (byte < 0x80) {
                break;
            }
        }
    }
    return slice;
}

Slice kept(Connection &connection, ArticleId slice)
{
    auto rows = connection.run("SELECT counts FROM citation WHERE slice = ?", slice);
    return unpacked(rows.next() ? rows.bytes(0) : QByteArray());
}

void keep(Connection &connection, ArticleId slice, const Slice &counts)
{
    connection.run("INSERT OR REPLACE INTO citation (slice, counts) VALUES (?, ?)", slice,
                   packed(counts));
}

/// As the links themselves have it.
Slice counted(Connection &connection, ArticleId slice)
{
    const ArticleId first = slice * SliceIds;
    const ArticleId last = first + SliceIds - 1;
    Slice counts(SliceIds, 0);
    // A damaged table may give what was not asked for.
    const auto add = [&](std::optional<ArticleId> id, quint32 count) {
        if (id && *id >= first && *id <= last) {
            counts[size_t(*id - first)] += count;
        }
    };
    {
        auto page = connection.run("SELECT CAST(group_concat(id) AS BLOB) FROM article"
                                   " WHERE id BETWEEN ? AND ?",
                                   first, last);
        page.next();
        for (NumberList ids(page.bytes(0)); !ids.isAtEnd();) {
            add(ids.next(), 1);
        }
    }
    auto page = connection.run(
        "SELECT CAST(group_concat(target) AS BLOB), CAST(group_concat(links) AS BLOB) FROM"
        " (SELECT target, count(*) AS links FROM link WHERE target BETWEEN ? AND ?"
        "  GROUP BY target)",
        first, last);
    page.next();
    NumberList targets(page.bytes(0));
    NumberList links(page.bytes(1));
    while (!targets.isAtEnd()) {
        add(targets.next(), quint32(links.next().value_or(0)));
    }
    return counts;
}

ArticleId readSlices(Connection &connection)
{
    auto rows = connection.run("SELECT coalesce(max(id), 0) FROM article");
    rows.next();
    return rows.integer(0) / SliceIds + 1;
}

bool hasCounts(Connection &connection)
{
    auto rows = connection.run("SELECT 1 FROM sqlite_master WHERE name = 'citation'");
    return rows.next();
}

/// Ids that were found to be cited often enough.
class Found
{
public:
    explicit Found(const ScoreRange &count)
        : m_least(quint32(std::max(count.from.value_or(0), 0)) + 1)
        , m_most(count.to.value_or(std::numeric_limits<int>::max()) < 0
                     ? 0
                     : quint32(count.to.value_or(std::numeric_limits<int>::max())) + 1)
    {
    }

    void look(ArticleId slice, const Slice &counts)
    {
        const auto first = size_t(slice * SliceIds);
        m_bits.resize(std::max(m_bits.size(), size_t(first + SliceIds) / 64), 0);
        for (size_t i = 0; i < counts.size(); ++i) {
            const bool isCited = counts[i] >= m_least && counts[i] <= m_most;
            m_bits[(first + i) / 64] |= quint64(isCited) << (i % 64);
        }
    }

    IdSet ids() { return IdSet::ofBits(std::move(m_bits)); }

private:
    quint32 m_least;
    quint32 m_most;
    std::vector<quint64> m_bits;
};

/// Nothing where there are no counts to be read.
std::optional<IdSet> readKept(Connection &connection, const ScoreRange &count)
{
    if (!hasCounts(connection)) {
        return std::nullopt;
    }
    try {
        const ArticleId slices = readSlices(connection);
        Found found(count);
        auto rows = connection.run("SELECT slice, counts FROM citation ORDER BY slice");
        while (rows.next()) {
            if (rows.integer(0) >= 0 && rows.integer(0) < slices) {
                found.look(rows.integer(0), unpacked(rows.bytes(1)));
            }
        }
        return found.ids();
    } catch (const SqlError &error) {
        if (error.kind() != SqlError::Kind::Damaged) {
            throw;
        }
        return std::nullopt;
    }
}

void change(Slice &slice, const SliceChanges &changes)
{
    for (const size_t id : changes.added) {
        slice[id] = 1;
    }
    for (const auto &[id, links] : changes.links) {
        slice[id] = quint32(std::max<qint64>(1, qint64(slice[id]) + links));
    }
    for (const size_t id : changes.gone) {
        slice[id] = 0;
    }
}

} // namespace

void putCitations(Connection &connection, const CitationChanges &changes)
{
    QMap<ArticleId, SliceChanges> slices;
    for (auto link = changes.links.cbegin(); link != changes.links.cend(); ++link) {
        if (link.value() != 0) {
            slices[link.key() / SliceIds].links.append(
                {size_t(link.key() % SliceIds), link.value()});
        }
    }
    for (const ArticleId id : changes.added) {
        slices[id / SliceIds].added.append(size_t(id % SliceIds));
    }
    for (const ArticleId id : changes.gone) {
        slices[id / SliceIds].gone.append(size_t(id % SliceIds));
    }
    for (auto at = slices.cbegin(); at != slices.cend(); ++at) {
        Slice slice = kept(connection, at.key());
        change(slice, *at);
        keep(connection, at.key(), slice);
    }
}

void countCitations(Connection &connection)
{
    const ArticleId slices = readSlices(connection);
    for (ArticleId slice = 0; slice < slices; ++slice) {
        keep(connection, slice, counted(connection, slice));
    }
}

IdSet readCited(Connection &connection, const ScoreRange &count,
                const std::function<bool()> &isCancelled)
{
    if (auto ids = readKept(connection, count)) {
        return std::move(*ids);
    }
    Found found(count);
    const ArticleId slices = readSlices(connection);
    for (ArticleId slice = 0; slice < slices && !isCancelled(); ++slice) {
        found.look(slice, counted(connection, slice));
    }
    return found.ids();
}

QList<ArticleId> miscounted(Connection &connection)
{
    QList<ArticleId> ids;
    const ArticleId slices = hasCounts(connection) ? readSlices(connection) : 0;
    for (ArticleId slice = 0; slice < slices; ++slice) {
        const Slice is = kept(connection, slice);
        const Slice ought = counted(connection, slice);
        for (size_t i = 0; i < ought.size(); ++i) {
            if (is[i] != ought[i]) {
                ids.append(slice * SliceIds + ArticleId(i));
            }
        }
    }
    return ids;
}

} // namespace Microfiche
