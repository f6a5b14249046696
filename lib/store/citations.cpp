// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/citations_p.h"

#include "store/connection_p.h"
#include "store/numberlist_p.h"

#include <limits>

namespace Microfiche
{

void Citations::countAll(Connection &connection)
{
    auto page = connection.run(
        "SELECT (SELECT count(*) FROM article),"
        " (SELECT CAST(group_concat(id) AS BLOB) FROM (SELECT id FROM article ORDER BY id)),"
        " CAST(group_concat(target) AS BLOB), CAST(group_concat(links) AS BLOB)"
        " FROM (SELECT target, count(*) AS links FROM link GROUP BY target ORDER BY target)");
    page.next();
    QList<ArticleId> ids;
    ids.reserve(page.integer(0));
    for (NumberList list(page.bytes(1)); !list.isAtEnd();) {
        ids.append(list.next().value_or(0));
    }
    std::vector<int> counts(size_t(ids.size()), 0);
    NumberList targets(page.bytes(2));
    NumberList links(page.bytes(3));
    for (qsizetype at = 0; !targets.isAtEnd() && at < ids.size();) {
        const ArticleId target = targets.next().value_or(0);
        const auto count = int(links.next().value_or(0));
        while (at < ids.size() && ids.at(at) < target) {
            ++at;
        }
        if (at < ids.size() && ids.at(at) == target) {
            counts[size_t(at)] = count;
        }
    }
    m_ids = std::move(ids);
    m_counts = std::move(counts);
}

QList<ArticleId> Citations::idsCited(Connection &connection, const ScoreRange &count)
{
    const std::lock_guard lock(m_mutex);
    qint64 writes = 0;
    {
        auto rows = connection.run("SELECT writes FROM archive");
        rows.next();
        writes = rows.integer(0);
    }
    if (writes != m_writes) {
        countAll(connection);
        m_writes = writes;
    }
    const int least = count.from.value_or(0);
    const int most = count.to.value_or(std::numeric_limits<int>::max());
    QList<ArticleId> cited;
    for (qsizetype i = 0; i < m_ids.size(); ++i) {
        if (const int links = m_counts[size_t(i)]; links >= least && links <= most) {
            cited.append(m_ids.at(i));
        }
    }
    return cited;
}

} // namespace Microfiche
