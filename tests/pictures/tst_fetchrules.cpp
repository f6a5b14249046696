// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/fetch/fetchpolicy.h"
#include "pictures/fetch/fetchschedule.h"
#include "pictures/fetch/hostbackoff.h"
#include "pictures/fetch/retryafter.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace Microfiche;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace
{

QUrl address(const QString &host, int number)
{
    return QUrl(u"http://%1/%2"_s.arg(host).arg(number));
}

/// Takes and finishes all, one at a time.
QStringList order(FetchSchedule &schedule)
{
    QStringList order;
    while (const std::optional<QUrl> url = schedule.take()) {
        order += url->host() + url->path();
        schedule.finish(*url);
    }
    return order;
}

} // namespace

class TestFetchRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allowsWhatTheUserSaid_data();
    void allowsWhatTheUserSaid();

    void takesTheNewestFirst();
    void takesWhatIsShownBeforeTheRest();
    void movesWhatIsAskedForAgain();
    void neverTakesMoreThanTheLimits();
    void standsInLineForTheNextHost();
    void keepsCountThroughAnything();

    void waitsLongerAfterEachFailure();
    void waitsAsLongAsItIsAsked();
    void countsFailuresOfOneMomentOnce();
    void startsAgainAfterSuccess();

    void passesOverHostsThatAreHeld();
    void forgivesSilenceButNotWhatWasSaid();
    void readsRetryAfter_data();
    void readsRetryAfter();
};

void TestFetchRules::allowsWhatTheUserSaid_data()
{
    QTest::addColumn<FetchPolicy>("policy");
    QTest::addColumn<QString>("publisher");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("allowed");
    using Mode = FetchPolicy::Mode;
    const FetchPolicy chosen{Mode::Chosen, {u"news.example"_s}, {}};
    const FetchPolicy all{Mode::All, {}, {u"ads.example"_s}};
    const FetchPolicy both{Mode::Chosen, {u"news.example"_s}, {u"ads.news.example"_s}};
    const FetchPolicy short1{Mode::Chosen, {u"example"_s}, {}};
    const FetchPolicy short2{Mode::All, {}, {u"example"_s}};
    const FetchPolicy never{Mode::Never, {u"news.example"_s}, {}};
    const QString news = u"news.example"_s;
    const QString cdn = u"cdn.example"_s;
    QTest::newRow("nothing said") << FetchPolicy() << news << news << false;
    QTest::newRow("never") << never << news << news << false;
    QTest::newRow("all") << all << news << cdn << true;
    QTest::newRow("all, no publisher") << all << QString() << cdn << true;
    QTest::newRow("refused host") << all << news << u"ads.example"_s << false;
    QTest::newRow("below a refused host") << all << news << u"x.ads.example"_s << false;
    QTest::newRow("refused publisher") << all << u"ads.example"_s << cdn << false;
    QTest::newRow("chosen publisher, host of another") << chosen << news << cdn << true;
    QTest::newRow("chosen host") << chosen << QString() << news << true;
    QTest::newRow("below a chosen host") << chosen << QString() << u"img.news.example"_s << true;
    QTest::newRow("not chosen") << chosen << u"other.example"_s << cdn << false;
    QTest::newRow("ends like a chosen one") << chosen << u"fakenews.example"_s << cdn << false;
    QTest::newRow("above a chosen one") << chosen << u"example"_s << cdn << false;
    const QString below = u"blog.news.example"_s;
    QTest::newRow("publisher below a chosen one") << chosen << below << cdn << false;
    QTest::newRow("its own host, below a chosen one") << chosen << below << below << true;
    QTest::newRow("publisher below a refused one") << all << u"x.ads.example"_s << cdn << true;
    QTest::newRow("chosen without a dot") << short1 << u"example"_s << cdn << true;
    QTest::newRow("publisher below no dot") << short1 << news << cdn << false;
    QTest::newRow("host below no dot") << short1 << QString() << cdn << false;
    QTest::newRow("host without a dot") << short1 << QString() << u"example"_s << true;
    QTest::newRow("refused without a dot") << short2 << news << cdn << true;
    QTest::newRow("refused host without a dot") << short2 << news << u"example"_s << false;
    QTest::newRow("refused goes first") << both << news << u"ads.news.example"_s << false;
    QTest::newRow("nobody") << chosen << QString() << QString() << false;
}

void TestFetchRules::allowsWhatTheUserSaid()
{
    QFETCH(const FetchPolicy, policy);
    QFETCH(const QString, publisher);
    QFETCH(const QString, host);
    QFETCH(const bool, allowed);
    QCOMPARE(policy.allows(publisher, host), allowed);
}

