// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetchsetting.h"
#include "picturebytes.h"

#include "pictures/fetch/hostbackoff.h"
#include "support/scriptedserver.h"

#include <QTest>

#include <algorithm>
#include <atomic>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace
{

QByteArray png()
{
    return PictureBytes::png({3, 2});
}

} // namespace

class TestFetchQueue final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void asksNobodyUntilItIsAllowed();
    void endsWhatIsNoLongerAllowed();
    void endsAllWhenOffline();
    void refusesWhatIsNoAddress();

    void fetchesTheSameAddressOnce();
    void takesTheNewestFirst();
    void neverOpensMoreThanTheLimits();
    void dropsWhatNobodyWants();
    void keepsWhatOneStillWants();

    void followsRedirects();
    void keepsValidatorsFromOthers();
    void countsRedirects();
    void asksOfEveryHop();
    void refusesHopsToThisMachine();
    void countsAllHopsInOneTime();

    void leavesBusyHostsAlone();
    void leavesSilentHostsAlone();
    void waitsInLineForHostsThatAreSoonAskedAgain();
    void asksByItselfWhenTheWaitIsOver();
    void givesUpWaitingWhenWaitsGrow();
    void asksAtOnceWhenSilenceIsForgiven();
    void endsWhatWaitsForHostsLeftAlone();
    void answersAllBeforeItEnds();

private:
    void allow(const FetchPolicy &policy) { m_queue->setPolicy(policy); }
    QFuture<FetchedPicture> fetch(const QString &path, const QString &host = u"news.example"_s,
                                  FetchUrgency urgency = FetchUrgency::Shown)
    {
        return m_queue->fetch({m_server->url(path, host), {}, {}, urgency});
    }

    std::unique_ptr<ScriptedServer> m_server;
    std::shared_ptr<ScriptedResolver> m_resolver;
    std::atomic<qint64> m_now = 0;
    FetchQueue::Settings m_settings;
    std::unique_ptr<FetchQueue> m_queue;
};

void TestFetchQueue::init()
{
    m_server = std::make_unique<ScriptedServer>();
    m_resolver = std::make_shared<ScriptedResolver>();
    m_now = 0;
    m_settings = {.fetch = localSettings(m_resolver), .limits = {}, .clock = [this] {
                      return milliseconds(m_now.load());
                  }};
    m_queue = std::make_unique<FetchQueue>(m_settings);
    allow({FetchPolicy::Mode::All, {}, {}});
}

void TestFetchQueue::cleanup()
{
    m_queue.reset();
    m_server.reset();
}

#define COMPARE_OUTCOME(future, expected)                                                          \
    do {                                                                                           \
        const QFuture<FetchedPicture> itself = future;                                             \
        QTRY_VERIFY(itself.isFinished());                                                          \
        QCOMPARE(itself.result().outcome, FetchOutcome::expected);                                 \
    } while (false)

void TestFetchQueue::asksNobodyUntilItIsAllowed()
{
    FetchQueue fresh(m_settings);
    m_server->answer("/a", ServerAnswer::picture(png()));
    const FetchRequest request{m_server->url(u"/a"_s), u"publisher.example"_s};
    const QFuture<FetchedPicture> before = fresh.fetch(request);
    QVERIFY(before.isFinished()); // not even a thread
    QCOMPARE(before.result().outcome, FetchOutcome::NotAllowed);
    fresh.setPolicy({FetchPolicy::Mode::Chosen, {u"other.example"_s}, {}});
    COMPARE_OUTCOME(fresh.fetch(request), NotAllowed);
    QCOMPARE(m_resolver->asked(), QStringList());
    QCOMPARE(m_server->connections(), 0);

    fresh.setPolicy({FetchPolicy::Mode::Chosen, {u"publisher.example"_s}, {}});
    const QFuture<FetchedPicture> after = fresh.fetch(request);
    COMPARE_OUTCOME(after, Fetched);
    QCOMPARE(after.result().bytes, png());
}

void TestFetchQueue::endsWhatIsNoLongerAllowed()
{
    m_server->answer("/a", ServerAnswer::picture(png()).held());
    const QFuture<FetchedPicture> running = fetch(u"/a"_s);
    const QFuture<FetchedPicture> other = fetch(u"/a"_s, u"other.example"_s);
    QTRY_COMPARE(m_server->heldBack(), 2);
    allow({FetchPolicy::Mode::Chosen, {u"other.example"_s}, {}});
    COMPARE_OUTCOME(running, NotAllowed);
    QTRY_COMPARE(m_server->heldBack(), 1);
    m_server->release();
    COMPARE_OUTCOME(other, Fetched);
}

