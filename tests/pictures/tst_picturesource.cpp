// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetchsetting.h"
#include "listedpictures.h"
#include "picturebytes.h"

#include "pictures/source/picturesource.h"
#include "pictures/thumbnailstore.h"
#include "support/scriptedserver.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;
using State = PictureStatus::State;
using Ask = PictureSource::Ask;

namespace
{

const QSize Small(4, 4);
constexpr FetchPolicy::Mode All = FetchPolicy::Mode::All;

QByteArray png(int side = 8)
{
    return PictureBytes::png({side, side});
}

} // namespace

class TestPictureSource final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void asksNobodyUntilItIsAllowed();
    void takesWhatIsCarriedBeforeAnythingElse();
    void fetchesOnceHoweverManyAsk();
    void showsWhatWasFetchedWithoutTheNetwork();
    void fetchesAgainWhatIsDamagedOnDisk();
    void remembersWhatBecameOfIt_data();
    void remembersWhatBecameOfIt();
    void asksAgainWhenTold();
    void aRetryThatWasNotMadeTellsNothingNew();
    void waitsAsLongAsItIsToBeLeftAlone();
    void forgivesWhatWasOutOfReach_data();
    void forgivesWhatWasOutOfReach();
    void keepsItsOwnReasonWhileTheHostIsLeftAlone();
    void oneMayBeAskedForByHand();
    void leavesAloneByItselfWhatBrokeOff();
    void doesNotForgiveWhatWasBusy();
    void aSignInPageIsNotTheLastWord();
    void aClockSetBackDoesNotMakeItWait();
    void sendsValidatorsForACopy();
    void asksAnewForACopyThatIsLost();
    void keepsTheCopyOfWhatIsGone();
    void forgetsNothingWhileTheFolderIsAway();
    void forgetsWhatIsLost();
    void choosesThePublisherThatIsAllowed();
    void dropsWhatNobodyWants();
    void saysWhenTheDiskCannotTakeIt();
    void offersTheCatalogAgainWhatItCouldNotKeep_data();
    void offersTheCatalogAgainWhatItCouldNotKeep();
    void makesSmallWhatNobodyHasDrawn();
    void makesRoomByWhatWasShownLongestAgo();
    void keepsWhatComesWhileItMakesRoom();
    void weighsOnceForManyThatComeWhenFull();
    void removesWhatARefreshReplaces();
    void leavesWhatOthersHaveToo();
    void takesNothingMoreForLaterWhenFull();
    void saysThatAnArchiveCannotBeRead();
    void notesWhatWasShown();
    void tellsWhatGoesOn();
    void answersAllBeforeItEnds();

