// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/picturestates.h"

#include "async/whenanswered.h"
#include "models/shownpicture.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>

namespace Microfiche
{

namespace
{

/// Longer waits are for when the card is seen anew.
constexpr std::chrono::minutes LongestWait{10};
/// A picture that goes on failing beside others of its host that come is not asked for for ever.
constexpr int MostTimes = 6;

/// What the archive will say of it; none if it says nothing.
std::optional<PictureState> keptAs(const PictureStatus &status)
{
    switch (status.state) {
    case PictureStatus::State::Gone: return PictureState::Gone;
    case PictureStatus::State::Refused:
        return status.reason == PictureReason::NoDecoder ? std::nullopt
                                                         : std::optional(PictureState::Refused);
    case PictureStatus::State::Failed:
        return isServersFailure(status.reason) || status.reason == PictureReason::BrokeOff
                   ? std::optional(PictureState::Failed)
                   : std::nullopt;
    default: return std::nullopt;
    }
}

} // namespace

/// Between the threads on which pictures are fetched and drawn, and that of the window: whatever
/// has come meanwhile is taken at once.
class PictureStates::Inbox final
{
public:
    explicit Inbox(PictureStates *owner)
        : m_owner(owner)
    {
    }

    void put(qint64 id, const PictureStatus &status, std::chrono::milliseconds wait)
    {
        const std::lock_guard lock(m_mutex);
        if (m_owner && m_told.isEmpty()) {
            QMetaObject::invokeMethod(
                m_owner, [owner = m_owner] { owner->m_inbox->empty(); }, Qt::QueuedConnection);
        }
        m_told.append({id, status, wait});
    }

    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_owner = nullptr;
    }

private:
    struct Told {
        qint64 id;
        PictureStatus status;
        std::chrono::milliseconds wait;
    };

    void empty()
    {
        QList<Told> told;
        {
            const std::lock_guard lock(m_mutex);
            told.swap(m_told);
        }
        QSet<qint64> arrived;
        QMap<qint64, PictureState> known;
        for (const auto &[id, status, wait] : std::as_const(told)) {
            m_owner->noteWait(id, status, wait);
            const bool isNews = m_owner->status(id) != status;
            if (m_owner->take(id, status)) {
                arrived.insert(id);
                known.insert(id, PictureState::Fetched);
            } else if (const auto state = keptAs(status); state && isNews) {
                known.insert(id, *state);
            }
        }
        m_owner->wakeForFirst();
        if (!known.isEmpty()) {
            Q_EMIT m_owner->told(known);
        }
        if (!arrived.isEmpty()) {
            Q_EMIT m_owner->arrived(arrived);
        }
    }

    std::mutex m_mutex;
    PictureStates *m_owner;
    QList<Told> m_told;
};

PictureStates::PictureStates(QObject *parent)
    : QObject(parent)
    , m_inbox(std::make_shared<Inbox>(this))
{
    m_clock.start();
    m_wake.setSingleShot(true);
    m_wake.setTimerType(Qt::PreciseTimer); // a coarse one may come before the wait is over
    connect(&m_wake, &QTimer::timeout, this, &PictureStates::askWaiting);
}

PictureStates::~PictureStates()
{
    m_inbox->close();
}

PictureSource::Listener PictureStates::inbox() const
{
    return [inbox = m_inbox](qint64 id, PictureStatus status, std::chrono::milliseconds wait) {
        inbox->put(id, status, wait);
    };
}

std::optional<PictureStatus> PictureStates::status(qint64 id) const
{
    const auto found = m_states.constFind(id);
    return found == m_states.constEnd() ? std::nullopt : std::optional(*found);
}

void PictureStates::setPolicy(const PicturePolicy &policy)
{
    const bool isOther = policy.mode != m_policy.mode || policy.allowed != m_policy.allowed ||
                         policy.refused != m_policy.refused ||
                         policy.isOffline != m_policy.isOffline;
    m_policy = policy;
    if (isOther) {
        askAnew();
    }
}

void PictureStates::askAnew()
{
    // What is on its way is told of once it is here, or does not come: it has not arrived
    // otherwise.
    m_states.removeIf([](const auto &entry) {
        return !entry.value().isReady() && entry->state != PictureStatus::State::Loading;
    });
    m_again.clear();
    m_wake.stop();
    ++m_round;
    Q_EMIT roundChanged();
}

