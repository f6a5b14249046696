// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/packed/unpackingwalk_p.h"

#include <utility>

namespace Microfiche
{

UnpackingWalk::UnpackingWalk(Next next, CarriedFinder &carried, const std::atomic<bool> &stop)
    : m_next(std::move(next))
    , m_carried(carried)
    , m_stop(stop)
{
}

std::optional<WalkedRange> UnpackingWalk::next()
{
    for (;;) {
        if (m_here) {
            if (auto range = m_here->next()) {
                return range;
            }
            m_skipped += m_here->skipped();
            m_here.reset();
        }
        if (!m_waiting.empty()) {
            const Waiting file = std::move(m_waiting.front());
            m_waiting.pop_front();
            m_here = openPacked(file.root, file.path, m_carried, m_stop);
            continue;
        }
        auto range = m_next();
        if (!range) {
            return std::nullopt;
        }
        takeOut(&*range);
        if (!range->files.isEmpty()) {
            return range;
        }
    }
}

qint64 UnpackingWalk::skipped() const
{
    return m_skipped + (m_here ? m_here->skipped() : 0);
}

void UnpackingWalk::takeOut(WalkedRange *range)
{
    range->files.removeIf([&](const WalkedFile &file) {
        const bool isToOpen = file.refusal.isEmpty() && holdsFiles(file.name);
        if (isToOpen) {
            m_waiting.push_back({range->root, range->folder + '/' + file.name});
        }
        return isToOpen;
    });
}

} // namespace Microfiche
