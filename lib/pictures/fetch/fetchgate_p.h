// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/fetch/fetchedpicture.h"
#include "pictures/fetch/fetchpolicy.h"

#include <mutex>
#include <optional>

namespace Microfiche
{

/// What the user allows right now, for all threads.
class FetchGate final
{
public:
    /// How a fetch from that host ends before it begins; none if it may begin.
    std::optional<FetchOutcome> objection(const FetchRequest &request, const QString &host) const
    {
        const std::lock_guard lock(m_mutex);
        const bool isAllowed = request.isByHand ? !m_policy.refuses(request.publisher, host)
                                                : m_policy.allows(request.publisher, host);
        if (!isAllowed) {
            return FetchOutcome::NotAllowed;
        }
        return m_isOffline ? std::optional(FetchOutcome::Offline) : std::nullopt;
    }

    void setPolicy(const FetchPolicy &policy)
    {
        const std::lock_guard lock(m_mutex);
        m_policy = policy;
    }
    void setOffline(bool isOffline)
    {
        const std::lock_guard lock(m_mutex);
        m_isOffline = isOffline;
    }
    bool isOffline() const
    {
        const std::lock_guard lock(m_mutex);
        return m_isOffline;
    }

private:
    mutable std::mutex m_mutex;
    FetchPolicy m_policy;
    bool m_isOffline = false;
};

} // namespace Microfiche
