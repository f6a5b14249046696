// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/rejectedwalk_p.h"

#include "import/answer_p.h"

namespace Microfiche
{

namespace
{

constexpr int PageFiles = 1024;

} // namespace

RejectedWalk::RejectedWalk(Store &store, qint64 run, WalkDepth depth, const QStringList &leftOut,
                           const std::atomic<bool> &stop)
    : m_store(store)
    , m_run(run)
    , m_depth(depth)
    , m_leftOut(leftOut)
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
    const auto rejected = answer(m_store.rejectedFiles(m_run, m_last, PageFiles));
    if (rejected.isEmpty()) {
        return false;
    }
    m_last = rejected.constLast().file;
    QByteArrayList paths;
    m_roots.clear();
    for (const RejectedPath &file : rejected) {
        paths.append(file.path);
        m_roots.insert(file.path, file.root.value_or(file.path));
    }
    m_page.emplace(paths, m_depth, m_stop);
    m_page->leaveOut(m_leftOut);
    return true;
}

} // namespace Microfiche
