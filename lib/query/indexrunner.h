// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/archiveindex.h"

#include <QFuture>

#include <memory>

namespace Microfiche
{

/// An ArchiveIndex on a thread of its own. Calls return at once and are carried out in their order.
class IndexRunner final
{
public:
    IndexRunner();
    ~IndexRunner(); ///< waits for what runs, drops what waits
    Q_DISABLE_COPY_MOVE(IndexRunner)

    void clear();
    void reserve(qsizetype rows);
    void apply(IndexBatch batch);
    void setTitleOrder(QList<ArticleId> ids);

    /// Newest question wins: a pending answer to an older one is cancelled, even halfway.
    QFuture<QueryAnswer> ask(const Query &query, const TermHits &hits);
    /// How many rows each query comes back with: for saved searches and the like. Waits behind
    /// questions; a newer call for the same list and clear() cancel an older one.
    QFuture<QList<int>> count(QList<Query> queries, TermHits hits, int list = 0);
    /// Which of `ids` is the first that is not seen, from the one at `from` on or back from there;
    /// -1 if there is none. Of the archive as it is known when its turn comes.
    QFuture<qsizetype> firstNotSeen(QList<ArticleId> ids, qsizetype from, bool isForward);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Microfiche
