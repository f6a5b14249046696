// SPDX-License-Identifier: GPL-3.0-or-later
#include "repaircase.h"

#include "store/backups.h"
#include "support/damage.h"
#include "support/filesizelimit.h"
#include "support/readonlyplace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>

#include <csignal>
#include <cstdio>
#include <dlfcn.h>
#include <sys/stat.h>
#include <unistd.h>

namespace
{

/// At which change of the disk this process is killed; 0: at none.
int killedAt = 0;

/// Stands before what changes the disk, whoever calls it, SQLite too.
template <typename Function>
Function *beforeIt(const char *name)
{
    if (killedAt > 0 && --killedAt == 0) {
        ::kill(::getpid(), SIGKILL);
    }
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {
__attribute__((visibility("default"))) int fsync(int file)
{
    return beforeIt<int(int)>("fsync")(file);
}
__attribute__((visibility("default"))) int rename(const char *from, const char *to) noexcept
{
    return beforeIt<int(const char *, const char *)>("rename")(from, to);
}
__attribute__((visibility("default"))) int unlink(const char *path) noexcept
{
    return beforeIt<int(const char *)>("unlink")(path);
}
__attribute__((visibility("default"))) int rmdir(const char *path) noexcept
{
    return beforeIt<int(const char *)>("rmdir")(path);
}
__attribute__((visibility("default"))) int mkdir(const char *path, mode_t mode) noexcept
{
    return beforeIt<int(const char *, mode_t)>("mkdir")(path, mode);
}
}

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

constexpr char Hold[] = "--hold";
constexpr char DieAt[] = "--die-at";

} // namespace

/// No repair ends halfway, and none begins where it must not.
class RepairEndsTest final : public RepairCase
{
    Q_OBJECT

public:
    /// The other sides of two tests, each in a process of its own.
    static int hold(const QString &path);
    static int dieAt(int change, const QString &path);

private Q_SLOTS:
    void initTestCase() { makeSound(); }
    void init() { setUp(); }
    void cleanup() { m_place.reset(); }

