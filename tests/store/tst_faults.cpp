// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong leaves nothing half done, and is said.
#include "support/archivebuilder.h"
#include "support/filesizelimit.h"
#include "support/sqldatabase.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

Article withRelated(int number, const QList<int> &others)
{
    Article article = makeArticle(number);
    article.topics = {u"Topic %1"_s.arg(number)};
    for (const int other : others) {
        article.related.append(relatedTo(makeArticle(other)));
    }
    return article;
}

/// Bytes that no compression makes smaller.
QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = 7;
    for (char &byte : bytes) {
        state = state * 1'664'525 + 1'013'904'223;
        byte = char(state >> 24);
    }
    return bytes;
}

/// Waits for an answer, whatever it is.
template <typename Answer>
Answer attempt(QFuture<Answer> future)
{
    try {
        return answerOf(future);
    } catch (const StoreError &error) {
        return error.message().isEmpty() ? throw : Answer();
    }
}

} // namespace

class FaultsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFullDiskLeavesNothingOfTheBatch();
    void aFullDiskLeavesNoHalfArchive();
    void anUnknownRunLeavesNothingOfTheBatch();
    void aLockedArchiveIsWaitedForAndThenSaid();
    void aLockThatEndsIsWaitedFor();
    void readersAnswerWhileTheWriterWrites();
    void aCancelledQuestionHarmsNoOther();
    void destroyingTheStoreFinishesItsCommits();
    void aDamagedArchiveAnswersWithoutFalling();
};

void FaultsTest::aFullDiskLeavesNothingOfTheBatch()
{
    ArchiveBuilder archive;
    archive.add(withRelated(1, {2}));
    archive.commit();
    const ArchiveStats before = answerOf(archive.store().stats());
    archive.beginRun();
    archive.add(withRelated(2, {1, 3}));
    archive.add(withRelated(4, {5}), "4.md", noise(3'000'000));
    const ImportBatch batch = archive.takeBatch();
    CommitResult result;
    {
        const FileSizeLimit limit(1'000'000);
        result = answerOf(archive.store().commit(batch));
    }
    QVERIFY(result.error.contains("disk"_L1));
    QVERIFY(result.index.rows.isEmpty());
    ArchiveStats after = answerOf(archive.store().stats());
    after.archiveBytes = before.archiveBytes;
    QCOMPARE(after, before);
    QCOMPARE(answerOf(archive.store().check()).problems, QStringList());
    // With room again, the very same batch goes in.
    result = answerOf(archive.store().commit(batch));
    QCOMPARE(result.error, QString());
    QCOMPARE(result.added, 2);
    QCOMPARE(result.index.topics.size(), 2);
    QCOMPARE(answerOf(archive.store().stats()).relatedResolved, 2);
    QCOMPARE(answerOf(archive.store().check()).problems, QStringList());
}

void FaultsTest::aFullDiskLeavesNoHalfArchive()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.microfiche"_s);
    {
        const FileSizeLimit limit(8'192);
        Store store;
        const Store::OpenAnswer answer = answerOf(store.open(path));
        QCOMPARE(answer.opening, Store::Opening::Unreadable);
        QVERIFY(answer.message.contains("disk"_L1));
    }
    QVERIFY(QDir(folder.path()).isEmpty());
    Store store;
    QCOMPARE(answerOf(store.open(path)).opening, Store::Opening::Opened);
}

void FaultsTest::anUnknownRunLeavesNothingOfTheBatch()
{
    ArchiveBuilder archive;
    archive.add(withRelated(1, {2}));
    ImportBatch batch = archive.takeBatch();
    batch.run = 4711;
    QVERIFY(!answerOf(archive.store().commit(batch)).error.isEmpty());
    QCOMPARE(answerOf(archive.store().stats()).articles, 0);
    QVERIFY(!answerOf(archive.store().find(makeArticle(2).key)));
    batch.run = archive.run();
    QCOMPARE(answerOf(archive.store().commit(batch)).added, 1);
    QCOMPARE(answerOf(archive.store().check()).problems, QStringList());
}

void FaultsTest::aLockedArchiveIsWaitedForAndThenSaid()
{
    ArchiveBuilder archive;
    SqlDatabase other(archive.path());
    other.run(u"BEGIN IMMEDIATE"_s);
    archive.add(makeArticle(1));
    const auto committing = archive.store().commit(archive.takeBatch());
    Store second;
    const Store::OpenAnswer answer = answerOf(second.open(archive.path()));
    QCOMPARE(answer.opening, Store::Opening::Locked);
    QVERIFY(!answer.message.isEmpty());
    QVERIFY(!answerOf(committing).error.isEmpty());
    // Reading goes on meanwhile.
    QCOMPARE(answerOf(archive.store().stats()).articles, 0);
    other.run(u"COMMIT"_s);
    archive.add(makeArticle(1));
    QCOMPARE(archive.commit().added, 1);
}

