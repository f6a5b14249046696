// SPDX-License-Identifier: GPL-3.0-or-later
// A set of ids is the same set whether it came as a list or as bits.
#include "indexsample.h"
#include "query/idset.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;

namespace
{

IdSet asBits(const QList<ArticleId> &ids)
{
    std::vector<quint64> bits(size_t(ids.isEmpty() ? 0 : ids.last() / 64 + 1), 0);
    for (const ArticleId id : ids) {
        bits[size_t(id / 64)] |= quint64(1) << (id % 64);
    }
    return IdSet::ofBits(std::move(bits));
}

} // namespace

class TestIdSet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bitsHoldWhatAListHolds_data();
    void bitsHoldWhatAListHolds();
    void knowsItsCopies();
    void findsTheSameRows_data();
    void findsTheSameRows();
};

void TestIdSet::bitsHoldWhatAListHolds_data()
{
    QTest::addColumn<QList<ArticleId>>("ids");
    QTest::addColumn<bool>("hasBits");
    QTest::newRow("none") << QList<ArticleId>() << true;
    QTest::newRow("0") << QList<ArticleId>{0} << true;
    QTest::newRow("ends of words") << QList<ArticleId>{1, 63, 64, 127} << true;
    QTest::newRow("few take less as a list") << QList<ArticleId>{5, 1'000'000} << false;
}

void TestIdSet::bitsHoldWhatAListHolds()
{
    QFETCH(const QList<ArticleId>, ids);
    QFETCH(const bool, hasBits);
    const IdSet bits = asBits(ids);
    QCOMPARE(bits.bits() != nullptr, hasBits);
    QCOMPARE(bits.size(), ids.size());
    QCOMPARE(bits.toList(), ids);
    QCOMPARE(IdSet(ids).toList(), ids);
    for (const ArticleId id : {-64, -1, 0, 1, 2, 5, 63, 64, 127, 128, 1'000'000}) {
        QCOMPARE(bits.contains(id), ids.contains(id));
        QCOMPARE(IdSet(ids).contains(id), ids.contains(id));
    }
}

void TestIdSet::knowsItsCopies()
{
    const IdSet bits = asBits({1, 2, 3});
    const IdSet list{1, 2, 3};
    QVERIFY(IdSet(bits).isCopyOf(bits));
    QVERIFY(IdSet(list).isCopyOf(list));
    QVERIFY(!bits.isCopyOf(list));
    QVERIFY(!bits.isCopyOf(asBits({1, 2, 3})));
    QVERIFY(!list.isCopyOf({1, 2}));
}

void TestIdSet::findsTheSameRows_data()
{
    QTest::addColumn<ArticleId>("first");
    QTest::addColumn<ArticleId>("gap");
    for (const ArticleId first : {1, 7, 63, 64, 65, 130}) {
        for (const ArticleId gap : {0, 1, 40}) {
            QTest::addRow("from %lld, %lld missing", first, gap) << first << gap;
        }
    }
}

void TestIdSet::findsTheSameRows()
{
    QFETCH(const ArticleId, first);
    QFETCH(const ArticleId, gap);
    constexpr int rows = 300;
    IndexBatch batch;
    for (int i = 0; i < rows; ++i) {
        batch.rows << row(first + i + (i > rows / 2 ? gap : 0), i, 50);
    }
    ArchiveIndex index;
    index.apply(batch);
    QRandomGenerator random(1);
    for (const int oneOf : {1, 2, 3, 40}) {
        QList<ArticleId> ids;
        QList<ArticleId> there;
        for (ArticleId id = 0; id < first + rows + 200; ++id) {
            if (random.bounded(oneOf) == 0) {
                ids << id;
                there << (index.contains(id) ? QList<ArticleId>{id} : QList<ArticleId>());
            }
        }
        for (const IdSet &set : {IdSet(ids), asBits(ids)}) {
            const TermHits hits{{{StoreTerm::Kind::Text, QStringLiteral("fox")}, set}};
            QList<ArticleId> found = index.evaluate(query(QStringLiteral("fox")), hits).ids;
            std::sort(found.begin(), found.end());
            QCOMPARE(found, there);
        }
    }
}

QTEST_GUILESS_MAIN(TestIdSet)
#include "tst_idset.moc"
