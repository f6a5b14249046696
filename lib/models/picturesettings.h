// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/picturetally.h"
#include "models/publishermodel.h"
#include "store/store.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <optional>

namespace Microfiche
{

/// Whose pictures may be fetched for the open archive, and how many are there. Every change is kept
/// in the archive and told to whoever fetches.
class PictureSettings : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(Mode mode READ mode WRITE setMode NOTIFY policyChanged)
    Q_PROPERTY(bool isDecided READ isDecided NOTIFY policyChanged)
    Q_PROPERTY(bool isOffline READ isOffline WRITE setOffline NOTIFY policyChanged)
    Q_PROPERTY(double budget READ budget WRITE setBudget NOTIFY policyChanged)
    Q_PROPERTY(Microfiche::PublisherModel *publishers READ publishers CONSTANT)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
    Q_PROPERTY(bool isCounted READ isCounted NOTIFY counted)
    Q_PROPERTY(double all READ all NOTIFY counted)
    Q_PROPERTY(double there READ there NOTIFY tallied)
    Q_PROPERTY(double missing READ missing NOTIFY tallied)
    Q_PROPERTY(double failed READ failed NOTIFY tallied)
    Q_PROPERTY(double lost READ lost NOTIFY tallied)
    Q_PROPERTY(QString lossesText READ lossesText NOTIFY counted)
    Q_PROPERTY(bool canRetry READ canRetry NOTIFY counted)
    Q_PROPERTY(QString loadObstacle READ loadObstacle NOTIFY loadObstacleChanged)
    Q_PROPERTY(double bytes READ bytes NOTIFY counted)
    Q_PROPERTY(int publishersMissing READ publishersMissing NOTIFY counted)
    Q_PROPERTY(QString chosenText READ chosenText NOTIFY chosenChanged)
    Q_PROPERTY(double cleared READ cleared NOTIFY clearedChanged)

public:
    enum Mode { Never = 0, Chosen = 1, All = 2 };
    Q_ENUM(Mode)

    /// Told of each policy, first that of the archive.
    using Apply = std::function<void(const PicturePolicy &)>;

    PictureSettings(Store &store, Apply apply, QObject *parent = nullptr);

    /// Reads the policy, once the archive is open; before, nothing can be changed. Counts only if a
    /// download is to go on: that is for when the first cards are on screen.
    void start();
    const PicturePolicy &policy() const { return m_policy; }
    const PictureSurvey &survey() const { return m_tally.survey(); }
    /// The query whose pictures are being loaded for offline, so that it goes on after a restart,
    /// or stands there paused.
    void setLoading(const std::optional<QString> &query, bool isPaused = false);

    /// As setMode(), and can be undone until something else is chosen.
    Q_INVOKABLE void choose(Mode mode);
    QString chosenText() const; ///< what was chosen so, in words; empty if there is nothing to undo
    Q_INVOKABLE void undoChoice(); ///< also that anything was decided
    Q_INVOKABLE void keepChoice(); ///< it was read, and is not to be undone

    Mode mode() const { return Mode(m_policy.mode); }
    void setMode(Mode mode); ///< the user has decided then, be it for what was so before
    bool isDecided() const { return m_policy.isDecided; }
    bool isOffline() const { return m_policy.isOffline; }
    void setOffline(bool isOffline);
    double budget() const; ///< bytes
    void setBudget(double bytes);
    PublisherModel *publishers() { return &m_publishers; }

    /// That a choice was not kept, and so holds for this session only, or could not be made, or
    /// what else about pictures did not work; in words, or empty.
    QString problem() const { return m_problem; }
    void setProblem(const QString &problem);
    Q_INVOKABLE void dismissProblem() { setProblem({}); }

    /// Not before the archive has said what was chosen, or that it cannot: until then nothing can
    /// be.
    bool isCounted() const { return m_isCounted && m_reading != Reading::Awaited; }
    double all() const { return double(m_tally.count().all()); }
    double there() const { return double(m_tally.count().carried + m_tally.count().fetched); }
    double missing() const { return double(m_tally.count().missing); }
    double failed() const { return double(m_tally.count().failed); }
    double lost() const { return double(m_tally.count().gone + m_tally.count().refused); }
    QString lossesText() const;   ///< why those that failed or are lost are not there
    bool canRetry() const;        ///< asking again for them may bring something
    QString loadObstacle() const; ///< why loading all would load nothing; empty if it may
    double bytes() const { return double(m_tally.count().fetchedBytes); }
    int publishersMissing() const; ///< of how many something was never asked for
    double cleared() const { return double(m_cleared); } ///< pictures that undoClear() brings back

    /// Counts anew, in about half a second for a million articles; counted() tells.
    Q_INVOKABLE void count();
    /// Counts anew before long, as pictures are coming: as often as one can follow, and never for
    /// more than a tenth of the time. Nothing before the first count().
    Q_INVOKABLE void countSoon();
    /// It stands so with these since; counts at once, until the next count() knows better.
    void noteTold(const QMap<qint64, PictureState> &pictures);
    /// At least so long after the last count, for countSoon().
    void setPause(std::chrono::milliseconds pause) { m_pause = pause; }
    /// Lets a publisher's pictures be fetched, or not, whatever the mode says of others.
    Q_INVOKABLE void allow(const QString &domain, bool isAllowed);
    /// Puts aside all that was fetched and not picked by hand, until the next start.
    Q_INVOKABLE void clear();
    Q_INVOKABLE void undoClear();

Q_SIGNALS:
    void policyChanged();
    void problemChanged();
    void counted();
    void tallied();    ///< after counted(), and when some have come or failed since
    void notCounted(); ///< count() came to nothing
    void chosenChanged();
    void clearedChanged();
    void loadObstacleChanged();
    /// What was fetched is not as whoever fetches remembers it.
    void catalogChanged();
    /// Pictures are not there that were; after catalogChanged(). Who asked anew then would fetch
    /// again what was cleared a moment ago.
    void putAside();
    void broughtBack(); ///< they are there again; after catalogChanged()

private:
    enum class Reading { Awaited, Done, Failed }; ///< of the archive's policy

    void change(const PicturePolicy &policy);
    void setBefore(const std::optional<PicturePolicy> &before);
    void take(const PicturePolicy &policy);
    void noteCleared(qint64 cleared);

    Store &m_store;
    const Apply m_apply;
    PicturePolicy m_policy;
    Reading m_reading = Reading::Awaited;
    QString m_problem;
    PictureTally m_tally;
    PublisherModel m_publishers;
    QFuture<PictureSurvey> m_counting;
    std::chrono::milliseconds m_pause{3'000};
    QElapsedTimer m_counted;             ///< since the count began that runs, or ran last
    std::chrono::milliseconds m_took{0}; ///< the last count
    QTimer m_countAgain;
    std::optional<PicturePolicy> m_before; ///< what was chosen can be undone
    bool m_isCounted = false;
    qint64 m_cleared = 0;
};

} // namespace Microfiche