private:
    void make();
    void allow(FetchPolicy::Mode mode = All) { m_source->setPolicy({mode, {}, {}}); }
    SourcedPicture answer(QFuture<SourcedPicture> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000)) {
            return {{}, {State::Loading}};
        }
        return future.resultCount() > 0 ? future.result() : SourcedPicture{};
    }
    SourcedPicture load(qint64 id, Ask ask = Ask::IfAbsent)
    {
        return answer(m_source->load(id, Small, ask));
    }
    /// Of the whole picture.
    QSize sizeOf(qint64 id, Ask ask = Ask::IfAbsent)
    {
        return answer(m_source->load(id, QSize(), ask)).image.size();
    }
    SourcedPicture fetch(qint64 id, Ask ask = Ask::IfAbsent)
    {
        return answer(m_source->fetch(id, ask));
    }
    bool written()
    {
        QFuture<bool> future = m_source->written();
        future.waitForFinished();
        return future.result();
    }
    int forgetLost()
    {
        const QFuture<int> future = m_source->forgetLost();
        return QTest::qWaitFor([&] { return future.isFinished(); }, 20'000) ? future.result() : -1;
    }
    /// Adds picture `id` at /id, which the server answers with.
    void serve(qint64 id, const QList<ServerAnswer> &answers)
    {
        const QString path = u"/%1"_s.arg(id);
        m_server->answer(path.toLatin1(), answers);
        m_catalog->add(id, m_server->url(path));
    }
    void serve(qint64 id, const ServerAnswer &answer) { serve(id, QList<ServerAnswer>{answer}); }
    PictureStore store() const { return PictureStore(m_folder->filePath(u"pictures"_s)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_server;
    std::shared_ptr<ScriptedResolver> m_resolver;
    std::unique_ptr<ListedPictures> m_catalog;
    std::unique_ptr<PictureLoader> m_loader;
    std::unique_ptr<PictureSource> m_source;
    std::atomic<qint64> m_now = 1'700'000'000;
};

void TestPictureSource::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<ScriptedServer>();
    m_resolver = std::make_shared<ScriptedResolver>();
    m_catalog = std::make_unique<ListedPictures>();
    m_loader = std::make_unique<PictureLoader>(store());
    m_now = 1'700'000'000;
    make();
}

/// Begins as after a restart.
void TestPictureSource::make()
{
    m_source.reset();
    m_loader = std::make_unique<PictureLoader>(store());
    m_source = std::make_unique<PictureSource>(
        store(), *m_loader, *m_catalog,
        PictureSource::Settings{.fetch = {.fetch = localSettings(m_resolver)},
                                .now = [this] { return m_now.load(); }});
}

void TestPictureSource::cleanup()
{
    m_source.reset();
    m_loader.reset();
    m_server.reset();
}

void TestPictureSource::asksNobodyUntilItIsAllowed()
{
    serve(1, ServerAnswer::picture(png()));
    QCOMPARE(load(1).status, PictureStatus{State::NotAllowed});
    QCOMPARE(fetch(1, Ask::Again).status, PictureStatus{State::NotAllowed});
    QCOMPARE(fetch(1, Ask::Refresh).status, PictureStatus{State::NotAllowed});
    allow(FetchPolicy::Mode::Never);
    QCOMPARE(load(1).status, PictureStatus{State::NotAllowed});
    allow();
    m_source->setOffline(true);
    QCOMPARE(load(1).status, PictureStatus{State::Offline});
    QCOMPARE(m_server->connections(), 0);
    QCOMPARE(m_resolver->asked(), QStringList());
    QCOMPARE(m_catalog->at(1).last, PictureStatus()); // nobody was asked

    m_source->setOffline(false);
    const SourcedPicture picture = load(1);
    QCOMPARE(picture.status, PictureStatus{State::Ready});
    QCOMPARE(picture.image.size(), Small);
    QCOMPARE(picture.fetchedBytes, png().size());
}

void TestPictureSource::takesWhatIsCarriedBeforeAnythingElse()
{
    serve(1, ServerAnswer::picture(png()));
    CataloguedPicture picture = m_catalog->at(1);
    picture.carried = store().keep(png(8));
    picture.fetched = store().keep(png(40));
    picture.last = {State::Ready};
    m_catalog->set(picture);
    allow();
    QCOMPARE(sizeOf(1), QSize(8, 8));
    QVERIFY(store().remove(picture.carried));
    make();
    allow();
    QCOMPARE(sizeOf(1), QSize(40, 40)); // what was fetched is the next best
    QCOMPARE(m_server->connections(), 0);
}

void TestPictureSource::fetchesOnceHoweverManyAsk()
{
    serve(1, ServerAnswer::picture(png()).held());
    allow();
    QList<QFuture<SourcedPicture>> futures;
    for (int i = 0; i < 10; ++i) {
        futures += m_source->load(1, Small + QSize(i % 2, 0));
        futures += m_source->fetch(1);
    }
    QTRY_COMPARE(m_server->heldBack(), 1);
    m_server->release();
    for (const QFuture<SourcedPicture> &future : futures) {
        QCOMPARE(answer(future).status, PictureStatus{State::Ready});
    }
    QCOMPARE(load(1).status, PictureStatus{State::Ready});
    QCOMPARE(m_server->requests().size(), 1);
}

void TestPictureSource::showsWhatWasFetchedWithoutTheNetwork()
{
    serve(1, ServerAnswer::picture(png()));
    allow();
    QCOMPARE(fetch(1).status, PictureStatus{State::Ready});
    QTRY_VERIFY(!m_catalog->at(1).fetched.isEmpty());
    m_server.reset();
    make(); // nothing is allowed any more
    const SourcedPicture picture = load(1);
    QCOMPARE(picture.status, PictureStatus{State::Ready});
    QCOMPARE(picture.fetchedBytes, 0);
    QVERIFY(!picture.image.isNull());
}

void TestPictureSource::fetchesAgainWhatIsDamagedOnDisk()
{
    serve(1, ServerAnswer::picture(png(), {{"ETag", "\"1\""}}));
    allow();
    QCOMPARE(fetch(1).status, PictureStatus{State::Ready});
    QTRY_VERIFY(!m_catalog->at(1).fetched.isEmpty());
    QFile file(store().filePath(m_catalog->at(1).fetched));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(file.size() / 2)); // as after a crash of something else
    file.close();
    make();
    QCOMPARE(load(1).status, PictureStatus{State::NotAllowed}); // never half a picture
    allow();
    QCOMPARE(load(1).status, PictureStatus{State::Ready});
    QCOMPARE(m_server->requests().size(), 2);
    QCOMPARE(m_server->requests().last().header("If-None-Match"), QByteArray());
    QCOMPARE(store().bytes(m_catalog->at(1).fetched), png());
}

