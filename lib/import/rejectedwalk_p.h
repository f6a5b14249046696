// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "import/folderwalk_p.h"
#include "store/store.h"

namespace Microfiche
{

/// What a run rejected, in the order in which the ledger met it, by pages: there may be a million.
class RejectedPages
{
public:
    RejectedPages(Store &store, qint64 run)
        : m_store(store)
        , m_run(run)
    {
    }

    /// The next ones; empty at the end. Throws a StoreError.
    QList<RejectedPath> next();

private:
    Store &m_store;
    qint64 m_run;
    FileId m_last = 0;
};

/// Walks them, as if each had been dropped; a folder that could not be read is walked whole, and so
/// is a file in which rejected ones lie.
class RejectedWalk
{
public:
    RejectedWalk(Store &store, qint64 run, QStringList leftOut, const std::atomic<bool> &stop);

    /// The next files; none at the end, or when stopped. Throws a StoreError.
    std::optional<WalkedRange> next();
    qint64 skipped() const { return m_skipped; }

private:
    bool turnPage();

    RejectedPages m_pages;
    QStringList m_leftOut;
    const std::atomic<bool> &m_stop;
    std::optional<FolderWalk> m_page;
    QHash<QByteArray, QByteArray> m_roots; ///< that paths of the page lay in
    QSet<QByteArray> m_packages;           ///< that were given
    qint64 m_skipped = 0;                  ///< on the pages before
};

} // namespace Microfiche
