// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "import/folderwalk_p.h"
#include "store/store.h"

namespace Microfiche
{

/// Goes through what a run rejected, in the order in which the ledger met it, by pages: there may
/// be a million. A folder that could not be read is walked.
class RejectedWalk
{
public:
    RejectedWalk(Store &store, qint64 run, WalkDepth depth, const QStringList &leftOut,
                 const std::atomic<bool> &stop);

    /// The next files; none at the end, or when stopped. Throws a StoreError.
    std::optional<WalkedRange> next();
    qint64 skipped() const { return m_skipped; }

private:
    bool turnPage();

    Store &m_store;
    qint64 m_run;
    WalkDepth m_depth;
    QStringList m_leftOut;
    const std::atomic<bool> &m_stop;
    FileId m_last = 0;
    std::optional<FolderWalk> m_page;
    QHash<QByteArray, QByteArray> m_roots; ///< that paths of the page lay in
    qint64 m_skipped = 0;                  ///< on the pages before
};

} // namespace Microfiche
