// SPDX-License-Identifier: GPL-3.0-or-later
// A backup is the archive as it was, or it is not kept.
#include "store/backups.h"
#include "support/archivebuilder.h"
#include "support/damage.h"
#include "support/filesizelimit.h"
#include "support/olderarchive.h"
#include "support/readonlyplace.h"

#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QTest>

#include <algorithm>

#include <unistd.h>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

using Outcome = BackupResult::Outcome;
constexpr int Articles = 300;

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

/// Gives a backup another time in its name.
QString aged(const QString &backup, const QString &time)
{
    const QString path = QFileInfo(backup).path() + u'/' + time + ".microfiche"_L1;
    return QFile::rename(backup, path) ? path : QString();
}

QString timeText(int daysAgo)
{
    return QDateTime::currentDateTimeUtc().addDays(-daysAgo).toString(
        u"yyyy-MM-dd'T'HH-mm-ss'Z'"_s);
}

} // namespace

class BackupsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"microfiche.store=false"_s); }

    void init()
    {
        m_archive = std::make_unique<ArchiveBuilder>();
        for (int number = 1; number <= Articles; ++number) {
            Article article = makeArticle(number);
            article.related = {relatedTo(makeArticle(number + 1))};
            m_archive->add(article);
        }
        QCOMPARE(m_archive->commit().added, Articles);
        m_folder = backupFolder(m_archive->path());
    }

    void aBackupIsTheArchive();
    void threeAreKept();
    void backupsOfAnotherArchiveStay();
    void anEmptyArchiveIsNotBackedUp();
    void oneADayAndOnlyOfWhatIsNew();
    void aDamagedArchiveReplacesNoBackup_data();
    void aDamagedArchiveReplacesNoBackup();
    void aFullDiskLeavesWhatThereWas();
    void tooLittleSpaceIsSaid();
    void aPlaceThatCannotBeWrittenToIsSaid();
    void whatAKilledOneLeftIsRemoved();
    void writingGoesOnMeanwhile();
    void aMigrationIsPrecededByOne();
    void noMigrationWithoutOne();

private:
    BackupResult make(BackupRule rule = BackupRule::Now) { return backUp(m_archive->path(), rule); }
    void makeOlder()
    {
        m_archive->close();
        SqlDatabase database(m_archive->path());
        dropKeptPictures(database);
        database.run(u"PRAGMA user_version = 4"_s);
    }

    std::unique_ptr<ArchiveBuilder> m_archive;
    QString m_folder;
};

void BackupsTest::aBackupIsTheArchive()
{
    Store &store = m_archive->store();
    answerOf(store.mark({m_archive->idOf(makeArticle(3))}, Mark::Starred, true));
    const BackupResult result = make();
    QCOMPARE(result.message, QString());
    QCOMPARE(result.outcome, Outcome::Made);
    QCOMPARE(backupsOf(m_archive->path()).size(), 1);
    QCOMPARE(backupsOf(m_archive->path()).constFirst().path, result.path);
    QCOMPARE(namesIn(m_folder).size(), 1);
    const auto own = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    QCOMPARE(QFileInfo(result.path).permissions(), own);
    QCOMPARE(QFileInfo(m_folder).permissions(), own | QFile::ExeOwner | QFile::ExeUser);

    Store copy;
    QCOMPARE(answerOf(copy.open(result.path, Store::IfMissing::Refuse)).opening,
             Store::Opening::Opened);
    ArchiveStats before = answerOf(store.stats());
    ArchiveStats after = answerOf(copy.stats());
    before.archiveBytes = after.archiveBytes = 0;
    QCOMPARE(after, before);
    QCOMPARE(answerOf(copy.check()).problems, QStringList());
    QVERIFY(answerOf(copy.cards({m_archive->idOf(makeArticle(3))})).constFirst().isStarred);
}

