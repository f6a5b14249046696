// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <chrono>
#include <deque>
#include <map>
#include <optional>
#include <utility>

namespace Microfiche
{

/// In which order many pictures are asked for: hosts in turn, a few of each at once, so that one
/// that is slow holds up no other. Hosts that fail are left alone for as long as they ask for, and
/// given up for this time if they go on failing. No clock, no network.
class DownloadPlan final
{
public:
    using Time = std::chrono::milliseconds;

    struct Limits {
        int atOnce = 48;
        int perHost = 8;
        int tries = 3;             ///< a picture
        int failuresInRow = 8;     ///< of a host
        Time longestWait{300'000}; ///< longer ones are for another time
    };

    DownloadPlan()
        : DownloadPlan(Limits{})
    {
    }
    explicit DownloadPlan(Limits limits)
        : m_limits(limits)
    {
    }

    void add(qint64 id, const QString &host);
    /// What to ask for now, which is then under way; none if it is to be waited.
    std::optional<qint64> take(Time now);
    void succeeded(qint64 id);
    /// It failed, and its host is to be left alone for `wait`. True if it is in line again.
    bool failed(qint64 id, Time now, Time wait);
    /// It failed for itself, which says nothing of its host, and is to be left alone for `wait`.
    /// True if it is asked for again then.
    bool brokeOff(qint64 id, Time now, Time wait);
    /// Nothing that failed so far is held against a host, or against what it has.
    void forgive();
    /// It did not count: in line again as if it had not been taken.
    void putBack(qint64 id);

    /// How often it has failed.
    int tries(qint64 id) const { return m_tries.value(id); }
    /// How many of a host that is given up were never asked for since the last call.
    qint64 takeGivenUp();

    qsizetype waiting() const { return m_waiting; }
    qsizetype running() const { return m_running.size(); }
    /// When something that is left alone may be asked for again, if nothing else is to be done.
    std::optional<Time> nextAt() const;
    /// A host that is waited for, and until when: none while anything can be asked for, or is, of a
    /// host that need not be left alone.
    struct Wait {
        QString host;
        Time until{0};

        friend bool operator==(const Wait &, const Wait &) = default;
    };
    std::optional<Wait> waitedFor(Time now) const;
    /// Whether something can be taken as soon as there is room.
    bool hasReady(Time now) const;

private:
    struct Line {
        std::deque<qint64> ids;
        int running = 0;
        int failures = 0;
        Time heldUntil{0};
    };

    Line &end(qint64 id);
    void wake(Time now);
    void giveUp(Line &line);

    const Limits m_limits;
    std::map<QString, Line> m_lines;
    std::multimap<Time, std::pair<qint64, QString>> m_resting; ///< by when; with its host
    QString m_last;                                            ///< whose turn it was
    QHash<qint64, QString> m_running;
    QHash<qint64, int> m_tries; ///< of those that have failed
    qsizetype m_waiting = 0;
    qint64 m_givenUp = 0;
};

} // namespace Microfiche
