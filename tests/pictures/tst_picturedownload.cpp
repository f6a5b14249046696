// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetchsetting.h"
#include "listedpictures.h"
#include "picturebytes.h"

#include "pictures/source/picturedownload.h"
#include "support/readonlyplace.h"
#include "support/scriptedserver.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;
using State = PictureDownload::State;

class TestPictureDownload final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void loadsAllAndCountsWhatCame();
    void endsAtOnceWithNothingToDo();
    void asksNobodyWithoutLeave();
    void pausesAndGoesOn();
    void holdsUpNothingOnceItIsOver();
    void cancelsAndGoesOnAfterARestart();
    void stopsWhenOffline();
    void endsWhenTheBudgetIsUsedUp();
    void endsWhenTheDiskCannotKeep();
    void endsWhenTheCatalogCannotKeep();
    void triesAgainAfterAHostWasBusy();
    void asksAgainForWhatWasLost();

private:
    void make();
    void serve(int count);
    QList<qint64> ids(int count) const
    {
        QList<qint64> all(count);
        std::iota(all.begin(), all.end(), 1);
        return all;
    }
    QString path(qint64 id) const { return u"/%1"_s.arg(id); }
    PictureStore store() const { return PictureStore(m_folder->filePath(u"pictures"_s)); }
    const DownloadProgress &progress() const { return m_download->progress(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ListedPictures> m_catalog;
    std::unique_ptr<PictureLoader> m_loader;
    std::unique_ptr<PictureSource> m_source;
    std::unique_ptr<PictureDownload> m_download;
};

void TestPictureDownload::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<ScriptedServer>();
    m_catalog = std::make_unique<ListedPictures>();
    make();
}

/// Begins as after a restart.
void TestPictureDownload::make()
{
    m_download.reset();
    m_source.reset();
    m_loader = std::make_unique<PictureLoader>(store());
    m_source = std::make_unique<PictureSource>(
        store(), *m_loader, *m_catalog,
        PictureSource::Settings{
            .fetch = {.fetch = localSettings(std::make_shared<ScriptedResolver>())}});
    m_source->setPolicy({FetchPolicy::Mode::All, {}, {}});
    m_download = std::make_unique<PictureDownload>(*m_source, *m_catalog);
}

void TestPictureDownload::cleanup()
{
    m_download.reset();
    m_source.reset();
    m_loader.reset();
    m_server.reset();
}

void TestPictureDownload::serve(int count)
{
    for (const qint64 id : ids(count)) {
        m_server->answer(path(id).toLatin1(),
                         ServerAnswer::picture(PictureBytes::png({8, int(id)})));
        m_catalog->add(id, m_server->url(path(id)));
    }
}

