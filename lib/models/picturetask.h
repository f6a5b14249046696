// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "import/ratemeter.h"
#include "models/downloadwords.h"
#include "pictures/source/picturedownload.h"

#include <QElapsedTimer>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

class PictureSettings;

/// "Load all for offline": how far it is, and what can be done about it.
class PictureTask : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the session")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(bool isActive READ isActive NOTIFY changed)
    Q_PROPERTY(double all READ all NOTIFY changed)
    Q_PROPERTY(double done READ done NOTIFY changed)
    Q_PROPERTY(double loaded READ loaded NOTIFY changed)
    Q_PROPERTY(double failed READ failed NOTIFY changed)
    Q_PROPERTY(double lost READ lost NOTIFY changed)
    Q_PROPERTY(double bytes READ bytes NOTIFY changed)
    Q_PROPERTY(double perSecond READ perSecond NOTIFY changed)
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY changed)
    Q_PROPERTY(double fraction READ fraction NOTIFY changed)
    Q_PROPERTY(QString doneText READ doneText NOTIFY changed)
    Q_PROPERTY(QString paceText READ paceText NOTIFY changed)
    Q_PROPERTY(QString askedText READ askedText NOTIFY changed)
    Q_PROPERTY(QString endText READ endText NOTIFY changed)
    Q_PROPERTY(bool isEndPassing READ isEndPassing NOTIFY changed)
    Q_PROPERTY(bool canRetry READ canRetry NOTIFY changed)
    Q_PROPERTY(bool isLocalRefused READ isLocalRefused NOTIFY changed)

public:
    enum State { Idle, Running, Paused, Offline, Full, NotKept, Cancelled, Finished };
    Q_ENUM(State)

    PictureTask(PictureSettings &settings, PictureSource &source, PictureCatalog &catalog,
                QObject *parent = nullptr);

    State state() const { return State(m_download.state()); }
    bool isActive() const { return m_download.isActive(); }
    /// Without those that nobody may be asked for.
    double all() const { return double(progress().all - progress().notAllowed); }
    double done() const { return double(progress().done() - progress().notAllowed); }
    double loaded() const { return double(progress().loaded); }
    double failed() const { return double(progress().failed); }
    double lost() const { return double(progress().gone + progress().refused); }
    double bytes() const { return double(progress().bytes); }
    double perSecond() const { return m_rate.perSecond(); }
    int secondsLeft() const;                      ///< -1 while nobody can know
    double fraction() const;                      ///< 0 to 1
    QString doneText() const;                     ///< "1,204 of 5,621 pictures"
    QString paceText() const;                     ///< rate and time left, or why nothing moves
    QString askedText() const { return m_asked; } ///< who is not asked; empty if nobody is left out
    /// What came of it, and of what was not there before; empty once it was dismissed.
    QString endText() const;
    bool isEndPassing() const; ///< it is news and leaves nothing to do
    bool canRetry() const;     ///< asking again may bring something
    /// What is missing lies on this machine or network, all or in part.
    bool isLocalRefused() const;

    /// Loads what is not there; allows all publishers that were not refused, if none are yet.
    Q_INVOKABLE void start();
    /// Asks once more for what failed, was gone or was refused, and for nothing else; all that is
    /// left, if the disk had to end it.
    Q_INVOKABLE void retry();
    Q_INVOKABLE void pause(); ///< until it is resumed, over restarts too
    Q_INVOKABLE void resume();
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void undoCancel(); ///< begins again with what is left
    Q_INVOKABLE void dismiss();    ///< the end was read

Q_SIGNALS:
    void changed();

private:
    const DownloadProgress &progress() const { return m_download.progress(); }
    enum class Wanted { Nothing, Missing, Retry };
    void begin(Wanted wanted, PictureDownload::Begin how = PictureDownload::Begin::AtOnce);
    PictureLosses losses() const;
    void notePaused(bool isPaused);
    void countFor(Wanted wanted);
    void takeCount();
    void goOn();
    void hear();

    PictureSettings &m_settings;
    PictureSource &m_source;
    PictureDownload m_download;
    RateMeter m_rate;
    QElapsedTimer m_clock;
    bool m_isDismissed = false;
    Wanted m_wanted = Wanted::Nothing; ///< begins as soon as it is counted
    Wanted m_begun = Wanted::Nothing;  ///< last
    PictureLosses m_lostBefore;        ///< and not asked for again
    QString m_asked;
    bool m_hasLooked = false;
    int m_start = 0; ///< an answer to an earlier start() begins nothing
};

} // namespace Microfiche
