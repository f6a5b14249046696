// SPDX-License-Identifier: GPL-3.0-or-later
#include "repaircase.h"

#include "store/backups.h"
#include "support/damage.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

/// Damage costs what it hit and nothing else.
class RepairTest final : public RepairCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeSound(); }
    void init() { setUp(); }
    void cleanup() { m_place.reset(); }

    void aSoundArchiveIsLeftAsItIs();
    void whatIsDerivedIsMadeAnewInPlace_data();
    void whatIsDerivedIsMadeAnewInPlace();
    void whatIsNotHitComesBack_data();
    void whatIsNotHitComesBack();
    void aTruncatedArchiveGivesWhatThereIs_data();
    void aTruncatedArchiveGivesWhatThereIs();
    void aDestroyedHeadCostsNothing_data();
    void aDestroyedHeadCostsNothing();
    void aDamagedSchemaDoesNotCostTheLog();
    void lossesWithoutANameAreCountedOnce();
    void aDamagedFreelistCostsNothing();
    void whatHasNoFileIsNamedByItsAddress();
    void flippedBitsCostLittle_data();
    void flippedBitsCostLittle();
    void whatIsNoArchiveMakesWayForOne_data();
    void whatIsNoArchiveMakesWayForOne();
    void anotherDatabaseIsLeftAlone();
    void anOldVersionStaysOne();
    void anOldVersionThatIsLostIsNamed();
    void aSearchThatCannotBeReadIsNotCounted();
    void aKeptPictureOutlivesItsArticle();
    void aMarkedArticleWithoutItsFileIsKept();
    void theLogIsPartOfTheArchive();
    void aDamagedLogMayCostMore();
    void onceADay();
};

void RepairTest::aSoundArchiveIsLeftAsItIs()
{
    QCOMPARE(repair().outcome, Outcome::Sound);
    QCOMPARE(treasureOf(m_path), m_before);
    QCOMPARE(namesIn(m_place->path()), QStringList{u"news.microfiche"_s});
}

void RepairTest::whatIsDerivedIsMadeAnewInPlace_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("words") << u"DELETE FROM article_fts_data WHERE id > 100"_s;
    QTest::newRow("words of one")
        << u"UPDATE article_text SET title = 'Another' WHERE article = 7"_s;
    QTest::newRow("counts of citations") << u"UPDATE citation SET counts = x'00'"_s;
    QTest::newRow("order of titles") << u"INSERT INTO title_order VALUES (x'00', x'0102')"_s;
}

void RepairTest::whatIsDerivedIsMadeAnewInPlace()
{
    QFETCH(const QString, sql);
    SqlDatabase(m_path).run(sql);
    QCOMPARE(repair().outcome, Outcome::Rebuilt);
    QCOMPARE(treasureOf(m_path), m_before);
    QCOMPARE(repair().outcome, Outcome::Sound);
    QCOMPARE(namesIn(m_place->path()), QStringList{u"news.microfiche"_s});
}

void RepairTest::whatIsNotHitComesBack_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<int>("mostLost");
    QTest::newRow("articles") << u"article"_s << 0;
    QTest::newRow("texts") << u"article_text"_s << 0;
    QTest::newRow("topics") << u"article_topic"_s << 0;
    QTest::newRow("links") << u"link"_s << 0;
    QTest::newRow("pictures") << u"picture"_s << 0;
    QTest::newRow("providers") << u"provider"_s << 0;
    QTest::newRow("words") << u"article_fts_data"_s << 0;
    QTest::newRow("an index") << u"version_article"_s << 0;
    QTest::newRow("citations") << u"citation"_s << 0;
    QTest::newRow("ledger") << u"file"_s << 0;
    QTest::newRow("folders") << u"folder"_s << 0;
    QTest::newRow("runs") << u"run"_s << 0;
    QTest::newRow("identity") << u"archive"_s << 0;
    QTest::newRow("versions") << u"version"_s << 100;
    QTest::newRow("originals") << u"block"_s << Articles;
}

void RepairTest::whatIsNotHitComesBack()
{
    QFETCH(const QString, table);
    QFETCH(const int, mostLost);
    smashLeaf(m_path, table);
    const QByteArray damaged = bytesOf(m_path);
    const RepairReport report = repair();
    QCOMPARE(report.message, QString());
    QVERIFY(report.outcome == Outcome::Salvaged || report.outcome == Outcome::Rebuilt);
    QVERIFY2(report.lostCount <= mostLost, qPrintable(report.lost.join(u' ')));
    QCOMPARE(report.lostCount, report.lost.size());
    compare(report);
    const Treasure after = treasureOf(m_path);
    if (report.lostCount == 0) {
        QCOMPARE(after.marks, m_before.marks);
    }
    QCOMPARE(after.searches, m_before.searches);
    QCOMPARE(after.recent, m_before.recent);
    QCOMPARE(after.policy, m_before.policy);
    if (table != "picture"_L1) {
        QCOMPARE(after.kept, m_before.kept);
    }
    if (report.outcome == Outcome::Salvaged) {
        QCOMPARE(bytesOf(report.kept), damaged);
        QVERIFY(report.kept.contains(u".damaged-"_s));
    }
}

