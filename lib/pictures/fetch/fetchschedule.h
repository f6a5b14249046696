// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/fetch/fetchedpicture.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace Microfiche
{

/// Which address is fetched next: what is shown before what is not; of what is shown the last asked
/// for first, of the rest the first; what failed behind what may not; never more than a few at
/// once, of all and of one host. No clock, no threads, no network.
class FetchSchedule final
{
public:
    struct Limits {
        int connections = 4;
        int connectionsPerHost = 2;
    };

    explicit FetchSchedule(Limits limits)
        : m_limits(limits)
    {
    }

    /// Puts `url` in line for `host`, or moves it to where the new request would stand; one of
    /// less urgency moves nothing.
    void add(const QUrl &url, const QString &host, FetchUrgency urgency);
    /// Takes what waits out of the line.
    void remove(const QUrl &url);

    /// Whether a host is to be left alone for now.
    using IsHeld = std::function<bool(const QString &host)>;
    /// The next to be fetched, which then runs; none if nothing waits or no connection is free.
    /// What waits for a host that is held, or with less urgency than `least`, stays in line and
    /// holds up no other.
    std::optional<QUrl> take(const IsHeld &isHeld = {},
                             FetchUrgency least = FetchUrgency::Background);
    /// What ran has ended.
    void finish(const QUrl &url);
    /// What runs has shown its host to be ill: others of it go first, and while it is ill even
    /// those of less urgency.
    void noteFailed(const QUrl &url);
    /// What runs has shown its host to be well.
    void noteWell(const QUrl &url);
    /// What ran goes on to another host, in line there before those that came after it.
    void moveOn(const QUrl &url, const QString &host);

    QList<QUrl> waiting() const;
    QList<QUrl> waitingFor(const QString &host) const;
    QStringList hostsWaitedFor() const;
    qsizetype waitingCount() const { return m_waiting.size(); }
    qsizetype runningCount() const { return m_running.size(); }

private:
    /// The greatest goes first.
    using Rank = std::pair<FetchUrgency, qint64>;
    struct Place {
        QString host;
        Rank rank;
    };

    using Line = std::map<Rank, QUrl>;
    struct Failures {
        QSet<QUrl> urls; ///< that failed when they were last tried
        bool isIll = false;
    };

    void insert(const QUrl &url, const Place &place);
    Line::const_reverse_iterator first(const QString &host, const Line &line,
                                       FetchUrgency least) const;
    bool isFree(const QString &host) const;

    const Limits m_limits;
    qint64 m_count = 0;
    std::map<QString, Line> m_lines; ///< by host; none is empty
    QHash<QUrl, Place> m_waiting;
    QHash<QUrl, Place> m_running;
    std::map<QString, Failures> m_failures; ///< by host
    std::map<QString, int> m_connections;   ///< of hosts that have any
};

} // namespace Microfiche
