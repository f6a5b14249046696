// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/upkeep.h"

#include "article/displaytext.h"
#include "store/backups.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QLoggingCategory>

#include <sys/syscall.h>
#include <unistd.h>

namespace Microfiche
{

namespace
{

Q_LOGGING_CATEGORY(upkeepLog, "microfiche.upkeep")

constexpr int FirstBackupMs = 10 * 60 * 1000;
constexpr int FurtherBackupsMs = 6 * 60 * 60 * 1000;
constexpr qsizetype ShownLosses = 12;
constexpr QLatin1String Lost("lost"); // in the report of a repair
constexpr QLatin1String LostEarlier("lostEarlier");

// Whoever works with the machine goes first.
void standBack()
{
    static_cast<void>(::nice(19));
#ifdef SYS_ioprio_set
    constexpr int OfProcess = 1;
    constexpr int Idle = 3 << 13;
    static_cast<void>(::syscall(SYS_ioprio_set, OfProcess, 0, Idle));
#endif
}

QStringList namesIn(const QJsonObject &report, QLatin1String list)
{
    QStringList names;
    for (const QJsonValue &name : report.value(list).toArray()) {
        names.append(name.toString());
    }
    return names;
}

QString salvagedText(const QJsonObject &report)
{
    const int earlier = int(namesIn(report, LostEarlier).size());
    const int files = report.value(QLatin1String("lostCount")).toInt() - earlier;
    const bool isAllKnown = report.value(QLatin1String("lossesKnown")).toBool(true);
    QStringList said{Upkeep::tr("The archive is repaired.")};
    if (files > 0) {
        said += Upkeep::tr("%Ln file(s) could not be saved; to have them back, import their folder "
                           "again.",
                           nullptr, files);
    }
    if (earlier > 0) {
        said += Upkeep::tr("%Ln earlier version(s) of changed files could not be saved.", nullptr,
                           earlier);
    }
    if (!isAllKnown) {
        said += Upkeep::tr("More may be lost: what would tell of it is lost too.");
    } else if (files + earlier == 0) {
        said += Upkeep::tr("Nothing is lost.");
    }
    return said.join(u' ');
}

QString reportText(const QJsonObject &report)
{
    const QString outcome = report.value(QLatin1String("outcome")).toString();
    if (outcome == QLatin1String("sound")) {
        return Upkeep::tr("The whole archive was checked. Nothing is wrong with it.");
    }
    if (outcome == QLatin1String("rebuilt")) {
        return Upkeep::tr("The archive is repaired. Nothing is lost.");
    }
    if (outcome == QLatin1String("restored")) {
        return Upkeep::tr("The backup is in the archive's place.");
    }
    if (outcome != QLatin1String("salvaged")) {
        const QString message = report.value(QLatin1String("message")).toString();
        return message.isEmpty() ? Upkeep::tr("It could not be done. Nothing was changed.")
                                 : displayLine(message);
    }
    return salvagedText(report);
}

} // namespace

Upkeep::Upkeep()
    : m_program(QCoreApplication::applicationFilePath())
{
    m_nextBackup.setSingleShot(true);
    m_nextBackup.setInterval(FirstBackupMs);
    m_backup.setChildProcessModifier(standBack);
    connect(&m_nextBackup, &QTimer::timeout, this, &Upkeep::backUp);
    const auto hear = [this](QProcess &process, void (Upkeep::*take)()) {
        connect(&process, &QProcess::finished, this, take);
        connect(&process, &QProcess::errorOccurred, this,
                [this, take](QProcess::ProcessError error) {
                    if (error == QProcess::FailedToStart) { // else it finishes as well
                        (this->*take)();
                    }
                });
    };
    hear(m_work, &Upkeep::takeReport);
    hear(m_backup, &Upkeep::takeBackup);
}

Upkeep::~Upkeep()
{
    stop(m_backup);
    stop(m_work);
}

void Upkeep::setBackupDelay(int milliseconds)
{
    m_nextBackup.setInterval(milliseconds);
}

// Killed, neither leaves anything behind.
void Upkeep::stop(QProcess &process)
{
    process.disconnect(this);
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
    }
}