void TestFetchQueue::endsAllWhenOffline()
{
    m_server->answer("/a", ServerAnswer::picture(png()).held());
    QList<QFuture<FetchedPicture>> futures;
    for (int i = 0; i < 5; ++i) {
        futures += fetch(u"/a?%1"_s.arg(i));
    }
    QTRY_COMPARE(m_server->heldBack(), 2);
    m_queue->setOffline(true);
    QVERIFY(m_queue->isOffline());
    futures += fetch(u"/a?new"_s);
    for (const QFuture<FetchedPicture> &future : futures) {
        COMPARE_OUTCOME(future, Offline);
    }
    QTRY_COMPARE(m_server->heldBack(), 0);
    QCOMPARE(m_server->requests().size(), 2);
    m_queue->setOffline(false);
    m_server->answer("/a", ServerAnswer::picture(png()));
    COMPARE_OUTCOME(fetch(u"/a?0"_s), Fetched);
}

void TestFetchQueue::refusesWhatIsNoAddress()
{
    for (const char *address : {"file:///etc/passwd", "data:image/png,x", "", "//news.example/a",
                                "http://u:p@news.example/"}) {
        const auto future = m_queue->fetch({QUrl(QString::fromLatin1(address)), {}});
        COMPARE_OUTCOME(future, Refused);
        QCOMPARE(future.result().refusal, FetchRefusal::Address);
    }
    QCOMPARE(m_resolver->asked(), QStringList());
}

void TestFetchQueue::fetchesTheSameAddressOnce()
{
    m_server->answer("/a", ServerAnswer::picture(png()).held());
    QList<QFuture<FetchedPicture>> futures;
    for (int i = 0; i < 20; ++i) {
        futures += fetch(i % 2 ? u"/a"_s : u"/a#fragment"_s);
    }
    QTRY_COMPARE(m_server->heldBack(), 1);
    futures += fetch(u"/a"_s); // while it runs
    m_server->release();
    for (const QFuture<FetchedPicture> &future : futures) {
        COMPARE_OUTCOME(future, Fetched);
        QCOMPARE(future.result().bytes, png());
    }
    QCOMPARE(m_server->requests().size(), 1);
}

void TestFetchQueue::takesTheNewestFirst()
{
    m_server->answer("/first", ServerAnswer::picture(png()).held());
    m_server->answer("/a", ServerAnswer::picture(png()));
    QList<QFuture<FetchedPicture>> futures{fetch(u"/first?1"_s), fetch(u"/first?2"_s)};
    QTRY_COMPARE(m_server->heldBack(), 2);
    for (const char *path : {"/a?old", "/a?newer", "/a?newest"}) {
        futures += fetch(QString::fromLatin1(path));
    }
    futures += fetch(u"/a?rest"_s, u"news.example"_s, FetchUrgency::Background);
    futures += fetch(u"/a?later"_s, u"news.example"_s, FetchUrgency::Background);
    COMPARE_OUTCOME(fetch(u"/a?other"_s, u"other.example"_s), Fetched); // all are in line by now
    m_server->release(1);
    for (const QFuture<FetchedPicture> &future : futures.mid(2)) {
        COMPARE_OUTCOME(future, Fetched);
    }
    QCOMPARE(m_server->paths().mid(3),
             QList<QByteArray>({"/a?newest", "/a?newer", "/a?old", "/a?rest", "/a?later"}));
}

void TestFetchQueue::neverOpensMoreThanTheLimits()
{
    m_server->answer("/a", ServerAnswer::picture(png()).held());
    const QStringList hosts{u"news.example"_s, u"other.example"_s, u"a.pictures.example"_s,
                            u"b.pictures.example"_s};
    QList<QFuture<FetchedPicture>> futures;
    for (int i = 0; i < 40; ++i) {
        futures += fetch(u"/a?%1"_s.arg(i), hosts.at(i / 10));
    }
    for (int i = 0; i < 40; ++i) {
        QTRY_COMPARE(m_server->heldBack(), qMin(4, 40 - i));
        m_server->release(1);
    }
    for (const QFuture<FetchedPicture> &future : futures) {
        COMPARE_OUTCOME(future, Fetched);
    }
    QCOMPARE(m_server->mostAtOnce(), 4);
    for (const QString &host : hosts) {
        QCOMPARE(m_server->mostAtOnce(host.toLatin1()), 2);
    }
}

