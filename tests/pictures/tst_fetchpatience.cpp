// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetchqueuecase.h"

#include "pictures/fetch/hostbackoff.h"

#include <algorithm>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

/// Hosts that failed or ask for patience: what is told at once, and what waits in line for them.
class TestFetchPatience final : public FetchQueueCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void leavesBusyHostsAlone();
    void leavesBusyHostsAloneThoughOthersArrive();
    void leavesSilentHostsAlone();
    void waitsInLineForHostsThatAreSoonAskedAgain();
    void asksByItselfWhenTheWaitIsOver();
    void givesUpWaitingWhenWaitsGrow();
    void doesNotBlameTheHostForWhatBrokeOff();
    void triesHostsWithWhatHasNotFailed();
    void asksAtOnceWhenSilenceIsForgiven();
    void endsWhatWaitsForHostsLeftAlone();
};

void TestFetchPatience::leavesBusyHostsAlone()
{
    m_server->answer("/busy", ServerAnswer::of(429, png(), {{"Retry-After", "30"}}).held());
    m_server->answer("/a", ServerAnswer::picture(png()));
    const QFuture<FetchedPicture> busy = fetch(u"/busy?1"_s);
    const QFuture<FetchedPicture> second = fetch(u"/busy?2"_s);
    QTRY_COMPARE(m_server->heldBack(), 2);
    const QFuture<FetchedPicture> waiting = fetch(u"/a?waiting"_s);
    COMPARE_OUTCOME(fetch(u"/a"_s, u"other.example"_s), Fetched);
    m_server->release(1);
    COMPARE_OUTCOME(busy, TryLater);
    QCOMPARE(busy.result().retryAfter, milliseconds(30'000));
    QVERIFY(busy.result().bytes.isEmpty());
    COMPARE_OUTCOME(waiting, TryLater); // told at once
    m_server->release();
    COMPARE_OUTCOME(second, TryLater);

    m_now = 14'999;
    const QFuture<FetchedPicture> soon = fetch(u"/a"_s);
    COMPARE_OUTCOME(soon, TryLater);
    QCOMPARE(soon.result().retryAfter, milliseconds(15'001)); // too long to stand in line for
    COMPARE_OUTCOME(fetch(u"/a"_s, u"other.example"_s), Fetched);
    QCOMPARE(m_server->mostAtOnce("news.example"), 2);
    const qsizetype asked = m_server->requests().size();
    m_now = 30'000;
    COMPARE_OUTCOME(fetch(u"/a"_s), Fetched);
    QCOMPARE(m_server->requests().size(), asked + 1);
}

void TestFetchPatience::leavesBusyHostsAloneThoughOthersArrive()
{
    m_server->answer("/a", ServerAnswer::picture(png()).held());
    m_server->answer("/busy", ServerAnswer::of(429, png(), {{"Retry-After", "30"}}));
    const QFuture<FetchedPicture> underWay = fetch(u"/a"_s);
    QTRY_COMPARE(m_server->heldBack(), 1);
    COMPARE_OUTCOME(fetch(u"/busy"_s), TryLater);
    m_server->release();
    COMPARE_OUTCOME(underWay, Fetched);
    COMPARE_OUTCOME(fetch(u"/a?later"_s), TryLater);
    QCOMPARE(m_server->requests().size(), 2);
}

void TestFetchPatience::leavesSilentHostsAlone()
{
    m_settings.fetch.inactivity = milliseconds(100);
    m_settings.patience = milliseconds(0);
    make();
    m_server->answer("/a", ServerAnswer{{ServerAnswer::Hang{}}});
    QList<QFuture<FetchedPicture>> futures;
    for (int i = 0; i < 50; ++i) {
        futures += fetch(u"/a?%1"_s.arg(i));
    }
    int timedOut = 0;
    for (const QFuture<FetchedPicture> &future : futures) {
        QTRY_VERIFY(future.isFinished());
        const FetchedPicture picture = future.result();
        timedOut += picture.outcome == FetchOutcome::TimedOut ? 1 : 0;
        QVERIFY(picture.outcome == FetchOutcome::TimedOut ||
                picture.outcome == FetchOutcome::Unreachable);
        QVERIFY(picture.retryAfter.count() > 0);
    }
    QVERIFY(timedOut >= 1 && timedOut <= 4);
    QVERIFY(m_server->requests().size() <= 4);
}

/// Leaves the host of `path` alone from now on, with what stands behind it in line.
#define FAIL_ONCE(path, expected)                                                                  \
    do {                                                                                           \
        const QFuture<FetchedPicture> failing = fetch(path);                                       \
        COMPARE_OUTCOME(failing, expected);                                                        \
        QCOMPARE(failing.result().retryAfter, HostBackoff::FirstWait);                             \
    } while (false)

void TestFetchPatience::waitsInLineForHostsThatAreSoonAskedAgain()
{
    m_settings.limits = {.connectionsPerHost = 1};
    make();
    m_server->answer("/broken", ServerAnswer::of(500, png()).held());
    m_server->answer("/a", ServerAnswer::picture(png()));
    const QByteArray there = m_server->url(u"/a?hop"_s).toEncoded();
    m_server->answer("/to", ServerAnswer::redirect(there));
    const QFuture<FetchedPicture> broken = fetch(u"/broken"_s);
    QTRY_COMPARE(m_server->heldBack(), 1);
    QList<QFuture<FetchedPicture>> waiting{fetch(u"/a?before"_s)};
    m_server->release();
    COMPARE_OUTCOME(broken, ServerError); // its own answer, and at once
    waiting += fetch(u"/a?meanwhile"_s);
    waiting += fetch(u"/to"_s, u"other.example"_s);
    QTRY_VERIFY(m_server->paths().contains("/to"));
    COMPARE_OUTCOME(fetch(u"/a?other"_s, u"other.example"_s), Fetched); // the hop is in line
    m_now = 1'999;
    COMPARE_OUTCOME(fetch(u"/a?another"_s, u"other.example"_s), Fetched);
    for (const QFuture<FetchedPicture> &one : waiting) {
        QVERIFY(!one.isFinished());
    }
    m_now = 2'000;
    waiting += fetch(u"/a?after"_s);
    for (const QFuture<FetchedPicture> &one : waiting) {
        COMPARE_OUTCOME(one, Fetched);
    }
    QCOMPARE(m_server->paths().mid(4),
             QList<QByteArray>({"/a?after", "/a?hop", "/a?meanwhile", "/a?before"}));
}

void TestFetchPatience::asksByItselfWhenTheWaitIsOver()
{
    m_server->answer("/broken", ServerAnswer::of(500));
    m_server->answer("/a", ServerAnswer::picture(png()));
    FAIL_ONCE(u"/broken"_s, ServerError);
    m_now = 1'990;
    const QFuture<FetchedPicture> waiting = fetch(u"/a"_s);
    COMPARE_OUTCOME(fetch(u"/a"_s, u"other.example"_s), Fetched); // the other has seen the clock
    QVERIFY(!waiting.isFinished());
    m_now = 2'000; // and nobody asks for anything more
    COMPARE_OUTCOME(waiting, Fetched);
}

void TestFetchPatience::givesUpWaitingWhenWaitsGrow()
{
    m_settings.limits = {.connectionsPerHost = 1};
    make();
    m_server->answer("/broken", ServerAnswer::of(503));
    m_server->answer("/a", ServerAnswer::picture(png()));
    QList<QFuture<FetchedPicture>> futures;
    for (int i = 0; i < 10; ++i) {
        futures += fetch(u"/broken?%1"_s.arg(i), u"news.example"_s, FetchUrgency::Background);
    }
    const auto answered = [&] {
        return std::count_if(futures.begin(), futures.end(), [](const auto &one) {
            return one.isFinished() && one.result().status == 503;
        });
    };
    int rounds = 0;
    for (const qint64 at : {0, 2'000, 6'000}) {
        m_now = at;
        COMPARE_OUTCOME(fetch(u"/a?%1"_s.arg(at), u"other.example"_s), Fetched);
        ++rounds;
        QTRY_COMPARE(answered(), rounds);
        QVERIFY(!futures.last().isFinished());
    }
    m_now = 14'000; // then it would be 16 s
    COMPARE_OUTCOME(fetch(u"/a"_s, u"other.example"_s), Fetched);
    for (const QFuture<FetchedPicture> &future : futures) {
        COMPARE_OUTCOME(future, ServerError);
    }
    QCOMPARE(futures.last().result().retryAfter, milliseconds(16'000));
    QCOMPARE(answered(), 4); // nobody asked for the others
    QCOMPARE(m_server->requests().size(), 4 + 4);
}

void TestFetchPatience::doesNotBlameTheHostForWhatBrokeOff()
{
    m_server->answer(
        "/cut",
        ServerAnswer::picture(png(), {{"Content-Length", "9999"}}).then(ServerAnswer::Close{}));
    m_server->answer("/a", ServerAnswer::picture(png()));
    for (int i = 0; i < 8; ++i) { // with the clock at a stand: nothing is waited for
        COMPARE_OUTCOME(fetch(u"/cut"_s), BrokeOff);
        COMPARE_OUTCOME(fetch(u"/a?%1"_s.arg(i)), Fetched);
    }
}

void TestFetchPatience::triesHostsWithWhatHasNotFailed()
{
    m_settings.limits = {.connectionsPerHost = 1};
    make();
    m_server->answer("/broken", ServerAnswer::of(500));
    m_server->answer("/a", ServerAnswer::picture(png()));
    FAIL_ONCE(u"/broken"_s, ServerError);
    QList<QFuture<FetchedPicture>> waiting;
    for (const QString &path : {u"/a?1"_s, u"/a?2"_s, u"/broken"_s}) { // the last would go first
        waiting += fetch(path);
    }
    COMPARE_OUTCOME(fetch(u"/a"_s, u"other.example"_s), Fetched);
    m_now = 2'000;
    COMPARE_OUTCOME(waiting.at(0), Fetched);
    COMPARE_OUTCOME(waiting.at(1), Fetched);
    COMPARE_OUTCOME(waiting.at(2), ServerError);
    QCOMPARE(m_server->paths().at(2), "/a?2");
}

void TestFetchPatience::asksAtOnceWhenSilenceIsForgiven()
{
    m_server->answer("/silent", ServerAnswer{{ServerAnswer::Close{}}});
    m_server->answer("/a", ServerAnswer::picture(png()));
    FAIL_ONCE(u"/silent"_s, Unreachable);
    const QFuture<FetchedPicture> waiting = fetch(u"/a"_s);
    COMPARE_OUTCOME(fetch(u"/a"_s, u"other.example"_s), Fetched);
    QVERIFY(!waiting.isFinished());
    m_queue->forgiveSilence();
    COMPARE_OUTCOME(waiting, Fetched);
}

void TestFetchPatience::endsWhatWaitsForHostsLeftAlone()
{
    m_server->answer("/broken", ServerAnswer::of(500));
    m_server->answer("/a", ServerAnswer::picture(png()));
    FAIL_ONCE(u"/broken"_s, ServerError);
    QFuture<FetchedPicture> unwanted = fetch(u"/a?unwanted"_s);
    const QFuture<FetchedPicture> offline = fetch(u"/a?offline"_s);
    unwanted.cancel();
    m_queue->setOffline(true);
    COMPARE_OUTCOME(offline, Offline);
    m_queue->setOffline(false);
    const QFuture<FetchedPicture> forbidden = fetch(u"/a?forbidden"_s);
    allow({FetchPolicy::Mode::All, {}, {u"news.example"_s}});
    COMPARE_OUTCOME(forbidden, NotAllowed);
    allow({FetchPolicy::Mode::All, {}, {}});
    const QFuture<FetchedPicture> last = fetch(u"/a?last"_s);
    COMPARE_OUTCOME(fetch(u"/a"_s, u"other.example"_s), Fetched);
    m_queue.reset();
    COMPARE_OUTCOME(last, Cancelled);
    QCOMPARE(m_server->paths(), QList<QByteArray>({"/broken", "/a"}));
}

QTEST_GUILESS_MAIN(TestFetchPatience)
#include "tst_fetchpatience.moc"