void BackupsTest::threeAreKept()
{
    QStringList made;
    for (int day = 5; day > 0; --day) {
        const BackupResult result = make();
        QCOMPARE(result.outcome, Outcome::Made);
        made.prepend(aged(result.path, timeText(day)));
    }
    made.prepend(make().path);
    QStringList kept;
    for (const Backup &backup : backupsOf(m_archive->path())) {
        kept.append(backup.path);
    }
    QCOMPARE(kept, made.first(KeptBackups));
}

void BackupsTest::backupsOfAnotherArchiveStay()
{
    ArchiveBuilder other;
    other.add(makeArticle(1));
    other.commit();
    const QString foreign = backUp(other.path(), BackupRule::Now).path;
    QVERIFY(QDir().mkpath(m_folder));
    const QString here = m_folder + "/2001-01-01T00-00-00Z.microfiche"_L1;
    QVERIFY(QFile::copy(foreign, here));
    for (int i = 0; i < KeptBackups + 2; ++i) {
        QCOMPARE(make().outcome, Outcome::Made);
    }
    QVERIFY(QFileInfo::exists(here));
    QCOMPARE(backupsOf(m_archive->path()).size(), KeptBackups + 1);
}

void BackupsTest::anEmptyArchiveIsNotBackedUp()
{
    const ArchiveBuilder empty;
    QCOMPARE(backUp(empty.path(), BackupRule::Now).outcome, Outcome::NotNeeded);
    QVERIFY(!QFileInfo::exists(backupFolder(empty.path())));
}

void BackupsTest::oneADayAndOnlyOfWhatIsNew()
{
    const QString first = make(BackupRule::IfChanged).path;
    QVERIFY(!first.isEmpty());
    QVERIFY(answerOf(m_archive->store().rememberQuery(u"owls"_s)));
    QCOMPARE(make(BackupRule::IfChanged).outcome, Outcome::NotNeeded); // of today
    const QString older = aged(first, timeText(2));
    const BackupResult second = make(BackupRule::IfChanged);
    QCOMPARE(second.outcome, Outcome::Made);
    QVERIFY(!aged(second.path, timeText(1)).isEmpty());
    QCOMPARE(make(BackupRule::IfChanged).outcome, Outcome::NotNeeded); // nothing is new
    QCOMPARE(make(BackupRule::Now).outcome, Outcome::Made);
    QVERIFY(QFileInfo::exists(older));
}

void BackupsTest::aDamagedArchiveReplacesNoBackup_data()
{
    QTest::addColumn<QString>("damage");
    QTest::newRow("articles") << u"article_text"_s;
    QTest::newRow("originals") << u"block"_s;
    QTest::newRow("links") << u"link"_s;
    QTest::newRow("an index") << u"version_article"_s;
    QTest::newRow("one byte of an original")
        << u"UPDATE block SET frame = substr(frame, 1, 900) || x'00' || substr(frame, 902)"_s;
    QTest::newRow("text") << QString();
}

void BackupsTest::aDamagedArchiveReplacesNoBackup()
{
    QFETCH(const QString, damage);
    for (int i = 0; i < KeptBackups; ++i) {
        QCOMPARE(make().outcome, Outcome::Made);
    }
    const auto before = backupsOf(m_archive->path());
    m_archive->close();
    if (damage.startsWith("UPDATE"_L1)) {
        SqlDatabase(m_archive->path()).run(damage);
    } else if (!damage.isEmpty()) {
        smashLeaf(m_archive->path(), damage);
    } else {
        QFile file(m_archive->path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("Text. ") > 0);
    }
    const BackupResult result = make();
    QCOMPARE(result.outcome, Outcome::Damaged);
    QVERIFY(!result.message.isEmpty());
    QCOMPARE(backupsOf(m_archive->path()), before);
    QCOMPARE(namesIn(m_folder).size(), KeptBackups);
}

void BackupsTest::aFullDiskLeavesWhatThereWas()
{
    const QString first = make().path;
    const QByteArray bytes = bytesOf(first);
    BackupResult result;
    {
        const FileSizeLimit limit(bytes.size() / 2);
        result = make();
    }
    QCOMPARE(result.outcome, Outcome::Failed);
    QVERIFY2(result.message.contains("disk"_L1), qPrintable(result.message));
    QCOMPARE(namesIn(m_folder), QStringList{QFileInfo(first).fileName()});
    QCOMPARE(bytesOf(first), bytes);
    QCOMPARE(make().outcome, Outcome::Made);
}

