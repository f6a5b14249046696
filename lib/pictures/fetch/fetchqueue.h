// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/fetch/fetchpolicy.h"
#include "pictures/fetch/fetchschedule.h"
#include "pictures/fetch/picturefetcher.h"

#include <QFuture>

#include <chrono>
#include <memory>

namespace Microfiche
{

/// Fetches pictures that the policy allows, on a thread of its own: at most 4 at once and 2 of one
/// host, the last asked for first; the same address once, however often it is asked for; hosts
/// that fail or ask for patience are left alone for a while, and then tried with something else
/// than what failed: a short while is waited for in line, a
/// longer one is told at once. Every hop of a redirect stands in line for its own host and is asked
/// of the policy. Keeps nothing. Safe to use from any thread.
class FetchQueue final
{
public:
    /// Any that only goes forward; tests bring their own.
    using Clock = std::function<std::chrono::milliseconds()>;

    struct Settings {
        FetchSettings fetch = {};
        FetchSchedule::Limits limits = {};
        /// The longest that what waits for a host that is left alone stays in line: as long as
        /// whoever looks on may take it for a slow answer.
        std::chrono::milliseconds patience{15'000};
        Clock clock = {}; ///< none for the system's
    };

    /// Nothing is allowed before setPolicy().
    FetchQueue()
        : FetchQueue(Settings{})
    {
    }
    explicit FetchQueue(Settings settings);
    ~FetchQueue(); ///< answers what is under way: Cancelled
    Q_DISABLE_COPY_MOVE(FetchQueue)

    /// Never fails, always answers. At once where policy or switch forbid it: then no thread is
    /// even started. Cancel the future to drop the request; the fetch ends when all have.
    QFuture<FetchedPicture> fetch(const FetchRequest &request);

    /// What it no longer allows is answered NotAllowed, under way or not.
    void setPolicy(const FetchPolicy &policy);
    /// Offline, whatever is under way is answered so and nothing is begun.
    void setOffline(bool isOffline);
    bool isOffline() const;
    /// Hosts of which nothing was heard, or that failed without a word on when to come back, may be
    /// asked again at once: the network was away, or the user wants to see. Those that asked for
    /// patience themselves have it.
    void forgiveSilence();
    /// Begins nothing while it is so; what is under way goes on, what is asked for waits in line.
    void setHeld(bool isHeld);
    /// The same of what is not shown.
    void setBackgroundHeld(bool isHeld);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Microfiche
