// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/condition.h"
#include "query/queryanswer.h"

#include <mutex>
#include <vector>

namespace Microfiche
{

class Connection;

/// How many articles relate to each one. To count twenty links an article takes a second for a
/// million of them, so it is done once and kept until the archive changes. For any thread.
class Citations final
{
public:
    /// The articles and mentions that so many relate to, ascending. Throws SqlError.
    QList<ArticleId> idsCited(Connection &connection, const ScoreRange &count);

private:
    void countAll(Connection &connection);

    std::mutex m_mutex;
    qint64 m_writes = -1; ///< of the archive when they were counted
    QList<ArticleId> m_ids;
    std::vector<int> m_counts; ///< of each of them
};

} // namespace Microfiche
