// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures/source/picturecatalog.h"
#include "pictures/source/picturesource.h"
#include "store/picturerecords.h"

#include <QElapsedTimer>
#include <QHash>
#include <QMap>
#include <QObject>
#include <QSet>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <optional>

namespace Microfiche
{

class ShownPicture;

/// How it stands with each picture that was asked for: what whoever fetches tells, for those who
/// show it. What did not come is forgotten as soon as it may be asked for anew: when something else
/// is allowed, or, of what is shown, when the wait that a failure asks for is over.
class PictureStates : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")

public:
    explicit PictureStates(QObject *parent = nullptr);
    ~PictureStates() override;

    /// Takes what is told on any thread, also after this object is gone.
    PictureSource::Listener inbox() const;
    /// What came of pictures that are not asked for now, as the archive knows it.
    using Known = std::function<QFuture<QList<CataloguedPicture>>(const QList<qint64> &ids)>;
    void setKnown(Known known) { m_known = std::move(known); }
    /// Others have asked for pictures meanwhile.
    void lookAgain();
    /// Nothing that is not there is asked for until a policy lets something be fetched.
    void setPolicy(const PicturePolicy &policy);
    /// What is kept is not as it was.
    void askAnew();
    /// What was kept may not be any more: what the archive has no more is not shown any longer, and
    /// asked for only when it comes into view anew. It was not thrown away to be fetched at once.
    /// Cards that are read again before lookedForLost() would ask for it at once.
    void lookForLost();

    bool mayAsk() const { return m_policy.mode != PictureMode::Never; }
    int round() const { return m_round; } ///< grows when what has not come is to be asked for again
    int freshRound() { return ++m_round; } ///< for one that has come after all
    std::optional<PictureStatus> status(qint64 id) const;

Q_SIGNALS:
    void roundChanged();
    void lookedForLost();
    /// These were on their way and are there now: their files are, the archive may not yet say so.
    void arrived(const QSet<qint64> &ids);
    /// It stands so with these now, by what their servers said: fetched, gone, refused or failed.
    void told(const QMap<qint64, PictureState> &pictures);

private:
    friend class ShownPicture;
    class Inbox;

    struct Again {
        qint64 at = 0; ///< by m_clock, in milliseconds; 0: it is not to be asked for by itself
        int times = 0; ///< that it was
    };

    bool take(qint64 id, const PictureStatus &status);
    void lookUp(qint64 id);
    void lookUpAll();
    void lose(const CataloguedPicture &picture);
    void noteWait(qint64 id, const PictureStatus &status, std::chrono::milliseconds wait);
    void wakeForFirst();
    void askWaiting();

    std::shared_ptr<Inbox> m_inbox;
    PicturePolicy m_policy;
    int m_round = 0;
    QHash<qint64, PictureStatus> m_states; ///< not of what was there and is
    QMultiHash<qint64, ShownPicture *> m_watchers;
    Known m_known;
    QSet<qint64> m_toLookUp;
    QHash<qint64, Again> m_again; ///< of what failed
    QElapsedTimer m_clock;
    QTimer m_wake; ///< runs out when the first of them may be asked for again
};

} // namespace Microfiche
