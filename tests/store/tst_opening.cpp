// SPDX-License-Identifier: GPL-3.0-or-later
// Which files are opened, which are refused, and that a refused one stays as it was.
#include "store/connection_p.h"
#include "store/schema_p.h"
#include "support/archivebuilder.h"
#include "support/sqldatabase.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <sys/stat.h>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;
using Opening = Store::Opening;

namespace
{

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

Store::OpenAnswer opened(const QString &path)
{
    Store store;
    return answerOf(store.open(path));
}

/// Leaves an archive with one more import in it, and no log.
void importOnce(const QString &path)
{
    Store store;
    QCOMPARE(answerOf(store.open(path)).opening, Opening::Opened);
    QVERIFY(answerOf(store.beginImport()) > 0);
}

int modeOf(const QString &path)
{
    struct stat status = {};
    ::stat(QFile::encodeName(path).constData(), &status);
    return int(status.st_mode & 07777U);
}

} // namespace

class OpeningTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewArchiveIsPrivate();
    void anEmptyFileBecomesAnArchive();
    void whatMustExistIsNotCreated();
    void whatIsNoArchiveIsRefused_data();
    void whatIsNoArchiveIsRefused();
    void aNewerArchiveIsRefusedAndUntouched();
    void aNewerArchiveIsKnownByItsLogToo();
    void aLogOfAnotherArchiveIsRefused();
    void aJournalOfAnotherArchiveIsRefused();
    void anArchivesOwnJournalIsUndone();
    void anOlderLogIsRefused();
    void anArchivesOwnLogIsTakenIn();
    void aDamagedLogIsDamage_data();
    void aDamagedLogIsDamage();
    void aLogThatWasBrokenOffIsNoDamage();
    void aLogWithoutAnArchiveIsKept();
    void whatIsNotOursIsRefused_data();
    void whatIsNotOursIsRefused();
    void theNewestSchemaIsKnownByItsDigest();
    void figuresOfTheDatabaseAreNoStrangers();
    void aPlaceThatCannotBeMadeIsUnreadable();
    void whatCouldNotBeOpenedAnswersWithNothing();
    void reopeningKeepsEverything();
    void twoArchivesAreOpenAtOnce();
    void namesAreNotTakenForUris();

private:
    static void compareRefusal(const QString &own, const QString &ending);
};

void OpeningTest::aNewArchiveIsPrivate()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"one/two/new.microfiche"_s);
    const mode_t before = ::umask(0);
    {
        Store store;
        QCOMPARE(answerOf(store.open(path)).opening, Opening::Opened);
        QCOMPARE(store.path(), path);
        QCOMPARE(answerOf(store.beginImport()), 1); // begins the log
        QCOMPARE(modeOf(path), 0600);
        QCOMPARE(modeOf(path + u"-wal"_s), 0600);
    }
    ::umask(before);
    QCOMPARE(modeOf(folder.filePath(u"one"_s)), 0700);
    QCOMPARE(modeOf(folder.filePath(u"one/two"_s)), 0700);
    SqlDatabase database(path);
    QCOMPARE(database.run(u"PRAGMA application_id"_s).toInt(), 0x4d464348);
    QCOMPARE(database.run(u"PRAGMA user_version"_s).toInt(), 6);
    QCOMPARE(database.run(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
}

void OpeningTest::anEmptyFileBecomesAnArchive()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"empty.microfiche"_s);
    write(path, {});
    QCOMPARE(opened(path).opening, Opening::Opened);
    QVERIFY(QFile(path).size() > 0);
}

void OpeningTest::whatMustExistIsNotCreated()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"mistyped/news.microfiche"_s);
    const auto openedIfThere = [&path] {
        Store store;
        return answerOf(store.open(path, Store::IfMissing::Refuse));
    };
    Store::OpenAnswer answer = openedIfThere();
    QCOMPARE(answer.opening, Opening::Missing);
    QVERIFY(!answer.message.isEmpty());
    QVERIFY(QDir(folder.path()).isEmpty());
    QVERIFY(QDir(folder.path()).mkdir(u"mistyped"_s));
    write(path, {});
    answer = openedIfThere();
    QCOMPARE(answer.opening, Opening::NotAnArchive);
    QVERIFY(!answer.message.isEmpty());
    QCOMPARE(QFile(path).size(), 0);
    QCOMPARE(opened(path).opening, Opening::Opened);
    QCOMPARE(openedIfThere().opening, Opening::Opened);
}

