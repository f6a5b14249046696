// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/fetch/fetchworker_p.h"

#include "pictures/fetch/picturefetch_p.h"
#include "pictures/fetch/webaddress.h"

#include <QFutureWatcher>

#include <algorithm>
#include <utility>

namespace Microfiche
{

namespace
{

constexpr qsizetype DropAtLeast = 256;

FetchedPicture outcome(FetchOutcome what, const QUrl &url)
{
    return {.outcome = what, .finalUrl = url};
}

} // namespace

FetchWorker::FetchWorker(FetchQueue::Settings settings, const FetchGate &gate)
    : m_settings(std::move(settings))
    , m_gate(gate)
    , m_schedule(m_settings.limits)
    , m_dropAt(DropAtLeast)
{
}

FetchWorker::~FetchWorker() = default;

void FetchWorker::add(const FetchRequest &request, const Promise &promise)
{
    const QUrl url = request.url.adjusted(QUrl::RemoveFragment);
    const bool isNew = !m_entries.contains(url);
    Entry &entry = m_entries[url];
    entry.wanted.push_back(promise);
    if (isNew) {
        entry.request = request;
        entry.hop = url;
    } else if (entry.fetch) {
        watch(url, entry.fetch, promise);
        return;
    }
    if (const auto objected = objection(entry)) {
        m_schedule.remove(url);
        answer(url, *objected);
        return;
    }
    m_schedule.add(url, hostName(entry.hop), request.urgency);
    if (m_schedule.waitingCount() > m_dropAt) {
        dropUnwanted();
    }
    begin();
}

std::optional<FetchedPicture> FetchWorker::objection(const Entry &entry) const
{
    if (const FetchRefusal refusal = checkAddress(entry.hop); refusal != FetchRefusal::None) {
        return FetchedPicture{
            .outcome = FetchOutcome::Refused, .refusal = refusal, .finalUrl = entry.hop};
    }
    const QString host = hostName(entry.hop);
    if (const auto forbidden = m_gate.objection(entry.request.publisher, host)) {
        return outcome(*forbidden, entry.hop);
    }
    if (const auto wait = m_backoff.remaining(host, m_settings.clock()); wait.count() > 0) {
        const bool isSilent = m_backoff.cause(host) == HostBackoff::Cause::Silence;
        FetchedPicture later =
            outcome(isSilent ? FetchOutcome::Unreachable : FetchOutcome::TryLater, entry.hop);
        later.retryAfter = wait;
        return later;
    }
    return std::nullopt;
}

bool FetchWorker::isWanted(const Entry &entry)
{
    return std::any_of(entry.wanted.begin(), entry.wanted.end(),
                       [](const Promise &promise) { return !promise->isCanceled(); });
}

void FetchWorker::begin()
{
    while (const std::optional<QUrl> url = m_schedule.take()) {
        Entry &entry = m_entries[*url];
        const auto objected =
            isWanted(entry) ? objection(entry) : outcome(FetchOutcome::Cancelled, entry.hop);
        if (objected) {
            m_schedule.finish(*url);
            answer(*url, *objected);
        } else {
            start(*url, entry);
        }
    }
}

void FetchWorker::start(const QUrl &url, Entry &entry)
{
    if (!m_fetcher) {
        m_fetcher = std::make_unique<PictureFetcher>(m_settings.fetch);
    }
    entry.started = m_settings.clock();
    // They are what the address itself said of the copy; other servers are not to know of it.
    const FetchValidators validators =
        entry.redirects == 0 ? entry.request.validators : FetchValidators{};
    entry.fetch =
        m_fetcher->start({entry.hop, validators, m_settings.fetch.total - entry.spent},
                         [this, url](FetchedPicture picture) { hear(url, std::move(picture)); });
    for (const Promise &promise : entry.wanted) {
        watch(url, entry.fetch, promise);
    }
}

void FetchWorker::watch(const QUrl &url, PictureFetch *fetch, const Promise &promise)
{
    auto watcher = std::make_unique<QFutureWatcher<FetchedPicture>>();
    watcher->setParent(fetch);
    connect(watcher.get(), &QFutureWatcherBase::canceled, this, [this, url] {
        const auto entry = m_entries.constFind(url);
        if (entry != m_entries.cend() && entry->fetch && !isWanted(*entry)) {
            m_schedule.finish(url);
            answer(url, outcome(FetchOutcome::Cancelled, url));
            begin();
        }
    });
    watcher.release()->setFuture(promise->future()); // owned by the fetch
}

void FetchWorker::hear(const QUrl &url, FetchedPicture picture)
{
    const Entry heard = m_entries.value(url);
    noteHost(hostName(heard.hop), heard.started, picture);
    if (picture.outcome == FetchOutcome::Redirected) {
        follow(url, m_entries[url], picture); // looked up again: noteHost() takes others out
    } else {
        if (heard.redirects > 0) {
            picture.validators = {};
        }
        m_schedule.finish(url);
        answer(url, picture);
    }
    begin();
}

/// Tells the back-off how the host did. If it is left alone from now on, so is all that waits for
/// it: better said at once than after minutes.
void FetchWorker::noteHost(const QString &host, HostBackoff::Time started, FetchedPicture &picture)
{
    const bool failed = picture.outcome == FetchOutcome::TryLater ||
                        picture.outcome == FetchOutcome::TimedOut ||
                        picture.outcome == FetchOutcome::Unreachable;
    if (!failed) {
        if (picture.status != 0) {
            m_backoff.succeeded(host);
        }
        return;
    }
    const HostBackoff::Time now = m_settings.clock();
    const bool isSilent = picture.outcome != FetchOutcome::TryLater;
    m_backoff.failed(host, started, now, picture.retryAfter,
                     isSilent ? HostBackoff::Cause::Silence : HostBackoff::Cause::Answer);
    const HostBackoff::Time wait = m_backoff.remaining(host, now);
    picture.retryAfter = std::max(picture.retryAfter, wait);
    const QList<QUrl> waiting = m_schedule.waitingFor(host);
    for (const QUrl &url : waiting) {
        FetchedPicture later =
            outcome(isSilent ? FetchOutcome::Unreachable : FetchOutcome::TryLater, url);
        later.retryAfter = wait;
        m_schedule.remove(url);
        answer(url, later);
    }
}

void FetchWorker::follow(const QUrl &url, Entry &entry, const FetchedPicture &picture)
{
    entry.fetch.clear();
    entry.hop = picture.finalUrl;
    entry.spent += m_settings.clock() - entry.started;
    std::optional<FetchedPicture> objected = objection(entry);
    if (++entry.redirects > m_settings.fetch.redirects) {
        objected = {.outcome = FetchOutcome::Refused,
                    .refusal = FetchRefusal::Redirects,
                    .status = picture.status,
                    .finalUrl = entry.hop};
    }
    if (objected) {
        m_schedule.finish(url);
        answer(url, *objected);
    } else {
        m_schedule.moveOn(url, hostName(entry.hop));
    }
}

void FetchWorker::answer(const QUrl &url, const FetchedPicture &picture)
{
    // Taken out first: whoever hears the answer may ask again.
    const Entry entry = m_entries.take(url);
    if (entry.fetch) {
        entry.fetch->drop();
    }
    for (const Promise &promise : entry.wanted) {
        promise->addResult(picture);
        promise->finish();
    }
}

void FetchWorker::dropUnwanted()
{
    const QList<QUrl> waiting = m_schedule.waiting();
    for (const QUrl &url : waiting) {
        if (!isWanted(m_entries[url])) {
            m_schedule.remove(url);
            answer(url, outcome(FetchOutcome::Cancelled, url));
        }
    }
    m_dropAt = std::max(DropAtLeast, 2 * m_schedule.waitingCount());
}

void FetchWorker::askGateAgain()
{
    const QList<QUrl> urls = m_entries.keys();
    for (const QUrl &url : urls) {
        const Entry &entry = m_entries[url];
        const auto forbidden = m_gate.objection(entry.request.publisher, hostName(entry.hop));
        if (forbidden) {
            const QUrl hop = entry.hop;
            m_schedule.remove(url);
            m_schedule.finish(url);
            answer(url, outcome(*forbidden, hop));
        }
    }
    if (m_fetcher && m_entries.isEmpty()) {
        m_fetcher->closeIdleConnections();
    }
    begin();
}

void FetchWorker::stop()
{
    const QList<QUrl> urls = m_entries.keys();
    for (const QUrl &url : urls) {
        answer(url, outcome(FetchOutcome::Cancelled, url));
    }
    m_fetcher.reset();
}

} // namespace Microfiche
