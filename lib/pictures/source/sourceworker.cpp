// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/source/sourceworker_p.h"

#include "async/whenanswered.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <utility>

namespace Microfiche
{

namespace
{

using State = PictureStatus::State;

constexpr qint64 DayOfSeconds = 86'400;
/// After the disk could not keep a picture. Cards ask as often as they are scrolled by.
constexpr qint64 DiskRestSeconds = 300;

/// They wait for the disk more than they work: as many as there are fetches under way.
constexpr int KeepingThreads = 4;

/// What a network that stands between (a hotel's sign-in page, a clock that is wrong) makes of
/// pictures that are there.
bool mayPass(const PictureStatus &status)
{
    return status.state == State::Refused && (status.reason == PictureReason::LocalNetwork ||
                                              status.reason == PictureReason::Certificate ||
                                              status.reason == PictureReason::NotAPicture);
}

/// What a network that was bad, and is better now, may have done.
bool mayBeOurs(PictureReason reason)
{
    return reason == PictureReason::TimedOut || reason == PictureReason::Unreachable ||
           reason == PictureReason::UnknownHost || reason == PictureReason::BrokeOff;
}

} // namespace

SourceWorker::SourceWorker(PictureStore store, PictureLoader &loader, PictureCatalog &catalog,
                           PictureSource::Settings settings)
    : m_store(std::move(store))
    , m_loader(loader)
    , m_catalog(catalog)
    , m_now(settings.now ? std::move(settings.now) : &QDateTime::currentSecsSinceEpoch)
    , m_ledger(m_store, catalog)
    , m_queue(std::make_unique<FetchQueue>(std::move(settings.fetch)))
    , m_inHand([this](bool isHeld) { m_queue->setHeld(isHeld); })
{
    m_ledger.setParent(this); // so that it goes to the same thread
    m_disk.setMaxThreadCount(KeepingThreads);
}

void SourceWorker::add(const Requested &request)
{
    Request *const key = request.get();
    auto watcher = std::make_unique<QFutureWatcher<SourcedPicture>>();
    watcher->setParent(this);
    connect(watcher.get(), &QFutureWatcherBase::canceled, this, [this, key] { drop(key); });
    watcher->setFuture(request->promise.future());
    m_open.emplace(key, Open{request, watcher.release()});
    find(request);
}

void SourceWorker::find(const Requested &request)
{
    const auto isUnreadable = [this, request] {
        answer(request, {{}, failed(PictureReason::Unreadable)});
    };
    whenAnswered(
        this, m_catalog.find({request->id}),
        [this, request, isUnreadable](const QList<CataloguedPicture> &found) {
            if (found.isEmpty()) {
                isUnreadable();
            } else {
                look(request, m_ledger.latest(found.constFirst()));
            }
        },
        isUnreadable);
}

void SourceWorker::look(const Requested &request, const CataloguedPicture &picture)
{
    if (request->isAnswered) {
        return;
    }
    if (request->ask == Ask::Refresh) {
        goOnline(request, picture);
    } else if (request->size) {
        QList<QByteArray> contents{picture.carried, picture.fetched};
        contents.removeAll(QByteArray());
        loadFrom(request, picture, contents);
    } else if (m_store.contains(picture.carried)) {
        answer(request, {{}, {State::Ready}});
    } else if (hasCopy(picture)) {
        answerKept(request, picture, {{}, {State::Ready}});
    } else {
        goOnline(request, picture);
    }
}

/// From the first of `contents` that is sound.
void SourceWorker::loadFrom(const Requested &request, const CataloguedPicture &picture,
                            QList<QByteArray> contents)
{
    if (request->isAnswered) {
        return;
    }
    if (contents.isEmpty()) {
        goOnline(request, picture);
        return;
    }
    const QByteArray content = contents.takeFirst();
    request->loading = m_loader.load(content, *request->size);
    whenAnswered(this, request->loading,
                 [this, request, picture, contents, content](const LoadedPicture &loaded) {
                     const bool isLost = loaded.problem == PictureProblem::NotThere ||
                                         loaded.problem == PictureProblem::Damaged;
                     if (isLost) {
                         request->unsound += content;
                         loadFrom(request, picture, contents);
                         return;
                     }
                     if (loaded.problem == PictureProblem::None) {
                         m_ledger.noteShown(picture.id);
                     }
                     answer(request, {loaded.image, statusOf(loaded.problem)});
                 });
}

/// What came of asking the last time, if that is to do.
std::optional<SourcedPicture> SourceWorker::knownBefore(const Requested &request,
                                                        const CataloguedPicture &picture) const
{
    if (request->ask != Ask::IfAbsent) {
        return std::nullopt;
    }
    SourcedPicture known{{}, picture.last};
    // A clock that was set back must not make it wait for years.
    const qint64 since = m_now() - picture.askedAt;
    if (mayPass(picture.last) && (since < 0 || since >= DayOfSeconds)) {
        return std::nullopt;
    }
    if (picture.last.state == State::Gone || picture.last.state == State::Refused) {
        return known;
    }
    const bool isForgiven = picture.askedAt <= m_forgivenAt && mayBeOurs(picture.last.reason);
    if (picture.last.state == State::Failed && !isForgiven && since >= 0 &&
        since < picture.waitSeconds) {
        known.wait = std::chrono::seconds(picture.waitSeconds - since);
        return known;
    }
    return std::nullopt;
}

/// Whether what is only to be shown would come in vain. Nothing of it outlives this session.
bool SourceWorker::isDiskLeftAlone() const
{
    const qint64 since = m_now() - m_diskFailedAt;
    return m_diskProblem != DiskProblem::None && since >= 0 && since < DiskRestSeconds;
}

void SourceWorker::goOnline(const Requested &request, const CataloguedPicture &picture)
{
    if (const auto known = knownBefore(request, picture)) {
        answer(request, *known);
        return;
    }
    if (request->size && request->ask == Ask::IfAbsent && isDiskLeftAlone()) {
        SourcedPicture unkept{{}, failed(PictureReason::NotKept)};
        unkept.disk = m_diskProblem;
        answer(request, unkept);
        return;
    }
    m_ledger.whenWeighed([this, request, picture] {
        if (request->isAnswered) {
            return;
        }
        const bool isMore = request->ask != Ask::Refresh || !hasCopy(picture);
        if (!request->size && isMore && m_ledger.isFull()) {
            answer(request, {{}, failed(PictureReason::OverBudget)});
            return;
        }
        join(request, m_ledger.latest(picture));
    });
}

void SourceWorker::join(const Requested &request, CataloguedPicture picture)
{
    const QByteArray before = picture.fetched;
    const bool isUnsound = request->unsound.contains(picture.fetched);
    if (isUnsound) {
        picture.validators = {};
        if (m_store.check(picture.fetched).soundness != PictureStore::Soundness::Unreadable) {
            picture.fetched.clear();
        }
    }
    const auto found = m_jobs.find(request->id);
    const bool isHere = !isUnsound && hasCopy(picture);
    if (found == m_jobs.end() && request->ask != Ask::Refresh && isHere) {
        // It came while this one waited.
        if (request->size) {
            loadFrom(request, picture, {picture.fetched});
        } else {
            answerKept(request, picture, {{}, {State::Ready}});
        }
        return;
    }
    const FetchUrgency urgency = request->size ? FetchUrgency::Shown : FetchUrgency::Background;
    Job &job = m_jobs[request->id];
    job.requests.push_back(request);
    if (found == m_jobs.end()) {
        job.picture = picture;
        job.before = before;
        fetch(job, urgency);
    } else if (urgency == FetchUrgency::Shown && !job.isAnswered()) {
        fetch(job, urgency); // it may wait behind others
    }
}

void SourceWorker::answer(const Requested &request, SourcedPicture picture)
{
    if (std::exchange(request->isAnswered, true)) {
        return;
    }
    request->promise.addResult(std::move(picture));
    request->promise.finish();
    if (const auto open = m_open.find(request.get()); open != m_open.end()) {
        open->second.watcher->disconnect(this);
        open->second.watcher->deleteLater();
        m_open.erase(open);
    }
}

/// Nobody waits for it any more.
void SourceWorker::drop(Request *key)
{
    const auto open = m_open.find(key);
    if (open == m_open.end()) {
        return;
    }
    const Requested request = open->second.request;
    request->loading.cancel();
    request->preparing.cancel();
    answer(request, {{}, failed(PictureReason::Cancelled)});
    const auto found = m_jobs.find(request->id);
    if (found == m_jobs.end() || found->second.isKeeping) {
        return;
    }
    std::erase(found->second.requests, request);
    if (found->second.requests.empty()) {
        for (QFuture<FetchedPicture> &fetch : found->second.fetches) {
            fetch.cancel();
        }
        m_jobs.erase(found);
        if (m_listener) {
            m_listener(request->id, failed(PictureReason::Cancelled), {});
        }
    }
}

void SourceWorker::setPolicy(const FetchPolicy &policy)
{
    m_policy = policy;
    m_queue->setPolicy(policy);
}

void SourceWorker::setOffline(bool isOffline)
{
    if (std::exchange(m_isOffline, isOffline) && !isOffline) {
        forgiveSilence(); // before the switch was used, the network may have been away
    }
    m_queue->setOffline(isOffline);
}

void SourceWorker::forgiveSilence()
{
    m_forgivenAt = m_now();
    m_queue->forgiveSilence();
}

void SourceWorker::stop()
{
    m_listener = nullptr;
    m_inHand.end();
    m_queue.reset(); // has answered all
    std::vector<std::pair<qint64, FetchedPicture>> fetched;
    for (const auto &[id, job] : m_jobs) {
        for (const QFuture<FetchedPicture> &fetch : job.fetches) {
            if (fetch.resultCount() > 0) {
                fetched.emplace_back(id, fetch.result());
            }
        }
    }
    for (const auto &[id, picture] : fetched) {
        hear(id, picture);
    }
    m_disk.waitForDone();
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall); // what is on the disk now
    const auto open = m_open;
    for (const auto &[key, one] : open) {
        one.request->loading.cancel();
        one.request->preparing.cancel();
        answer(one.request, {{}, failed(PictureReason::Cancelled)});
    }
    m_jobs.clear();
    m_ledger.flush();
}

} // namespace Microfiche