void OpeningTest::whatIsNoArchiveIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"other.db"_s);
    {
        SqlDatabase database(path);
        database.run(u"CREATE TABLE notes (text)"_s);
    }
    const QByteArray other = contentOf(path);
    QTest::newRow("a text") << QByteArray("Dear diary, this is no archive.\n").repeated(10);
    QTest::newRow("one byte") << QByteArray("S");
    QTest::newRow("a head cut short") << other.first(60);
    QTest::newRow("another program's database") << other;
    QByteArray foreign = other;
    foreign.replace(68, 4, "GPKG");
    QTest::newRow("another application's id") << foreign;
}

void OpeningTest::whatIsNoArchiveIsRefused()
{
    QFETCH(const QByteArray, bytes);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"file.microfiche"_s);
    write(path, bytes);
    const Store::OpenAnswer answer = opened(path);
    QCOMPARE(answer.opening, Opening::NotAnArchive);
    QVERIFY(!answer.message.isEmpty());
    QCOMPARE(contentOf(path), bytes);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"file.microfiche"_s});
    QCOMPARE(opened(folder.path()).opening, Opening::NotAnArchive);
}

void OpeningTest::aNewerArchiveIsRefusedAndUntouched()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"newer.microfiche"_s);
    QCOMPARE(opened(path).opening, Opening::Opened);
    {
        SqlDatabase database(path);
        database.run(u"PRAGMA user_version = 999999"_s);
    }
    const QByteArray before = contentOf(path);
    const Store::OpenAnswer answer = opened(path);
    QCOMPARE(answer.opening, Opening::MadeByNewer);
    QVERIFY(answer.message.contains("newer"_L1));
    QCOMPARE(contentOf(path), before);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"newer.microfiche"_s});
}

// A newer program that was cut off leaves the version in the log only.
void OpeningTest::aNewerArchiveIsKnownByItsLogToo()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"made.microfiche"_s);
    const QString copy = folder.filePath(u"copy.microfiche"_s);
    QCOMPARE(opened(path).opening, Opening::Opened);
    {
        SqlDatabase database(path);
        database.run(u"PRAGMA user_version = 999999"_s);
        QVERIFY(QFile::copy(path, copy));
        QVERIFY(QFile::copy(path + u"-wal"_s, copy + u"-wal"_s));
    }
    const QByteArray before = contentOf(copy);
    const QByteArray log = contentOf(copy + u"-wal"_s);
    QVERIFY(!log.isEmpty());
    QCOMPARE(opened(copy).opening, Opening::MadeByNewer);
    QCOMPARE(contentOf(copy), before);
    QCOMPARE(contentOf(copy + u"-wal"_s), log);
}

// The log has none of the pages but those of one small change, as a log mostly has.
void OpeningTest::aLogOfAnotherArchiveIsRefused()
{
    const QTemporaryDir folder;
    const QString own = folder.filePath(u"own.microfiche"_s);
    const QString other = folder.filePath(u"other.microfiche"_s);
    importOnce(own);
    importOnce(other);
    {
        Store store;
        answerOf(store.open(other));
        answerOf(store.beginImport());
        QVERIFY(QFile::copy(other + u"-wal"_s, own + u"-wal"_s));
    }
    compareRefusal(own, u"-wal"_s);
}

/// That it is refused for what lies beside it, nothing is changed, and it opens without that.
void OpeningTest::compareRefusal(const QString &own, const QString &ending)
{
    const QByteArray before = contentOf(own);
    const QByteArray beside = contentOf(own + ending);
    const Store::OpenAnswer answer = opened(own);
    QCOMPARE(answer.opening, Opening::Unreadable);
    QVERIFY2(answer.message.contains(u"own.microfiche%1 is of another archive"_s.arg(ending)),
             qPrintable(answer.message));
    QCOMPARE(contentOf(own), before);
    QCOMPARE(contentOf(own + ending), beside);
    QVERIFY(QFile::remove(own + ending));
    QCOMPARE(opened(own).opening, Opening::Opened);
}