void RepairTest::aTruncatedArchiveGivesWhatThereIs_data()
{
    QTest::addColumn<int>("percent");
    QTest::addColumn<bool>("hasSome"); // what is at the end is what was written last
    QTest::newRow("a quarter") << 25 << false;
    QTest::newRow("half") << 50 << false;
    QTest::newRow("nearly all") << 95 << true;
}

void RepairTest::aTruncatedArchiveGivesWhatThereIs()
{
    QFETCH(const int, percent);
    QFETCH(const bool, hasSome);
    QVERIFY(QFile::resize(m_path, m_sound.size() * percent / 100));
    const RepairReport report = repair();
    QCOMPARE(report.outcome, Outcome::Salvaged);
    const Treasure after = treasureOf(m_path);
    QCOMPARE(!after.files.empty(), hasSome);
    for (const auto &[path, bytes] : after.files) {
        const auto before =
            std::find_if(m_before.files.cbegin(), m_before.files.cend(),
                         [&bytes = bytes](const auto &entry) { return entry.second == bytes; });
        QVERIFY2(before != m_before.files.cend(), qPrintable(path));
    }
    if (hasSome) {
        QVERIFY(report.lostCount + qint64(after.files.size()) >= Articles);
    }
}

void RepairTest::aDestroyedHeadCostsNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("head zeroed") << QByteArray(100, '\0');
    QTest::newRow("head overwritten") << QByteArray(100, 'x');
    QByteArray other = m_sound.first(100);
    other[68] = char(other.at(68) ^ 1);
    QTest::newRow("a bit of whose it is") << other;
    other = m_sound.first(100);
    other[61] = char(other.at(61) ^ 1);
    QTest::newRow("a bit of how new it is") << other;
    QTest::newRow("first page zeroed") << QByteArray(4096, '\0');
    QTest::newRow("first page overwritten") << QByteArray(4096, char(0xa5));
}

void RepairTest::aDestroyedHeadCostsNothing()
{
    QFETCH(const QByteArray, bytes);
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.write(bytes) == bytes.size());
    }
    const RepairReport report = repair();
    QCOMPARE(report.outcome, Outcome::Salvaged);
    QCOMPARE(report.lostCount, 0);
    QCOMPARE(treasureOf(m_path), m_before);
    QCOMPARE(bytesOf(report.kept), bytes + m_sound.mid(bytes.size()));
    QCOMPARE(namesIn(m_place->path()).size(), 2); // nothing else is left
}

void RepairTest::aDamagedSchemaDoesNotCostTheLog()
{
    QByteArray log;
    {
        Store store;
        answerOf(store.open(m_path));
        QVERIFY(answerOf(store.rememberQuery(u"newest"_s)));
        log = bytesOf(m_path + "-wal"_L1);
    }
    QByteArray damaged = m_sound;
    const qsizetype at = damaged.indexOf("CREATE TABLE file");
    QVERIFY(at > 0);
    damaged[at + 3] = 'X';
    write(m_path, damaged);
    write(m_path + u"-wal"_s, log);
    const RepairReport report = repair();
    QCOMPARE(report.outcome, Outcome::Salvaged);
    QCOMPARE(report.lostCount, 0);
    const Treasure after = treasureOf(m_path);
    QCOMPARE(after.files, m_before.files);
    QCOMPARE(after.recent.value(0), u"newest"_s);
}

void RepairTest::lossesWithoutANameAreCountedOnce()
{
    {
        Store store;
        QCOMPARE(answerOf(store.open(m_path)).opening, Store::Opening::Opened);
        ImportSummary summary;
        summary.run = 1;
        summary.filesImported = Articles;
        store.endImport(summary).waitForFinished();
    }
    QVERIFY(QFile::resize(m_path, QFileInfo(m_path).size() / 2));
    const RepairReport report = repair();
    QCOMPARE(report.outcome, Outcome::Salvaged);
    QVERIFY(report.namelessCount > 0);
    QCOMPARE(report.lostCount, report.namelessCount + report.lost.size());
    QCOMPARE(report.originals + report.lostCount, Articles);
    QVERIFY(QFile::remove(report.kept));
    smashLeaf(m_path, u"archive"_s);
    const RepairReport second = repair();
    QCOMPARE(second.outcome, Outcome::Salvaged);
    QCOMPARE(second.lostCount, 0);
}

