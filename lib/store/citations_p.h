// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/condition.h"
#include "query/idset.h"
#include "store/ownwrites_p.h"

#include <QHash>

#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace Microfiche
{

class Connection;

/// By how many links more, or fewer, lead to an article.
using LinkChanges = QHash<ArticleId, int>;

/// How many articles relate to each one. To count twenty links an article takes a second for a
/// million of them, so it is done in steps, once, and then kept: our own writer says what it
/// changes. For any thread.
class Citations final
{
public:
    /// The articles and mentions that so many relate to; none before the last step. What is
    /// cancelled ends anywhere. Throws SqlError.
    std::optional<IdSet> step(Connection &connection, const ScoreRange &count,
                              const std::function<bool()> &isCancelled);
    /// What the writer has done.
    void follow(const WriteSpan &span, const LinkChanges &changes);

private:
    struct Written {
        qint64 writes = 0; ///< the archive's, with these
        LinkChanges changes;
    };

    bool isUpToDate(qint64 writes) const;
    void begin(Connection &connection, qint64 writes);
    void countNext(Connection &connection, qint64 writes);
    void settle();
    void makeRoom(ArticleId lastId);
    bool knowIds(Connection &connection, qint64 writes, const std::function<bool()> &isCancelled);
    IdSet idsCited(const ScoreRange &count) const;

    std::mutex m_mutex;
    OwnWrites m_own;
    bool m_isBegun = false;
    qint64 m_begunAt = 0;            ///< the archive's writes then
    size_t m_toCount = 0;            ///< slices that were there then
    std::vector<int> m_counts;       ///< by id
    std::vector<qint64> m_countedAt; ///< of each slice of them that is counted
    std::vector<Written> m_written;  ///< since then, not counted in yet
    std::vector<quint64> m_ids;      ///< a bit for each that is there
    qint64 m_idsAt = -1;             ///< the archive's writes then
};

} // namespace Microfiche
