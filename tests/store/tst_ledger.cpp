// SPDX-License-Identifier: GPL-3.0-or-later
// What became of each file, and what is kept of an import.
#include "support/archivebuilder.h"

#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

class LedgerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsFilesBetweenTwoNames();
    void namesAreBytes();
    void aRejectedFileIsKnown();
    void aPictureIsKnownAndCountsForNothing();
    void anImportThatBrokeOffLeavesItsPicturesInDoubt();
    void aFileThatBreaksKeepsItsArticle();
    void aFileThatChangesItsAddressLeavesTheOldArticle();
    void anUnchangedFileGetsItsStampOnly();
    void theLastImportIsKept();
    void anImportThatBrokeOffIsNotFinished();

private:
    static QHash<QByteArray, LedgerEntry> all(ArchiveBuilder &archive)
    {
        return answerOf(archive.store().ledger(ArchiveBuilder::folder(), "", "\xff\xff"));
    }
};

void LedgerTest::knowsFilesBetweenTwoNames()
{
    ArchiveBuilder archive;
    const QList<QByteArray> names{"a.md", "b.md", "c.md", "Z.md"};
    for (qsizetype i = 0; i < names.size(); ++i) {
        archive.add(makeArticle(int(i) + 1), names.at(i));
    }
    archive.commit();
    const auto entries = answerOf(archive.store().ledger(ArchiveBuilder::folder(), "a.md", "b.md"));
    QCOMPARE(entries.size(), 2);
    const QByteArray bytes = originalOf(makeArticle(2));
    const LedgerEntry expected{2, bytes.size(), 2, contentHash(bytes), {}, 0, {}};
    QCOMPARE(entries.value("b.md"), expected);
    QCOMPARE(all(archive).size(), 4);
    QVERIFY(answerOf(archive.store().ledger("/elsewhere", "", "\xff")).isEmpty());
}

void LedgerTest::namesAreBytes()
{
    ArchiveBuilder archive;
    const QByteArray name("caf\xe9\n\xff.md");
    archive.add(makeArticle(1), name);
    archive.addRejected("\x80", {0, 0, u"no"_s});
    archive.commit();
    QVERIFY(all(archive).contains(name));
    QVERIFY(all(archive).contains("\x80"));
    const auto detail = answerOf(archive.store().detail(archive.idOf(makeArticle(1))));
    QCOMPARE(detail->files.constFirst().path, ArchiveBuilder::folder() + '/' + name);
}

void LedgerTest::aRejectedFileIsKnown()
{
    ArchiveBuilder archive;
    const RejectedFile reason{3, 7, u"A quote is missing"_s, 1};
    archive.addRejected("broken.md", reason);
    QCOMPARE(archive.commit().error, QString());
    QCOMPARE(all(archive).value("broken.md").rejected, std::optional(reason));
    QCOMPARE(all(archive).value("broken.md").rules, 1);
    const ArchiveStats stats = answerOf(archive.store().stats());
    QCOMPARE(stats.files, 0);
    QCOMPARE(stats.articles, 0);
    QCOMPARE(stats.duplicateFiles, 0);
    // Mended, it is an article like any other.
    archive.add(makeArticle(1), "broken.md");
    QCOMPARE(archive.commit().added, 1);
    QVERIFY(!all(archive).value("broken.md").rejected);
    QCOMPARE(answerOf(archive.store().stats()).files, 1);
}

void LedgerTest::aPictureIsKnownAndCountsForNothing()
{
    ArchiveBuilder archive;
    archive.add(makeArticle(1), "a.md");
    archive.addOther("a.png", {1});
    QCOMPARE(archive.commit().error, QString());
    const LedgerEntry picture = all(archive).value("a.png");
    QVERIFY(picture.file > 0 && picture.hash.isEmpty() && !picture.rejected);
    QCOMPARE(picture.rules, 1);
    const ArchiveStats stats = answerOf(archive.store().stats());
    QCOMPARE(stats.files, 1);
    QCOMPARE(stats.duplicateFiles, 0);
    QCOMPARE(answerOf(archive.store().check()).problems, QStringList());
}