void RepairTest::aDamagedFreelistCostsNothing()
{
    {
        SqlDatabase database(m_path);
        database.run(u"INSERT INTO recent_query (query) VALUES (hex(randomblob(60000)))"_s);
        database.run(u"DELETE FROM recent_query WHERE length(query) > 1000"_s);
    }
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    constexpr int FirstFreePage = 32; // in the head
    QVERIFY(file.seek(FirstFreePage));
    const qint64 page = SqliteFormat::numberAt(file.read(4), 0);
    QVERIFY(page > 0 && file.seek((page - 1) * 4096));
    file.write(QByteArray(4096, char(0xa5)));
    file.close();
    const RepairReport report = repair();
    QCOMPARE(report.outcome, Outcome::Salvaged);
    QCOMPARE(treasureOf(m_path), m_before);
}

void RepairTest::whatHasNoFileIsNamedByItsAddress()
{
    smashLeaf(m_path, u"version"_s);
    smashLeaf(m_path, u"file"_s);
    const RepairReport report = repair();
    QVERIFY(!report.lost.filter(QRegularExpression(u"^https://news.example/"_s)).isEmpty());
    QVERIFY(report.lostCount + qint64(treasureOf(m_path).files.size()) >= Articles);
}

void RepairTest::flippedBitsCostLittle_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 40; ++seed) {
        QTest::addRow("seed %u", seed) << seed;
    }
}

void RepairTest::flippedBitsCostLittle()
{
    QFETCH(const quint32, seed);
    flipBits(m_path, seed, 3);
    const RepairReport report = repair();
    QVERIFY2(report.outcome != Outcome::Failed, qPrintable(report.message));
    compare(report, Told::BytesAlone);
}

void RepairTest::whatIsNoArchiveMakesWayForOne_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("0 bytes") << QByteArray();
    QTest::newRow("text") << QByteArray("Dear diary, ").repeated(400);
    QTest::newRow("head only") << m_sound.first(100);
    QTest::newRow("first page only") << m_sound.first(4096);
    QTest::newRow("first page gone") << QByteArray(4096, '\0') + m_sound.mid(4096);
}

void RepairTest::whatIsNoArchiveMakesWayForOne()
{
    QFETCH(const QByteArray, bytes);
    write(m_path, bytes);
    const RepairReport report = repair();
    QCOMPARE(report.outcome, Outcome::Salvaged);
    QVERIFY(report.articles > 0 || !report.areLossesKnown);
    QCOMPARE(bytesOf(report.kept), bytes);
    Store store;
    QCOMPARE(answerOf(store.open(m_path, Store::IfMissing::Refuse)).opening,
             Store::Opening::Opened);
    QCOMPARE(answerOf(store.stats()).articles, report.articles);
}

void RepairTest::anotherDatabaseIsLeftAlone()
{
    QFile::remove(m_path);
    SqlDatabase(m_path).run(u"CREATE TABLE theirs (a)"_s);
    const QByteArray bytes = bytesOf(m_path);
    const RepairReport report = repair();
    QCOMPARE(report.outcome, Outcome::Failed);
    QVERIFY(!report.message.isEmpty());
    QCOMPARE(bytesOf(m_path), bytes);
    QCOMPARE(namesIn(m_place->path()), QStringList{u"news.microfiche"_s});
}

void RepairTest::anOldVersionStaysOne()
{
    ArchiveBuilder archive;
    const Article article = articleOf(1);
    for (const char *change : {"first", "second", "third"}) {
        archive.add(article, "1.md", originalOf(article) + change);
        archive.commit();
        archive.beginRun();
    }
    for (int number = 2; number < Articles; ++number) {
        archive.add(articleOf(number));
    }
    archive.commit();
    const auto before = answerOf(archive.store().detail(archive.idOf(article)))->files;
    QCOMPARE(before.size(), 3);
    archive.close();
    smashLeaf(archive.path(), u"article_text"_s);
    QCOMPARE(repairArchive(archive.path(), parsed).outcome, Outcome::Salvaged);
    archive.reopen();
    const auto after = answerOf(archive.store().detail(archive.idOf(article)))->files;
    QCOMPARE(after.size(), before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        QCOMPARE(after.at(i).hash, before.at(i).hash);
        QCOMPARE(after.at(i).path, before.at(i).path);
        QCOMPARE(after.at(i).isShown, before.at(i).isShown);
        QCOMPARE(after.at(i).isCurrent, before.at(i).isCurrent);
    }
    QCOMPARE(answerOf(archive.store().check()).problems, QStringList());
}

