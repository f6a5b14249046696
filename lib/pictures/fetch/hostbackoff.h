// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <chrono>

namespace Microfiche
{

/// How long hosts that failed are left alone: twice as long with every failure in a row, or as long
/// as they ask for, both up to a limit. Times are of any clock that only goes forward.
class HostBackoff final
{
public:
    using Time = std::chrono::milliseconds;

    static constexpr Time FirstWait{2'000};
    static constexpr Time LongestWait{60 * 60 * 1'000};
    static constexpr Time LongestAsked{24 * 60 * 60 * 1'000};

    /// Whether the host asked for patience, said that it failed, was not heard, or its name is
    /// nobody's: then the fault may be ours.
    enum class Cause { Patience, Error, Silence, Unknown };

    /// A fetch that was started at `started` failed at `now`. Those that were under way together
    /// count as one failure. `asked` is the server's Retry-After, 0 if it sent none.
    void failed(const QString &host, Time started, Time now, Time asked = Time{0},
                Cause cause = Cause::Patience);
    /// A fetch that was started at `started` came to its end. One that was under way when the host
    /// failed says nothing of how it is now, and takes nothing back of what it asked for.
    void succeeded(const QString &host, Time started);
    /// The silence was ours, or is to be tried again, and so is what failed without a word on when
    /// to come back. What hosts asked for stands.
    void forgiveSilence();

    /// How much longer to wait, 0 if the host may be asked.
    Time remaining(const QString &host, Time now) const;
    /// Why it is left alone.
    Cause cause(const QString &host) const;

private:
    struct Failures {
        int inRow = 0;
        Time begun{0}; ///< when the last of them was counted
        Time until{0};
        Time askedUntil{0};            ///< what of it the host has asked for itself
        Cause cause = Cause::Patience; ///< of the last failure
    };
    QHash<QString, Failures> m_hosts;
};

} // namespace Microfiche
