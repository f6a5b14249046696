// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/source/downloadplan.h"

#include <QList>
#include <QTest>

using namespace Microfiche;
using namespace Qt::StringLiterals;
using Time = DownloadPlan::Time;

class TestDownloadPlan final : public QObject
{
    Q_OBJECT

private:
    static QList<qint64> takeAll(DownloadPlan &plan, Time now = Time(0))
    {
        QList<qint64> taken;
        while (const auto id = plan.take(now)) {
            taken += *id;
        }
        return taken;
    }

private Q_SLOTS:
    void hostsTakeTurns()
    {
        DownloadPlan plan;
        for (qint64 id : {1, 2, 3}) {
            plan.add(id, u"a"_s);
        }
        plan.add(11, u"b"_s);
        plan.add(21, u"c"_s);
        QCOMPARE(takeAll(plan), (QList<qint64>{1, 11, 21, 2, 3}));
        QCOMPARE(plan.running(), 5);
        QCOMPARE(plan.waiting(), 0);
    }

    void limitsAreKept()
    {
        DownloadPlan plan({.atOnce = 5, .perHost = 3});
        for (qint64 id = 1; id <= 10; ++id) {
            plan.add(id, u"a"_s);
            plan.add(id + 100, u"b"_s);
        }
        QCOMPARE(takeAll(plan).size(), 5);
        plan.succeeded(1);
        QCOMPARE(takeAll(plan).size(), 1);
        DownloadPlan alone({.atOnce = 5, .perHost = 3});
        for (qint64 id = 1; id <= 10; ++id) {
            alone.add(id, u"a"_s);
        }
        QCOMPARE(takeAll(alone).size(), 3);
        QVERIFY(!alone.hasReady(Time(0)));
    }

