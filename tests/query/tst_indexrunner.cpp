// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/indexrunner.h"

#include <QTest>

using namespace Microfiche;

class TestIndexRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doesWhatItIsToldInOrder();
    void answersTheNewestQuestion();
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

void TestIndexRunner::endsWithQuestionsOpen()
{
    QList<QFuture<QueryAnswer>> answers;
    {
        IndexRunner runner;
        runner.apply(batchOf(1, 50'000));
        for (int score = 1; score <= 20; ++score) {
            answers.append(runner.ask(qualityFrom(score), {}));
        }
    }
    for (QFuture<QueryAnswer> &answer : answers) {
        answer.waitForFinished();
        QVERIFY(answer.isFinished());
    }
}

QTEST_GUILESS_MAIN(TestIndexRunner)
#include "tst_indexrunner.moc"
