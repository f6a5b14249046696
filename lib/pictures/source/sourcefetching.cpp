// SPDX-License-Identifier: GPL-3.0-or-later
// What of the worker has to do with the network: from the request to what it came to.
#include "pictures/source/sourceworker_p.h"

#include "async/whenanswered.h"
#include "pictures/fetch/hostbackoff.h"
#include "pictures/fetch/webaddress.h"

#include <algorithm>
#include <utility>

namespace Microfiche
{

namespace
{

using State = PictureStatus::State;

QUrl urlOf(const CataloguedPicture &picture)
{
    return QUrl(picture.address.trimmed());
}

/// How long a picture that broke off is left alone: for itself, as its host did nothing wrong, and
/// longer with every time in a row.
std::chrono::seconds waitAfterBreak(const CataloguedPicture &before)
{
    using std::chrono::seconds;
    const bool isAgain = before.last == PictureStatus{State::Failed, PictureReason::BrokeOff};
    const seconds last(isAgain ? std::max(before.waitSeconds, 0) : 0);
    return std::clamp(2 * last, std::chrono::ceil<seconds>(HostBackoff::FirstWait),
                      std::chrono::floor<seconds>(HostBackoff::LongestWait));
}

} // namespace

QString SourceWorker::publisherFor(const CataloguedPicture &picture, const QUrl &url,
                                   bool isByHand) const
{
    const QString host = hostName(url);
    for (const QString &publisher : picture.publishers) {
        const QString name = FetchPolicy::domainName(publisher);
        if (isByHand ? !m_policy.refuses(name, host) : m_policy.allows(name, host)) {
            return name;
        }
    }
    return FetchPolicy::domainName(picture.publishers.value(0));
}

void SourceWorker::fetch(Job &job, FetchUrgency urgency)
{
    const qint64 id = job.picture.id;
    const QUrl url = urlOf(job.picture);
    const bool isByHand = std::any_of(job.requests.cbegin(), job.requests.cend(),
                                      [](const Requested &one) { return one->ask == Ask::ByHand; });
    FetchRequest asked{url, publisherFor(job.picture, url, isByHand), {}, urgency, isByHand};
    if (hasCopy(job.picture)) {
        asked.validators = job.picture.validators;
    }
    const QFuture<FetchedPicture> future = m_queue->fetch(asked);
    if (!future.isFinished()) {
        tellLoading(job);
    }
    job.fetches.push_back(future);
    whenAnswered(this, future, [this, id](const FetchedPicture &fetched) { hear(id, fetched); });
}

void SourceWorker::tellLoading(Job &job)
{
    job.isTold = true;
    if (m_listener) {
        m_listener(job.picture.id, {State::Loading}, {});
    }
}

void SourceWorker::hear(qint64 id, const FetchedPicture &fetched)
{
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end() || found->second.isKeeping) {
        return; // the other of two urgencies has told it already
    }
    Job &job = found->second;
    CataloguedPicture &picture = job.picture;
    const bool isNotModified = fetched.outcome == FetchOutcome::NotModified;
    const bool isCopyRight = isNotModified && hasCopy(picture);
    // Without the copy, which was lost meanwhile, it has to be asked for anew.
    const PictureStatus status =
        isNotModified && !isCopyRight ? failed(PictureReason::NotKept) : statusOf(fetched);
    const bool isAnswer = fetched.outcome != FetchOutcome::NotAllowed &&
                          fetched.outcome != FetchOutcome::Offline &&
                          fetched.outcome != FetchOutcome::Cancelled;
    if (fetched.outcome == FetchOutcome::Fetched) {
        keep(id, job, fetched);
        return;
    }
    if (isLessTelling(status, picture.last) && !hasCopy(picture)) {
        settle(id, {{}, picture.last});
        return;
    }
    // What is kept stays, whatever became of the original.
    const auto wait = fetched.outcome == FetchOutcome::BrokeOff
                          ? waitAfterBreak(picture)
                          : std::chrono::ceil<std::chrono::seconds>(fetched.retryAfter);
    if (fetched.isOfHost && picture.askedAt > 0 && picture.last.state == State::Failed &&
        !mayHaveCopy(picture)) {
        SourcedPicture before{{}, picture.last}; // its own reason
        before.wait = wait;
        settle(id, before);
        return;
    }
    if (isAnswer && (isCopyRight || !mayHaveCopy(picture))) {
        picture.askedAt = m_now();
        if (isCopyRight) {
            picture.validators = fetched.validators;
        } else {
            picture.fetched.clear();
            picture.bytes = 0;
            picture.validators = {};
            picture.last = status;
            picture.waitSeconds = int(wait.count());
        }
        m_ledger.put(picture, job.before);
    }
    SourcedPicture outcome{{}, isCopyRight ? PictureStatus{State::Ready} : status};
    outcome.wait = wait;
    settle(id, outcome);
}

