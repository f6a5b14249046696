// SPDX-License-Identifier: GPL-3.0-or-later
// Every imported byte can be had back, and damage is found.
#include "support/archivebuilder.h"
#include "support/sqldatabase.h"

#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

class OriginalsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBlockGivesEachFileBack();
    void whatIsNotInABlockIsNotMadeUp();
    void aDamagedBlockGivesNothingOrIsSeenByItsHash();
    void filesThatShareWordsPackWell();
    void originalsComeBackByteForByte_data();
    void originalsComeBackByteForByte();
    void checkFindsADamagedOriginal();
    void bytesThatDoNotFitTheirHashAreNotGiven();
    void checkFindsWordsThatDoNotFit();
    void checkFindsLinksToNowhere();
    void aHealthyArchiveHasNoProblems();
};

void OriginalsTest::aBlockGivesEachFileBack()
{
    OriginalsBlock block;
    const QList<QByteArray> files{"first", QByteArray(100'000, 'x'), "", QByteArray("\0\xff", 2)};
    QList<qint64> offsets;
    for (const QByteArray &file : files) {
        offsets.append(block.add(file));
    }
    QCOMPARE(block.unpackedSize(), 100'007);
    const QByteArray packed = block.packed();
    for (qsizetype i = 0; i < files.size(); ++i) {
        QCOMPARE(OriginalsBlock::unpack(packed, offsets.at(i), files.at(i).size()), files.at(i));
    }
}

void OriginalsTest::whatIsNotInABlockIsNotMadeUp()
{
    OriginalsBlock block;
    block.add("twelve bytes");
    const QByteArray packed = block.packed();
    QVERIFY(!OriginalsBlock::unpack(packed, 10, 3));
    QVERIFY(!OriginalsBlock::unpack(packed, -1, 3));
    QVERIFY(!OriginalsBlock::unpack(packed, 3, -1));
    QVERIFY(!OriginalsBlock::unpack(packed, 0, std::numeric_limits<qint64>::max()));
    QVERIFY(!OriginalsBlock::unpack({}, 0, 3));
    QVERIFY(!OriginalsBlock::unpack("this is no frame", 0, 3));
    QVERIFY(OriginalsBlock().packed().isEmpty());
}

void OriginalsTest::aDamagedBlockGivesNothingOrIsSeenByItsHash()
{
    OriginalsBlock block;
    const QByteArray file = originalOf(makeArticle(1)) + QByteArray(5'000, 'y');
    block.add(file);
    const QByteArray packed = block.packed();
    for (qsizetype at = 0; at < packed.size(); ++at) {
        QByteArray damaged = packed;
        damaged[at] = char(damaged.at(at) ^ 0x10);
        const auto bytes = OriginalsBlock::unpack(damaged, 0, file.size());
        QVERIFY(!bytes || *bytes == file || contentHash(*bytes) != contentHash(file));
        const auto start = OriginalsBlock::unpack(packed.first(at), 0, file.size());
        QVERIFY(!start || *start == file);
    }
}

void OriginalsTest::filesThatShareWordsPackWell()
{
    OriginalsBlock block;
    for (int i = 1; i <= 200; ++i) {
        Article article = makeArticle(i);
        for (int other = i + 1; other <= i + 20; ++other) {
            article.related.append(relatedTo(makeArticle(other)));
        }
        block.add(originalOf(article));
    }
    QVERIFY(block.packed().size() < block.unpackedSize() / 10);
}

void OriginalsTest::originalsComeBackByteForByte_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("plain") << QByteArray("---\ntitle: x\n---\n");
    QTest::newRow("CRLF") << QByteArray("---\r\ntitle: x\r\n---\r\n");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf---\ntitle: x\n---");
    QTest::newRow("no UTF-8, and NUL") << QByteArray("---\0\xff\xfe\xc3", 7);
    QTest::newRow("large") << QByteArray(1'000'000, 'z') + "end";
    QTest::newRow("empty") << QByteArray("");
}

void OriginalsTest::originalsComeBackByteForByte()
{
    QFETCH(const QByteArray, bytes);
    ArchiveBuilder archive;
    archive.add(makeArticle(1));
    archive.add(makeArticle(2), "two.md", bytes);
    archive.add(makeArticle(3));
    archive.commit();
    archive.reopen();
    const auto detail = answerOf(archive.store().detail(archive.idOf(makeArticle(2))));
    QCOMPARE(detail->files.constFirst().hash, contentHash(bytes));
    QCOMPARE(answerOf(archive.store().original(detail->files.constFirst().version)), bytes);
    QCOMPARE(answerOf(archive.store().check()).originalsChecked, 3);
    QVERIFY(!answerOf(archive.store().original(4711)));
}

void OriginalsTest::checkFindsADamagedOriginal()
{
    ArchiveBuilder archive;
    archive.add(makeArticle(1));
    archive.add(makeArticle(2));
    archive.commit();
    archive.add(makeArticle(3));
    archive.commit();
    {
        // A flipped byte in a stored frame: no check of SQLite's own sees it.
        SqlDatabase database(archive.path());
        QByteArray frame =
            database.run(u"SELECT hex(frame) FROM block WHERE id = 1"_s).toByteArray();
        frame[frame.size() / 2] = frame.at(frame.size() / 2) == '0' ? '1' : '0';
        database.run(
            u"UPDATE block SET frame = x'%1' WHERE id = 1"_s.arg(QString::fromLatin1(frame)));
    }
    const CheckReport report = answerOf(archive.store().check());
    QCOMPARE(report.originalsChecked, 3);
    QVERIFY(!report.problems.isEmpty());
    QVERIFY(report.problems.constFirst().contains("/archive/news/1.md"_L1) ||
            report.problems.constFirst().contains("/archive/news/2.md"_L1));
    for (const QString &problem : report.problems) {
        QVERIFY(!problem.contains("3.md"_L1));
    }
    const auto sound = answerOf(archive.store().detail(archive.idOf(makeArticle(3))));
    QVERIFY(answerOf(archive.store().original(sound->files.constFirst().version)));
}

void OriginalsTest::bytesThatDoNotFitTheirHashAreNotGiven()
{
    ArchiveBuilder archive;
    archive.add(makeArticle(1));
    archive.add(makeArticle(2));
    archive.commit();
    {
        SqlDatabase database(archive.path());
        database.run(u"UPDATE version SET offset = 1 WHERE id = 1"_s);
    }
    QVERIFY(!answerOf(archive.store().original(1)));
    QCOMPARE(answerOf(archive.store().original(2)), originalOf(makeArticle(2)));
    QCOMPARE(answerOf(archive.store().check()).problems.size(), 1);
}

void OriginalsTest::checkFindsWordsThatDoNotFit()
{
    ArchiveBuilder archive;
    archive.add(makeArticle(1));
    archive.commit();
    SqlDatabase database(archive.path());
    database.run(u"UPDATE article_text SET title = 'Otherwise'"_s);
    QCOMPARE(answerOf(archive.store().check()).problems.size(), 1);
    database.run(u"INSERT INTO article_fts (article_fts) VALUES ('rebuild')"_s);
    QCOMPARE(answerOf(archive.store().check()).problems, QStringList());
    QCOMPARE(answerOf(archive.store().search({u"otherwise"_s})).size(), 1);
}

void OriginalsTest::checkFindsLinksToNowhere()
{
    ArchiveBuilder archive;
    archive.add(makeArticle(1));
    archive.commit();
    SqlDatabase database(archive.path());
    database.run(u"INSERT INTO link VALUES (1, 0, 77)"_s);
    QCOMPARE(answerOf(archive.store().check()).problems.size(), 1);
}

void OriginalsTest::aHealthyArchiveHasNoProblems()
{
    ArchiveBuilder archive;
    QCOMPARE(answerOf(archive.store().check()).problems, QStringList());
    Article article = makeArticle(1);
    article.related = {relatedTo(makeArticle(2)), relatedTo(makeArticle(3))};
    article.topics = {u"Zürich"_s, u"B"_s};
    archive.add(article);
    archive.commit();
    QCOMPARE(answerOf(archive.store().check()).problems, QStringList());
}

QTEST_GUILESS_MAIN(OriginalsTest)
#include "tst_originals.moc"
