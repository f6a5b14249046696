// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/fetch/hostbackoff.h"

#include <algorithm>

namespace Microfiche
{

namespace
{
constexpr int MostDoublings = 20; // far past the limit, far from overflow
}

void HostBackoff::failed(const QString &host, Time started, Time now, Time asked, Cause cause)
{
    Failures &failures = m_hosts[host];
    if (failures.inRow == 0 || started >= failures.begun) {
        failures.begun = now;
        const int doublings = std::min(failures.inRow++, MostDoublings);
        failures.until =
            std::max(failures.until, now + std::min(FirstWait * (1 << doublings), LongestWait));
    }
    failures.until = std::max(failures.until, now + std::clamp(asked, Time{0}, LongestAsked));
    if (cause == Cause::Patience || (cause == Cause::Error && asked > Time{0})) {
        failures.askedUntil = failures.until;
    }
    failures.cause = cause;
}

void HostBackoff::forgiveSilence()
{
    m_hosts.removeIf([](const auto &host) { return host->askedUntil == Time{0}; });
    for (Failures &failures : m_hosts) {
        failures.until = failures.askedUntil;
        failures.cause = Cause::Patience;
    }
}

HostBackoff::Cause HostBackoff::cause(const QString &host) const
{
    const auto failures = m_hosts.constFind(host);
    return failures == m_hosts.cend() ? Cause::Patience : failures->cause;
}

void HostBackoff::succeeded(const QString &host, Time started)
{
    if (const auto failures = m_hosts.constFind(host);
        failures != m_hosts.cend() && started >= std::max(failures->begun, failures->askedUntil)) {
        m_hosts.erase(failures);
    }
}

HostBackoff::Time HostBackoff::remaining(const QString &host, Time now) const
{
    const auto failures = m_hosts.constFind(host);
    return failures == m_hosts.cend() ? Time{0} : std::max(failures->until - now, Time{0});
}

} // namespace Microfiche