void TestFetchRules::takesTheNewestFirst()
{
    FetchSchedule schedule({4, 2});
    for (int i = 1; i <= 3; ++i) {
        schedule.add(address(u"a"_s, i), u"a"_s, FetchUrgency::Shown);
    }
    QCOMPARE(order(schedule), QStringList({u"a/3"_s, u"a/2"_s, u"a/1"_s}));
    QCOMPARE(schedule.waitingCount(), 0);
    QCOMPARE(schedule.runningCount(), 0);
}

void TestFetchRules::takesWhatIsShownBeforeTheRest()
{
    FetchSchedule schedule({4, 2});
    schedule.add(address(u"a"_s, 1), u"a"_s, FetchUrgency::Shown);
    schedule.add(address(u"a"_s, 2), u"a"_s, FetchUrgency::Background);
    schedule.add(address(u"b"_s, 3), u"b"_s, FetchUrgency::Background);
    schedule.add(address(u"b"_s, 4), u"b"_s, FetchUrgency::Shown);
    QCOMPARE(order(schedule), QStringList({u"b/4"_s, u"a/1"_s, u"a/2"_s, u"b/3"_s}));
}

void TestFetchRules::movesWhatIsAskedForAgain()
{
    FetchSchedule schedule({4, 2});
    for (int i = 1; i <= 3; ++i) {
        schedule.add(address(u"a"_s, i), u"a"_s, FetchUrgency::Background);
    }
    schedule.add(address(u"a"_s, 3), u"a"_s, FetchUrgency::Shown);
    schedule.add(address(u"a"_s, 2), u"a"_s, FetchUrgency::Shown);
    schedule.add(address(u"a"_s, 3), u"a"_s, FetchUrgency::Background);
    QCOMPARE(schedule.waitingCount(), 3);
    QCOMPARE(order(schedule), QStringList({u"a/2"_s, u"a/3"_s, u"a/1"_s}));
}

void TestFetchRules::neverTakesMoreThanTheLimits()
{
    FetchSchedule schedule({4, 2});
    const QStringList hosts{u"a"_s, u"b"_s, u"c"_s};
    for (const QString &host : hosts) {
        for (int i = 1; i <= 3; ++i) {
            schedule.add(address(host, i), host, FetchUrgency::Shown);
        }
    }
    QStringList taken;
    while (const std::optional<QUrl> url = schedule.take()) {
        taken += url->host() + url->path();
    }
    QCOMPARE(taken, QStringList({u"c/3"_s, u"c/2"_s, u"b/3"_s, u"b/2"_s}));
    schedule.finish(address(u"b"_s, 3));
    QCOMPARE(schedule.take(), address(u"b"_s, 1));
    QVERIFY(!schedule.take());
    schedule.finish(address(u"c"_s, 2));
    QCOMPARE(schedule.take(), address(u"c"_s, 1));
}

void TestFetchRules::standsInLineForTheNextHost()
{
    FetchSchedule schedule({4, 1});
    schedule.add(address(u"b"_s, 1), u"b"_s, FetchUrgency::Shown);
    QCOMPARE(schedule.take(), address(u"b"_s, 1));
    schedule.add(address(u"a"_s, 1), u"a"_s, FetchUrgency::Shown);
    QCOMPARE(schedule.take(), address(u"a"_s, 1));
    schedule.add(address(u"b"_s, 2), u"b"_s, FetchUrgency::Shown);
    schedule.moveOn(address(u"a"_s, 1), u"b"_s);
    QVERIFY(!schedule.take()); // b has its connection
    QCOMPARE(schedule.waitingFor(u"b"_s).size(), 2);
    schedule.finish(address(u"b"_s, 1));
    QCOMPARE(schedule.take(), address(u"b"_s, 2)); // came later, so it is newer
    schedule.finish(address(u"b"_s, 2));
    QCOMPARE(schedule.take(), address(u"a"_s, 1));
}