void TestFetchQueue::dropsWhatNobodyWants()
{
    m_server->answer("/a", ServerAnswer::picture(png()).held());
    QList<QFuture<FetchedPicture>> running{fetch(u"/a?1"_s), fetch(u"/a?2"_s)};
    QTRY_COMPARE(m_server->heldBack(), 2);
    QList<QFuture<FetchedPicture>> waiting;
    for (int i = 0; i < 2'000; ++i) {
        waiting += fetch(u"/a?waiting%1"_s.arg(i));
        waiting.last().cancel();
    }
    const QFuture<FetchedPicture> wanted = fetch(u"/a?wanted"_s);
    for (QFuture<FetchedPicture> &future : running) {
        future.cancel(); // its connection goes to the next
    }
    QTRY_VERIFY(m_server->paths().contains("/a?wanted"));
    m_server->release();
    COMPARE_OUTCOME(wanted, Fetched);
    for (const QFuture<FetchedPicture> &future : waiting + running) {
        QTRY_VERIFY(future.isFinished());
        QVERIFY(future.isCanceled());
    }
    QCOMPARE(m_server->requests().size(), 3);
}

void TestFetchQueue::keepsWhatOneStillWants()
{
    m_server->answer("/a", ServerAnswer::picture(png()).held());
    QFuture<FetchedPicture> one = fetch(u"/a"_s);
    const QFuture<FetchedPicture> two = fetch(u"/a"_s);
    QTRY_COMPARE(m_server->heldBack(), 1);
    one.cancel();
    QFuture<FetchedPicture> three = fetch(u"/a"_s);
    three.cancel();
    COMPARE_OUTCOME(fetch(u"/b"_s), Gone); // what was cancelled has been seen to
    m_server->release();
    COMPARE_OUTCOME(two, Fetched);
    QCOMPARE(m_server->paths().count("/a"), 1);
}

void TestFetchQueue::followsRedirects()
{
    for (int i = 1; i <= 5; ++i) {
        const QByteArray next = i == 5 ? QByteArray("/end") : QByteArray::number(i + 1);
        m_server->answer('/' + QByteArray::number(i), ServerAnswer::redirect(next));
    }
    m_server->answer("/end", ServerAnswer::picture(png(), {{"ETag", "\"x\""}}));
    const QFuture<FetchedPicture> future = fetch(u"/1"_s);
    COMPARE_OUTCOME(future, Fetched);
    QCOMPARE(future.result().finalUrl, m_server->url(u"/end"_s));
    QVERIFY(future.result().validators.isEmpty()); // not of the address that was asked for
    QCOMPARE(m_server->requests().size(), 6);
}

void TestFetchQueue::keepsValidatorsFromOthers()
{
    const FetchValidators validators{"\"v1\"", "Sun, 06 Nov 1994 08:49:37 GMT"};
    const QByteArray elsewhere = m_server->url(u"/a"_s, u"other.example"_s).toEncoded();
    m_server->answer("/to", ServerAnswer::redirect(elsewhere));
    m_server->answer("/a", {ServerAnswer::picture(png()), ServerAnswer::of(304)});
    const FetchRequest request{m_server->url(u"/to"_s), {}, validators};
    COMPARE_OUTCOME(m_queue->fetch(request), Fetched);
    QCOMPARE(m_server->requests().size(), 2);
    QCOMPARE(m_server->requests().first().header("If-None-Match"), validators.etag);
    QCOMPARE(m_server->requests().last().header("If-None-Match"), QByteArray());
    QCOMPARE(m_server->requests().last().header("If-Modified-Since"), QByteArray());
    // It was not asked whether anything is still right.
    COMPARE_OUTCOME(m_queue->fetch(request), Refused);
}

void TestFetchQueue::countsRedirects()
{
    m_server->answer("/loop", ServerAnswer::redirect("/loop"));
    const QFuture<FetchedPicture> loop = fetch(u"/loop"_s);
    COMPARE_OUTCOME(loop, Refused);
    QCOMPARE(loop.result().refusal, FetchRefusal::TooManyRedirects);
    QCOMPARE(m_server->requests().size(), 6);
    // And the line is free again.
    m_server->answer("/a", ServerAnswer::picture(png()));
    COMPARE_OUTCOME(fetch(u"/a"_s), Fetched);
}

