// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexsample.h"

#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;

/// What becomes of rows and names that are told.
class TestArchiveIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsEmpty();
    void addsChangesAndRemovesRows();
    void ordersAnewWhenARowChanges_data();
    void ordersAnewWhenARowChanges();
    void turnsAMentionIntoItsArticle();
    void leavesOutIdsThatAreNone();
    void takesIdsFarApart();
    void learnsNamesBeforeAndAfterTheirRows();
    void followsAProviderToItsNewName();
    void keepsTitleOrderOfRowsThatComeLater();
    void canBeMoved();
    void holdsAnArticleIn64Bytes_data();
    void holdsAnArticleIn64Bytes();
};

void TestArchiveIndex::beginsEmpty()
{
    const ArchiveIndex index;
    QCOMPARE(index.articleCount(), 0);
    QCOMPARE(index.mentionCount(), 0);
    QVERIFY(!index.contains(0));
    QVERIFY(!index.contains(1));
    const QueryAnswer answer =
        index.evaluate(query(QStringLiteral("fox quality:5 sort:title")), foxHits({1, 2}));
    QVERIFY(answer.ids.isEmpty());
    QVERIFY(answer.days.isEmpty());
    QCOMPARE(answer.withoutQuality, 0);
}

void TestArchiveIndex::addsChangesAndRemovesRows()
{
    ArchiveIndex index = sampleIndex();
    QCOMPARE(index.articleCount(), 7);
    QCOMPARE(index.mentionCount(), 2);
    QVERIFY(index.contains(9));

    IndexBatch batch;
    batch.gone = {2, 7, 100};
    batch.rows = {row(12, 3, 80), row(1, 5, None), row(11, 4, 80)};
    index.apply(batch);
    QCOMPARE(index.articleCount(), 8);
    QCOMPARE(index.mentionCount(), 1);
    QVERIFY(!index.contains(2));
    QVERIFY(!index.contains(7));
    QVERIFY(index.contains(11));
    QCOMPARE(idsOf(index), (QList<ArticleId>{5, 4, 1, 11, 12, 3, 9, 6}));
    QCOMPARE(idsOf(index, QStringLiteral("quality:80")), (QList<ArticleId>{11, 12}));
    QCOMPARE(idsOf(index, QStringLiteral("quality:none")), (QList<ArticleId>{1, 6}));
    QCOMPARE(dump(index.evaluate({}).qualities), lines("0 1/1, 55 1/1, 60 1/1, 80 2/2, 120 1/1"));

    IndexBatch back;
    back.rows = {row(2, 1, 60)};
    back.gone = {2}; // gone first, so that a row told is there
    index.apply(back);
    QVERIFY(index.contains(2));

    IndexBatch everything;
    everything.gone = {1, 2, 3, 4, 5, 6, 8, 9, 11, 12};
    index.apply(everything);
    QCOMPARE(index.articleCount() + index.mentionCount(), 0);
    QVERIFY(idsOf(index).isEmpty());
    index.apply(sample());
    QCOMPARE(index.articleCount(), 7);
}

void TestArchiveIndex::ordersAnewWhenARowChanges_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"sort:date", "sort:-date", "sort:quality", "sort:-quality"}) {
        QTest::newRow(text) << QString::fromUtf8(text);
    }
}

void TestArchiveIndex::ordersAnewWhenARowChanges()
{
    QFETCH(QString, text);
    ArchiveIndex index = sampleIndex();
    const QList<ArticleId> before = idsOf(index, text);
    IndexBatch batch = sample();
    for (IndexRow &changed : batch.rows) {
        changed.publishedAt = -changed.publishedAt.value_or(0);
        changed.quality = 200 - changed.quality.value_or(0);
    }
    index.apply(batch);
    ArchiveIndex fresh;
    fresh.apply(batch);
    QCOMPARE(idsOf(index, text), idsOf(fresh, text));
    QVERIFY(idsOf(index, text) != before);
}

void TestArchiveIndex::turnsAMentionIntoItsArticle()
{
    ArchiveIndex index = sampleIndex();
    QCOMPARE(idsOf(index, QStringLiteral("is:mention")), (QList<ArticleId>{7, 8}));
    IndexBatch batch;
    batch.rows = {row(7, 500, 70, 1, {3})};
    index.apply(batch);
    QCOMPARE(idsOf(index, QStringLiteral("is:mention")), QList<ArticleId>{8});
    QCOMPARE(idsOf(index, QStringLiteral("topic:Unheard")), QList<ArticleId>{7});
    QCOMPARE(index.articleCount(), 8);
    QCOMPARE(index.mentionCount(), 1);
}

void TestArchiveIndex::leavesOutIdsThatAreNone()
{
    ArchiveIndex index;
    IndexBatch batch;
    batch.rows = {row(0, 1, 1), row(-3, 1, 1), row(1, 1, 1)};
    index.apply(batch);
    QCOMPARE(idsOf(index), QList<ArticleId>{1});
}

