// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/source/bytesinhand_p.h"
#include "pictures/source/picturesource.h"
#include "pictures/source/sourceledger_p.h"

#include <QFutureWatcher>
#include <QPromise>

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <vector>

namespace Microfiche
{

inline PictureStatus failed(PictureReason reason)
{
    return {PictureStatus::State::Failed, reason};
}

/// What PictureSource does, on its thread.
class SourceWorker final : public QObject
{
    Q_OBJECT

public:
    using Ask = PictureSource::Ask;

    /// Somebody who waits for a picture.
    struct Request {
        qint64 id = 0;
        std::optional<QSize> size; ///< none: it is only to be kept
        Ask ask = Ask::IfAbsent;
        QPromise<SourcedPicture> promise;
        QList<QByteArray> unsound; ///< contents whose files are no good
        QFuture<LoadedPicture> loading;
        QFuture<Likeness> preparing;
        qint64 fetchedBytes = 0;
        bool isAnswered = false;
    };
    using Requested = std::shared_ptr<Request>;

    SourceWorker(PictureStore store, PictureLoader &loader, PictureCatalog &catalog,
                 PictureSource::Settings settings);

    void add(const Requested &request);
    void forgetLost(const std::shared_ptr<QPromise<int>> &promise);
    void whenWritten(const SourceLedger::Told &then) { m_ledger.whenAllWritten(then); }
    void setPolicy(const FetchPolicy &policy);
    void setOffline(bool isOffline);
    void forgiveSilence();
    void setFetchesHeld(bool isHeld) { m_queue->setBackgroundHeld(isHeld); }
    void setBudget(qint64 bytes) { m_ledger.setBudget(bytes); }
    void forgetCatalog() { m_ledger.forgetCatalog(); }
    void setListener(PictureSource::Listener listener) { m_listener = std::move(listener); }
    /// Answers all, keeps what has come. The last call.
    void stop();

private:
    struct Job {
        CataloguedPicture picture;
        QByteArray before; ///< what was fetched of it until now, sound or not
        std::vector<Requested> requests;
        std::vector<QFuture<FetchedPicture>> fetches; ///< one for each urgency
        bool isKeeping = false;                       ///< fetched, on its way to the disk
        bool isTold = false;                          ///< that it is on its way
        BytesInHand::Share inHand = {};               ///< of what was fetched

        /// Whether its server has had its say, be it that nobody has heard it yet.
        bool isAnswered() const
        {
            return isKeeping || std::any_of(fetches.begin(), fetches.end(),
                                            [](const auto &one) { return one.isFinished(); });
        }
    };

    void find(const Requested &request);
    void look(const Requested &request, const CataloguedPicture &picture);
    void loadFrom(const Requested &request, const CataloguedPicture &picture,
                  QList<QByteArray> contents);
    void goOnline(const Requested &request, const CataloguedPicture &picture);
    void join(const Requested &request, CataloguedPicture picture);
    void fetch(Job &job, FetchUrgency urgency);
    void tellLoading(Job &job);
    void hear(qint64 id, const FetchedPicture &fetched);
    void keep(qint64 id, Job &job, const FetchedPicture &fetched);
    void kept(qint64 id, const PictureStore::Kept &kept, const FetchedPicture &fetched);
    void settle(qint64 id, SourcedPicture outcome, const QByteArray &bytes = {});
    void answerKept(const Requested &request, const CataloguedPicture &picture,
                    const SourcedPicture &outcome, const QByteArray &bytes = {},
                    const BytesInHand::Share &inHand = {});
    void answer(const Requested &request, SourcedPicture picture);
    void drop(Request *request);
    void forget(const QList<QByteArray> &lost, const std::shared_ptr<QPromise<int>> &promise);

    std::optional<SourcedPicture> knownBefore(const Requested &request,
                                              const CataloguedPicture &picture) const;
    bool isDiskLeftAlone() const;
    QString publisherFor(const CataloguedPicture &picture, const QUrl &url, bool isByHand) const;
    bool hasCopy(const CataloguedPicture &picture) const;
    bool mayHaveCopy(const CataloguedPicture &picture) const;

    const PictureStore m_store;
    PictureLoader &m_loader;
    PictureCatalog &m_catalog;
    const std::function<qint64()> m_now;
    SourceLedger m_ledger;
    FetchPolicy m_policy;
    std::unique_ptr<FetchQueue> m_queue;
    BytesInHand m_inHand;
    std::unordered_map<qint64, Job> m_jobs; ///< by picture
    struct Open {
        Requested request;
        QFutureWatcher<SourcedPicture> *watcher; ///< for whether it is still wanted; owned by this
    };
    std::unordered_map<Request *, Open> m_open;
    PictureSource::Listener m_listener;
    QThreadPool m_disk;
    bool m_isOffline = false;
    qint64 m_forgivenAt = std::numeric_limits<qint64>::min();
    DiskProblem m_diskProblem = DiskProblem::None; ///< what came last could not be kept
    qint64 m_diskFailedAt = 0;
};

} // namespace Microfiche