    void anArchiveInUseIsNotRepaired();
    void aFullDiskChangesNothing();
    void aPlaceThatCannotBeWrittenToIsSaid();
    void cancellingChangesNothing();
    void killedAnywhereNothingIsLost();
    void anInterruptedChangeIsBroughtToItsEnd_data();
    void anInterruptedChangeIsBroughtToItsEnd();
    void aBackupTakesTheArchivesPlace();
    void aDamagedBackupDoesNot();
};

int RepairEndsTest::hold(const QString &path)
{
    Store store;
    std::fputc(answerOf(store.open(path)).opening == Store::Opening::Opened ? 'y' : 'n', stdout);
    std::fflush(stdout);
    std::fgetc(stdin); // until whoever started this lets go
    return 0;
}

int RepairEndsTest::dieAt(int change, const QString &path)
{
    killedAt = change;
    repairArchive(path, parsed, [change](qint64 done, qint64) {
        return change > 0 || done < Articles / 2 || ::kill(::getpid(), SIGKILL) == 0;
    });
    return 0;
}

void RepairEndsTest::anArchiveInUseIsNotRepaired()
{
    QProcess holder;
    holder.start(QCoreApplication::applicationFilePath(), {QLatin1String(Hold), m_path});
    QVERIFY(holder.waitForReadyRead());
    QCOMPARE(holder.readAllStandardOutput(), QByteArray("y"));
    QVERIFY(repair().message.contains("in use"_L1));
    QVERIFY(restoreBackup(m_path, m_path).message.contains("in use"_L1));
    holder.closeWriteChannel();
    QVERIFY(holder.waitForFinished());
    QCOMPARE(repair().outcome, Outcome::Sound);
}

void RepairEndsTest::aFullDiskChangesNothing()
{
    smashLeaf(m_path, u"article_text"_s);
    const QByteArray damaged = bytesOf(m_path);
    RepairReport report;
    {
        const FileSizeLimit limit(damaged.size() / 2);
        report = repair();
    }
    QCOMPARE(report.outcome, Outcome::Failed);
    QVERIFY2(report.message.contains("disk"_L1), qPrintable(report.message));
    QCOMPARE(bytesOf(m_path), damaged);
    QCOMPARE(besides(u"damaged"_s), QString());
    QCOMPARE(besides(u"repairing"_s), QString());
    QCOMPARE(repair().outcome, Outcome::Salvaged);
}

void RepairEndsTest::aPlaceThatCannotBeWrittenToIsSaid()
{
    smashLeaf(m_path, u"article_text"_s);
    const ReadOnlyPlace place(m_place->path());
    const RepairReport report = repair();
    QCOMPARE(report.outcome, Outcome::Failed);
    QVERIFY(!report.message.isEmpty());
}

void RepairEndsTest::cancellingChangesNothing()
{
    smashLeaf(m_path, u"article_text"_s);
    const QByteArray damaged = bytesOf(m_path);
    const RepairReport report = repairArchive(m_path, parsed, [](qint64, qint64) { return false; });
    QCOMPARE(report.outcome, Outcome::Failed);
    QCOMPARE(bytesOf(m_path), damaged);
    QCOMPARE(namesIn(m_place->path()), QStringList{u"news.microfiche"_s});
}

// Before each change of the disk, and once while it is at its work.
void RepairEndsTest::killedAnywhereNothingIsLost()
{
    smashLeaf(m_path, u"article_text"_s);
    const QByteArray damaged = bytesOf(m_path);
    int killed = 0;
    int begunAnew = 0;
    for (bool isDone = false; !isDone; ++killed) {
        QProcess repairing;
        repairing.start(QCoreApplication::applicationFilePath(),
                        {QLatin1String(DieAt), QString::number(killed), m_path});
        QVERIFY(repairing.waitForFinished(120'000));
        isDone = repairing.exitStatus() == QProcess::NormalExit;
        if (QFileInfo::exists(m_path) && bytesOf(m_path) == damaged &&
            !QFileInfo::exists(m_place->filePath(u"news.repairing/aside"_s))) {
            ++begunAnew;
            continue;
        }
        compare({}); // opens it, which finds the new one
        QCOMPARE(treasureOf(m_path).marks, m_before.marks);
        QCOMPARE(bytesOf(besides(u"damaged"_s)), damaged);
        QCOMPARE(besides(u"repairing"_s), QString());
        QVERIFY(QFile::rename(m_path, m_place->filePath(u"done"_s)));
        QVERIFY(QFile::rename(besides(u"damaged"_s), m_path));
        QVERIFY(QFile::remove(m_place->filePath(u"done"_s)));
    }
    QVERIFY(begunAnew > 5);
    QVERIFY(killed - begunAnew > 5);
}

void RepairEndsTest::anInterruptedChangeIsBroughtToItsEnd_data()
{
    QTest::addColumn<bool>("isMarked");
    QTest::addColumn<QStringList>("moved");
    QTest::newRow("before it is complete") << false << QStringList();
    QTest::newRow("complete") << true << QStringList();
    QTest::newRow("the log is moved") << true << QStringList{u"-wal"_s};
    QTest::newRow("the archive is moved") << true << QStringList{u"-wal"_s, u""_s};
}

void RepairEndsTest::anInterruptedChangeIsBroughtToItsEnd()
{
    QFETCH(const bool, isMarked);
    QFETCH(const QStringList, moved);
    const QString folder = m_place->filePath(u"news.repairing"_s);
    const QString fresh = folder + "/archive.microfiche"_L1;
    QVERIFY(QDir().mkpath(folder));
    {
        Store store;
        QCOMPARE(answerOf(store.open(fresh)).opening, Store::Opening::Opened);
        QVERIFY(answerOf(store.rememberQuery(u"the new one"_s)));
    }
    QFile log(m_path + "-wal"_L1);
    QVERIFY(log.open(QIODevice::WriteOnly) && log.write("a log") > 0);
    log.close();
    const QString aside = m_place->filePath(u"news.damaged-20010101.microfiche"_s);
    if (isMarked) {
        QFile mark(folder + "/aside"_L1);
        QVERIFY(mark.open(QIODevice::WriteOnly) &&
                mark.write("news.damaged-20010101.microfiche") > 0);
    }
    for (const QString &ending : moved) {
        QVERIFY(QFile::rename(m_path + ending, aside + ending));
    }
    const Treasure after = treasureOf(m_path);
    QVERIFY(!QFileInfo::exists(folder));
    QCOMPARE(QFileInfo::exists(aside), isMarked);
    if (isMarked) {
        QCOMPARE(after.recent, QStringList{u"the new one"_s});
        QCOMPARE(bytesOf(aside), m_sound);
        QCOMPARE(bytesOf(aside + "-wal"_L1), QByteArray("a log"));
    } else {
        QCOMPARE(after, m_before);
    }
}

void RepairEndsTest::aBackupTakesTheArchivesPlace()
{
    const BackupResult backup = backUp(m_path, BackupRule::Now);
    QCOMPARE(backup.outcome, BackupResult::Outcome::Made);
    const QByteArray bytes = bytesOf(backup.path);
    smashLeaf(m_path, u"block"_s);
    const QByteArray damaged = bytesOf(m_path);
    const RepairReport report = restoreBackup(m_path, backup.path);
    QCOMPARE(report.outcome, Outcome::Restored);
    QCOMPARE(report.articles, Articles);
    QCOMPARE(treasureOf(m_path), m_before);
    QCOMPARE(bytesOf(report.kept), damaged);
    QCOMPARE(bytesOf(backup.path), bytes);
    const auto own = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    QCOMPARE(QFileInfo(m_path).permissions(), own);
}

void RepairEndsTest::aDamagedBackupDoesNot()
{
    const BackupResult backup = backUp(m_path, BackupRule::Now);
    smashLeaf(backup.path, u"article_text"_s);
    const RepairReport report = restoreBackup(m_path, backup.path);
    QCOMPARE(report.outcome, Outcome::Failed);
    QVERIFY(!report.message.isEmpty());
    QCOMPARE(bytesOf(m_path), m_sound);
    QVERIFY(restoreBackup(m_path, m_place->filePath(u"none.microfiche"_s)).outcome ==
            Outcome::Failed);
    QCOMPARE(besides(u"replaced"_s), QString());
    QCOMPARE(besides(u"repairing"_s), QString());
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String(Hold)) {
        return RepairEndsTest::hold(arguments.value(2));
    }
    if (arguments.value(1) == QLatin1String(DieAt)) {
        return RepairEndsTest::dieAt(arguments.value(2).toInt(), arguments.value(3));
    }
    RepairEndsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_repairends.moc"