void TestFetchRules::keepsCountThroughAnything()
{
    FetchSchedule schedule({4, 2});
    std::mt19937 random(7);
    QList<QUrl> running;
    for (int step = 0; step < 20'000; ++step) {
        const QString host = QString(QChar(u'a' + char16_t(random() % 4)));
        const QUrl url = address(host, int(random() % 30));
        switch (random() % 5) {
        case 0:
        case 1:
            schedule.add(url, host, random() % 2 ? FetchUrgency::Shown : FetchUrgency::Background);
            break;
        case 2: schedule.remove(url); break;
        case 3:
            if (const std::optional<QUrl> taken = schedule.take()) {
                QVERIFY(!running.contains(*taken));
                running += *taken;
            }
            break;
        default:
            if (!running.isEmpty()) {
                schedule.finish(running.takeAt(int(random() % std::size_t(running.size()))));
            }
        }
        QCOMPARE(schedule.runningCount(), running.size());
        QVERIFY(running.size() <= 4);
        const auto ofHost = std::count_if(running.begin(), running.end(),
                                          [&](const QUrl &one) { return one.host() == host; });
        QVERIFY(ofHost <= 2);
    }
    for (const QUrl &url : std::as_const(running)) {
        schedule.finish(url);
    }
    const qsizetype left = schedule.waitingCount();
    QCOMPARE(order(schedule).size(), left);
}

void TestFetchRules::waitsLongerAfterEachFailure()
{
    HostBackoff backoff;
    milliseconds now{0};
    QList<qint64> waits;
    for (int i = 0; i < 40; ++i) {
        backoff.failed(u"a"_s, now, now);
        const milliseconds wait = backoff.remaining(u"a"_s, now);
        waits += wait.count();
        now += wait;
        QCOMPARE(backoff.remaining(u"a"_s, now), milliseconds(0));
    }
    QCOMPARE(waits.mid(0, 4), QList<qint64>({2'000, 4'000, 8'000, 16'000}));
    QCOMPARE(waits.last(), HostBackoff::LongestWait.count());
    QCOMPARE(backoff.remaining(u"b"_s, milliseconds(0)), milliseconds(0));
}