void OpeningTest::aJournalOfAnotherArchiveIsRefused()
{
    const QTemporaryDir folder;
    const QString own = folder.filePath(u"own.microfiche"_s);
    const QString other = folder.filePath(u"other.microfiche"_s);
    importOnce(own);
    importOnce(other);
    {
        SqlDatabase database(other);
        database.run(u"PRAGMA journal_mode = DELETE"_s);
        database.run(u"PRAGMA cache_size = 1"_s); // so that the journal is written to at once
        database.run(u"BEGIN IMMEDIATE"_s);
        database.run(u"INSERT INTO recent_query (query) VALUES (hex(zeroblob(60000)))"_s);
        database.run(u"UPDATE article_text SET excerpt = hex(zeroblob(60000))"_s);
        QVERIFY(QFile::copy(other + u"-journal"_s, own + u"-journal"_s));
    }
    // SQLite would undo it.
    QVERIFY(contentOf(own + u"-journal"_s).startsWith("\xd9\xd5\x05\xf9"));
    compareRefusal(own, u"-journal"_s);
}

// A backup has no log until it is opened for the first time. Killed then, it leaves a journal.
void OpeningTest::anArchivesOwnJournalIsUndone()
{
    const QTemporaryDir folder;
    const QString own = folder.filePath(u"own.microfiche"_s);
    importOnce(own);
    QByteArray journal;
    {
        SqlDatabase database(own);
        database.run(u"PRAGMA journal_mode = DELETE"_s);
        database.run(u"PRAGMA synchronous = OFF"_s); // so that the journal is written at once
        database.run(u"BEGIN IMMEDIATE"_s);
        database.run(u"PRAGMA user_version = 999999"_s);
        QFile file(own + u"-journal"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        journal = file.readAll();
        database.run(u"ROLLBACK"_s);
    }
    QCOMPARE(opened(own).opening, Opening::Opened); // which writes ahead again
    QVERIFY(journal.startsWith("\xd9\xd5\x05\xf9"));
    write(own + u"-journal"_s, journal);
    QCOMPARE(opened(own).opening, Opening::Opened);
    QVERIFY(!QFile::exists(own + u"-journal"_s));
}

void OpeningTest::anOlderLogIsRefused()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.microfiche"_s);
    const QString kept = folder.filePath(u"kept"_s);
    importOnce(path);
    {
        Store store;
        answerOf(store.open(path));
        answerOf(store.beginImport());
        QVERIFY(QFile::copy(path + u"-wal"_s, kept));
    }
    importOnce(path);
    QVERIFY(QFile::copy(kept, path + u"-wal"_s));
    const QByteArray before = contentOf(path);
    QCOMPARE(opened(path).opening, Opening::Unreadable);
    QCOMPARE(contentOf(path), before);
}

void OpeningTest::anArchivesOwnLogIsTakenIn()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.microfiche"_s);
    const QString copy = folder.filePath(u"copy.microfiche"_s);
    const QString link = folder.filePath(u"link.microfiche"_s);
    importOnce(path);
    {
        Store store;
        answerOf(store.open(path));
        QCOMPARE(answerOf(store.beginImport()), 2);
        QVERIFY(QFile::copy(path, copy));
        QVERIFY(QFile::copy(path + u"-wal"_s, copy + u"-wal"_s));
        QCOMPARE(opened(path).opening, Opening::Opened); // where it is in use, too
    }
    QVERIFY(QFile::link(copy, link));
    Store store;
    QCOMPARE(answerOf(store.open(link)).opening, Opening::Opened);
    QCOMPARE(answerOf(store.lastImport())->run, 2);
}

