// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetchqueuecase.h"

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

class TestFetchQueue final : public FetchQueueCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void asksNobodyUntilItIsAllowed();
    void endsWhatIsNoLongerAllowed();
    void endsAllWhenOffline();
    void refusesWhatIsNoAddress();

    void fetchesTheSameAddressOnce();
    void takesTheNewestFirst();
    void neverOpensMoreThanTheLimits();
    void dropsWhatNobodyWants();
    void keepsWhatOneStillWants();
    void beginsNothingWhileItIsHeld();

    void followsRedirects();
    void keepsValidatorsFromOthers();
    void countsRedirects();
    void asksOfEveryHop();
    void refusesHopsToThisMachine();
    void countsAllHopsInOneTime();

    void answersAllBeforeItEnds();
};

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

void TestFetchQueue::beginsNothingWhileItIsHeld()
{
    for (const char *path : {"/a", "/b", "/c"}) {
        m_server->answer(path, ServerAnswer::picture(png()).held());
    }
    const auto running = fetch(u"/a"_s);
    QTRY_COMPARE(m_server->heldBack(), 1);
    m_queue->setHeld(true);
    const auto waiting = fetch(u"/b"_s);
    const auto forbidden = fetch(u"/c"_s);
    m_server->release();
    COMPARE_OUTCOME(running, Fetched); // goes on, and what waits is looked through once more
    m_queue->setOffline(true);
    COMPARE_OUTCOME(forbidden, Offline);
    COMPARE_OUTCOME(waiting, Offline);
    QCOMPARE(m_server->requests().size(), 1);
    m_queue->setOffline(false);
    m_server->answer("/b", ServerAnswer::picture(png()));
    const auto later = fetch(u"/b"_s);
    m_queue->setHeld(false);
    COMPARE_OUTCOME(later, Fetched);
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
