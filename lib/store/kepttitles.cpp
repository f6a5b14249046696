// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/kepttitles_p.h"

#include "store/connection_p.h"
#include "store/numberlist_p.h"

#include <QSet>
#include <QtEndian>

#include <algorithm>
#include <limits>

namespace Microfiche
{

namespace
{

constexpr qsizetype FewTitles = 256;
constexpr qsizetype SortedForPlaced = 32; // titles are sorted while one is placed

// Four bytes an id, the lowest first.
using PackedId = quint32;

QByteArray packed(const QList<ArticleId> &ids)
{
    QByteArray bytes(ids.size() * qsizetype(sizeof(PackedId)), Qt::Uninitialized);
    char *at = bytes.data();
    for (const ArticleId id : ids) {
        qToLittleEndian(PackedId(id), at);
        at += sizeof(PackedId);
    }
    return bytes;
}

QList<ArticleId> unpacked(const QByteArray &bytes)
{
    QList<ArticleId> ids(bytes.size() / qsizetype(sizeof(PackedId)));
    const char *at = bytes.constData();
    for (ArticleId &id : ids) {
        id = qFromLittleEndian<PackedId>(at);
        at += sizeof(PackedId);
    }
    return ids;
}

bool canBeKept(Connection &connection)
{
    auto rows = connection.run("SELECT 1 FROM sqlite_master WHERE name = 'title_order'");
    return rows.next();
}

/// How many titles the order has; none if there is none.
std::optional<qsizetype> readSize(Connection &connection)
{
    auto rows = connection.run("SELECT length(articles) FROM title_order");
    return rows.next() ? std::optional(rows.integer(0) / qsizetype(sizeof(PackedId)))
                       : std::nullopt;
}

qint64 readNoted(Connection &connection)
{
    auto rows = connection.run("SELECT coalesce(max(total), 0) FROM title_change");
    rows.next();
    return rows.integer(0);
}

QList<ArticleId> readChanged(Connection &connection)
{
    QList<ArticleId> changed;
    auto rows = connection.run("SELECT articles FROM title_change ORDER BY total");
    while (rows.next()) {
        for (NumberList ids(rows.bytes(0)); !ids.isAtEnd();) {
            changed.append(ids.next().value_or(0));
        }
    }
    return changed;
}

void note(Connection &connection, const QList<ArticleId> &changed, qint64 before)
{
    QByteArray list;
    for (const ArticleId id : changed) {
        list += (list.isEmpty() ? QByteArray() : QByteArray(",")) + QByteArray::number(id);
    }
    connection.run("INSERT INTO title_change (total, articles) VALUES (?, ?)",
                   before + changed.size(), list);
}

void forget(Connection &connection)
{
    connection.run("DELETE FROM title_order");
    connection.run("DELETE FROM title_change");
}

} // namespace

bool isTooOld(qsizetype changed, qsizetype order)
{
    return changed > FewTitles && changed * SortedForPlaced > order;
}

std::optional<KeptTitles> readKeptTitles(Connection &connection, const QByteArray &collation)
{
    if (!canBeKept(connection)) {
        return std::nullopt;
    }
    try {
        KeptTitles kept;
        {
            auto rows =
                connection.run("SELECT articles FROM title_order WHERE collation = ?", collation);
            if (!rows.next()) {
                return std::nullopt;
            }
            kept.order = unpacked(rows.bytes(0));
        }
        kept.changed = readChanged(connection);
        return isTooOld(kept.changed.size(), kept.order.size()) ? std::nullopt
                                                                : std::optional(std::move(kept));
    } catch (const SqlError &error) {
        if (error.kind() != SqlError::Kind::Damaged) {
            throw;
        }
        return std::nullopt; // titles can be sorted again
    }
}

void keepTitles(Connection &connection, const QByteArray &collation, const KeptTitles &titles)
{
    forget(connection);
    const auto last = std::max_element(titles.order.cbegin(), titles.order.cend());
    if (last != titles.order.cend() && *last > std::numeric_limits<PackedId>::max()) {
        return;
    }
    connection.run("INSERT INTO title_order (collation, articles) VALUES (?, ?)", collation,
                   packed(titles.order));
    if (!titles.changed.isEmpty()) {
        note(connection, titles.changed, 0);
    }
}

void noteTitles(Connection &connection, const QList<ArticleId> &changed)
{
    const auto size = changed.isEmpty() ? std::nullopt : readSize(connection);
    if (!size) {
        return;
    }
    const qint64 before = readNoted(connection);
    if (isTooOld(before + changed.size(), *size)) {
        forget(connection); // and note nothing, as long as much is imported
    } else {
        note(connection, changed, before);
    }
}

QList<ArticleId> misplacedTitles(Connection &connection)
{
    if (!canBeKept(connection) || !readSize(connection)) {
        return {};
    }
    QSet<ArticleId> open; // neither there nor noted
    QList<ArticleId> misplaced;
    {
        auto rows = connection.run("SELECT article FROM article_text");
        while (rows.next()) {
            open.insert(rows.integer(0));
        }
    }
    const QList<ArticleId> noted = readChanged(connection);
    const QSet<ArticleId> changed(noted.cbegin(), noted.cend());
    open.subtract(changed);
    auto rows = connection.run("SELECT articles FROM title_order");
    rows.next();
    for (const ArticleId id : unpacked(rows.bytes(0))) {
        if (!open.remove(id) && !changed.contains(id)) {
            misplaced.append(id);
        }
    }
    return misplaced + open.values();
}

} // namespace Microfiche
