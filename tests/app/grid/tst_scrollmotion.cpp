// SPDX-License-Identifier: GPL-3.0-or-later
#include "grid/scrollmotion.h"

#include <QTest>

#include <cmath>
#include <limits>

using Microfiche::DragSpeed;
using Microfiche::ScrollMotion;

class tst_ScrollMotion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void easesExactlyAsFarAsAsked();
    static void addsToAnEaseUnderWay();
    static void glidesSlowerAndSlower();
    static void glidesAtASaneSpeed_data();
    static void glidesAtASaneSpeed();
    static void restsUntilMoved();
    static void releasesAtTheSpeedOfTheFinger();
    static void releasesAtRestAfterAPause();
};

void tst_ScrollMotion::easesExactlyAsFarAsAsked()
{
    ScrollMotion motion;
    motion.ease(120);
    QCOMPARE(motion.remaining(), 120.0);
    double gone = 0;
    double previous = std::numeric_limits<double>::infinity();
    for (int time = 0; motion.isRunning(); time += 16) {
        QVERIFY(time < 200);
        const double step = motion.advance(time);
        gone += step;
        QVERIFY(time == 0 || step < previous);
        previous = time == 0 ? previous : step;
    }
    QVERIFY(std::abs(gone - 120) < 1e-9);
    QCOMPARE(motion.remaining(), 0.0);
}

void tst_ScrollMotion::addsToAnEaseUnderWay()
{
    ScrollMotion motion;
    motion.ease(120);
    const double gone = motion.advance(40);
    motion.ease(120);
    QVERIFY(std::abs(motion.remaining() - (240 - gone)) < 1e-9);
    QVERIFY(std::abs(gone + motion.advance(10'000) - 240) < 1e-9);
    motion.ease(100);
    motion.advance(50);
    motion.ease(-300); // and turns round
    QVERIFY(motion.advance(16) < 0);
}

void tst_ScrollMotion::glidesSlowerAndSlower()
{
    ScrollMotion motion;
    motion.glide(-2'000);
    QVERIFY(motion.isRunning());
    QCOMPARE(motion.remaining(), 0.0);
    const double first = motion.advance(16);
    QVERIFY(std::abs(first + 32) < 2); // as fast as the finger was
    double previous = first;
    for (int time = 32; motion.isRunning(); time += 16) {
        QVERIFY(time < 3'000);
        const double step = motion.advance(time);
        QVERIFY(motion.isRunning() ? step > previous && step < 0 : step <= 0);
        previous = step;
    }
}

void tst_ScrollMotion::glidesAtASaneSpeed_data()
{
    QTest::addColumn<double>("velocity");
    QTest::addColumn<double>("distance");
    QTest::newRow("hardly") << 50.0 << 0.0;
    QTest::newRow("flick") << 1'000.0 << 325.0;
    QTest::newRow("mad") << 1e9 << 7'800.0;
    QTest::newRow("none") << std::nan("") << 0.0;
}

void tst_ScrollMotion::glidesAtASaneSpeed()
{
    QFETCH(double, velocity);
    ScrollMotion motion;
    motion.glide(velocity);
    QTEST(motion.advance(1e6), "distance");
    QVERIFY(!motion.isRunning());
}

void tst_ScrollMotion::restsUntilMoved()
{
    ScrollMotion motion;
    QVERIFY(!motion.isRunning());
    QCOMPARE(motion.advance(100), 0.0);
    motion.ease(100);
    motion.stop();
    QCOMPARE(motion.remaining(), 0.0);
    QCOMPARE(motion.advance(100), 0.0);
}

void tst_ScrollMotion::releasesAtTheSpeedOfTheFinger()
{
    DragSpeed speed;
    speed.start(10, 0);
    for (int time = 8; time <= 160; time += 8) {
        speed.moveTo(10 - time * 1.5, time);
    }
    speed.moveTo(10 - 160 * 1.5, 160); // told twice
    QVERIFY(std::abs(speed.atRelease(168) + 1'500) < 10);
}

void tst_ScrollMotion::releasesAtRestAfterAPause()
{
    DragSpeed speed;
    speed.start(0, 0);
    speed.moveTo(300, 100);
    QVERIFY(speed.atRelease(110) > 1'000);
    QCOMPARE(speed.atRelease(300), 0.0);
    speed.start(0, 0);
    QCOMPARE(speed.atRelease(10), 0.0);
}

QTEST_APPLESS_MAIN(tst_ScrollMotion)
#include "tst_scrollmotion.moc"
