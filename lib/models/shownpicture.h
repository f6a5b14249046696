// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/picturestates.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// One place in the window for one picture after the other: what is to be asked for there, and why
/// there is nothing to see yet.
class ShownPicture : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Microfiche::PictureStates *states READ states WRITE setStates NOTIFY statesChanged)
    Q_PROPERTY(QString there READ there WRITE setThere NOTIFY thereChanged)
    Q_PROPERTY(double missing READ missing WRITE setMissing NOTIFY missingChanged)
    Q_PROPERTY(bool isInView READ isInView WRITE setInView NOTIFY inViewChanged)
    Q_PROPERTY(QString source READ source NOTIFY sourceChanged)
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString words READ words NOTIFY stateChanged)

public:
    /// As PictureStatus has it; Unknown: nothing was heard.
    enum State { Unknown, Ready, Loading, NotAllowed, Offline, Gone, Refused, Failed };
    Q_ENUM(State)

    explicit ShownPicture(QObject *parent = nullptr);
    ~ShownPicture() override;

    PictureStates *states() const { return m_states; }
    void setStates(PictureStates *states);
    /// image://picture/ID of one that is there, or may be.
    const QString &there() const { return m_there; }
    void setThere(const QString &there);
    /// Id of one that is not: asked for only if the policy may allow it. 0: none.
    double missing() const { return double(m_missing); }
    void setMissing(double missing);

    /// Out of view, nothing is asked for that is not there: a card that is kept for later must not
    /// tell its publisher that it is looked at.
    bool isInView() const { return m_isInView; }
    void setInView(bool isInView);

    /// What to show: empty if nothing is to be asked for.
    const QString &source() const { return m_source; }
    State state() const;
    /// Why it is not shown, if there is something to say.
    QString words() const;

Q_SIGNALS:
    void statesChanged();
    void thereChanged();
    void missingChanged();
    void inViewChanged();
    void sourceChanged();
    void stateChanged();

private:
    friend class PictureStates;

    void take(const PictureStatus &status);
    void takeCancelled();
    void takeLost();
    bool isLost() const { return m_id > 0 && m_id == m_lostId; }
    bool isHere() const;
    void look();
    void askAnew();
    int firstTime() const;
    void ask(int times);
    void setStatus(const std::optional<PictureStatus> &status);

    PictureStates *m_states = nullptr;
    QString m_there;
    qint64 m_missing = 0;
    bool m_isInView = true;
    qint64 m_id = 0;
    QString m_source;
    std::optional<PictureStatus> m_status;
    bool m_hasEnded = false; ///< what was asked for last came to nothing
    qint64 m_lostId = 0;     ///< was here, and is not asked for before it is seen anew
};

} // namespace Microfiche