void TestPictureDownload::loadsAllAndCountsWhatCame()
{
    serve(40);
    m_server->answer("/3", ServerAnswer::of(404));
    m_server->answer("/4", ServerAnswer::of(200, "<html>"));
    const QSignalSpy states(m_download.get(), &PictureDownload::stateChanged);
    m_download->start(ids(41)); // one of which the archive does not know
    QTRY_COMPARE_WITH_TIMEOUT(m_download->state(), State::Finished, 20'000);
    QCOMPARE(progress().all, 41);
    QCOMPARE(progress().done(), 41);
    QCOMPARE(progress().loaded, 38);
    QCOMPARE(progress().gone, 1);
    QCOMPARE(progress().refused, 1);
    QCOMPARE(progress().failed, 1);
    QVERIFY(progress().bytes > 38 * 50);
    QCOMPARE(states.count(), 2);
    QCOMPARE(store().list().size(), 38);
}

void TestPictureDownload::endsAtOnceWithNothingToDo()
{
    m_download->start({});
    QCOMPARE(m_download->state(), State::Finished);
    serve(3);
    m_download->start(ids(3));
    QTRY_COMPARE(m_download->state(), State::Finished);
    m_download->start(ids(3));
    QTRY_COMPARE(m_download->state(), State::Finished);
    QCOMPARE(progress().loaded, 3);
    QCOMPARE(progress().bytes, 0);
    QCOMPARE(m_server->requests().size(), 3);
}

void TestPictureDownload::asksNobodyWithoutLeave()
{
    serve(5);
    m_source->setPolicy({});
    m_download->start(ids(5));
    QTRY_COMPARE(m_download->state(), State::Finished);
    QCOMPARE(progress().notAllowed, 5);
    QCOMPARE(m_server->connections(), 0);
}

void TestPictureDownload::pausesAndGoesOn()
{
    serve(20);
    for (const qint64 id : ids(20)) {
        m_server->answer(path(id).toLatin1(),
                         ServerAnswer::picture(PictureBytes::png({8, int(id)})).held());
    }
    for (const qint64 id : {21, 22}) {
        m_server->answer(path(id).toLatin1(), ServerAnswer::picture(PictureBytes::png({8, 30})));
        m_catalog->add(id, m_server->url(path(id), u"other.example"_s));
    }
    const auto isShown = [this](qint64 id) {
        const QFuture<SourcedPicture> shown = m_source->load(id, QSize(8, 8));
        return QTest::qWaitFor([&shown] { return shown.isFinished(); }) &&
               shown.result().status.isReady();
    };
    m_download->start(ids(20));
    QTRY_COMPARE(m_server->heldBack(), 2);
    m_download->pause();
    QCOMPARE(m_download->state(), State::Paused);
    QVERIFY(isShown(21)); // goes on, and by now all have heard of the pause
    m_server->release();
    QTRY_COMPARE(progress().done(), 2); // what ran
    QVERIFY(isShown(22));
    QCOMPARE(m_server->requests().size(), 4);
    QCOMPARE(m_server->heldBack(), 0);
    m_download->resume();
    QTRY_VERIFY((m_server->release(), m_download->state() == State::Finished));
    QCOMPARE(progress().loaded, 20);
}

void TestPictureDownload::holdsUpNothingOnceItIsOver()
{
    serve(9);
    m_download->start(ids(4), PictureSource::Ask::IfAbsent, PictureDownload::Begin::Paused);
    m_download->cancel();
    m_download->start(ids(4));
    QTRY_COMPARE(m_download->state(), State::Finished);
    m_download->start(ids(9));
    m_download->pause();
    m_download = std::make_unique<PictureDownload>(*m_source, *m_catalog);
    m_download->start(ids(9));
    QTRY_COMPARE(m_download->state(), State::Finished);
    QCOMPARE(progress().loaded, 9);
}

void TestPictureDownload::cancelsAndGoesOnAfterARestart()
{
    serve(30);
    m_download->start(ids(30));
    QTRY_VERIFY(progress().loaded >= 5);
    m_download->cancel();
    QCOMPARE(m_download->state(), State::Cancelled);
    m_download.reset();
    m_source.reset();
    const qsizetype asked = m_server->requests().size();
    const qsizetype kept = store().list().size();
    QVERIFY(kept >= 5);
    make();
    m_download->start(ids(30));
    QTRY_COMPARE_WITH_TIMEOUT(m_download->state(), State::Finished, 20'000);
    QCOMPARE(progress().loaded, 30);
    QCOMPARE(store().list().size(), 30);
    // At most what was under way is asked for again.
    QVERIFY(m_server->requests().size() - asked <= 30 - kept + 4);
}

void TestPictureDownload::stopsWhenOffline()
{
    serve(10);
    m_source->setOffline(true);
    m_download->start(ids(10));
    QTRY_COMPARE(m_download->state(), State::Offline);
    QCOMPARE(m_server->connections(), 0);
    m_source->setOffline(false);
    m_download->resume();
    QTRY_COMPARE(m_download->state(), State::Finished);
    QCOMPARE(progress().loaded, 10);
}

void TestPictureDownload::endsWhenTheBudgetIsUsedUp()
{
    serve(30);
    m_source->setBudget(10 * PictureBytes::png({8, 8}).size());
    m_download->start(ids(30));
    QTRY_COMPARE(m_download->state(), State::Full);
    QVERIFY(progress().done() < 30);
    QVERIFY(m_server->requests().size() < 30);
}

void TestPictureDownload::endsWhenTheDiskCannotKeep()
{
    serve(60);
    {
        const ReadOnlyPlace place(m_folder->path()); // for threads that begin from now on
        make();
        m_download->start(ids(60));
        QTRY_COMPARE(m_download->state(), State::NotKept);
        QCOMPARE(m_download->diskProblem(), DiskProblem::NotAllowed);
        QCOMPARE(progress().loaded, 0);
        QCOMPARE(progress().failed, 0);
        m_source.reset();
    }
    QVERIFY(m_server->requests().size() <= 8); // and not the rest, to be thrown away
    for (const qint64 id : ids(60)) {
        QCOMPARE(m_catalog->at(id).last, PictureStatus());
    }
    make();
    m_download->start(ids(60));
    QTRY_COMPARE_WITH_TIMEOUT(m_download->state(), State::Finished, 20'000);
    QCOMPARE(progress().loaded, 60);
}

void TestPictureDownload::endsWhenTheCatalogCannotKeep()
{
    serve(60);
    m_catalog->setKeeping(ListedPictures::Keeping::IsRefused);
    m_download->start(ids(60));
    QTRY_COMPARE(m_download->state(), State::NotKept);
    QCOMPARE(m_download->diskProblem(), DiskProblem::Catalog);
    QCOMPARE(progress().loaded, 0);
    m_catalog->setKeeping(ListedPictures::Keeping::Works);
    m_download->start(ids(60));
    QTRY_COMPARE_WITH_TIMEOUT(m_download->state(), State::Finished, 20'000);
    QCOMPARE(progress().loaded, 60);
    for (const qint64 id : ids(60)) { // at the end all is noted that was counted
        QCOMPARE(m_catalog->at(id).last, PictureStatus{PictureStatus::State::Ready});
    }
}

void TestPictureDownload::triesAgainAfterAHostWasBusy()
{
    serve(3);
    m_server->answer("/2", {ServerAnswer::of(503, {}, {{"Retry-After", "1"}}),
                            ServerAnswer::picture(PictureBytes::png({8, 2}))});
    m_download->start(ids(3));
    QTRY_COMPARE_WITH_TIMEOUT(m_download->state(), State::Finished, 30'000);
    QCOMPARE(progress().loaded, 3);
    QCOMPARE(m_catalog->at(2).last, PictureStatus{PictureStatus::State::Ready});
}

void TestPictureDownload::asksAgainForWhatWasLost()
{
    serve(2);
    m_server->answer("/1",
                     {ServerAnswer::of(404), ServerAnswer::picture(PictureBytes::png({8, 1}))});
    m_download->start(ids(2));
    QTRY_COMPARE(m_download->state(), State::Finished);
    QCOMPARE(progress().gone, 1);
    m_download->start({1});
    QTRY_COMPARE(m_download->state(), State::Finished);
    QCOMPARE(progress().gone, 1);
    QCOMPARE(m_server->requests().size(), 2);
    m_download->start({1}, PictureSource::Ask::Again);
    QTRY_COMPARE(m_download->state(), State::Finished);
    QCOMPARE(progress().loaded, 1);
}

QTEST_GUILESS_MAIN(TestPictureDownload)
#include "tst_picturedownload.moc"