void SourceWorker::keep(qint64 id, Job &job, const FetchedPicture &fetched)
{
    job.isKeeping = true;
    job.inHand = m_inHand.take(fetched.bytes.size());
    if (!job.isTold) {
        tellLoading(job); // its server had answered before anybody could look
    }
    m_disk.start([this, id, fetched, store = m_store] {
        const PictureStore::Kept outcome = store.tryToKeep(fetched.bytes);
        QMetaObject::invokeMethod(
            this, [this, id, outcome, fetched] { kept(id, outcome, fetched); },
            Qt::QueuedConnection);
    });
}

void SourceWorker::kept(qint64 id, const PictureStore::Kept &kept, const FetchedPicture &fetched)
{
    m_diskProblem = kept.problem;
    m_diskFailedAt = m_now();
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end()) {
        return;
    }
    CataloguedPicture &picture = found->second.picture;
    if (kept.hash.isEmpty()) {
        SourcedPicture unkept{{}, failed(PictureReason::NotKept)};
        unkept.fetchedBytes = fetched.bytes.size();
        unkept.disk = kept.problem;
        settle(id, unkept);
        return;
    }
    picture.fetched = kept.hash;
    picture.bytes = fetched.bytes.size();
    picture.validators = fetched.validators;
    picture.last = {State::Ready};
    picture.askedAt = m_now();
    picture.waitSeconds = 0;
    m_ledger.put(picture, found->second.before);
    SourcedPicture outcome{{}, {State::Ready}};
    outcome.fetchedBytes = fetched.bytes.size();
    settle(id, outcome, fetched.bytes);
}

/// The network has had its say; `bytes` are what it gave, if it gave anything that is kept now.
void SourceWorker::settle(qint64 id, SourcedPicture outcome, const QByteArray &bytes)
{
    const auto found = m_jobs.find(id);
    const Job job = std::move(found->second);
    m_jobs.erase(found);
    if (m_listener) {
        m_listener(id, outcome.status, outcome.wait);
    }
    for (const Requested &request : job.requests) {
        request->fetchedBytes = outcome.fetchedBytes;
        if (!request->size && outcome.status.isReady()) {
            answerKept(request, job.picture, outcome, bytes, job.inHand);
            continue;
        }
        if (!request->size || request->isAnswered) {
            answer(request, outcome);
            continue;
        }
        if (!outcome.status.isReady() && !hasCopy(job.picture)) {
            answer(request, outcome);
            continue;
        }
        request->loading = m_loader.load(job.picture.fetched, *request->size, bytes);
        const auto take = [this, request, id, inHand = job.inHand](const LoadedPicture &loaded) {
            if (loaded.problem == PictureProblem::None) {
                m_ledger.noteShown(id);
            }
            answer(request, {loaded.image, statusOf(loaded.problem), request->fetchedBytes});
        };
        whenAnswered(this, request->loading, take);
    }
}

} // namespace Microfiche
