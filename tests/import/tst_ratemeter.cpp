// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/ratemeter.h"

#include <QTest>

using namespace Microfiche;

class TestRateMeter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsNothingAtFirst()
    {
        RateMeter rate;
        QCOMPARE(rate.perSecond(), 0.0);
        rate.add(0, 0);
        rate.add(RateMeter::MinimumMs - 1, 1000);
        QCOMPARE(rate.perSecond(), 0.0);
        QVERIFY(!rate.secondsFor(10));
    }

    void tellsWhatWasDoneInASecond()
    {
        RateMeter rate;
        rate.add(0, 0);
        rate.add(1000, 250);
        QCOMPARE(rate.perSecond(), 250.0);
        QCOMPARE(rate.secondsFor(1000), std::optional(4));
        QCOMPARE(rate.secondsFor(1001), std::optional(5));
        QCOMPARE(rate.secondsFor(0), std::optional(0));
    }

    void forgetsWhatIsLongPast()
    {
        RateMeter rate;
        for (qint64 second = 0; second <= 10; ++second) {
            rate.add(second * 1000, second * 1000); // a thousand a second ...
        }
        for (qint64 second = 11; second <= 30; ++second) {
            rate.add(second * 1000, 10'000 + (second - 10) * 10); // ... then ten
        }
        QCOMPARE(rate.perSecond(), 10.0);
    }

    void doesNotKnowHowLongWhatStandsStillWillTake()
    {
        RateMeter rate;
        rate.add(0, 500);
        rate.add(20'000, 500);
        QVERIFY(!rate.secondsFor(100));
    }
};

QTEST_GUILESS_MAIN(TestRateMeter)
#include "tst_ratemeter.moc"
