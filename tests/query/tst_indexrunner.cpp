// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/indexrunner.h"

#include <QTest>
#include <QThread>

using namespace Microfiche;

class TestIndexRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doesWhatItIsToldInOrder();
    void answersTheNewestQuestion();
    void countsQueries();
    void countsBehindQuestions();
    void countsTheNewestQueriesOnly();
    void listsAreCountedSideBySide();
    void forgetsCountsOfAnArchiveThatIsGone();
    void findsWhatIsNotSeen();
    void endsWithQuestionsOpen();
};

namespace
{

/// Rows from `first` on whose quality is their id.
IndexBatch batchOf(ArticleId first, int count)
{
    IndexBatch batch;
    for (ArticleId id = first; id < first + count; ++id) {
        IndexRow row;
        row.id = id;
        row.quality = int(id);
        batch.rows.append(row);
    }
    return batch;
}

Query qualityFrom(int score)
{
    Query query;
    query.quality.from = score;
    return query;
}

} // namespace

void TestIndexRunner::doesWhatItIsToldInOrder()
{
    IndexRunner runner;
    runner.apply(batchOf(1, 3));
    runner.setTitleOrder({2, 3, 1});
    Query byTitle;
    byTitle.sort = {SortKey::Title, false};
    QFuture<QueryAnswer> answer = runner.ask(byTitle, {});
    QCOMPARE(answer.result().ids, (QList<ArticleId>{2, 3, 1}));

    runner.clear();
    runner.apply(batchOf(7, 1));
    answer = runner.ask({}, {});
    QCOMPARE(answer.result().ids, QList<ArticleId>{7});
}