namespace
{

constexpr int LogHead = 32;
constexpr int Frame = 24 + 4096;

/// Several transactions that are in the log alone, copied as a kill would leave them.
QByteArray makeLogged(const QTemporaryDir &folder, const QString &copy)
{
    const QString path = folder.filePath(u"original.microfiche"_s);
    importOnce(path);
    Store store;
    answerOf(store.open(path));
    for (int i = 0; i < 4; ++i) {
        answerOf(store.beginImport());
    }
    return QFile::copy(path, copy) ? contentOf(path + u"-wal"_s) : QByteArray();
}

} // namespace

void OpeningTest::aDamagedLogIsDamage_data()
{
    QTest::addColumn<int>("at");
    QTest::newRow("in its head") << 20;
    QTest::newRow("in the head of its first frame") << LogHead + 10;
    QTest::newRow("in its first page") << LogHead + 1000;
}

void OpeningTest::aDamagedLogIsDamage()
{
    QFETCH(const int, at);
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"copy.microfiche"_s);
    QByteArray log = makeLogged(folder, copy);
    QVERIFY(log.size() > LogHead + 4 * Frame);
    log[at] = char(log.at(at) ^ 4);
    write(copy + u"-wal"_s, log);
    const QByteArray before = contentOf(copy);
    const Store::OpenAnswer answer = opened(copy);
    QCOMPARE(answer.opening, Opening::Unreadable);
    QVERIFY(answer.isDamaged);
    QCOMPARE(contentOf(copy), before);
    QCOMPARE(contentOf(copy + u"-wal"_s), log);
}

// Wherever it ends; or where the last transaction is there but for its first page.
void OpeningTest::aLogThatWasBrokenOffIsNoDamage()
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"copy.microfiche"_s);
    const QByteArray log = makeLogged(folder, copy);
    const QByteArray archive = contentOf(copy);
    QList<QByteArray> logs;
    for (qsizetype size = 0; size < log.size(); size += 1777) {
        logs.append(log.first(size));
    }
    const qsizetype frames = (log.size() - LogHead) / Frame;
    qsizetype first = frames - 1; // of the last transaction
    while (log.mid(LogHead + (first - 1) * Frame + 4, 4) == QByteArray(4, '\0')) {
        --first;
    }
    logs.append(QByteArray(log).replace(LogHead + first * Frame, Frame, QByteArray(Frame, '\0')));
    for (const QByteArray &broken : std::as_const(logs)) {
        QFile::remove(copy + u"-shm"_s);
        write(copy, archive);
        write(copy + u"-wal"_s, broken);
        QCOMPARE(opened(copy).opening, Opening::Opened);
    }
}

void OpeningTest::aLogWithoutAnArchiveIsKept()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.microfiche"_s);
    write(path, {});
    write(path + u"-wal"_s, "the last that is left");
    QCOMPARE(opened(path).opening, Opening::Unreadable);
    QCOMPARE(contentOf(path + u"-wal"_s), QByteArray("the last that is left"));
}

void OpeningTest::whatIsNotOursIsRefused_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<Opening>("opening");
    QTest::newRow("trigger") << u"CREATE TRIGGER t AFTER INSERT ON run BEGIN"
                                " DELETE FROM version; END"_s
                             << Opening::NotAnArchive;
    QTest::newRow("view") << u"CREATE VIEW v AS SELECT 1"_s << Opening::NotAnArchive;
    QTest::newRow("table") << u"CREATE TABLE t (x)"_s << Opening::NotAnArchive;
    QTest::newRow("changed table")
        << u"ALTER TABLE run ADD COLUMN x DEFAULT 1"_s << Opening::NotAnArchive;
    QTest::newRow("missing index") << u"DROP INDEX link_target"_s << Opening::Unreadable;
}

void OpeningTest::whatIsNotOursIsRefused()
{
    QFETCH(const QString, sql);
    QFETCH(const Opening, opening);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.microfiche"_s);
    importOnce(path);
    {
        SqlDatabase database(path);
        database.run(sql);
    }
    const QByteArray before = contentOf(path);
    const Store::OpenAnswer answer = opened(path);
    QCOMPARE(answer.opening, opening);
    QVERIFY(!answer.message.isEmpty());
    QCOMPARE(contentOf(path), before);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"a.microfiche"_s});
}

