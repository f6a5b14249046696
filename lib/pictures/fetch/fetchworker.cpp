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

/// Why a host that came to this is left alone; none if it did not fail.
std::optional<HostBackoff::Cause> causeOf(FetchOutcome outcome)
{
    switch (outcome) {
    case FetchOutcome::TryLater: return HostBackoff::Cause::Patience;
    case FetchOutcome::ServerError: return HostBackoff::Cause::Error;
    case FetchOutcome::UnknownHost: return HostBackoff::Cause::Unknown;
    case FetchOutcome::TimedOut:
    case FetchOutcome::Unreachable: return HostBackoff::Cause::Silence;
    default: return std::nullopt;
    }
}

FetchOutcome outcomeOf(HostBackoff::Cause cause)
{
    switch (cause) {
    case HostBackoff::Cause::Patience: return FetchOutcome::TryLater;
    case HostBackoff::Cause::Error: return FetchOutcome::ServerError;
    case HostBackoff::Cause::Unknown: return FetchOutcome::UnknownHost;
    case HostBackoff::Cause::Silence: break;
    }
    return FetchOutcome::Unreachable;
}

} // namespace

FetchWorker::FetchWorker(FetchQueue::Settings settings, const FetchGate &gate)
    : m_settings(std::move(settings))
    , m_gate(gate)
    , m_schedule(m_settings.limits)
    , m_dropAt(DropAtLeast)
    , m_release(this) // so that it goes to the same thread
{
    m_release.setSingleShot(true);
    connect(&m_release, &QTimer::timeout, this, &FetchWorker::begin);
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
    }
    entry.request.isByHand = entry.request.isByHand || request.isByHand;
    if (!isNew && entry.fetch) {
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
    if (const auto forbidden = m_gate.objection(entry.request, host)) {
        return outcome(*forbidden, entry.hop);
    }
    return wait(host) > m_settings.patience ? std::optional(later(host, entry.hop)) : std::nullopt;
}

HostBackoff::Time FetchWorker::wait(const QString &host) const
{
    return m_backoff.remaining(host, m_settings.clock());
}

/// What is said of an address that is not asked for, as its host is left alone.
FetchedPicture FetchWorker::later(const QString &host, const QUrl &url) const
{
    FetchedPicture later = outcome(outcomeOf(m_backoff.cause(host)), url);
    later.retryAfter = wait(host);
    later.isOfHost = true;
    return later;
}

bool FetchWorker::isWanted(const Entry &entry)
{
    return std::any_of(entry.wanted.begin(), entry.wanted.end(),
                       [](const Promise &promise) { return !promise->isCanceled(); });
}

void FetchWorker::setHeld(bool isHeld)
{
    m_isHeld = isHeld;
    begin();
}

void FetchWorker::setBackgroundHeld(bool isHeld)
{
    m_isBackgroundHeld = isHeld;
    begin();
}

void FetchWorker::begin()
{
    if (m_isHeld) {
        return;
    }
    const HostBackoff::Time now = m_settings.clock(); // one: what is held gets its timer
    const auto isHeld = [this, now](const QString &host) {
        return m_backoff.remaining(host, now).count() > 0;
    };
    const FetchUrgency least = m_isBackgroundHeld ? FetchUrgency::Shown : FetchUrgency::Background;
    while (const std::optional<QUrl> url = m_schedule.take(isHeld, least)) {
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
    wakeForHeld(now);
}

/// What waits for a host that is left alone is asked for as soon as that is over.
void FetchWorker::wakeForHeld(HostBackoff::Time now)
{
    std::optional<HostBackoff::Time> first;
    const QStringList hosts = m_schedule.hostsWaitedFor();
    for (const QString &host : hosts) {
        if (const auto left = m_backoff.remaining(host, now); left.count() > 0) {
            first = std::min(first.value_or(left), left);
        }
    }
    if (first) {
        m_release.start(*first);
    } else {
        m_release.stop();
    }
}

void FetchWorker::forgiveSilence()
{
    m_backoff.forgiveSilence();
    begin();
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
    noteHost(url, heard, picture);
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

/// Tells the back-off how the host did. If it is to be left alone for long, all that waits for it
/// is answered: better said at once than after minutes. A short while is waited for in line.
void FetchWorker::noteHost(const QUrl &url, const Entry &heard, FetchedPicture &picture)
{
    const QString host = hostName(heard.hop);
    const std::optional<HostBackoff::Cause> cause = causeOf(picture.outcome);
    if (!cause) {
        if (picture.status != 0) {
            m_backoff.succeeded(host, heard.started);
            m_schedule.noteWell(url);
        }
        return;
    }
    const HostBackoff::Time now = m_settings.clock();
    m_schedule.noteFailed(url);
    m_backoff.failed(host, heard.started, now, picture.retryAfter, *cause);
    const HostBackoff::Time left = m_backoff.remaining(host, now);
    picture.retryAfter = std::max(picture.retryAfter, left);
    if (left <= m_settings.patience) {
        return;
    }
    const QList<QUrl> waiting = m_schedule.waitingFor(host);
    for (const QUrl &one : waiting) {
        m_schedule.remove(one);
        answer(one, later(host, m_entries[one].hop));
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
                    .refusal = FetchRefusal::TooManyRedirects,
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
        const auto forbidden = m_gate.objection(entry.request, hostName(entry.hop));
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
    m_release.stop(); // on its own thread
    const QList<QUrl> urls = m_entries.keys();
    for (const QUrl &url : urls) {
        answer(url, outcome(FetchOutcome::Cancelled, url));
    }
    m_fetcher.reset();
}

} // namespace Microfiche