void TestFetchQueue::asksOfEveryHop()
{
    const QByteArray elsewhere = m_server->url(u"/a"_s, u"other.example"_s).toEncoded();
    m_server->answer("/to", ServerAnswer::redirect(elsewhere));
    m_server->answer("/a", ServerAnswer::picture(png()));
    const FetchRequest request{m_server->url(u"/to"_s), u"publisher.example"_s};

    allow({FetchPolicy::Mode::All, {}, {u"other.example"_s}});
    COMPARE_OUTCOME(m_queue->fetch(request), NotAllowed);
    allow({FetchPolicy::Mode::Chosen, {u"news.example"_s}, {}});
    COMPARE_OUTCOME(m_queue->fetch(request), NotAllowed);
    QVERIFY(!m_resolver->asked().contains(u"other.example"_s));
    // Who allows the publisher allows where it leads.
    allow({FetchPolicy::Mode::Chosen, {u"publisher.example"_s}, {}});
    COMPARE_OUTCOME(m_queue->fetch(request), Fetched);
}

void TestFetchQueue::refusesHopsToThisMachine()
{
    m_server->answer("/secret", ServerAnswer::picture(png()));
    m_resolver->script(u"rebound.example"_s, {{u"127.0.0.1"_s}});
    const QByteArray port = QByteArray::number(m_server->serverPort());
    for (const char *host : {"127.0.0.1", "127.1", "2130706433", "0x7f.0.0.1", "[::1]",
                             "[::ffff:127.0.0.1]", "localhost", "rebound.example"}) {
        m_server->answer(
            "/to", ServerAnswer::redirect("http://" + QByteArray(host) + ':' + port + "/secret"));
        const QFuture<FetchedPicture> future = fetch(u"/to"_s);
        COMPARE_OUTCOME(future, Refused);
        QCOMPARE(future.result().refusal, FetchRefusal::LocalNetwork);
    }
    QVERIFY(!m_server->paths().contains("/secret"));
}

void TestFetchQueue::countsAllHopsInOneTime()
{
    m_server->answer("/slow", ServerAnswer::redirect("/end").held());
    m_server->answer("/end", ServerAnswer{{ServerAnswer::Hang{}}});
    const QFuture<FetchedPicture> future = fetch(u"/slow"_s);
    QTRY_COMPARE(m_server->heldBack(), 1);
    m_now = m_settings.fetch.total.count() - 100; // leaves a tenth of a second for the next hop
    m_server->release();
    COMPARE_OUTCOME(future, TimedOut);
    QCOMPARE(m_server->paths(), QList<QByteArray>({"/slow", "/end"}));
}

void TestFetchQueue::leavesBusyHostsAlone()
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

void TestFetchQueue::leavesSilentHostsAlone()
{
    m_settings.fetch.inactivity = milliseconds(100);
    m_settings.patience = milliseconds(0);
    m_queue = std::make_unique<FetchQueue>(m_settings);
    allow({FetchPolicy::Mode::All, {}, {}});
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

void TestFetchQueue::waitsInLineForHostsThatAreSoonAskedAgain()
{
    m_settings.limits = {.connectionsPerHost = 1};
    m_queue = std::make_unique<FetchQueue>(m_settings);
    allow({FetchPolicy::Mode::All, {}, {}});
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

void TestFetchQueue::asksByItselfWhenTheWaitIsOver()
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

void TestFetchQueue::givesUpWaitingWhenWaitsGrow()
{
    m_settings.limits = {.connectionsPerHost = 1};
    m_queue = std::make_unique<FetchQueue>(m_settings);
    allow({FetchPolicy::Mode::All, {}, {}});
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

void TestFetchQueue::asksAtOnceWhenSilenceIsForgiven()
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

void TestFetchQueue::endsWhatWaitsForHostsLeftAlone()
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

void TestFetchQueue::answersAllBeforeItEnds()
{
    m_server->answer("/a", ServerAnswer::picture(png()).held());
    QList<QFuture<FetchedPicture>> futures;
    for (int i = 0; i < 10; ++i) {
        futures += fetch(u"/a?%1"_s.arg(i));
    }
    QTRY_COMPARE(m_server->heldBack(), 2);
    futures += fetch(u"/a?last"_s);
    m_queue.reset();
    for (const QFuture<FetchedPicture> &future : futures) {
        QVERIFY(future.isFinished());
        QCOMPARE(future.result().outcome, FetchOutcome::Cancelled);
    }
    QTRY_COMPARE(m_server->heldBack(), 0);
}

QTEST_GUILESS_MAIN(TestFetchQueue)
#include "tst_fetchqueue.moc"