    void allIsForgivenWhenToldSo()
    {
        DownloadPlan plan({.perHost = 1, .tries = 2});
        plan.add(1, u"a"_s);
        QCOMPARE(plan.take(Time(0)), 1);
        QVERIFY(plan.failed(1, Time(0), Time(60'000)));
        QVERIFY(!plan.hasReady(Time(1)));
        plan.forgive();
        QCOMPARE(plan.take(Time(1)), 1);
        QVERIFY(plan.failed(1, Time(1), Time(60'000))); // as the first time
    }

    void whatBrokeOffIsLeftAloneByItself()
    {
        DownloadPlan plan({.perHost = 1});
        plan.add(1, u"a"_s);
        plan.add(2, u"a"_s);
        QCOMPARE(plan.take(Time(0)), 1);
        QVERIFY(plan.brokeOff(1, Time(0), Time(2'000)));
        QCOMPARE(plan.tries(1), 1);
        QCOMPARE(plan.waiting(), 2);
        QCOMPARE(plan.take(Time(0)), 2); // its host is well
        plan.succeeded(2);
        QVERIFY(!plan.take(Time(1'999)));
        QCOMPARE(plan.nextAt(), Time(2'000));
        QCOMPARE(plan.take(Time(2'000)), 1);
        QVERIFY(plan.brokeOff(1, Time(2'000), Time(4'000)));
        QCOMPARE(plan.take(Time(6'000)), 1);
        QVERIFY(!plan.brokeOff(1, Time(6'000), Time(8'000))); // tried often enough
        QCOMPARE(plan.waiting(), 0);
        QVERIFY(!plan.nextAt());
    }

    void saysWhomItWaitsFor()
    {
        using Wait = DownloadPlan::Wait;
        DownloadPlan plan({.perHost = 1});
        plan.add(1, u"a"_s);
        plan.add(2, u"a"_s);
        plan.add(3, u"b"_s);
        QVERIFY(!plan.waitedFor(Time(0))); // they can be asked for
        QCOMPARE(plan.take(Time(0)), 1);
        QCOMPARE(plan.take(Time(0)), 3);
        QVERIFY(plan.failed(1, Time(0), Time(4'000)));
        QVERIFY(!plan.waitedFor(Time(0))); // the other is under way
        plan.succeeded(3);
        QCOMPARE(plan.waitedFor(Time(1'000)), std::optional(Wait{u"a"_s, Time(4'000)}));
        QVERIFY(!plan.waitedFor(Time(4'000)));
        QVERIFY(plan.take(Time(4'000)));
        QVERIFY(!plan.waitedFor(Time(4'000)));
    }

    void whatBrokeOffIsForgivenToo()
    {
        DownloadPlan plan;
        plan.add(1, u"a"_s);
        QCOMPARE(plan.take(Time(0)), 1);
        QVERIFY(plan.brokeOff(1, Time(0), Time(2'000)));
        plan.forgive();
        QCOMPARE(plan.take(Time(1)), 1);
        QVERIFY(!plan.brokeOff(1, Time(1), Time(300'001))); // that is for another time
    }

    void aHostThatFailedIsLeftAlone()
    {
        DownloadPlan plan({.perHost = 1});
        plan.add(1, u"a"_s);
        plan.add(2, u"a"_s);
        plan.add(3, u"b"_s);
        QCOMPARE(takeAll(plan), (QList<qint64>{1, 3}));
        QVERIFY(plan.failed(1, Time(1'000), Time(5'000)));
        QCOMPARE(plan.tries(1), 1);
        QVERIFY(!plan.take(Time(5'999)));
        QCOMPARE(plan.nextAt(), Time(6'000));
        QCOMPARE(plan.take(Time(6'000)), 2);
        plan.succeeded(2);
        QCOMPARE(plan.take(Time(6'000)), 1); // behind the others
    }

    void aPictureIsTriedAFewTimes()
    {
        DownloadPlan plan({.tries = 3});
        plan.add(1, u"a"_s);
        for (int i = 1; i <= 3; ++i) {
            QCOMPARE(plan.take(Time(i * 10)), 1);
            QCOMPARE(plan.failed(1, Time(i * 10), Time(1)), i < 3);
        }
        QCOMPARE(plan.waiting(), 0);
        QCOMPARE(plan.running(), 0);
    }

    void aHostThatGoesOnFailingIsGivenUp()
    {
        DownloadPlan plan({.perHost = 1, .failuresInRow = 2});
        for (qint64 id = 1; id <= 5; ++id) {
            plan.add(id, u"a"_s);
        }
        QCOMPARE(plan.take(Time(0)), 1);
        QVERIFY(plan.failed(1, Time(0), Time(10)));
        QCOMPARE(plan.take(Time(10)), 2);
        QVERIFY(!plan.failed(2, Time(10), Time(10)));
        QCOMPARE(plan.takeGivenUp(), 4);
        QCOMPARE(plan.takeGivenUp(), 0);
        plan.add(6, u"a"_s);
        QCOMPARE(plan.takeGivenUp(), 1);
        QVERIFY(!plan.take(Time(1'000'000)));
    }

    void failuresOfOneMomentCountOnce()
    {
        DownloadPlan plan({.perHost = 4, .failuresInRow = 2});
        for (qint64 id = 1; id <= 4; ++id) {
            plan.add(id, u"a"_s);
        }
        QCOMPARE(takeAll(plan).size(), 4);
        for (qint64 id = 1; id <= 4; ++id) {
            QVERIFY(plan.failed(id, Time(5), Time(100)));
        }
    }

    void aFailureAsSoonAsTheWaitIsOverIsAnother()
    {
        DownloadPlan plan({.perHost = 2, .failuresInRow = 2});
        plan.add(1, u"a"_s);
        plan.add(2, u"a"_s);
        QCOMPARE(takeAll(plan).size(), 2);
        QVERIFY(plan.failed(1, Time(5), Time(2'000)));
        // It stood in line of whoever fetches, whose wait began a moment before it was told here.
        QVERIFY(!plan.failed(2, Time(2'000), Time(4'000)));
        QCOMPARE(plan.takeGivenUp(), 1);
    }

    void aHostThatAsksForMuchPatienceIsForAnotherTime()
    {
        DownloadPlan plan({.longestWait = Time(1'000)});
        plan.add(1, u"a"_s);
        plan.add(2, u"a"_s);
        QCOMPARE(plan.take(Time(0)), 1);
        QVERIFY(!plan.failed(1, Time(0), Time(1'001)));
        QCOMPARE(plan.takeGivenUp(), 1);
    }

    void whatDidNotCountIsNext()
    {
        DownloadPlan plan;
        plan.add(1, u"a"_s);
        plan.add(2, u"a"_s);
        QCOMPARE(plan.take(Time(0)), 1);
        plan.putBack(1);
        QCOMPARE(takeAll(plan), (QList<qint64>{1, 2}));
    }
};

QTEST_GUILESS_MAIN(TestDownloadPlan)
#include "tst_downloadplan.moc"