void TestPictureSource::remembersWhatBecameOfIt_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<PictureStatus>("expected");
    QTest::newRow("gone") << 404 << png() << PictureStatus{State::Gone};
    QTest::newRow("forbidden") << 403 << png()
                               << PictureStatus{State::Refused, PictureReason::ByServer};
    QTest::newRow("an error page") << 200 << QByteArray("<html>not found</html>")
                                   << PictureStatus{State::Refused, PictureReason::NotAPicture};
    QTest::newRow("half a picture")
        << 200 << png().chopped(20) << PictureStatus{State::Refused, PictureReason::DamagedPicture};
}

void TestPictureSource::remembersWhatBecameOfIt()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(PictureStatus, expected);
    serve(1, ServerAnswer::of(status, body));
    allow();
    QCOMPARE(load(1).status, expected);
    QCOMPARE(load(1).status, expected);
    QTRY_COMPARE(m_catalog->at(1).last, expected);
    make();
    allow();
    QCOMPARE(load(1).status, expected);
    QCOMPARE(m_server->requests().size(), 1);
    QVERIFY(store().list().isEmpty());
}

void TestPictureSource::asksAgainWhenTold()
{
    serve(1, {ServerAnswer::of(404), ServerAnswer::picture(png())});
    allow();
    QCOMPARE(fetch(1).status, PictureStatus{State::Gone});
    QCOMPARE(fetch(1, Ask::Again).status, PictureStatus{State::Ready});
    QCOMPARE(load(1, Ask::Again).status, PictureStatus{State::Ready}); // which is there now
    QCOMPARE(m_server->requests().size(), 2);
}

void TestPictureSource::aRetryThatWasNotMadeTellsNothingNew()
{
    allow();
    const PictureStatus local{State::Refused, PictureReason::LocalNetwork};
    const QList<PictureStatus> told{{State::Gone},
                                    {State::Refused, PictureReason::NotAPicture},
                                    {State::Failed, PictureReason::TimedOut}};
    for (const PictureStatus &before : told) {
        CataloguedPicture picture;
        picture.id = 7;
        picture.address = u"http://127.0.0.1:4000/7.png"_s; // which these settings do not name
        picture.last = before;
        m_catalog->set(picture);
        m_source->forgetCatalog();
        QCOMPARE(fetch(7, Ask::Again).status, before);
        QCOMPARE(m_catalog->at(7).last, before);
    }
    m_catalog->add(8, QUrl(u"http://127.0.0.1:4000/8.png"_s));
    QCOMPARE(fetch(8, Ask::Again).status, local);
    QCOMPARE(fetch(8, Ask::Again).status, local);
}

void TestPictureSource::waitsAsLongAsItIsToBeLeftAlone()
{
    serve(1, {ServerAnswer::of(503, {}, {{"Retry-After", "100"}}), ServerAnswer::picture(png())});
    allow();
    const SourcedPicture busy = fetch(1);
    QCOMPARE(busy.status, (PictureStatus{State::Failed, PictureReason::ServerBusy}));
    QVERIFY(busy.wait >= std::chrono::seconds(99));
    QTRY_COMPARE(m_catalog->at(1).last.state, State::Failed);
    make();
    allow();
    m_now += 50;
    QCOMPARE(load(1).status.reason, PictureReason::ServerBusy);
    QCOMPARE(m_server->requests().size(), 1);
    m_now += 51;
    QCOMPARE(load(1).status, PictureStatus{State::Ready});
}

void TestPictureSource::forgivesWhatWasOutOfReach_data()
{
    QTest::addColumn<bool>("isSwitched");
    QTest::newRow("online again") << true;
    QTest::newRow("as the user wants it") << false;
}

void TestPictureSource::forgivesWhatWasOutOfReach()
{
    QFETCH(bool, isSwitched);
    const PictureStatus unreachable{State::Failed, PictureReason::UnknownHost};
    serve(1, ServerAnswer::picture(png()));
    serve(2, ServerAnswer::picture(png()));
    m_resolver->script(u"news.example"_s, {{}, {u"127.0.0.1"_s}}); // the cable is out at first
    allow();
    QCOMPARE(load(1).status, unreachable);
    QCOMPARE(load(1).status, unreachable);                           // it waits
    const QFuture<SourcedPicture> beside = m_source->load(2, Small); // and so does this
    QCOMPARE(load(1).status, unreachable);
    QCOMPARE(m_server->connections(), 0);
    if (isSwitched) {
        m_source->setOffline(true);
        m_source->setOffline(false);
    } else {
        m_source->forgiveSilence();
    }
    QCOMPARE(load(1).status, PictureStatus{State::Ready});
    QCOMPARE(load(2).status, PictureStatus{State::Ready});
    QTRY_VERIFY(beside.isFinished());
    // The switch answers what stands in line by then.
    const PictureStatus came = beside.result().status;
    QVERIFY(came.isReady() || (isSwitched && came.state == State::Offline));
}