// Else every opening makes the whole schema to compare with.
void OpeningTest::theNewestSchemaIsKnownByItsDigest()
{
    QCOMPARE(QByteArray(NewestSchemaDigest), schemaDigest(knownSchema(newestSchemaVersion())));
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"new.microfiche"_s);
    QCOMPARE(opened(path).opening, Opening::Opened);
    Connection archive(path, Connection::Access::Reading);
    QCOMPARE(schemaDigest(schemaOf(archive)), QByteArray(NewestSchemaDigest));
    QList<SchemaEntry> changed = schemaOf(archive);
    changed.append({u"trigger"_s, u"zzz"_s, u"CREATE TRIGGER zzz"_s});
    QVERIFY(schemaDigest(changed) != NewestSchemaDigest);
}

void OpeningTest::figuresOfTheDatabaseAreNoStrangers()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.microfiche"_s);
    importOnce(path);
    {
        SqlDatabase database(path);
        database.run(u"ANALYZE"_s);
    }
    QCOMPARE(opened(path).opening, Opening::Opened);
}

void OpeningTest::aPlaceThatCannotBeMadeIsUnreadable()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"file"_s), "x");
    const Store::OpenAnswer answer = opened(folder.filePath(u"file/below.microfiche"_s));
    QCOMPARE(answer.opening, Opening::Unreadable);
    QVERIFY(!answer.message.isEmpty());
    QCOMPARE(opened(QString()).opening, Opening::Unreadable);
}

void OpeningTest::whatCouldNotBeOpenedAnswersWithNothing()
{
    Store store;
    const auto early = store.stats();
    answerOf(store.open(QDir::tempPath()));
    QCOMPARE(answerOf(early), ArchiveStats());
    QVERIFY(answerOf(store.cards({1})).isEmpty());
    QVERIFY(!answerOf(store.find(makeArticle(1).key)));
    QCOMPARE(answerOf(store.beginImport()), 0);
    QVERIFY(!answerOf(store.commit({})).error.isEmpty());
    QVERIFY(!answerOf(store.check()).problems.isEmpty());
    QVERIFY(!answerOf(store.lastImport()));
    store.endImport({}).waitForFinished();
}

void OpeningTest::reopeningKeepsEverything()
{
    ArchiveBuilder archive;
    Article article = makeArticle(1);
    article.related = {relatedTo(makeArticle(2))};
    archive.add(article);
    archive.commit();
    const ArticleId id = archive.idOf(article);
    const auto detail = answerOf(archive.store().detail(id));
    const auto rows = answerOf(archive.store().indexRows(0, 10)).rows;
    ArchiveStats stats = answerOf(archive.store().stats());
    QCOMPARE(archive.reopen().opening, Opening::Opened);
    QCOMPARE(answerOf(archive.store().detail(id)), detail);
    QCOMPARE(answerOf(archive.store().indexRows(0, 10)).rows, rows);
    ArchiveStats again = answerOf(archive.store().stats());
    again.archiveBytes = stats.archiveBytes;
    QCOMPARE(again, stats);
    // What came before is found again, not added a second time.
    archive.beginRun();
    archive.add(makeArticle(2));
    archive.add(article);
    const CommitResult result = archive.commit();
    QCOMPARE(result.added, 1);
    QCOMPARE(answerOf(archive.store().stats()).relatedResolved, 1);
}

void OpeningTest::twoArchivesAreOpenAtOnce()
{
    ArchiveBuilder one;
    ArchiveBuilder two;
    one.add(makeArticle(1));
    one.commit();
    QCOMPARE(answerOf(one.store().stats()).articles, 1);
    QCOMPARE(answerOf(two.store().stats()).articles, 0);
}

void OpeningTest::namesAreNotTakenForUris()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a?mode=memory#b %41;c.microfiche"_s);
    QCOMPARE(opened(path).opening, Opening::Opened);
    QVERIFY(QFile(path).size() > 0);
    QCOMPARE(opened(path).opening, Opening::Opened);
}

QTEST_GUILESS_MAIN(OpeningTest)
#include "tst_opening.moc"