void PictureStates::noteWait(qint64 id, const PictureStatus &status, std::chrono::milliseconds wait)
{
    if (status.state == PictureStatus::State::Loading) {
        return; // nothing came of it yet
    }
    if (status.state != PictureStatus::State::Failed || wait.count() <= 0) {
        m_again.remove(id);
        return;
    }
    Again &again = m_again[id];
    const bool isAskedAgain = wait <= LongestWait && again.times < MostTimes;
    again.at = isAskedAgain ? m_clock.elapsed() + wait.count() : 0;
}

void PictureStates::wakeForFirst()
{
    std::optional<qint64> first;
    for (const Again &again : std::as_const(m_again)) {
        if (again.at > 0) {
            first = std::min(first.value_or(again.at), again.at);
        }
    }
    if (first) {
        m_wake.start(std::chrono::milliseconds(std::max<qint64>(1, *first - m_clock.elapsed())));
    } else {
        m_wake.stop();
    }
}

/// Those that nobody looks at are asked for when somebody does.
void PictureStates::askWaiting()
{
    const qint64 now = m_clock.elapsed();
    ++m_round; // or Qt Quick would take what it was told last
    for (auto again = m_again.begin(); again != m_again.end(); ++again) {
        if (again->at == 0 || again->at > now) {
            continue;
        }
        again->at = 0;
        m_states.remove(again.key());
        const QList<ShownPicture *> watchers = m_watchers.values(again.key());
        again->times += watchers.isEmpty() ? 0 : 1;
        for (ShownPicture *watcher : watchers) {
            watcher->askAnew();
        }
    }
    wakeForFirst();
}

void PictureStates::lookAgain()
{
    if (mayAsk()) {
        return; // whoever fetches tells
    }
    for (auto watched = m_watchers.keyBegin(); watched != m_watchers.keyEnd(); ++watched) {
        lookUp(*watched);
    }
}

void PictureStates::lookForLost()
{
    if (!m_known) {
        return;
    }
    const auto end = [this] { Q_EMIT lookedForLost(); };
    // What is told from now on is newer than the answer.
    m_states.removeIf([](const auto &entry) { return entry.value().isReady(); });
    const QList<qint64> watched = m_watchers.uniqueKeys();
    const auto take = [this, end](const QList<CataloguedPicture> &pictures) {
        ++m_round; // or Qt Quick would take what it was told last
        for (const CataloguedPicture &picture : pictures) {
            lose(picture);
        }
        end();
    };
    whenAnswered(this, m_known(watched), take, end);
}

void PictureStates::lose(const CataloguedPicture &picture)
{
    if (!picture.carried.isEmpty() || !picture.fetched.isEmpty() || status(picture.id)) {
        return;
    }
    const QList<ShownPicture *> watchers = m_watchers.values(picture.id);
    for (ShownPicture *watcher : watchers) {
        watcher->takeLost();
    }
}

/// Those of one moment at once: as many as come into view.
void PictureStates::lookUp(qint64 id)
{
    if (!m_known) {
        return;
    }
    if (m_toLookUp.isEmpty()) {
        QMetaObject::invokeMethod(this, &PictureStates::lookUpAll, Qt::QueuedConnection);
    }
    m_toLookUp.insert(id);
}

void PictureStates::lookUpAll()
{
    const QList<qint64> ids = std::exchange(m_toLookUp, {}).values();
    const auto learn = [this](const QList<CataloguedPicture> &pictures) {
        if (mayAsk()) {
            return;
        }
        for (const CataloguedPicture &picture : pictures) {
            const auto state = picture.last.state;
            if (state == PictureStatus::State::Gone || state == PictureStatus::State::Refused ||
                state == PictureStatus::State::Failed) {
                take(picture.id, picture.last);
            }
        }
    };
    whenAnswered(this, m_known(ids), learn, [] {}); // then it stays unsaid
}

/// Whether it has arrived.
bool PictureStates::take(qint64 id, const PictureStatus &status)
{
    if (status.state == PictureStatus::State::Offline && !mayAsk()) {
        return false; // the answer is from when more was allowed: it does not load later
    }
    const QList<ShownPicture *> watchers = m_watchers.values(id);
    if (status.reason == PictureReason::Cancelled) {
        m_states.remove(id);
        for (ShownPicture *watcher : watchers) {
            watcher->takeCancelled();
        }
        return false;
    }
    const auto found = m_states.find(id);
    const bool hasArrived = found != m_states.end() && !found->isReady() && status.isReady();
    if (found != m_states.end()) {
        *found = status;
    } else if (!status.isReady() || !watchers.isEmpty()) {
        m_states.insert(id, status);
    }
    for (ShownPicture *watcher : watchers) {
        watcher->take(status);
    }
    return hasArrived;
}

} // namespace Microfiche