// What its host said of another picture is not what became of this one.
void TestPictureSource::keepsItsOwnReasonWhileTheHostIsLeftAlone()
{
    serve(1, ServerAnswer::of(500));
    serve(2, ServerAnswer::of(503, {}, {{"Retry-After", "100"}}));
    const PictureStatus failedItself{State::Failed, PictureReason::ServerError};
    allow();
    QCOMPARE(load(1).status, failedItself);
    m_source->forgiveSilence(); // the server may be asked again, and wants patience now
    QCOMPARE(load(2).status, (PictureStatus{State::Failed, PictureReason::ServerBusy}));
    QCOMPARE(load(1, Ask::Again).status, failedItself);
    QVERIFY(written());
    QCOMPARE(load(1).status, failedItself);
}

void TestPictureSource::oneMayBeAskedForByHand()
{
    serve(1, ServerAnswer::picture(png()));
    serve(2, ServerAnswer::picture(png()));
    allow(FetchPolicy::Mode::Never);
    QCOMPARE(load(1).status, PictureStatus{State::NotAllowed});
    m_source->setOffline(true);
    QCOMPARE(load(1, Ask::ByHand).status, PictureStatus{State::Offline});
    m_source->setOffline(false);
    m_source->setPolicy({FetchPolicy::Mode::All, {}, {m_server->url(u"/"_s).host()}});
    QCOMPARE(load(1, Ask::ByHand).status, PictureStatus{State::NotAllowed});
    QCOMPARE(m_server->connections(), 0);
    allow(FetchPolicy::Mode::Never);
    QCOMPARE(load(1, Ask::ByHand).status, PictureStatus{State::Ready});
    QCOMPARE(load(2).status, PictureStatus{State::NotAllowed}); // it was leave for that one
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(load(1).status, PictureStatus{State::Ready}); // and it is kept
}

void TestPictureSource::leavesAloneByItselfWhatBrokeOff()
{
    const ServerAnswer cut =
        ServerAnswer::picture(png(), {{"Content-Length", "9999"}}).then(ServerAnswer::Close{});
    serve(1, {cut, cut, ServerAnswer::picture(png())});
    serve(2, ServerAnswer::picture(png()));
    const PictureStatus brokeOff{State::Failed, PictureReason::BrokeOff};
    allow();
    const SourcedPicture first = load(1);
    QCOMPARE(first.status, brokeOff);
    QCOMPARE(first.wait, std::chrono::seconds(2));
    QCOMPARE(load(2).status, PictureStatus{State::Ready}); // nobody else waits for it
    QCOMPARE(load(1).status, brokeOff);
    QCOMPARE(m_server->requests().size(), 2);
    m_now += 2;
    QCOMPARE(load(1).wait, std::chrono::seconds(4)); // twice as long with every time
    QCOMPARE(m_server->requests().size(), 3);
    m_source->forgiveSilence(); // it may have been our network
    QCOMPARE(load(1).status, PictureStatus{State::Ready});
}

void TestPictureSource::doesNotForgiveWhatWasBusy()
{
    serve(1, {ServerAnswer::of(503, {}, {{"Retry-After", "100"}}), ServerAnswer::picture(png())});
    const PictureStatus busy{State::Failed, PictureReason::ServerBusy};
    allow();
    QCOMPARE(load(1).status, busy);
    m_source->setOffline(true);
    m_source->setOffline(false);
    m_source->forgiveSilence();
    QCOMPARE(load(1).status, busy);
    QCOMPARE(load(1, Ask::Again).status, busy); // it has asked for patience
    QCOMPARE(m_server->requests().size(), 1);
}

void TestPictureSource::aSignInPageIsNotTheLastWord()
{
    serve(1, {ServerAnswer::of(200, "<html>Sign in</html>"), ServerAnswer::picture(png())});
    allow();
    QCOMPARE(load(1).status, (PictureStatus{State::Refused, PictureReason::NotAPicture}));
    QTRY_COMPARE(m_catalog->at(1).last.state, State::Refused);
    m_now += 86'399;
    QCOMPARE(load(1).status, (PictureStatus{State::Refused, PictureReason::NotAPicture}));
    QCOMPARE(m_server->requests().size(), 1);
    m_now += 1;
    QCOMPARE(load(1).status, PictureStatus{State::Ready});
}

void TestPictureSource::aClockSetBackDoesNotMakeItWait()
{
    serve(1, ServerAnswer::picture(png()));
    CataloguedPicture picture = m_catalog->at(1);
    picture.last = {State::Failed, PictureReason::TimedOut};
    picture.askedAt = m_now + 10LL * 365 * 86'400;
    picture.waitSeconds = 3600;
    m_catalog->set(picture);
    allow();
    QCOMPARE(load(1).status, PictureStatus{State::Ready});
}

