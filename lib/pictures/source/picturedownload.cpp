// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/source/picturedownload.h"

#include "async/whenanswered.h"
#include "pictures/fetch/webaddress.h"
#include "pictures/source/picturecatalog.h"

#include <algorithm>
#include <utility>

namespace Microfiche
{

namespace
{

constexpr qsizetype PlannedAtOnce = 512;
constexpr int TellEveryMs = 100;
constexpr DownloadPlan::Time TellWaitEvery{1'000};

} // namespace

PictureDownload::PictureDownload(PictureSource &source, PictureCatalog &catalog, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_catalog(catalog)
{
    m_clock.start();
    m_wake.setSingleShot(true);
    m_tell.setSingleShot(true);
    m_tell.setInterval(TellEveryMs);
    connect(&m_wake, &QTimer::timeout, this, &PictureDownload::step);
    connect(&m_tell, &QTimer::timeout, this, &PictureDownload::progressed);
}

PictureDownload::~PictureDownload()
{
    dropAll();
    if (m_state == State::Paused) {
        m_source.setFetchesHeld(false);
    }
}

bool PictureDownload::isActive() const
{
    return m_state == State::Running || m_state == State::Paused || m_state == State::Offline;
}

void PictureDownload::start(const QList<qint64> &ids, PictureSource::Ask ask, Begin how,
                            const MayAsk &mayAsk)
{
    dropAll();
    ++m_round;
    m_ids = ids;
    m_planned = 0;
    m_isPlanning = false;
    m_ask = ask;
    m_mayAsk = mayAsk;
    m_plan.emplace();
    m_progress = {.all = ids.size()};
    m_diskProblem = DiskProblem::None;
    m_source.forgiveSilence();
    setState(how == Begin::Paused ? State::Paused : State::Running);
    step();
}

void PictureDownload::pause()
{
    if (m_state == State::Running) {
        setState(State::Paused);
    }
}

void PictureDownload::resume()
{
    if (m_state == State::Paused || m_state == State::Offline) {
        m_plan->forgive();
        m_source.forgiveSilence();
        setState(State::Running);
        step();
    }
}

void PictureDownload::cancel()
{
    if (isActive()) {
        dropAll();
        end(State::Cancelled);
    }
}

void PictureDownload::dropAll()
{
    m_wake.stop();
    for (Watcher *watcher : std::exchange(m_watchers, {})) {
        watcher->disconnect(this);
        watcher->cancel();
        watcher->deleteLater();
    }
}

/// Asks for as much as may be under way, and ends if nothing is left.
void PictureDownload::step()
{
    if (m_state != State::Running) {
        return;
    }
    while (const auto id = m_plan->take(now())) {
        ask(*id);
    }
    fail(PictureReason::None, m_plan->takeGivenUp());
    const bool isAllPlanned = m_planned == m_ids.size();
    // Of how many there are to be asked for, one wants to know at once.
    if (!isAllPlanned && (m_mayAsk || !m_plan->hasReady(now()))) {
        plan();
    }
    const bool isUnderWay = m_isPlanning || m_plan->running() > 0;
    if (!isUnderWay && !m_plan->nextAt() && isAllPlanned) {
        end(State::Finished);
        return;
    }
    std::optional<DownloadPlan::Time> wait;
    if (!isUnderWay && m_plan->nextAt()) {
        wait = std::max(DownloadPlan::Time(1), *m_plan->nextAt() - now());
    }
    if (waitedFor()) {
        wait = std::min(wait.value_or(TellWaitEvery), TellWaitEvery);
        tellSoon();
    }
    if (wait) {
        m_wake.start(*wait);
    }
}

std::optional<PictureDownload::Wait> PictureDownload::waitedFor() const
{
    const auto wait =
        m_state == State::Running && !m_isPlanning ? m_plan->waitedFor(now()) : std::nullopt;
    return wait ? std::optional(Wait{wait->host, wait->until - now()}) : std::nullopt;
}

/// Finds out which hosts the next of them are on.
void PictureDownload::plan()
{
    if (m_isPlanning) {
        return;
    }
    m_isPlanning = true;
    const QList<qint64> ids = m_ids.mid(m_planned, PlannedAtOnce);
    const auto goOn = [this, round = m_round,
                       count = ids.size()](const QList<CataloguedPicture> &pictures) {
        if (round != m_round) {
            return;
        }
        m_isPlanning = false;
        m_planned += count;
        fail(PictureReason::Unreadable, count - pictures.size());
        for (const CataloguedPicture &picture : pictures) {
            if (m_mayAsk && !m_mayAsk(picture)) {
                ++m_progress.notAllowed;
            } else {
                m_plan->add(picture.id, hostName(QUrl(picture.address.trimmed())));
            }
        }
        tellSoon();
        step();
    };
    whenAnswered(this, m_catalog.find(ids), goOn, [goOn] {
        goOn({}); // none of them can be read
    });
}

void PictureDownload::ask(qint64 id)
{
    auto watcher = std::make_unique<Watcher>();
    watcher->setParent(this);
    Watcher *const own = watcher.release();
    m_watchers.insert(id, own);
    connect(own, &QFutureWatcherBase::finished, this, [this, id, own] {
        m_watchers.remove(id);
        own->deleteLater();
        hear(id, own->future().resultCount() > 0 ? own->result() : SourcedPicture{});
    });
    // That its host was to be left alone is known to the plan.
    const bool isSecond = m_ask == PictureSource::Ask::IfAbsent && m_plan->tries(id) > 0;
    own->setFuture(m_source.fetch(id, isSecond ? PictureSource::Ask::Again : m_ask));
}

void PictureDownload::hear(qint64 id, const SourcedPicture &picture)
{
    using Came = PictureStatus::State;
    const PictureReason reason = picture.status.reason;
    m_progress.bytes += picture.fetchedBytes;
    if (picture.status.state == Came::Offline) {
        m_plan->putBack(id);
        if (m_state == State::Running) { // a pause is the user's, and stays
            setState(State::Offline);
        }
        return;
    }
    if (reason == PictureReason::OverBudget) {
        endEarly(id, State::Full);
        return;
    }
    if (picture.disk != DiskProblem::None) {
        m_diskProblem = picture.disk;
        endEarly(id, State::NotKept); // whatever else came would come in vain
        return;
    }
    if (reason == PictureReason::BrokeOff) {
        fail(reason, m_plan->brokeOff(id, now(), picture.wait) ? 0 : 1);
    } else if (isServersFailure(reason)) {
        fail(reason, m_plan->failed(id, now(), picture.wait) ? 0 : 1);
    } else {
        m_plan->succeeded(id);
        switch (picture.status.state) {
        case Came::Ready: ++m_progress.loaded; break;
        case Came::Gone: ++m_progress.gone; break;
        case Came::Refused:
            ++m_progress.refused;
            ++m_progress.reasons[reason];
            break;
        case Came::NotAllowed: ++m_progress.notAllowed; break;
        default: fail(reason); break;
        }
    }
    tellSoon();
    step();
}

void PictureDownload::fail(PictureReason reason, qint64 count)
{
    if (count > 0) {
        m_progress.failed += count;
        m_progress.reasons[reason] += count;
    }
}

void PictureDownload::tellSoon()
{
    if (!m_tell.isActive()) {
        m_tell.start();
    }
}

void PictureDownload::setState(State state)
{
    if (state != m_state) {
        if (state == State::Paused || m_state == State::Paused) {
            m_source.setFetchesHeld(state == State::Paused);
        }
        m_state = state;
        Q_EMIT stateChanged();
    }
}

void PictureDownload::endEarly(qint64 id, State state)
{
    m_plan->putBack(id);
    if (isActive()) {
        dropAll();
        end(state);
    }
}

void PictureDownload::end(State state)
{
    m_wake.stop();
    m_tell.stop();
    Q_EMIT progressed();
    setState(state);
}

} // namespace Microfiche