void TestArchiveIndex::takesIdsFarApart()
{
    constexpr ArticleId far = std::numeric_limits<ArticleId>::max();
    ArchiveIndex index;
    IndexBatch batch;
    batch.rows = {row(far, 1, 1), row(5, 2, 1), row(1LL << 40, 3, 1), row(6, 4, 1)};
    index.apply(batch);
    QCOMPARE(idsOf(index), (QList<ArticleId>{6, 1LL << 40, 5, far}));
    QVERIFY(index.contains(far));
    QVERIFY(!index.contains(far - 1));
    QCOMPARE(index.evaluate(query(QStringLiteral("fox")), foxHits({6, 7, far})).ids,
             (QList<ArticleId>{6, far}));
}

void TestArchiveIndex::learnsNamesBeforeAndAfterTheirRows()
{
    ArchiveIndex index;
    IndexBatch rows;
    rows.rows = {row(1, 1, 1, 4, {9})};
    index.apply(rows);
    QVERIFY(index.evaluate({}).topics.isEmpty());
    QVERIFY(idsOf(index, QStringLiteral("provider:\"\\\",ant.example")).isEmpty());

    IndexBatch names;
    names.providers = {{4, QStringLiteral("ant.example"), QStringLiteral("Ant"), {}, 0}};
    names.topics = {{9, QStringLiteral("Hills")}};
    index.apply(names);
    QCOMPARE(dump(index.evaluate({}).topics), lines("Hills 1/1"));
    QCOMPARE(dump(index.evaluate({}).providers), lines("Ant 1/1"));
    QCOMPARE(idsOf(index, QStringLiteral("topic:hills provider:ANT")), QList<ArticleId>{1});
}

void TestArchiveIndex::followsAProviderToItsNewName()
{
    ArchiveIndex index = sampleIndex();
    IndexBatch batch;
    batch.providers = {{1, QStringLiteral("fox.example"), QStringLiteral("Vixen"), {}, 0}};
    index.apply(batch);
    QVERIFY(idsOf(index, QStringLiteral("provider:\"the fox\"")).isEmpty());
    QCOMPARE(idsOf(index, QStringLiteral("provider:vixen")), (QList<ArticleId>{2, 1, 9}));
    QCOMPARE(index.evaluate({}).providers.first().name, QStringLiteral("Vixen"));
}

void TestArchiveIndex::keepsTitleOrderOfRowsThatComeLater()
{
    ArchiveIndex index;
    index.setTitleOrder({3, 1, 2});
    IndexBatch batch;
    batch.rows = {row(1, 1, 1), row(2, 2, 2), row(3, 3, 3), row(4, 4, 4), row(5, 5, 5)};
    index.apply(batch);
    QCOMPARE(idsOf(index, QStringLiteral("sort:title")), (QList<ArticleId>{3, 1, 2, 5, 4}));
    QCOMPARE(idsOf(index, QStringLiteral("sort:-title")), (QList<ArticleId>{2, 1, 3, 5, 4}));
    index.setTitleOrder({1, 5});
    QCOMPARE(idsOf(index, QStringLiteral("sort:title")), (QList<ArticleId>{1, 5, 4, 3, 2}));
}

void TestArchiveIndex::canBeMoved()
{
    ArchiveIndex index = sampleIndex();
    ArchiveIndex other = std::move(index);
    QCOMPARE(other.articleCount(), 7);
    index = std::move(other);
    QCOMPARE(idsOf(index, QStringLiteral("quality:60")), (QList<ArticleId>{2, 3}));
}

void TestArchiveIndex::holdsAnArticleIn64Bytes_data()
{
    QTest::addColumn<int>("topicsOfEach");
    QTest::addColumn<int>("topicCount");
    QTest::newRow("one topic") << 1 << 40;
    QTest::newRow("two of two hundred") << 2 << 200;
    QTest::newRow("three of forty") << 3 << 40;
}

void TestArchiveIndex::holdsAnArticleIn64Bytes()
{
    QFETCH(int, topicsOfEach);
    QFETCH(int, topicCount);
    constexpr int rows = 100'000;
    ArchiveIndex index;
    for (int begin = 0; begin < rows; begin += 1000) {
        IndexBatch batch;
        for (int i = begin; i < begin + 1000; ++i) {
            QList<TopicId> topics;
            for (int topic = 0, spread = i; topic < topicsOfEach; ++topic, spread /= topicCount) {
                topics.append(1 + (spread + 7 * topic * i) % topicCount);
            }
            batch.rows.append(row(i + 1, i % 3000, i % 190, i % 500, topics));
        }
        index.apply(batch);
    }
    const Query byTitle = query(QStringLiteral("sort:title"));
    QCOMPARE(index.evaluate(byTitle).ids.size(), rows);
    QVERIFY2(index.bytesUsed() <= 64 * size_t(rows),
             qPrintable(QString::number(double(index.bytesUsed()) / rows)));
}

QTEST_GUILESS_MAIN(TestArchiveIndex)
#include "tst_archiveindex.moc"