void TestPictureSource::sendsValidatorsForACopy()
{
    serve(1, {ServerAnswer::picture(
                  png(), {{"ETag", "\"7\""}, {"Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT"}}),
              ServerAnswer::of(304), ServerAnswer::picture(png(40), {{"ETag", "\"8\""}})});
    allow();
    QCOMPARE(fetch(1).status, PictureStatus{State::Ready});
    QCOMPARE(m_server->requests().last().header("If-None-Match"), QByteArray());
    m_now += 5;
    QCOMPARE(fetch(1, Ask::Refresh).status, PictureStatus{State::Ready});
    QCOMPARE(m_server->requests().last().header("If-None-Match"), "\"7\"");
    QCOMPARE(m_server->requests().last().header("If-Modified-Since"),
             "Sun, 06 Nov 1994 08:49:37 GMT");
    QCOMPARE(sizeOf(1), QSize(8, 8));
    QTRY_COMPARE(m_catalog->at(1).askedAt, m_now.load());
    QCOMPARE(sizeOf(1, Ask::Refresh), QSize(40, 40));
    QTRY_COMPARE(m_catalog->at(1).validators.etag, "\"8\"");
}

void TestPictureSource::asksAnewForACopyThatIsLost()
{
    serve(1, {ServerAnswer::picture(png(), {{"ETag", "\"7\""}}), ServerAnswer::of(304).held(),
              ServerAnswer::picture(png(40))});
    allow();
    QCOMPARE(fetch(1).status, PictureStatus{State::Ready});
    QTRY_VERIFY(!m_catalog->at(1).fetched.isEmpty());
    const QFuture<SourcedPicture> same = m_source->fetch(1, Ask::Refresh);
    QTRY_COMPARE(m_server->heldBack(), 1);
    QCOMPARE(m_server->requests().last().header("If-None-Match"), "\"7\"");
    QVERIFY(store().remove(m_catalog->at(1).fetched));
    m_server->release();
    QCOMPARE(answer(same).status, (PictureStatus{State::Failed, PictureReason::NotKept}));
    QTRY_VERIFY(m_catalog->at(1).validators.isEmpty());
    QCOMPARE(sizeOf(1), QSize(40, 40));
    QCOMPARE(m_server->requests().last().header("If-None-Match"), QByteArray());
}

void TestPictureSource::keepsTheCopyOfWhatIsGone()
{
    serve(1, {ServerAnswer::picture(png()), ServerAnswer::of(410)});
    allow();
    QCOMPARE(fetch(1).status, PictureStatus{State::Ready});
    QCOMPARE(fetch(1, Ask::Refresh).status, PictureStatus{State::Gone});
    QCOMPARE(load(1).status, PictureStatus{State::Ready});
    m_source.reset();
    QCOMPARE(m_catalog->at(1).last, PictureStatus{State::Ready});
}

void TestPictureSource::forgetsNothingWhileTheFolderIsAway()
{
    serve(1, {ServerAnswer::picture(png(), {{"ETag", "\"1\""}}), ServerAnswer::of(404)});
    serve(2, {ServerAnswer::picture(png(9)), ServerAnswer::of(404)});
    allow();
    QCOMPARE(fetch(1).status, PictureStatus{State::Ready});
    QCOMPARE(fetch(2).status, PictureStatus{State::Ready});
    const QList<CataloguedPicture> before{m_catalog->at(1), m_catalog->at(2)};
    make(); // as of a disk that was not there when the program began
    allow();
    const QString elsewhere = m_folder->filePath(u"elsewhere"_s);
    QVERIFY(QDir().rename(store().folder(), elsewhere));
    QCOMPARE(forgetLost(), 0);
    QCOMPARE(load(1).status, PictureStatus{State::Gone});
    QCOMPARE(fetch(2).status, PictureStatus{State::Gone});
    m_source.reset();
    QCOMPARE((QList{m_catalog->at(1), m_catalog->at(2)}), before);

    QVERIFY(QDir().rename(elsewhere, store().folder()));
    make();
    allow();
    QCOMPARE(load(1).status, PictureStatus{State::Ready});
    QCOMPARE(load(2).status, PictureStatus{State::Ready});
    QCOMPARE(m_server->requests().size(), 4);
}

void TestPictureSource::forgetsWhatIsLost()
{
    for (qint64 id = 1; id <= 3; ++id) {
        serve(id, ServerAnswer::picture(png(7 + int(id))));
    }
    allow();
    for (qint64 id = 1; id <= 3; ++id) {
        QCOMPARE(fetch(id).status, PictureStatus{State::Ready});
    }
    QVERIFY(store().remove(m_catalog->at(1).fetched));
    QVERIFY(QFile::resize(store().filePath(m_catalog->at(2).fetched), 0));
    QCOMPARE(forgetLost(), 2);
    QCOMPARE(m_catalog->at(1).fetched, QByteArray());
    QCOMPARE(m_catalog->at(2).fetched, QByteArray());
    QVERIFY(!m_catalog->at(3).fetched.isEmpty());
}

