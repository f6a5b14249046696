// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/fetch/fetchgate_p.h"
#include "pictures/fetch/fetchqueue.h"
#include "pictures/fetch/hostbackoff.h"

#include <QHash>
#include <QObject>
#include <QPromise>
#include <QTimer>

#include <memory>
#include <vector>

namespace Microfiche
{

/// What FetchQueue does, on its thread.
class FetchWorker final : public QObject
{
    Q_OBJECT

public:
    using Promise = std::shared_ptr<QPromise<FetchedPicture>>;

    FetchWorker(FetchQueue::Settings settings, const FetchGate &gate);
    ~FetchWorker() override;

    void add(const FetchRequest &request, const Promise &promise);
    /// The gate has changed: ends what it no longer lets through.
    void askGateAgain();
    void forgiveSilence();
    void setHeld(bool isHeld);
    void setBackgroundHeld(bool isHeld);
    /// Answers all and lets go of the network. The last call.
    void stop();

private:
    struct Entry {
        FetchRequest request;
        std::vector<Promise> wanted;
        QUrl hop; ///< what is asked for now
        int redirects = 0;
        HostBackoff::Time started{0}; ///< this hop
        HostBackoff::Time spent{0};   ///< on the hops before
        QPointer<PictureFetch> fetch; ///< null while it waits
    };

    void begin();
    void wakeForHeld(HostBackoff::Time now);
    void start(const QUrl &url, Entry &entry);
    void watch(const QUrl &url, PictureFetch *fetch, const Promise &promise);
    void hear(const QUrl &url, FetchedPicture picture);
    void noteHost(const QUrl &url, const Entry &heard, FetchedPicture &picture);
    void follow(const QUrl &url, Entry &entry, const FetchedPicture &picture);
    void answer(const QUrl &url, const FetchedPicture &picture);
    void dropUnwanted();

    HostBackoff::Time wait(const QString &host) const;
    std::optional<FetchedPicture> objection(const Entry &entry) const;
    FetchedPicture later(const QString &host, const QUrl &url) const;
    static bool isWanted(const Entry &entry);

    const FetchQueue::Settings m_settings;
    const FetchGate &m_gate;
    FetchSchedule m_schedule;
    HostBackoff m_backoff;
    QHash<QUrl, Entry> m_entries; ///< by the address asked for, without its fragment
    qsizetype m_dropAt;
    bool m_isHeld = false;
    bool m_isBackgroundHeld = false;
    QTimer m_release; ///< runs out when the first host that is waited for may be asked again
    std::unique_ptr<PictureFetcher> m_fetcher;
};

} // namespace Microfiche
