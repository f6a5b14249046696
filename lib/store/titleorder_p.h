// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/ownwrites_p.h"
#include "store/titlebuckets_p.h"

#include <QSet>

#include <functional>
#include <mutex>

namespace Microfiche
{

class Connection;

/// All ids in the order of their titles. A million titles take seconds to sort and their keys
/// hundreds of megabytes, so it is done in steps that hold a few of them, once, and then kept, in
/// the archive too: what is changed since then is put to its place. For any thread.
class TitleOrder final
{
public:
    /// The order; none before the last step. Cancelled, it forgets what it has of one that it did
    /// not keep yet. Throws SqlError.
    std::optional<QList<ArticleId>> step(Connection &connection,
                                         const std::function<bool()> &isCancelled);
    /// What the writer has done: articles that came, changed or went.
    void follow(const WriteSpan &span, const QList<ArticleId> &changed);

    /// Whether so much of the order is new that the archive ought to have it. Says so once.
    bool takeNeedToKeep();
    /// Keeps the order in the archive, if it still is that of the archive. For the writer's thread,
    /// which has told of all that it did. Throws SqlError.
    void keep(Connection &connection);

private:
    std::optional<QList<ArticleId>> stepOn(Connection &connection);
    void forgetUnsorted();
    void begin(Connection &connection, qint64 writes);
    bool takeKept(Connection &connection);
    void scatterNext(Connection &connection);
    void sortNext();
    void placeChanged(Connection &connection);
    bool isTooOld() const;
    QList<ArticleId>::const_iterator placeOf(Connection &connection, const TitleKey &key,
                                             QList<ArticleId>::const_iterator from) const;

    std::mutex m_mutex;
    OwnWrites m_own;
    QCollator m_collator = titleCollator();
    QByteArray m_collation = collationName(m_collator);
    bool m_isBegun = false;
    qint64 m_begunAt = 0;                   ///< the archive's writes then
    std::optional<TitleBuckets> m_unsorted; ///< while it is being sorted
    ArticleId m_lastId = 0;                 ///< what has been read up to, of
    ArticleId m_endId = 0;                  ///< the ids that there were
    QList<ArticleId> m_order;
    bool m_isNew = false;      ///< sorted, but not yet told
    QSet<ArticleId> m_changed; ///< since it was begun
    qsizetype m_unkept = 0;    ///< places that the archive does not have
};

} // namespace Microfiche
