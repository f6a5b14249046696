// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/source/downloadplan.h"

#include <algorithm>
#include <utility>

namespace Microfiche
{

void DownloadPlan::add(qint64 id, const QString &host)
{
    Line &line = m_lines[host];
    if (line.failures >= m_limits.failuresInRow) {
        ++m_givenUp;
        return;
    }
    line.ids.push_back(id);
    ++m_waiting;
}

/// What has been left alone for long enough stands in line again.
void DownloadPlan::wake(Time now)
{
    while (!m_resting.empty() && m_resting.begin()->first <= now) {
        const auto [id, host] = m_resting.begin()->second;
        m_resting.erase(m_resting.begin());
        --m_waiting;
        add(id, host);
    }
}

std::optional<qint64> DownloadPlan::take(Time now)
{
    wake(now);
    if (running() >= m_limits.atOnce) {
        return std::nullopt;
    }
    auto line = m_lines.upper_bound(m_last);
    for (size_t i = 0; i < m_lines.size(); ++i, ++line) {
        if (line == m_lines.end()) {
            line = m_lines.begin();
        }
        Line &one = line->second;
        if (one.ids.empty() || one.running >= m_limits.perHost || one.heldUntil > now) {
            continue;
        }
        const qint64 id = one.ids.front();
        one.ids.pop_front();
        --m_waiting;
        ++one.running;
        m_last = line->first;
        m_running.insert(id, line->first);
        return id;
    }
    return std::nullopt;
}

DownloadPlan::Line &DownloadPlan::end(qint64 id)
{
    Line &line = m_lines[m_running.take(id)];
    --line.running;
    return line;
}

void DownloadPlan::succeeded(qint64 id)
{
    end(id).failures = 0;
    m_tries.remove(id);
}

bool DownloadPlan::failed(qint64 id, Time now, Time wait)
{
    Line &line = end(id);
    // Those that were asked for together count as one failure. Of what is under way here, some may
    // have waited elsewhere for the end of the last wait, and fail as soon as it is over.
    if (line.heldUntil - now <= wait / 2) {
        ++line.failures;
    }
    line.heldUntil = std::max(line.heldUntil, now + wait);
    const int tries = ++m_tries[id];
    const bool isForLater = wait > m_limits.longestWait;
    if (line.failures >= m_limits.failuresInRow || isForLater) {
        line.failures = m_limits.failuresInRow;
        giveUp(line);
    }
    if (line.failures >= m_limits.failuresInRow || tries >= m_limits.tries) {
        m_tries.remove(id);
        return false;
    }
    line.ids.push_back(id);
    ++m_waiting;
    return true;
}

bool DownloadPlan::brokeOff(qint64 id, Time now, Time wait)
{
    const QString host = m_running.value(id);
    end(id).failures = 0;
    if (++m_tries[id] >= m_limits.tries || wait > m_limits.longestWait) {
        m_tries.remove(id);
        return false;
    }
    m_resting.emplace(now + wait, std::pair(id, host));
    ++m_waiting;
    return true;
}

void DownloadPlan::forgive()
{
    wake(Time::max());
    for (auto &[host, line] : m_lines) {
        line.failures = 0;
        line.heldUntil = Time(0);
    }
    m_tries.clear();
}

void DownloadPlan::putBack(qint64 id)
{
    end(id).ids.push_front(id);
    ++m_waiting;
}

void DownloadPlan::giveUp(Line &line)
{
    m_givenUp += qint64(line.ids.size());
    m_waiting -= qsizetype(line.ids.size());
    line.ids.clear();
}

qint64 DownloadPlan::takeGivenUp()
{
    return std::exchange(m_givenUp, 0);
}

std::optional<DownloadPlan::Time> DownloadPlan::nextAt() const
{
    std::optional<Time> next;
    if (!m_resting.empty()) {
        next = m_resting.begin()->first;
    }
    for (const auto &[host, line] : m_lines) {
        if (!line.ids.empty()) {
            next = std::min(next.value_or(line.heldUntil), line.heldUntil);
        }
    }
    return next;
}

std::optional<DownloadPlan::Wait> DownloadPlan::waitedFor(Time now) const
{
    std::optional<Wait> first;
    const auto note = [&first](const QString &host, Time until) {
        if (!first || until < first->until) {
            first = {host, until};
        }
    };
    if (!m_resting.empty()) {
        const auto &[until, one] = *m_resting.begin();
        note(one.second, until);
    }
    for (const auto &[host, line] : m_lines) {
        if (line.running == 0 && line.ids.empty()) {
            continue;
        }
        if (line.heldUntil <= now) {
            return std::nullopt;
        }
        note(host, line.heldUntil);
    }
    return first && first->until > now ? first : std::nullopt;
}

bool DownloadPlan::hasReady(Time now) const
{
    return std::any_of(m_lines.begin(), m_lines.end(), [&](const auto &line) {
        return !line.second.ids.empty() && line.second.running < m_limits.perHost &&
               line.second.heldUntil <= now;
    });
}

} // namespace Microfiche