void TestFetchRules::waitsAsLongAsItIsAsked()
{
    HostBackoff backoff;
    backoff.failed(u"a"_s, milliseconds(0), milliseconds(100), milliseconds(90'000));
    QCOMPARE(backoff.remaining(u"a"_s, milliseconds(100)), milliseconds(90'000));
    backoff.failed(u"b"_s, milliseconds(0), milliseconds(100), std::chrono::hours(1'000));
    QCOMPARE(backoff.remaining(u"b"_s, milliseconds(100)), HostBackoff::LongestAsked);
    backoff.succeeded(u"a"_s, milliseconds(200)); // what was asked for stands
    QCOMPARE(backoff.remaining(u"a"_s, milliseconds(200)), milliseconds(89'900));
    backoff.succeeded(u"a"_s, milliseconds(90'100));
    QCOMPARE(backoff.remaining(u"a"_s, milliseconds(200)), milliseconds(0));
    // A server that asks for less than the rule does not get it.
    backoff.failed(u"c"_s, milliseconds(0), milliseconds(100), milliseconds(1));
    QCOMPARE(backoff.remaining(u"c"_s, milliseconds(100)), HostBackoff::FirstWait);
    backoff.failed(u"d"_s, milliseconds(0), milliseconds(100), milliseconds(-5));
    QCOMPARE(backoff.remaining(u"d"_s, milliseconds(100)), HostBackoff::FirstWait);
}

void TestFetchRules::countsFailuresOfOneMomentOnce()
{
    HostBackoff backoff;
    backoff.failed(u"a"_s, milliseconds(0), milliseconds(500));
    backoff.failed(u"a"_s, milliseconds(100), milliseconds(600));
    QCOMPARE(backoff.remaining(u"a"_s, milliseconds(600)), milliseconds(1'900));
    // But what it asks for counts.
    backoff.failed(u"a"_s, milliseconds(100), milliseconds(700), milliseconds(10'000));
    QCOMPARE(backoff.remaining(u"a"_s, milliseconds(700)), milliseconds(10'000));
}

void TestFetchRules::startsAgainAfterSuccess()
{
    HostBackoff backoff;
    for (int i = 0; i < 5; ++i) {
        backoff.failed(u"a"_s, milliseconds(i), milliseconds(i));
    }
    const milliseconds over = milliseconds(5) + backoff.remaining(u"a"_s, milliseconds(5));
    backoff.succeeded(u"a"_s, milliseconds(3)); // it was under way
    QCOMPARE(backoff.remaining(u"a"_s, milliseconds(5)), over - milliseconds(5));
    backoff.succeeded(u"a"_s, over);
    QCOMPARE(backoff.remaining(u"a"_s, milliseconds(5)), milliseconds(0));
    backoff.failed(u"a"_s, over, over);
    QCOMPARE(backoff.remaining(u"a"_s, over), HostBackoff::FirstWait);
}

void TestFetchRules::passesOverHostsThatAreHeld()
{
    FetchSchedule schedule({4, 2});
    schedule.add(address(u"a"_s, 1), u"a"_s, FetchUrgency::Shown);
    schedule.add(address(u"b"_s, 1), u"b"_s, FetchUrgency::Shown); // the newest, and held
    const auto isHeld = [](const QString &host) { return host == u"b"; };
    QCOMPARE(schedule.take(isHeld), address(u"a"_s, 1));
    QVERIFY(!schedule.take(isHeld));
    QCOMPARE(schedule.waitingCount(), 1);
    QCOMPARE(schedule.hostsWaitedFor(), QStringList(u"b"_s));
    QCOMPARE(schedule.take(), address(u"b"_s, 1));
}

void TestFetchRules::forgivesSilenceButNotWhatWasSaid()
{
    using Cause = HostBackoff::Cause;
    const milliseconds now{100};
    HostBackoff backoff;
    for (int i = 0; i < 9; ++i) {
        backoff.failed(u"silent"_s, now, now, {}, Cause::Silence);
    }
    backoff.failed(u"busy"_s, now, now, milliseconds(90'000));
    backoff.failed(u"both"_s, now, now, milliseconds(4'000));
    backoff.failed(u"both"_s, milliseconds(200), milliseconds(300), milliseconds(60'000),
                   Cause::Silence);
    QCOMPARE(backoff.cause(u"silent"_s), Cause::Silence);
    QCOMPARE(backoff.cause(u"busy"_s), Cause::Patience);
    QCOMPARE(backoff.cause(u"both"_s), Cause::Silence);
    QVERIFY(backoff.remaining(u"silent"_s, now) > milliseconds(0));
    backoff.failed(u"broken"_s, now, now, {}, Cause::Error);
    backoff.failed(u"away"_s, now, now, milliseconds(90'000), Cause::Error);
    QCOMPARE(backoff.cause(u"broken"_s), Cause::Error);
    backoff.forgiveSilence();
    QCOMPARE(backoff.remaining(u"broken"_s, now), milliseconds(0));
    QCOMPARE(backoff.remaining(u"away"_s, now), milliseconds(90'000));
    QCOMPARE(backoff.remaining(u"silent"_s, now), milliseconds(0));
    QCOMPARE(backoff.remaining(u"busy"_s, now), milliseconds(90'000));
    QCOMPARE(backoff.remaining(u"both"_s, now), milliseconds(4'000));
    QCOMPARE(backoff.cause(u"both"_s), Cause::Patience);
    backoff.failed(u"silent"_s, now, now, {}, Cause::Silence);
    QCOMPARE(backoff.remaining(u"silent"_s, now), HostBackoff::FirstWait);
}

void TestFetchRules::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<qint64>("expected"); // -1 for none
    constexpr qint64 Year = qint64(365) * 24 * 3600 * 1000;
    QTest::newRow("seconds") << QByteArray("120") << qint64(120'000);
    QTest::newRow("spaces") << QByteArray(" 7 ") << qint64(7'000);
    QTest::newRow("none") << QByteArray() << qint64(-1);
    QTest::newRow("negative") << QByteArray("-5") << qint64(-1);
    QTest::newRow("fraction") << QByteArray("1.5") << qint64(-1);
    QTest::newRow("words") << QByteArray("soon") << qint64(-1);
    QTest::newRow("far off") << QByteArray("99999999999") << Year;
    QTest::newRow("no number so large") << QByteArray(40, '9') << Year;
    QTest::newRow("date") << QByteArray("Sun, 06 Nov 1994 08:50:37 GMT") << qint64(60'000);
    QTest::newRow("date past") << QByteArray("Sun, 06 Nov 1994 08:00:00 GMT") << qint64(0);
    QTest::newRow("date far off") << QByteArray("Sat, 06 Nov 2094 08:00:00 GMT") << Year;
    QTest::newRow("date of old") << QByteArray("Sunday, 06-Nov-94 08:49:37 GMT") << qint64(-1);
    QTest::newRow("day that was not") << QByteArray("Wed, 30 Feb 1994 08:49:37 GMT") << qint64(-1);
}

void TestFetchRules::readsRetryAfter()
{
    QFETCH(const QByteArray, header);
    QFETCH(const qint64, expected);
    const QDateTime now = parseHttpDate("Sun, 06 Nov 1994 08:49:37 GMT");
    QCOMPARE(now, QDateTime(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC));
    QCOMPARE(parseRetryAfter(header, now).value_or(milliseconds(-1)).count(), expected);
}

QTEST_GUILESS_MAIN(TestFetchRules)
#include "tst_fetchrules.moc"