void Upkeep::setArchive(const QString &archive)
{
    if (m_archive != archive) {
        m_archive = archive;
        m_problem.clear();
        m_report.clear();
        m_lost.clear();
        setState(Quiet);
    }
    if (m_backup.state() != QProcess::NotRunning) {
        m_backup.kill();
    }
    m_nextBackup.stop();
    if (!archive.isEmpty()) {
        m_nextBackup.start();
    }
}

void Upkeep::tellDamage(const QString &problem)
{
    if (m_state == Working || isDamaged()) {
        return;
    }
    m_problem = problem;
    setState(Asking);
}

void Upkeep::ask()
{
    if (m_state == Quiet && isDamaged()) {
        setState(Asking);
    }
}

void Upkeep::dismiss()
{
    if (m_state != Working) {
        setState(Quiet);
    }
}

QStringList Upkeep::backups() const
{
    QStringList times;
    if (m_state == Asking) {
        for (const Backup &backup : backupsOf(m_archive)) {
            times.append(QLocale().toString(QDateTime::fromSecsSinceEpoch(backup.madeAt),
                                            QLocale::ShortFormat));
        }
    }
    return times;
}

void Upkeep::repair()
{
    want({QStringLiteral("repair"), QStringLiteral("--json")});
}

void Upkeep::restore(int backup)
{
    const QList<Backup> all = backupsOf(m_archive);
    if (backup >= 0 && backup < all.size()) {
        want({QStringLiteral("repair"), QStringLiteral("--json"), QStringLiteral("--restore"),
              all.at(backup).path});
    }
}

void Upkeep::want(const QStringList &arguments)
{
    if (m_state == Asking) {
        m_arguments = arguments + QStringList{QStringLiteral("--archive"), m_archive};
        setState(Working);
        Q_EMIT wanted();
    }
}

void Upkeep::begin()
{
    if (m_state == Working && m_work.state() == QProcess::NotRunning) {
        m_work.start(m_program, m_arguments, QIODevice::ReadOnly);
    }
}

void Upkeep::takeReport()
{
    const QJsonObject report = QJsonDocument::fromJson(m_work.readAllStandardOutput()).object();
    m_report = reportText(report);
    m_lost.clear();
    const QStringList lost = namesIn(report, Lost);
    for (const QString &name : lost.first(std::min(lost.size(), ShownLosses))) {
        m_lost.append(displayLine(name));
    }
    const QStringList earlier = namesIn(report, LostEarlier);
    for (const QString &name :
         earlier.first(std::min(earlier.size(), ShownLosses - m_lost.size()))) {
        m_lost.append(tr("%1 (an earlier version)").arg(displayLine(name)));
    }
    m_problem.clear(); // if it still is damaged, that is found again
    setState(Told);
    Q_EMIT ended();
}

void Upkeep::backUp()
{
    if (m_state == Quiet && !isDamaged() && m_backup.state() == QProcess::NotRunning) {
        m_backup.start(m_program,
                       {QStringLiteral("backup"), QStringLiteral("--if-changed"),
                        QStringLiteral("--json"), QStringLiteral("--archive"), m_archive},
                       QIODevice::ReadOnly);
    }
    m_nextBackup.start(FurtherBackupsMs);
}

void Upkeep::takeBackup()
{
    const QJsonObject result = QJsonDocument::fromJson(m_backup.readAllStandardOutput()).object();
    const QString outcome = result.value(QLatin1String("outcome")).toString();
    const QString message = result.value(QLatin1String("message")).toString();
    if (outcome == QLatin1String("damaged")) {
        tellDamage(message);
    } else if (outcome == QLatin1String("noSpace") || outcome == QLatin1String("failed")) {
        qCWarning(upkeepLog, "%s", qUtf8Printable(message));
    }
    Q_EMIT backupEnded(outcome);
}

void Upkeep::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace Microfiche