// A log that is full of holes takes no space, but a copy of it might.
void BackupsTest::tooLittleSpaceIsSaid()
{
    m_archive->close();
    QFile log(m_archive->path() + "-wal"_L1);
    constexpr qint64 Huge = qint64{8} << 40;
    QVERIFY(log.open(QIODevice::WriteOnly));
    if (!log.resize(Huge)) {
        return; // not with this file system
    }
    log.close();
    const BackupResult result = make();
    QCOMPARE(result.outcome, Outcome::NoSpace);
    QVERIFY(result.bytesNeeded >= 2 * Huge);
    QVERIFY(!result.message.isEmpty());
    QVERIFY(!QFileInfo::exists(m_folder));
}

void BackupsTest::aPlaceThatCannotBeWrittenToIsSaid()
{
    m_archive->close();
    const ReadOnlyPlace place(QFileInfo(m_archive->path()).path());
    const BackupResult result = make();
    QCOMPARE(result.outcome, Outcome::Failed);
    QVERIFY(!result.message.isEmpty());
}

void BackupsTest::whatAKilledOneLeftIsRemoved()
{
    QVERIFY(QDir().mkpath(m_folder));
    for (const char *name :
         {"2020-01-01T00-00-00Z.unfinished", "2020-01-01T00-00-00Z.unfinished-journal"}) {
        QFile file(m_folder + u'/' + QLatin1String(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("half of it") > 0);
    }
    QCOMPARE(backupsOf(m_archive->path()), QList<Backup>());
    QCOMPARE(make().outcome, Outcome::Made);
    QCOMPARE(namesIn(m_folder).size(), 1);
}

void BackupsTest::writingGoesOnMeanwhile()
{
    QList<QFuture<CommitResult>> commits;
    for (int batch = 0; batch < 20; ++batch) {
        m_archive->add(makeArticle(1000 + batch));
        commits.append(m_archive->store().commit(m_archive->takeBatch()));
    }
    const BackupResult result = make();
    for (const auto &commit : std::as_const(commits)) {
        QCOMPARE(answerOf(commit).error, QString());
    }
    if (result.outcome == Outcome::Made) {
        Store copy;
        answerOf(copy.open(result.path, Store::IfMissing::Refuse));
        QCOMPARE(answerOf(copy.check()).problems, QStringList());
    } else {
        QCOMPARE(result.outcome, Outcome::Failed);
        QVERIFY(namesIn(m_folder).isEmpty());
    }
}

void BackupsTest::aMigrationIsPrecededByOne()
{
    makeOlder();
    QCOMPARE(m_archive->reopen().opening, Store::Opening::Opened);
    const auto backups = backupsOf(m_archive->path());
    QCOMPARE(backups.size(), 1);
    SqlDatabase backup(backups.constFirst().path);
    QCOMPARE(backup.run(u"PRAGMA user_version"_s).toInt(), 4);
    QCOMPARE(backup.run(u"SELECT count(*) FROM version"_s).toInt(), Articles);
    QCOMPARE(answerOf(m_archive->store().check()).problems, QStringList());
}

void BackupsTest::noMigrationWithoutOne()
{
    makeOlder();
    QFile inTheWay(m_folder);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const Store::OpenAnswer answer = m_archive->reopen();
    QCOMPARE(answer.opening, Store::Opening::Unreadable);
    QVERIFY2(answer.message.contains("backup"_L1), qPrintable(answer.message));
    m_archive->close();
    QCOMPARE(SqlDatabase(m_archive->path()).run(u"PRAGMA user_version"_s).toInt(), 4);
    QVERIFY(inTheWay.remove());
    QCOMPARE(m_archive->reopen().opening, Store::Opening::Opened);
}

QTEST_GUILESS_MAIN(BackupsTest)
#include "tst_backups.moc"