void TestIndexRunner::answersTheNewestQuestion()
{
    IndexRunner runner;
    runner.apply(batchOf(1, 50'000));
    QList<QFuture<QueryAnswer>> older;
    for (int score = 1; score <= 100; ++score) {
        older.append(runner.ask(qualityFrom(score), {}));
    }
    QFuture<QueryAnswer> newest = runner.ask(qualityFrom(40'001), {});
    QCOMPARE(newest.result().ids.size(), 10'000);
    // An older question may have been answered in time, but never wrongly or by half.
    for (int score = 1; score <= older.size(); ++score) {
        QFuture<QueryAnswer> &answer = older[score - 1];
        answer.waitForFinished();
        QVERIFY(answer.isCanceled() == (answer.resultCount() == 0));
        if (answer.resultCount() > 0) {
            QCOMPARE(answer.result().ids.size(), 50'001 - score);
            QVERIFY(!answer.result().isCancelled);
        }
    }
}

void TestIndexRunner::countsQueries()
{
    IndexRunner runner;
    runner.apply(batchOf(1, 100));
    Query fox;
    fox.words = {QStringLiteral("fox")};
    const TermHits hits{{{StoreTerm::Kind::Text, QStringLiteral("fox")}, {3, 7, 200}}};
    QCOMPARE(runner.count({{}, qualityFrom(91), fox}, hits).result(), (QList<int>{100, 10, 2}));
    QCOMPARE(runner.count({}, {}).result(), QList<int>());
}

void TestIndexRunner::countsBehindQuestions()
{
    IndexRunner runner;
    runner.apply(batchOf(1, 200'000));
    QList<Query> queries;
    for (int score = 1; score <= 300; ++score) {
        queries.append(qualityFrom(score));
    }
    QFuture<QList<int>> counts = runner.count(queries, {});
    const QThread *here = QThread::currentThread();
    for (int score = 1; score <= 3; ++score) {
        const bool isEarly = !counts.isFinished();
        // On the runner's own thread, which cannot go on counting meanwhile. It is this thread if
        // the answer was faster than then().
        QFuture<bool> isAhead =
            runner.ask(qualityFrom(score), {})
                .then(QtFuture::Launch::Sync, [counts, here](const QueryAnswer &) {
                    return QThread::currentThread() == here || !counts.isFinished();
                });
        QVERIFY(isAhead.result() || !isEarly);
    }
    QCOMPARE(counts.result().size(), 300);
    for (int score = 1; score <= 300; ++score) {
        QCOMPARE(counts.result().at(score - 1), 200'001 - score);
    }
}

void TestIndexRunner::countsTheNewestQueriesOnly()
{
    IndexRunner runner;
    runner.apply(batchOf(1, 50'000));
    QList<QFuture<QList<int>>> older;
    for (int score = 1; score <= 50; ++score) {
        older.append(runner.count({qualityFrom(score), qualityFrom(score + 1)}, {}));
    }
    QCOMPARE(runner.count({qualityFrom(50'000)}, {}).result(), QList<int>{1});
    for (QFuture<QList<int>> &counts : older) {
        counts.waitForFinished();
        QVERIFY(counts.isCanceled() == (counts.resultCount() == 0));
        QVERIFY(counts.resultCount() == 0 || counts.result().size() == 2);
    }
}

void TestIndexRunner::listsAreCountedSideBySide()
{
    IndexRunner runner;
    runner.apply(batchOf(1, 50'000));
    QFuture<QList<int>> first = runner.count(QList<Query>(20, qualityFrom(11)), {}, 1);
    QFuture<QList<int>> second = runner.count({qualityFrom(50'000)}, {}, 2);
    QFuture<QList<int>> third = runner.count({}, {}, 3);
    QCOMPARE(first.result(), QList<int>(20, 49'990));
    QCOMPARE(second.result(), QList<int>{1});
    QCOMPARE(third.result(), QList<int>());
}

void TestIndexRunner::forgetsCountsOfAnArchiveThatIsGone()
{
    IndexRunner runner;
    runner.apply(batchOf(1, 50'000));
    const QList<Query> queries(20);
    QFuture<QList<int>> counts = runner.count(queries, {});
    runner.clear();
    counts.waitForFinished();
    QVERIFY(counts.isCanceled() || counts.result() == QList<int>(20, 50'000));
    QCOMPARE(runner.count({Query()}, {}).result(), QList<int>{0});
}

void TestIndexRunner::findsWhatIsNotSeen()
{
    IndexRunner runner;
    runner.apply(batchOf(1, 5));
    IndexBatch marks;
    for (const ArticleId id : {2, 3}) {
        marks.marked.append({id, true, false, false, {}});
    }
    runner.apply(marks);
    const QList<ArticleId> list{5, 3, 2, 1}; // in whatever order
    QCOMPARE(runner.firstNotSeen(list, 0, true).result(), 0);
    QCOMPARE(runner.firstNotSeen(list, 1, true).result(), 3);
    QCOMPARE(runner.firstNotSeen(list, 2, false).result(), 0);
    QCOMPARE(runner.firstNotSeen(list, 4, true).result(), -1);
    QCOMPARE(runner.firstNotSeen(list, -1, false).result(), -1);
    QCOMPARE(runner.firstNotSeen({3, 2}, 0, true).result(), -1);
    QCOMPARE(runner.firstNotSeen({3, 9}, 0, true).result(), 1); // nobody has seen what is not there
}

void TestIndexRunner::endsWithQuestionsOpen()
{
    QList<QFuture<QueryAnswer>> answers;
    QFuture<QList<int>> counts;
    {
        IndexRunner runner;
        runner.apply(batchOf(1, 50'000));
        for (int score = 1; score <= 20; ++score) {
            answers.append(runner.ask(qualityFrom(score), {}));
        }
        counts = runner.count(QList<Query>(1000), {});
    }
    counts.waitForFinished();
    QVERIFY(counts.isCanceled());
    for (QFuture<QueryAnswer> &answer : answers) {
        answer.waitForFinished();
        QVERIFY(answer.isFinished());
    }
}

QTEST_GUILESS_MAIN(TestIndexRunner)
#include "tst_indexrunner.moc"
