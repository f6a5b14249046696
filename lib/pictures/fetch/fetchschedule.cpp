// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/fetch/fetchschedule.h"

namespace Microfiche
{

void FetchSchedule::add(const QUrl &url, const QString &host, FetchUrgency urgency)
{
    if (m_running.contains(url)) {
        return;
    }
    if (urgency == FetchUrgency::Background && m_waiting.contains(url)) {
        return;
    }
    remove(url);
    ++m_count;
    insert(url, {host, {urgency, urgency == FetchUrgency::Shown ? m_count : -m_count}});
}

void FetchSchedule::insert(const QUrl &url, const Place &place)
{
    m_lines[place.host].emplace(place.rank, url);
    m_waiting.insert(url, place);
}

void FetchSchedule::remove(const QUrl &url)
{
    if (!m_waiting.contains(url)) {
        return;
    }
    const Place place = m_waiting.take(url);
    const auto line = m_lines.find(place.host);
    line->second.erase(place.rank);
    if (line->second.empty()) {
        m_lines.erase(line);
    }
}

bool FetchSchedule::isFree(const QString &host) const
{
    const auto connections = m_connections.find(host);
    return connections == m_connections.end() || connections->second < m_limits.connectionsPerHost;
}

std::optional<QUrl> FetchSchedule::take(const IsHeld &isHeld)
{
    if (m_running.size() >= m_limits.connections) {
        return std::nullopt;
    }
    std::optional<std::pair<Rank, QUrl>> best;
    for (const auto &[host, line] : m_lines) {
        const bool isBetter = !best || line.rbegin()->first > best->first;
        if (isBetter && isFree(host) && !(isHeld && isHeld(host))) {
            best = *line.rbegin();
        }
    }
    if (!best) {
        return std::nullopt;
    }
    const QUrl url = best->second;
    const Place place = m_waiting.value(url);
    remove(url);
    m_running.insert(url, place);
    ++m_connections[place.host];
    return url;
}

void FetchSchedule::finish(const QUrl &url)
{
    if (!m_running.contains(url)) {
        return;
    }
    const auto connections = m_connections.find(m_running.take(url).host);
    if (--connections->second == 0) {
        m_connections.erase(connections);
    }
}

void FetchSchedule::moveOn(const QUrl &url, const QString &host)
{
    const Rank rank = m_running.value(url).rank;
    finish(url);
    insert(url, {host, rank});
}

QList<QUrl> FetchSchedule::waiting() const
{
    return m_waiting.keys();
}

QList<QUrl> FetchSchedule::waitingFor(const QString &host) const
{
    QList<QUrl> urls;
    if (const auto line = m_lines.find(host); line != m_lines.end()) {
        for (const auto &[rank, url] : line->second) {
            urls += url;
        }
    }
    return urls;
}

QStringList FetchSchedule::hostsWaitedFor() const
{
    QStringList hosts;
    for (const auto &[host, line] : m_lines) {
        hosts += host;
    }
    return hosts;
}

} // namespace Microfiche
