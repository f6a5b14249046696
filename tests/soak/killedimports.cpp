// SPDX-License-Identifier: GPL-3.0-or-later
#include "killedimports.h"

#include "importing.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cstdio>
#include <limits>

namespace Microfiche::Soak
{

namespace
{

constexpr int PatienceMs = 120'000;
constexpr int LongestWaitMs = 50; // in which the next articles are written

/// What two archives of the same files have in common, however they came to be.
ArchiveStats comparable(Store &store)
{
    ArchiveStats stats = answerOf(store.stats());
    stats.archiveBytes = 0;
    return stats;
}

struct Trial {
    QString archive;
    QList<ArticleId> acknowledged;
    bool wasKilled = false;
};

/// When an import is killed: so long after so many articles were acknowledged. A time alone would
/// tell more of how busy the machine is than of how far the import was.
struct Moment {
    qsizetype acknowledged = 0;
    int milliseconds = 0;
};
constexpr Moment Never{std::numeric_limits<qsizetype>::max(), PatienceMs};

/// Lets an import run until then; what it has said of its commits is acknowledged.
Trial killAt(const QString &folder, const QString &archive, const Moment &moment)
{
    Trial trial{archive, {}, false};
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("--import"), folder, archive});
    QByteArray said;
    const auto hear = [&] { said += process.readAllStandardOutput(); };
    while (said.count('\n') < moment.acknowledged && process.waitForReadyRead(PatienceMs)) {
        hear();
    }
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(moment.milliseconds)) {
        process.kill();
        process.waitForFinished(PatienceMs);
        trial.wasKilled = true;
    }
    hear();
    const QByteArrayList lines = said.split('\n');
    // What stands behind the last end of a line was cut by the kill.
    for (const QByteArray &line : lines.first(lines.size() - 1)) {
        trial.acknowledged.append(line.toLongLong());
    }
    return trial;
}

} // namespace

int importAndTell(const QString &folder, const QString &archive)
{
    Store store;
    if (!open(store, archive)) {
        return 1;
    }
    const bool isWhole = importWhole(store, {folder}, [](const IndexBatch &batch) {
        for (const IndexRow &row : batch.rows) {
            if (!row.isMention) {
                std::printf("%lld\n", static_cast<long long>(row.id));
            }
        }
        std::fflush(stdout);
    });
    return isWhole ? 0 : 1;
}

namespace
{

class Judge
{
public:
    Judge(QString folder, ArchiveStats undisturbed)
        : m_folder(std::move(folder))
        , m_undisturbed(std::move(undisturbed))
    {
    }

    /// What is wrong; empty if nothing was lost.
    QString judge(const Trial &trial)
    {
        Store store;
        if (!open(store, trial.archive)) {
            return QStringLiteral("it cannot be opened");
        }
        const CheckReport check = answerOf(store.check());
        if (!check.problems.isEmpty()) {
            return check.problems.constFirst();
        }
        for (const ArticleId id : trial.acknowledged) {
            const auto detail = answerOf(store.detail(id));
            if (!detail || detail->files.isEmpty() ||
                !answerOf(store.original(detail->files.constFirst().version))) {
                return QStringLiteral("acknowledged article %1 is not there").arg(id);
            }
        }
        m_acknowledged += trial.acknowledged.size();
        if (!importWhole(store, {m_folder})) {
            return QStringLiteral("the next import did not come to its end");
        }
        return comparable(store) == m_undisturbed
                   ? QString()
                   : QStringLiteral("the next import made another archive of it");
    }

    qint64 acknowledged() const { return m_acknowledged; }

private:
    const QString m_folder;
    const ArchiveStats m_undisturbed;
    qint64 m_acknowledged = 0;
};

} // namespace

Report killImports(const QString &folder, int kills, quint32 seed)
{
    Report report;
    const QTemporaryDir home;
    const Trial whole = killAt(folder, home.filePath(QStringLiteral("whole.microfiche")), Never);
    Store reference;
    if (whole.wasKilled || !open(reference, whole.archive)) {
        report.losses.append(QStringLiteral("An import that nobody disturbs does not end."));
        return report;
    }
    Judge judge(folder, comparable(reference));
    QRandomGenerator random(seed);
    qint64 inTime = 0;
    for (int kill = 0; kill < kills; ++kill) {
        const QTemporaryDir place;
        const Moment moment{random.bounded(whole.acknowledged.size() + 1),
                            random.bounded(LongestWaitMs)};
        const Trial trial = killAt(folder, place.filePath(QStringLiteral("a.microfiche")), moment);
        inTime += trial.wasKilled ? 1 : 0;
        const QString loss = judge.judge(trial);
        if (!loss.isEmpty()) {
            report.losses.append(QStringLiteral("Killed %1 ms after %2 articles: %3.")
                                     .arg(moment.milliseconds)
                                     .arg(moment.acknowledged)
                                     .arg(loss));
        }
        std::fprintf(stderr, "\r%d of %d kills", kill + 1, kills);
    }
    std::fprintf(stderr, "\n");
    report.rows = {
        {QStringLiteral("imports killed"), inTime, false},
        {QStringLiteral("imports that ended before their kill"), kills - inTime, false},
        {QStringLiteral("articles acknowledged before a kill, and there"), judge.acknowledged(),
         false},
        {QStringLiteral("archives with a loss"), report.losses.size(), true},
    };
    return report;
}

} // namespace Microfiche::Soak