void FaultsTest::aLockThatEndsIsWaitedFor()
{
    ArchiveBuilder archive;
    SqlDatabase other(archive.path());
    other.run(u"BEGIN IMMEDIATE"_s);
    archive.add(makeArticle(1));
    const auto committing = archive.store().commit(archive.takeBatch());
    QVERIFY(!committing.isFinished());
    other.run(u"COMMIT"_s);
    QCOMPARE(answerOf(committing).added, 1);
}

void FaultsTest::readersAnswerWhileTheWriterWrites()
{
    ArchiveBuilder archive;
    QList<QFuture<CommitResult>> commits;
    QList<QFuture<ArchiveStats>> answers;
    for (int batch = 0; batch < 20; ++batch) {
        for (int i = 1; i <= 20; ++i) {
            const int number = batch * 20 + i;
            archive.add(withRelated(number, {number + 1, number + 30}));
        }
        commits.append(archive.store().commit(archive.takeBatch()));
        answers.append(archive.store().stats());
        answers.append(archive.store().stats());
    }
    qint64 last = 0;
    for (const auto &answer : std::as_const(answers)) {
        const ArchiveStats stats = answerOf(answer);
        // Whole batches only; two readers may overtake one another.
        QCOMPARE(stats.articles % 20, 0);
        QCOMPARE(stats.relatedLinks, 2 * stats.articles);
        last = std::max(last, stats.articles);
    }
    QVERIFY(last <= 400);
    for (const auto &commit : std::as_const(commits)) {
        QCOMPARE(answerOf(commit).added, 20);
    }
    QCOMPARE(answerOf(archive.store().stats()).articles, 400);
}

void FaultsTest::aCancelledQuestionHarmsNoOther()
{
    ArchiveBuilder archive;
    QFuture<ArchiveStats> unwanted = archive.store().stats();
    unwanted.cancel();
    unwanted.waitForFinished();
    QVERIFY(unwanted.isCanceled());
    QCOMPARE(answerOf(archive.store().stats()).articles, 0);
}

void FaultsTest::destroyingTheStoreFinishesItsCommits()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.microfiche"_s);
    ArchiveBuilder source;
    for (int number = 1; number <= 50; ++number) {
        source.add(makeArticle(number));
    }
    QFuture<CommitResult> result;
    QFuture<ArchiveStats> dropped;
    {
        Store store;
        store.open(path);
        ImportBatch batch = source.takeBatch();
        batch.run = answerOf(store.beginImport());
        result = store.commit(batch);
        dropped = store.stats();
    }
    QCOMPARE(answerOf(result).added, 50);
    QVERIFY(dropped.isFinished());
    Store again;
    answerOf(again.open(path));
    QCOMPARE(answerOf(again.stats()).articles, 50);
}

void FaultsTest::aDamagedArchiveAnswersWithoutFalling()
{
    QLoggingCategory::setFilterRules(u"microfiche.store=false"_s); // it says what it cannot read
    ArchiveBuilder source;
    for (int number = 1; number <= 200; ++number) {
        source.add(withRelated(number, {number + 1, number + 2}));
    }
    source.commit();
    ImportSummary summary;
    summary.run = source.run();
    source.store().endImport(summary).waitForFinished();
    QFile file(source.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray sound = file.readAll();
    const QTemporaryDir folder;
    quint32 state = 11;
    for (int round = 0; round < 40; ++round) {
        QByteArray damaged = sound;
        for (int i = 0; i < 20; ++i) {
            state = state * 1'664'525 + 1'013'904'223;
            const qsizetype at = 100 + state % (damaged.size() - 100);
            damaged[at] = char(damaged.at(at) ^ (1 << (state >> 29)));
        }
        const QString path = folder.filePath(u"%1.microfiche"_s.arg(round));
        QFile copy(path);
        QVERIFY(copy.open(QIODevice::WriteOnly));
        copy.write(damaged);
        copy.close();
        Store store;
        const Store::OpenAnswer answer = answerOf(store.open(path));
        if (answer.opening != Store::Opening::Opened) {
            QVERIFY(!answer.message.isEmpty());
            continue;
        }
        attempt(store.stats());
        const auto rows = attempt(store.indexRows(0, 1000)).rows;
        attempt(store.titleOrder());
        attempt(store.idsOf({StoreTerm::Kind::Text, u"article"_s, {}}));
        QList<ArticleId> ids;
        for (const IndexRow &row : rows) {
            ids.append(row.id);
        }
        attempt(store.cards(ids));
        for (qint64 version = 1; version <= 200; version += 20) {
            attempt(store.original(version));
        }
        attempt(store.check());
    }
}

QTEST_GUILESS_MAIN(FaultsTest)
#include "tst_faults.moc"
