// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/fetch/fetchschedule.h"

namespace Microfiche
{

namespace
{
constexpr qsizetype MostRemembered = 1024; // failures of a host
}

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

/// Of those that have not failed, if there are any.
FetchSchedule::Line::const_reverse_iterator
FetchSchedule::first(const QString &host, const Line &line, FetchUrgency least) const
{
    const auto failures = m_failures.find(host);
    if (failures == m_failures.end()) {
        return line.rbegin();
    }
    const auto &[failed, isIll] = failures->second;
    const FetchUrgency last = isIll ? least : line.rbegin()->first.first;
    for (auto one = line.rbegin(); one != line.rend() && one->first.first >= last; ++one) {
        if (!failed.contains(one->second)) {
            return one;
        }
    }
    return line.rbegin();
}

std::optional<QUrl> FetchSchedule::take(const IsHeld &isHeld, FetchUrgency least)
{
    if (m_running.size() >= m_limits.connections) {
        return std::nullopt;
    }
    std::optional<std::pair<Rank, QUrl>> best;
    for (const auto &[host, line] : m_lines) {
        const auto next = first(host, line, least);
        const bool isBetter = !best || next->first > best->first;
        if (isBetter && next->first.first >= least && isFree(host) && !(isHeld && isHeld(host))) {
            best = *next;
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

void FetchSchedule::noteFailed(const QUrl &url)
{
    Failures &failures = m_failures[m_running.value(url).host];
    if (failures.urls.size() >= MostRemembered) {
        failures.urls.clear();
    }
    failures.urls.insert(url);
    failures.isIll = true;
}

void FetchSchedule::noteWell(const QUrl &url)
{
    if (const auto failures = m_failures.find(m_running.value(url).host);
        failures != m_failures.end()) {
        failures->second.isIll = false;
        failures->second.urls.remove(url);
        if (failures->second.urls.isEmpty()) {
            m_failures.erase(failures);
        }
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