void LedgerTest::anImportThatBrokeOffLeavesItsPicturesInDoubt()
{
    ArchiveBuilder archive;
    const auto rulesOf = [&archive](const char *name) { return all(archive).value(name).rules; };
    archive.addOther("early.png", {1});
    archive.commit();
    ImportSummary whole;
    whole.run = archive.run();
    whole.isFinished = true;
    archive.store().endImport(whole).waitForFinished();
    archive.beginRun();
    archive.addOther("late.png", {1});
    archive.addRejected("a.md", {1, 1, u"no"_s, 1});
    archive.commit();
    QCOMPARE(rulesOf("late.png"), 1);
    archive.beginRun();
    QCOMPARE(rulesOf("late.png"), 0);
    QCOMPARE(rulesOf("early.png"), 1);
    QCOMPARE(rulesOf("a.md"), 1);
}

void LedgerTest::aFileThatBreaksKeepsItsArticle()
{
    ArchiveBuilder archive;
    archive.add(makeArticle(1), "a.md");
    archive.commit();
    archive.addRejected("a.md", {1, 1, u"no fence"_s});
    archive.commit();
    QVERIFY(all(archive).value("a.md").rejected);
    const auto detail = answerOf(archive.store().detail(archive.idOf(makeArticle(1))));
    QCOMPARE(detail->card.title, u"Article 1"_s);
    QVERIFY(!detail->files.constFirst().isCurrent);
    QVERIFY(answerOf(archive.store().original(detail->files.constFirst().version)));
    QCOMPARE(answerOf(archive.store().stats()).duplicateFiles, 0);
}

void LedgerTest::aFileThatChangesItsAddressLeavesTheOldArticle()
{
    ArchiveBuilder archive;
    archive.add(makeArticle(1), "a.md");
    archive.commit();
    archive.add(makeArticle(2), "a.md");
    QCOMPARE(archive.commit().added, 1);
    const ArchiveStats stats = answerOf(archive.store().stats());
    QCOMPARE(stats.articles, 2);
    QCOMPARE(stats.files, 1);
    QCOMPARE(stats.duplicateFiles, 0);
    QCOMPARE(answerOf(archive.store().check()).problems, QStringList());
}

void LedgerTest::anUnchangedFileGetsItsStampOnly()
{
    ArchiveBuilder archive;
    archive.add(makeArticle(1), "a.md");
    archive.commit();
    const LedgerEntry before = all(archive).value("a.md");
    archive.addUnchanged({ArchiveBuilder::folder(), "a.md", before.size, 77});
    archive.addUnchanged({ArchiveBuilder::folder(), "never seen.md", 1, 1});
    const CommitResult result = archive.commit();
    QCOMPARE(result.error, QString());
    QVERIFY(result.index.rows.isEmpty());
    QCOMPARE(all(archive).size(), 1);
    QCOMPARE(all(archive).value("a.md").modifiedNs, 77);
    QCOMPARE(all(archive).value("a.md").hash, before.hash);
}

void LedgerTest::theLastImportIsKept()
{
    ArchiveBuilder archive;
    ImportSummary summary;
    summary.run = archive.run();
    summary.isFinished = true;
    summary.filesFound = 5'000'000'000;
    summary.filesRejected = MaxKeptProblems + 5;
    summary.seconds = 1.5;
    summary.rejected = QList<FileProblem>(MaxKeptProblems + 5,
                                          {"/a/caf\xe9 100%.md", 3, 7, u"„Anführung“ fehlt"_s});
    summary.warnings = {{"/a/b.md", 0, 0, u"quality is a word"_s}};
    summary.warningsFound = 12'000;
    archive.store().endImport(summary).waitForFinished();
    archive.reopen();
    const auto kept = answerOf(archive.store().lastImport());
    QVERIFY(kept);
    QVERIFY(kept->isFinished);
    QVERIFY(kept->startedAt > 0);
    QCOMPARE(kept->run, summary.run);
    QCOMPARE(kept->filesFound, summary.filesFound);
    QCOMPARE(kept->filesRejected, summary.filesRejected);
    QCOMPARE(kept->seconds, summary.seconds);
    QCOMPARE(kept->rejected.size(), MaxKeptProblems);
    QCOMPARE(kept->rejected.constFirst(), summary.rejected.constFirst());
    QCOMPARE(kept->warnings, summary.warnings);
    QCOMPARE(kept->warningsFound, summary.warningsFound);
}

void LedgerTest::anImportThatBrokeOffIsNotFinished()
{
    ArchiveBuilder archive;
    archive.beginRun();
    archive.reopen();
    const auto last = answerOf(archive.store().lastImport());
    QVERIFY(last);
    QCOMPARE(last->run, archive.run());
    QVERIFY(!last->isFinished);
}

QTEST_GUILESS_MAIN(LedgerTest)
#include "tst_ledger.moc"
