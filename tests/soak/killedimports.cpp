// SPDX-License-Identifier: GPL-3.0-or-later
#include "killedimports.h"

#include "importing.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

namespace Microfiche::Soak
{

namespace
{

constexpr int PatienceMs = 120'000;

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

/// Lets an import run for so long; what it has said of its commits until then is acknowledged.
Trial killAfter(const QString &folder, const QString &archive, int milliseconds)
{
    Trial trial{archive, {}, false};
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("--import"), folder, archive});
    if (!process.waitForFinished(milliseconds)) {
        process.kill();
        process.waitForFinished(PatienceMs);
        trial.wasKilled = true;
    }
    const QByteArrayList lines = process.readAllStandardOutput().split('\n');
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
    Trial whole;
    int duration = PatienceMs;
    for (const QString &name : {QStringLiteral("cold"), QStringLiteral("whole")}) {
        QElapsedTimer clock;
        clock.start();
        whole = killAfter(folder, home.filePath(name + QStringLiteral(".microfiche")), PatienceMs);
        duration = std::min(duration, int(clock.elapsed()));
    }
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
        const int moment = int(random.bounded(duration));
        const Trial trial =
            killAfter(folder, place.filePath(QStringLiteral("a.microfiche")), moment);
        inTime += trial.wasKilled ? 1 : 0;
        const QString loss = judge.judge(trial);
        if (!loss.isEmpty()) {
            report.losses.append(QStringLiteral("Killed after %1 ms: %2.").arg(moment).arg(loss));
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
