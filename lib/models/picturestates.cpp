// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/picturestates.h"

#include "models/shownpicture.h"

#include <mutex>
#include <utility>

namespace Microfiche
{

/// Between the threads on which pictures are fetched and drawn, and that of the window: whatever
/// has come meanwhile is taken at once.
class PictureStates::Inbox final
{
public:
    explicit Inbox(PictureStates *owner)
        : m_owner(owner)
    {
    }

    void put(qint64 id, const PictureStatus &status)
    {
        const std::lock_guard lock(m_mutex);
        if (m_owner && m_told.isEmpty()) {
            QMetaObject::invokeMethod(
                m_owner, [owner = m_owner] { owner->m_inbox->empty(); }, Qt::QueuedConnection);
        }
        m_told.append({id, status});
    }

    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_owner = nullptr;
    }

private:
    void empty()
    {
        QList<std::pair<qint64, PictureStatus>> told;
        {
            const std::lock_guard lock(m_mutex);
            told.swap(m_told);
        }
        QSet<qint64> arrived;
        for (const auto &[id, status] : std::as_const(told)) {
            if (m_owner->take(id, status)) {
                arrived.insert(id);
            }
        }
        if (!arrived.isEmpty()) {
            Q_EMIT m_owner->arrived(arrived);
        }
    }

    std::mutex m_mutex;
    PictureStates *m_owner;
    QList<std::pair<qint64, PictureStatus>> m_told;
};

PictureStates::PictureStates(QObject *parent)
    : QObject(parent)
    , m_inbox(std::make_shared<Inbox>(this))
{
}

PictureStates::~PictureStates()
{
    m_inbox->close();
}

PictureSource::Listener PictureStates::inbox() const
{
    return [inbox = m_inbox](qint64 id, PictureStatus status) { inbox->put(id, status); };
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
    m_states.removeIf([](const auto &entry) { return !entry.value().isReady(); });
    ++m_round;
    Q_EMIT roundChanged();
}

/// Whether it has arrived.
bool PictureStates::take(qint64 id, const PictureStatus &status)
{
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
