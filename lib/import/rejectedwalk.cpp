// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/rejectedwalk_p.h"

#include "import/filereader_p.h"
#include "store/waitfor.h"

#include <utility>

namespace Microfiche
{

namespace
{

constexpr int PageFiles = 1024;

} // namespace

QList<RejectedPath> RejectedPages::next()
{
    auto page = waitFor(m_store.rejectedFiles(m_run, m_last, PageFiles));
    m_last = page.isEmpty() ? m_last : page.constLast().file;
    return page;
}

RejectedWalk::RejectedWalk(Store &store, qint64 run, QStringList leftOut,
                           const std::atomic<bool> &stop)
    : m_pages(store, run)
    , m_leftOut(std::move(leftOut))
    , m_stop(stop)
{
}

std::optional<WalkedRange> RejectedWalk::next()
{
    while (!m_stop.load(std::memory_order_relaxed)) {
        if (m_page) {
            if (auto range = m_page->next()) {
                range->root = m_roots.value(range->root, range->root);
                return range;
            }
            m_skipped += m_page->skipped();
            m_page.reset();
        }
        if (!turnPage()) {
            break;
        }
    }
    return std::nullopt;
}

bool RejectedWalk::turnPage()
{
    const QList<RejectedPath> rejected = m_pages.next();
    if (rejected.isEmpty()) {
        return false;
    }
    QByteArrayList paths;
    m_roots.clear();
    for (const RejectedPath &file : rejected) {
        const QByteArray package = fileAround(file.path);
        if (package.isEmpty()) {
            paths.append(file.path);
            m_roots.insert(file.path, file.root.value_or(file.path));
        } else if (!m_packages.contains(package)) { // once, however many of its files it was
            m_packages.insert(package);
            paths.append(package);
        }
    }
    m_page.emplace(paths, m_leftOut, m_stop);
    return true;
}

} // namespace Microfiche