void TestPictureSource::choosesThePublisherThatIsAllowed()
{
    m_server->answer("/1", ServerAnswer::picture(png()));
    m_catalog->add(1, m_server->url(u"/1"_s),
                   {u"one.example"_s, u"b\u00fccher.example"_s, u"two.example"_s});
    m_source->setPolicy({FetchPolicy::Mode::Chosen, {u"three.example"_s}, {}});
    QCOMPARE(load(1).status, PictureStatus{State::NotAllowed});
    m_source->setPolicy({FetchPolicy::Mode::Chosen, {u"xn--bcher-kva.example"_s}, {}});
    QCOMPARE(load(1).status, PictureStatus{State::Ready});
}

void TestPictureSource::dropsWhatNobodyWants()
{
    serve(1, ServerAnswer::picture(png()).held());
    allow();
    QFuture<SourcedPicture> one = m_source->load(1, Small);
    QFuture<SourcedPicture> other = m_source->load(1, Small);
    QTRY_COMPARE(m_server->heldBack(), 1);
    one.cancel();
    other.cancel();
    QTRY_COMPARE(m_server->heldBack(), 0); // the connection was closed
    m_server->answer("/1", ServerAnswer::picture(png()));
    QCOMPARE(load(1).status, PictureStatus{State::Ready});
}

void TestPictureSource::saysWhenTheDiskCannotTakeIt()
{
    QFile file(m_folder->filePath(u"pictures"_s)); // in the folder's place
    QVERIFY(file.open(QIODevice::WriteOnly));
    serve(1, ServerAnswer::picture(png()));
    allow();
    serve(2, ServerAnswer::picture(png()));
    const PictureStatus notKept{State::Failed, PictureReason::NotKept};
    const SourcedPicture unkept = load(1);
    QCOMPARE(unkept.status, notKept);
    QCOMPARE(unkept.disk, DiskProblem::Other);
    // Cards that come into view again and again fetch nothing in vain,
    QCOMPARE(load(1).status, notKept);
    QCOMPARE(load(2).status, notKept);
    m_now += 299;
    QCOMPARE(load(1).status, notKept);
    QCOMPARE(m_server->requests().size(), 1);
    // but who asks for it gets an answer of today,
    QCOMPARE(load(1, Ask::Again).status, notKept);
    QCOMPARE(fetch(2).disk, DiskProblem::Other);
    QCOMPARE(m_server->requests().size(), 3);
    // and so does everybody after a while,
    m_now += 300;
    QCOMPARE(load(1).status, notKept);
    QCOMPARE(m_server->requests().size(), 4);
    // and after a new start.
    make();
    allow();
    QCOMPARE(load(1).status, notKept);
    QCOMPARE(m_server->requests().size(), 5);
    m_source.reset();
    QCOMPARE(m_catalog->at(1).last, PictureStatus());

    make();
    allow();
    QCOMPARE(load(1).status, notKept);
    QVERIFY(file.remove());
    QCOMPARE(load(2, Ask::Again).status, PictureStatus{State::Ready});
    QCOMPARE(load(1).status, PictureStatus{State::Ready}); // the disk keeps again
}

void TestPictureSource::offersTheCatalogAgainWhatItCouldNotKeep_data()
{
    QTest::addColumn<int>("keeping");
    QTest::newRow("it says no") << int(ListedPictures::Keeping::IsRefused);
    QTest::newRow("it fails") << int(ListedPictures::Keeping::Fails);
}

void TestPictureSource::offersTheCatalogAgainWhatItCouldNotKeep()
{
    QFETCH(int, keeping);
    for (qint64 id = 1; id <= 4; ++id) {
        serve(id, ServerAnswer::picture(png(7 + int(id))));
    }
    allow();
    m_catalog->setKeeping(ListedPictures::Keeping(keeping));
    for (int i = 0; i < 2; ++i) { // also not because the file is there the second time
        const SourcedPicture unkept = fetch(1);
        QCOMPARE(unkept.status, (PictureStatus{State::Failed, PictureReason::NotKept}));
        QCOMPARE(unkept.disk, DiskProblem::Catalog);
    }
    QCOMPARE(load(2).status, PictureStatus{State::Ready}); // to be seen it is good enough
    QCOMPARE(load(2).status, PictureStatus{State::Ready});
    QVERIFY(!written());
    QVERIFY(m_catalog->at(1).fetched.isEmpty());

    m_catalog->setKeeping(ListedPictures::Keeping::Works);
    QCOMPARE(fetch(3).status, PictureStatus{State::Ready});
    QVERIFY(written());
    QCOMPARE(m_catalog->at(1).last, PictureStatus{State::Ready}); // with it
    QCOMPARE(m_catalog->at(2).last, PictureStatus{State::Ready});
    QCOMPARE(fetch(1).status, PictureStatus{State::Ready});

    m_catalog->setKeeping(ListedPictures::Keeping(keeping));
    QCOMPARE(load(4).status, PictureStatus{State::Ready});
    QVERIFY(!written());
    m_catalog->setKeeping(ListedPictures::Keeping::Works);
    m_source.reset(); // the last chance
    QCOMPARE(m_catalog->at(4).last, PictureStatus{State::Ready});
    QCOMPARE(m_server->requests().size(), 4);
}

