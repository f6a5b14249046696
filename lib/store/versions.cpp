// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/versions_p.h"

#include "store/connection_p.h"

namespace Microfiche
{

VersionId Versions::best(ArticleId article)
{
    auto rows =
        m_connection.run("SELECT v.id FROM version AS v WHERE v.article = ? AND NOT EXISTS"
                         " (SELECT 1 FROM version AS w"
                         "  WHERE w.article = v.article AND w.file = v.file AND w.id > v.id)"
                         " ORDER BY v.published_at IS NULL, v.published_at DESC, v.id DESC LIMIT 1",
                         article);
    return rows.next() ? rows.integer(0) : 0;
}

bool Versions::haveSameBytes(VersionId one, VersionId other)
{
    auto rows = m_connection.run("SELECT 1 FROM version AS v JOIN version AS w ON w.hash = v.hash"
                                 " WHERE v.id = ? AND w.id = ?",
                                 one, other);
    return rows.next();
}

bool Versions::hasOtherFile(ArticleId article, FileId file)
{
    auto rows = m_connection.run("SELECT 1 FROM version AS v JOIN file AS f ON f.id = v.file"
                                 " WHERE v.article = ? AND f.version = v.id AND f.id <> ? LIMIT 1",
                                 article, file);
    return rows.next();
}

std::optional<Place> Versions::placeOf(ArticleId article, const ContentHash &hash)
{
    auto rows = m_connection.run(
        "SELECT block, offset, length FROM version WHERE article = ? AND hash = ? LIMIT 1", article,
        hash);
    if (!rows.next()) {
        return std::nullopt;
    }
    return Place{rows.integer(0), rows.integer(1), rows.integer(2)};
}

FileId Versions::goneFile(ArticleId article, const ContentHash &hash,
                          const std::function<bool(const QByteArray &path)> &isGone)
{
    if (!isGone) {
        return 0;
    }
    auto rows = m_connection.run("SELECT f.id, d.path, f.name FROM version AS v"
                                 " JOIN file AS f ON f.version = v.id"
                                 " JOIN folder AS d ON d.id = f.folder"
                                 " WHERE v.article = ? AND v.hash = ? ORDER BY f.id",
                                 article, hash);
    while (rows.next()) {
        if (isGone(rows.bytes(1) + '/' + rows.bytes(2))) {
            return rows.integer(0);
        }
    }
    return 0;
}

} // namespace Microfiche
