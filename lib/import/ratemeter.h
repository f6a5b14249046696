// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <deque>
#include <optional>

namespace Microfiche
{

/// How fast something goes, over the last seconds. Told the time, so that it needs no clock.
class RateMeter
{
public:
    /// At `ms` (since any beginning, never going back) `done` were done.
    void add(qint64 ms, qint64 done);

    /// A second, over the last WindowMs; 0 until MinimumMs have been seen.
    double perSecond() const;
    /// How long `left` will take at that rate, rounded up; absent while nobody can know.
    std::optional<int> secondsFor(qint64 left) const;

    static constexpr qint64 WindowMs = 5000;
    static constexpr qint64 MinimumMs = 500;

private:
    struct Sample {
        qint64 ms;
        qint64 done;
    };
    std::deque<Sample> m_samples;
};

} // namespace Microfiche
