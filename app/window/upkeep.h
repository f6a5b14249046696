// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// What is done for an archive as a whole: it is backed up now and then, and repaired or restored
/// when it is damaged. Each is done by a process of its own: it can be ended at any moment, is in
/// nobody's way, and takes nothing with it if damage should end it.
class Upkeep : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main()")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QStringList backups READ backups NOTIFY changed)
    Q_PROPERTY(QString report READ report NOTIFY changed)
    Q_PROPERTY(QString lostText READ lostText NOTIFY changed)
    Q_PROPERTY(bool isDamaged READ isDamaged NOTIFY changed)

public:
    /// Quiet: nothing is to be said. Asking: the archive is damaged, and it is to be said what is
    /// to be done. Working: it is being done. Told: what came of it.
    enum State { Quiet, Asking, Working, Told };
    Q_ENUM(State)

    Upkeep();
    ~Upkeep() override;

    /// The program that knows the verbs, instead of this one.
    void setProgram(const QString &program) { m_program = program; }
    /// How long after an archive was opened it is backed up, if it is to be.
    void setBackupDelay(int milliseconds);

    /// Another archive is open, or none.
    void setArchive(const QString &archive);
    /// The archive is found to be damaged.
    void tellDamage(const QString &problem);
    /// Nobody has the archive open any more: what was asked for begins.
    void begin();
    /// Whether something is to begin as soon as nobody has the archive open, or has begun.
    bool isWorking() const { return m_state == Working; }

    State state() const { return m_state; }
    bool isDamaged() const { return !m_problem.isEmpty(); }
    const QString &problem() const { return m_problem; }
    /// When backups were made, newest first.
    QStringList backups() const;
    const QString &report() const { return m_report; }
    /// The first of the files that are lost.
    const QStringList &lost() const { return m_lost; }
    QString lostText() const { return m_lost.join(u'\n'); } ///< each in a line

    Q_INVOKABLE void repair();
    Q_INVOKABLE void restore(int backup);
    /// Says nothing more, until asked to.
    Q_INVOKABLE void dismiss();
    Q_INVOKABLE void ask();

Q_SIGNALS:
    void changed();
    /// The archive is to be closed; then begin().
    void wanted();
    /// The archive can be opened again.
    void ended();
    void backupEnded(const QString &outcome);

private:
    void want(const QStringList &arguments);
    void takeReport();
    void backUp();
    void takeBackup();
    void stop(QProcess &process);
    void setState(State state);

    QString m_program;
    QString m_archive;
    State m_state = Quiet;
    QString m_problem;
    QString m_report;
    QStringList m_lost;
    QStringList m_arguments; ///< of what is wanted
    QProcess m_work;
    QProcess m_backup;
    QTimer m_nextBackup;
};

} // namespace Microfiche