void RepairTest::anOldVersionThatIsLostIsNamed()
{
    ArchiveBuilder archive;
    const Article article = articleOf(1);
    for (const char *change : {"first", "second"}) {
        archive.add(article, "1.md", originalOf(article) + change);
        archive.commit();
        archive.beginRun();
    }
    for (int number = 2; number < Articles; ++number) {
        archive.add(articleOf(number));
    }
    archive.commit();
    archive.close();
    SqlDatabase(archive.path()).run(u"UPDATE block SET frame = x'00' WHERE id = 1"_s);
    smashLeaf(archive.path(), u"article_text"_s);
    const RepairReport report = repairArchive(archive.path(), parsed);
    QCOMPARE(report.outcome, Outcome::Salvaged);
    QCOMPARE(report.lostEarlier, QStringList{u"/archive/news/1.md"_s});
    QCOMPARE(report.lost, QStringList());
    QCOMPARE(report.lostCount, 1);
    QCOMPARE(report.originals, Articles - 1);
}

void RepairTest::aSearchThatCannotBeReadIsNotCounted()
{
    QByteArray damaged = m_sound;
    constexpr char Head[] = "\x15\x15Owlsowls"; // two texts of four bytes (file format, 2.1)
    const qsizetype at = damaged.indexOf(Head);
    QVERIFY(at > 0);
    damaged[at] = '\0'; // no name
    write(m_path, damaged);
    smashLeaf(m_path, u"article_text"_s);
    const RepairReport report = repair();
    QCOMPARE(report.outcome, Outcome::Salvaged);
    QCOMPARE(report.savedSearches, 1);
    QCOMPARE(treasureOf(m_path).searches, QStringList{u"New=a"_s});
}

// Others may come to show it; and it was fetched, or picked by hand, once.
void RepairTest::aKeptPictureOutlivesItsArticle()
{
    SqlDatabase(m_path).run(u"UPDATE block SET frame = x'00'"_s);
    smashLeaf(m_path, u"article_text"_s);
    const RepairReport report = repair();
    QCOMPARE(report.outcome, Outcome::Salvaged);
    QCOMPARE(report.originals, 0);
    QCOMPARE(treasureOf(m_path).kept, m_before.kept);
}

void RepairTest::aMarkedArticleWithoutItsFileIsKept()
{
    smashLeaf(m_path, u"block"_s);
    const RepairReport report = repair();
    QVERIFY(report.lostCount > 0);
    QCOMPARE(treasureOf(m_path).marks, m_before.marks);
}

void RepairTest::theLogIsPartOfTheArchive()
{
    QByteArray file;
    QByteArray log;
    {
        Store store;
        answerOf(store.open(m_path));
        QVERIFY(answerOf(store.rememberQuery(u"newest"_s)));
        file = bytesOf(m_path);
        log = bytesOf(m_path + "-wal"_L1);
    }
    QVERIFY(!log.isEmpty());
    write(m_path, file);
    write(m_path + u"-wal"_s, log);
    smashLeaf(m_path, u"article_text"_s);
    // Whoever looks for the page has closed the archive, and so taken the log in.
    const RepairReport report = repair();
    QCOMPARE(report.outcome, Outcome::Salvaged);
    QCOMPARE(treasureOf(m_path).recent.value(0), u"newest"_s);
}

void RepairTest::aDamagedLogMayCostMore()
{
    QByteArray log;
    {
        Store store;
        answerOf(store.open(m_path));
        for (const QString &query : {u"one"_s, u"two"_s, u"three"_s}) {
            QVERIFY(answerOf(store.rememberQuery(query)));
        }
        log = bytesOf(m_path + "-wal"_L1);
    }
    log[1000] = char(~log.at(1000)); // in the first page of the first of them
    write(m_path, m_sound);
    write(m_path + u"-wal"_s, log);
    const RepairReport report = repair();
    QCOMPARE(report.outcome, Outcome::Salvaged);
    QVERIFY(!report.areLossesKnown);
    QCOMPARE(report.lostCount, 0);
    QCOMPARE(treasureOf(m_path), m_before);
    QCOMPARE(bytesOf(report.kept + u"-wal"_s), log);
    QCOMPARE(repair().outcome, Outcome::Sound);
}

void RepairTest::onceADay()
{
    smashLeaf(m_path, u"article_text"_s);
    QCOMPARE(repair().outcome, Outcome::Salvaged);
    const QByteArray kept = bytesOf(besides(u"damaged"_s));
    smashLeaf(m_path, u"article_text"_s);
    const QByteArray second = bytesOf(m_path);
    const RepairReport report = repair();
    QCOMPARE(report.outcome, Outcome::Failed);
    QVERIFY(report.message.contains(QFileInfo(besides(u"damaged"_s)).fileName()));
    QCOMPARE(bytesOf(m_path), second);
    QCOMPARE(bytesOf(besides(u"damaged"_s)), kept);
    QVERIFY(QFile::remove(besides(u"damaged"_s)));
    QCOMPARE(repair().outcome, Outcome::Salvaged);
}

QTEST_GUILESS_MAIN(RepairTest)
#include "tst_repair.moc"
