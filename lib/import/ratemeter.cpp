// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/ratemeter.h"

#include <cmath>

namespace Microfiche
{

void RateMeter::add(qint64 ms, qint64 done)
{
    m_samples.push_back({ms, done});
    // The newest sample that is a window old stays: the rate reaches back to it.
    while (m_samples.size() > 2 && ms - m_samples[1].ms >= WindowMs) {
        m_samples.pop_front();
    }
}

double RateMeter::perSecond() const
{
    if (m_samples.empty() || m_samples.back().ms - m_samples.front().ms < MinimumMs) {
        return 0;
    }
    const Sample &first = m_samples.front();
    const Sample &last = m_samples.back();
    return double(last.done - first.done) * 1000.0 / double(last.ms - first.ms);
}

std::optional<int> RateMeter::secondsFor(qint64 left) const
{
    const double rate = perSecond();
    if (rate <= 0) {
        return std::nullopt;
    }
    const double seconds = std::ceil(double(left) / rate);
    return seconds < 1e9 ? std::optional<int>(int(seconds)) : std::nullopt;
}

} // namespace Microfiche
