// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/source/downloadplan.h"
#include "pictures/source/picturesource.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QMap>
#include <QObject>
#include <QTimer>

namespace Microfiche
{

class PictureCatalog;
struct CataloguedPicture;

/// How far a download has come. Each picture is in one of the counts once it is done.
struct DownloadProgress {
    qint64 all = 0;
    qint64 loaded = 0; ///< kept now, whether it came over the network or was there
    qint64 gone = 0;
    qint64 refused = 0;
    qint64 failed = 0;     ///< may go better another time
    qint64 notAllowed = 0; ///< by the policy; nothing was asked
    qint64 bytes = 0;      ///< that came over the network
    /// Of those refused or failed; None: their host was given up before they were asked for.
    QMap<PictureReason, qint64> reasons = {};

    qint64 done() const { return loaded + gone + refused + failed + notAllowed; }
    friend bool operator==(const DownloadProgress &, const DownloadProgress &) = default;
};

/// Loads many pictures for good, behind what is shown. What came of each is in the catalog at once,
/// so that a later download goes on where this one ended, however it ended. Lives on one thread
/// with an event loop.
class PictureDownload final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle, ///< nothing was begun
        Running,
        Paused,  ///< by the user
        Offline, ///< stopped by the offline switch; goes on with resume()
        Full,    ///< ended: the budget is used up
        NotKept, ///< ended: what came could not be kept, see diskProblem()
        Cancelled,
        Finished
    };

    /// Both must outlive it.
    PictureDownload(PictureSource &source, PictureCatalog &catalog, QObject *parent = nullptr);
    ~PictureDownload() override; ///< cancels

    /// Begins with these, in this order; a download that runs is cancelled first.
    enum class Begin { AtOnce, Paused };
    /// Whether it is to be asked for at all; called on this one's thread.
    using MayAsk = std::function<bool(const CataloguedPicture &)>;
    /// What `mayAsk` leaves out counts as not allowed, as soon as may be; none leaves out nothing.
    void start(const QList<qint64> &ids, PictureSource::Ask ask = PictureSource::Ask::IfAbsent,
               Begin how = Begin::AtOnce, const MayAsk &mayAsk = {});
    /// Nothing more is begun; transfers that run come to their end.
    void pause();
    void resume();
    void cancel();

    State state() const { return m_state; }
    bool isActive() const;
    const DownloadProgress &progress() const { return m_progress; }
    /// Of the host that it waits for and nothing else: its name, and how much longer. Told anew
    /// every second.
    struct Wait {
        QString host;
        std::chrono::milliseconds left{0};
    };
    std::optional<Wait> waitedFor() const;
    DiskProblem diskProblem() const { return m_diskProblem; } ///< of NotKept

Q_SIGNALS:
    void stateChanged();
    /// At most ten times a second, and before it ends.
    void progressed();

private:
    using Watcher = QFutureWatcher<SourcedPicture>;

    void step();
    void plan();
    void ask(qint64 id);
    void hear(qint64 id, const SourcedPicture &picture);
    void fail(PictureReason reason, qint64 count = 1);
    void endEarly(qint64 id, State state);
    void end(State state);
    void setState(State state);
    void dropAll();
    void tellSoon();
    DownloadPlan::Time now() const { return DownloadPlan::Time(m_clock.elapsed()); }

    PictureSource &m_source;
    PictureCatalog &m_catalog;
    State m_state = State::Idle;
    PictureSource::Ask m_ask = PictureSource::Ask::IfAbsent;
    MayAsk m_mayAsk;
    DownloadProgress m_progress;
    DiskProblem m_diskProblem = DiskProblem::None;
    std::optional<DownloadPlan> m_plan;
    QList<qint64> m_ids;
    qsizetype m_planned = 0; ///< of m_ids
    bool m_isPlanning = false;
    int m_round = 0;                     ///< an answer to an earlier start is not this one's
    QHash<qint64, Watcher *> m_watchers; ///< owned by this
    QElapsedTimer m_clock;
    QTimer m_wake;
    QTimer m_tell;
};

} // namespace Microfiche
