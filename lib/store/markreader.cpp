// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/markeditor_p.h"

#include "store/connection_p.h"
#include "store/numberlist_p.h"

namespace Microfiche
{

bool knowsTags(Connection &connection)
{
    return connection.run("SELECT 1 FROM sqlite_master WHERE name = 'article_tag'").next();
}

QList<TagEntry> readTags(Connection &connection)
{
    QList<TagEntry> tags;
    if (!knowsTags(connection)) {
        return tags;
    }
    auto rows = connection.run("SELECT id, name, color FROM tag ORDER BY folded");
    while (rows.next()) {
        tags.append({rows.number(0), rows.text(1), rows.number(2)});
    }
    return tags;
}

QList<MarkedRow> readMarkedRows(Connection &connection, const QList<ArticleId> &ascending)
{
    constexpr qsizetype idsAtOnce = 4096;
    QList<MarkedRow> found;
    found.reserve(ascending.size());
    for (qsizetype at = 0; at < ascending.size(); at += idsAtOnce) {
        auto rows = connection.run(
            "SELECT a.id, m.seen_at IS NOT NULL, m.starred_at IS NOT NULL,"
            " EXISTS (SELECT 1 FROM note AS n WHERE n.article = a.id),"
            " CAST((SELECT group_concat(t.tag) FROM article_tag AS t WHERE t.article = a.id)"
            "  AS BLOB)"
            " FROM json_each(?) AS asked CROSS JOIN article AS a ON a.id = asked.value"
            " LEFT JOIN mark AS m ON m.article = a.id",
            idList(ascending.mid(at, idsAtOnce)));
        while (rows.next()) {
            MarkedRow row{rows.integer(0), rows.flag(1), rows.flag(2), rows.flag(3), {}};
            const QByteArray listed = rows.bytes(4);
            for (NumberList tags(listed); !tags.isAtEnd();) {
                row.tags.append(TagId(tags.next().value_or(0)));
            }
            found.append(row);
        }
    }
    return found;
}

QString readNote(Connection &connection, ArticleId id)
{
    auto rows = connection.run("SELECT text FROM note WHERE article = ?", id);
    return rows.next() ? rows.text(0) : QString();
}

QString idList(const QList<ArticleId> &ids)
{
    QByteArray list = "[";
    for (const ArticleId id : ids) {
        list += (list.size() > 1 ? "," : "") + QByteArray::number(id);
    }
    return QString::fromLatin1(list + ']');
}

} // namespace Microfiche