void TestPictureSource::makesSmallWhatNobodyHasDrawn()
{
    // A thumbnail may weigh 12% of it, and this one would weigh very little.
    const QByteArray bytes =
        PictureBytes::patterned("JPEG", {1280, 720}) + QByteArray(200'000, 'x');
    serve(1, ServerAnswer::picture(bytes));
    allow();
    QCOMPARE(fetch(1).status, PictureStatus{State::Ready});
    const QByteArray content = m_catalog->at(1).fetched;
    const auto traits = ThumbnailStore(store()).traits(content);
    QVERIFY(traits);
    QCOMPARE(traits->size, QSize(1280, 720));
    QVERIFY(traits->likeness != 0);
    QVERIFY(QFileInfo(store().thumbnailPath(content)).size() > 500); // more than its traits
    m_source.reset();
    QCOMPARE(m_catalog->likeness().value(content), traits->likeness);
}

void TestPictureSource::makesRoomByWhatWasShownLongestAgo()
{
    const qint64 each = png(20).size();
    for (qint64 id = 1; id <= 4; ++id) {
        serve(id, ServerAnswer::picture(PictureBytes::png({20, 20 + int(id)})));
    }
    allow();
    m_source->setBudget(3 * each + each / 2);
    for (qint64 id = 1; id <= 4; ++id) {
        QCOMPARE(load(id).status, PictureStatus{State::Ready});
    }
    QTRY_VERIFY(m_catalog->at(1).fetched.isEmpty()); // the catalog says it was shown first
    QTRY_COMPARE(store().list().size(), 3);
    QVERIFY(!m_catalog->at(4).fetched.isEmpty());
    QCOMPARE(load(1).status, PictureStatus{State::Ready}); // fetched again
    QTRY_COMPARE(m_server->requests().size(), 5);
}

void TestPictureSource::keepsWhatComesWhileItMakesRoom()
{
    for (qint64 id = 1; id <= 3; ++id) {
        serve(id, ServerAnswer::picture(PictureBytes::png({20, 20 + int(id)})));
    }
    serve(4, ServerAnswer::picture(PictureBytes::png({20, 21}))); // the first one's bytes
    allow();
    for (qint64 id = 1; id <= 3; ++id) {
        QCOMPARE(load(id).status, PictureStatus{State::Ready});
    }
    QVERIFY(written());
    const QByteArray content = m_catalog->at(1).fetched;
    m_catalog->holdForgetting();
    m_source->setBudget(m_catalog->at(2).bytes + m_catalog->at(3).bytes);
    QTRY_VERIFY(m_catalog->isForgetting());
    m_catalog->setKeeping(ListedPictures::Keeping::IsRefused);
    QCOMPARE(load(4).status, PictureStatus{State::Ready});
    QVERIFY(!written()); // it waits
    m_catalog->releaseForgetting();
    QTRY_VERIFY(m_catalog->at(1).fetched.isEmpty());
    QVERIFY(!written());
    m_catalog->setKeeping(ListedPictures::Keeping::Works);
    m_source.reset();
    QCOMPARE(m_catalog->at(4).fetched, content);
    QCOMPARE(store().bytes(content), PictureBytes::png({20, 21}));
}

void TestPictureSource::weighsOnceForManyThatComeWhenFull()
{
    constexpr qint64 Known = 400;
    constexpr int Each = 100;
    for (qint64 id = 1; id <= Known; ++id) {
        CataloguedPicture picture;
        picture.id = 1000 + id;
        picture.fetched = QByteArray::number(id).rightJustified(PictureHashLength, 'x');
        picture.bytes = Each;
        m_catalog->set(picture);
    }
    constexpr int Shown = 30;
    for (qint64 id = 1; id <= Shown; ++id) {
        serve(2000 + id, ServerAnswer::picture(PictureBytes::png({20, 20 + int(id)})));
    }
    allow();
    m_source->setBudget(Known * Each); // whose hundredth is room for some
    for (qint64 id = 1; id <= Shown; ++id) {
        QCOMPARE(load(2000 + id).status, PictureStatus{State::Ready});
        QVERIFY(written());
    }
    QVERIFY(m_catalog->at(1001).fetched.isEmpty());
    QVERIFY2(m_catalog->usesAsked() <= Shown / 2,
             qPrintable(QString::number(m_catalog->usesAsked())));
}

void TestPictureSource::removesWhatARefreshReplaces()
{
    serve(1, {ServerAnswer::picture(png()), ServerAnswer::picture(png(40)),
              ServerAnswer::picture(png(60))});
    allow();
    QCOMPARE(fetch(1).status, PictureStatus{State::Ready});
    const QByteArray first = m_catalog->at(1).fetched;
    QCOMPARE(fetch(1, Ask::Refresh).status, PictureStatus{State::Ready});
    const QByteArray second = m_catalog->at(1).fetched;
    QTRY_VERIFY(!store().contains(first));
    QVERIFY(!QFile::exists(store().thumbnailPath(first)));
    // Nor does one stay whose bytes have decayed.
    QVERIFY(QFile::resize(store().filePath(second), 40));
    make();
    allow();
    QCOMPARE(sizeOf(1), QSize(60, 60));
    QTRY_VERIFY(!store().contains(second));
    QCOMPARE(store().list().size(), 1);
}

void TestPictureSource::leavesWhatOthersHaveToo()
{
    serve(1, {ServerAnswer::picture(png()), ServerAnswer::picture(png(40))});
    serve(2, ServerAnswer::picture(png()));
    allow();
    QCOMPARE(fetch(1).status, PictureStatus{State::Ready});
    QCOMPARE(fetch(2).status, PictureStatus{State::Ready});
    QCOMPARE(fetch(1, Ask::Refresh).status, PictureStatus{State::Ready});
    m_source.reset(); // which knows by now who has it
    QCOMPARE(store().list().size(), 2);
    QCOMPARE(store().bytes(m_catalog->at(2).fetched), png());
}

void TestPictureSource::takesNothingMoreForLaterWhenFull()
{
    // What would not fit alone could go before it is drawn.
    const QByteArray large = PictureBytes::png({200, 100});
    QVERIFY(large.size() > png().size());
    serve(1, ServerAnswer::picture(large));
    serve(2, ServerAnswer::picture(png()));
    allow();
    m_source->setBudget(large.size());
    QCOMPARE(fetch(1).status, PictureStatus{State::Ready});
    QCOMPARE(fetch(2).status, (PictureStatus{State::Failed, PictureReason::OverBudget}));
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(load(2).status, PictureStatus{State::Ready}); // what is shown comes all the same
}

void TestPictureSource::saysThatAnArchiveCannotBeRead()
{
    QCOMPARE(load(7).status, (PictureStatus{State::Failed, PictureReason::Unreadable}));
    m_catalog->breakDown();
    QCOMPARE(load(7).status, (PictureStatus{State::Failed, PictureReason::Unreadable}));
}

void TestPictureSource::notesWhatWasShown()
{
    serve(1, ServerAnswer::picture(png()));
    serve(2, ServerAnswer::picture(png(9)));
    allow();
    QCOMPARE(load(1).status, PictureStatus{State::Ready});
    QCOMPARE(fetch(2).status, PictureStatus{State::Ready});
    m_source.reset();
    QCOMPARE(m_catalog->shown(), QList<qint64>{1});
    make(); // from the disk it is shown as well, or it would leave before what nobody looks at
    QCOMPARE(load(2).status, PictureStatus{State::Ready});
    m_source.reset();
    QCOMPARE(m_catalog->shown(), (QList<qint64>{1, 2}));
}

void TestPictureSource::tellsWhatGoesOn()
{
    serve(1, ServerAnswer::picture(png()));
    std::mutex mutex;
    QList<State> told;
    m_source->setListener([&](qint64 id, PictureStatus status, std::chrono::milliseconds) {
        const std::lock_guard lock(mutex);
        if (id == 1) {
            told += status.state;
        }
    });
    QCOMPARE(load(1).status, PictureStatus{State::NotAllowed});
    allow();
    QCOMPARE(load(1).status, PictureStatus{State::Ready});
    m_source.reset();
    QCOMPARE(told, (QList{State::NotAllowed, State::Loading, State::Ready}));
}

void TestPictureSource::answersAllBeforeItEnds()
{
    serve(1, ServerAnswer::picture(png()).held());
    serve(2, ServerAnswer::picture(png()).held());
    allow();
    const QList<QFuture<SourcedPicture>> futures{m_source->load(1, Small), m_source->fetch(2),
                                                 m_source->load(2, Small)};
    QTRY_COMPARE(m_server->heldBack(), 2);
    m_source.reset();
    for (const QFuture<SourcedPicture> &future : futures) {
        QVERIFY(future.isFinished());
        QCOMPARE(future.result().status.reason, PictureReason::Cancelled);
    }
    QCOMPARE(m_catalog->at(1).last, PictureStatus());
}

QTEST_GUILESS_MAIN(TestPictureSource)
#include "tst_picturesource.moc"
