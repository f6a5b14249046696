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
    void checkNamesTheOriginalsThatCannotBeHadBack_data();
    void checkNamesTheOriginalsThatCannotBeHadBack();
    void checkFindsWhatIsNotFoundByItsAddress();
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

void OriginalsTest::checkNamesTheOriginalsThatCannotBeHadBack_data()
{
    QTest::addColumn<double>("place"); // of the flipped byte, in the frame
    QTest::newRow("the head") << 0.0;
    QTest::newRow("early") << 0.1;
    QTest::newRow("middle") << 0.5;
    QTest::newRow("late") << 0.9;
    QTest::newRow("the checksum") << 1.0;
}

// Noise does not pack: a flipped byte of it is one of the file it stands in.
void OriginalsTest::checkNamesTheOriginalsThatCannotBeHadBack()
{
    QFETCH(const double, place);
    constexpr int Files = 30;
    ArchiveBuilder archive;
    for (int i = 1; i <= Files; ++i) {
        QByteArray noise = contentHash(QByteArray::number(i));
        while (noise.size() < 20'000) {
            noise += contentHash(noise);
        }
        archive.add(makeArticle(i), {}, noise);
    }
    archive.commit();
    {
        SqlDatabase database(archive.path());
        QByteArray frame =
            QByteArray::fromHex(database.run(u"SELECT hex(frame) FROM block"_s).toByteArray());
        const auto at = qsizetype(double(frame.size() - 1) * place);
        frame[at] = char(frame.at(at) ^ 0x04);
        database.run(u"UPDATE block SET frame = x'%1'"_s.arg(QString::fromLatin1(frame.toHex())));
    }
    const CheckReport report = answerOf(archive.store().check());
    QCOMPARE(report.originalsChecked, Files);
    int lost = 0;
    for (int i = 1; i <= Files; ++i) {
        const auto detail = answerOf(archive.store().detail(archive.idOf(makeArticle(i))));
        const QString path = QString::fromUtf8(detail->files.constFirst().path);
        const bool isNamed =
            std::any_of(report.problems.cbegin(), report.problems.cend(),
                        [&path](const QString &problem) { return problem.contains(path + u' '); });
        QCOMPARE(isNamed, !answerOf(archive.store().original(detail->files.constFirst().version)));
        lost += isNamed ? 1 : 0;
    }
    if (place == 0.0) {
        QCOMPARE(lost, Files);
    } else if (place == 1.0) {
        QCOMPARE(lost, 0);
        QCOMPARE(report.problems.size(), 1); // and is told none the less
    } else {
        QCOMPARE(lost, 1);
        QCOMPARE(report.problems.size(), 1);
    }
}

void OriginalsTest::checkFindsWhatIsNotFoundByItsAddress()
{
    ArchiveBuilder archive;
    Article article = makeArticle(1);
    article.pictures = {{u"https://pictures.example/1.png"_s, {}, {}, false, {}}};
    archive.add(article);
    archive.commit();
    SqlDatabase database(archive.path());
    database.run(u"UPDATE article SET key_hash = key_hash + 1"_s);
    QStringList problems = answerOf(archive.store().check()).problems;
    QCOMPARE(problems.size(), 1);
    QVERIFY(problems.constFirst().contains(article.webUrl));
    database.run(u"UPDATE article SET key_hash = key_hash - 1"_s);
    database.run(u"UPDATE picture SET url_hash = 7"_s);
    problems = answerOf(archive.store().check()).problems;
    QCOMPARE(problems.size(), 1);
    QVERIFY(problems.constFirst().contains("https://pictures.example/1.png"_L1));
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
    QCOMPARE(idsWith(archive.store(), {u"otherwise"_s}).size(), 1);
}

void OriginalsTest::checkFindsLinksToNowhere()
{
    ArchiveBuilder archive;
    archive.add(makeArticle(1));
    archive.commit();
    SqlDatabase database(archive.path());
    database.run(u"INSERT INTO link VALUES (1, 0, 77)"_s);
    QCOMPARE(answerOf(archive.store().check()).problems.size(), 2); // and nobody counts it
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
