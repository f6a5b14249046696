// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archivepictures.h"
#include "english.h"
#include "fetchsetting.h"
#include "models/picturesettings.h"
#include "models/picturetask.h"
#include "picturebytes.h"
#include "pictures/fetch/fetchschedule.h"
#include "pictures/pictureloader.h"
#include "support/archivebuilder.h"
#include "support/readonlyplace.h"
#include "support/scriptedserver.h"

#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

/// "Load all for offline" over an archive, against a server of this machine.
class TestPictureTask final : public QObject
{
    Q_OBJECT

private:
    static constexpr int Pictures = 20;

    static QString path(int number) { return u"/%1.png"_s.arg(number); }

    void serve(int number)
    {
        m_server->answer(path(number).toLatin1(),
                         ServerAnswer::picture(PictureBytes::png({32 + number, 18})));
    }

    /// As the program is started, again or for the first time.
    void open()
    {
        m_catalog = std::make_unique<ArchivePictures>(m_archive->store());
        m_loader = std::make_unique<PictureLoader>(*m_files);
        PictureSource::Settings settings{.fetch = {.fetch = localSettings(m_resolver)}};
        if (m_isLocalRefused) {
            settings.fetch.fetch.localHosts.clear();
        }
        m_source = std::make_unique<PictureSource>(*m_files, *m_loader, *m_catalog, settings);
        m_settings = std::make_unique<PictureSettings>(
            m_archive->store(), [this](const PicturePolicy &policy) {
                m_source->setOffline(policy.isOffline);
                m_source->setBudget(policy.budget);
                m_source->setPolicy(fetchPolicyOf(policy));
            });
        m_task = std::make_unique<PictureTask>(*m_settings, *m_source, *m_catalog);
        m_settings->start();
        m_settings->count();
        QTRY_VERIFY(m_settings->isCounted());
    }

    /// Four more, with a picture each.
    void addPublishers()
    {
        const QStringList names{u"one"_s, u"two"_s, u"three"_s, u"four"_s};
        for (const QString &name : names) {
            Article article = makeArticle(100 + int(names.indexOf(name)));
            article.provider = {name, name + u".example"_s, {}};
            Picture picture;
            picture.url = m_server->url(u'/' + name).toString();
            article.pictures = {picture};
            m_archive->add(article);
            m_server->answer('/' + name.toLatin1(),
                             ServerAnswer::picture(PictureBytes::png({int(name.size()), 7})));
        }
        m_archive->commit();
        m_settings->count();
        QTRY_COMPARE(m_settings->missing() + m_settings->there() + m_settings->lost(),
                     Pictures + names.size());
    }

    /// What became of the pictures, for who reads a failure.
    QString told() const
    {
        QString text = u"loaded %1, failed %2, lost %3:"_s.arg(m_task->loaded())
                           .arg(m_task->failed())
                           .arg(m_task->lost());
        QList<qint64> ids;
        for (qint64 id = 1; id <= Pictures; ++id) {
            ids << id;
        }
        auto found = m_catalog->find(ids);
        found.waitForFinished();
        for (const CataloguedPicture &picture : found.result()) {
            text += u" %1:%2/%3"_s.arg(picture.id)
                        .arg(int(picture.last.state))
                        .arg(int(picture.last.reason));
        }
        return text;
    }

    void close()
    {
        m_task.reset();
        m_settings.reset();
        m_source.reset();
        m_loader.reset();
        m_catalog.reset();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedServer> m_server;
    std::shared_ptr<ScriptedResolver> m_resolver;
    std::unique_ptr<ArchiveBuilder> m_archive;
    std::unique_ptr<PictureStore> m_files;
    std::unique_ptr<ArchivePictures> m_catalog;
    std::unique_ptr<PictureLoader> m_loader;
    std::unique_ptr<PictureSource> m_source;
    std::unique_ptr<PictureSettings> m_settings;
    std::unique_ptr<PictureTask> m_task;
    bool m_isLocalRefused = false;
    const English m_english; // plural forms

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_files = std::make_unique<PictureStore>(m_folder->path());
        m_server = std::make_unique<ScriptedServer>();
        m_resolver = std::make_shared<ScriptedResolver>();
        m_archive = std::make_unique<ArchiveBuilder>();
        m_isLocalRefused = false;
        for (int i = 1; i <= Pictures; ++i) {
            Article article = makeArticle(i);
            Picture picture;
            picture.url = m_server->url(path(i)).toString();
            article.pictures = {picture};
            m_archive->add(article);
            serve(i);
        }
        m_archive->commit();
        open();
    }

    void cleanup()
    {
        close();
        m_archive.reset();
        m_server.reset();
    }

    void startingIsPermissionAndLoadsAll()
    {
        QCOMPARE(m_settings->mode(), PictureSettings::Never);
        QCOMPARE(m_server->connections(), 0);
        m_task->start();
        QTRY_COMPARE(m_task->state(), PictureTask::Finished);
        QCOMPARE(m_settings->mode(), PictureSettings::All);
        QVERIFY2(m_task->loaded() == Pictures, qPrintable(told()));
        QCOMPARE(m_task->fraction(), 1.0);
        QCOMPARE(m_task->endText(), u"20 pictures loaded"_s);
        QVERIFY(m_task->isEndPassing() && !m_task->canRetry());
        QTRY_COMPARE(m_settings->there(), Pictures);
        QVERIFY(!m_settings->policy().loading);
    }

    void refusedPublishersAreNotAsked()
    {
        m_settings->allow(u"news.example"_s, false);
        m_task->start();
        QTRY_COMPARE(m_task->state(), PictureTask::Finished);
        QCOMPARE(m_task->loaded(), 0);
        QCOMPARE(m_task->all(), 0);
        QCOMPARE(m_task->endText(), u"1 publisher that you refused is not asked"_s);
        QCOMPARE(m_server->connections(), 0);
    }

    void saysWhomItAsksAndWhomNot()
    {
        addPublishers();
        m_settings->allow(u"one.example"_s, true);
        m_settings->allow(u"two.example"_s, true);
        QCOMPARE(m_settings->mode(), PictureSettings::Chosen);
        m_server->answer("/one", ServerAnswer::picture(PictureBytes::png({5, 5})).held());
        m_task->start();
        QTRY_COMPARE(m_task->doneText(), u"1 of 2 pictures"_s); // the others are no part of it
        const QString whom = u"From the 2 publishers you chose; 3 others are not asked"_s;
        QCOMPARE(m_task->askedText(), whom);
        m_server->release();
        QTRY_COMPARE(m_task->state(), PictureTask::Finished);
        QCOMPARE(m_task->endText(), u"2 pictures loaded. "_s + whom);
        QCOMPARE(m_server->requests().size(), 2);
    }

    void countsWhatWasLostBefore()
    {
        m_server->answer(path(2).toLatin1(), ServerAnswer::of(404));
        m_task->start();
        QTRY_COMPARE(m_task->state(), PictureTask::Finished);
        QCOMPARE(m_task->endText(), u"1 picture could not be loaded: gone from the server"_s);
        addPublishers();
        m_server->answer("/one", ServerAnswer::of(200, "<html>Sign in</html>"));
        m_server->answer("/two", ServerAnswer::of(404));
        m_task->start();
        QTRY_COMPARE(m_task->state(), PictureTask::Finished);
        QTRY_COMPARE(m_task->endText(), u"3 pictures could not be loaded: 2 gone from the server, "
                                        "1 refused (not a picture)"_s);
        QVERIFY(m_task->canRetry());
        QTRY_COMPARE(m_settings->lossesText(),
                     u"2 gone from the server, 1 refused (not a picture)"_s);
    }

    void whatLiesOnThisNetworkIsNotOfferedAgain()
    {
        m_isLocalRefused = true;
        close();
        open();
        m_task->start();
        QTRY_COMPARE(m_task->state(), PictureTask::Finished);
        QCOMPARE(m_task->endText(), u"20 pictures could not be loaded: refused (local address)"_s);
        QVERIFY(!m_task->canRetry() && m_task->isLocalRefused() && !m_task->isEndPassing());
        QTRY_COMPARE(m_settings->lost(), Pictures);
        QVERIFY(!m_settings->canRetry());
        QCOMPARE(m_server->connections(), 0);
    }

    void aCancelIsUndone()
    {
        for (int i = 1; i <= Pictures; ++i) {
            m_server->answer(path(i).toLatin1(),
                             ServerAnswer::picture(PictureBytes::png({32 + i, 18})).held());
        }
        m_task->start();
        QTRY_VERIFY(m_server->heldBack() > 0);
        m_task->cancel();
        QCOMPARE(m_task->endText(), u"Cancelled at 0 of 20 pictures"_s);
        QVERIFY(m_task->isEndPassing());
        for (int i = 1; i <= Pictures; ++i) {
            serve(i);
        }
        m_task->undoCancel();
        QTRY_COMPARE(m_task->state(), PictureTask::Finished);
        QCOMPARE(m_task->loaded(), Pictures);
        m_task->undoCancel(); // there is nothing to undo any more
        QCOMPARE(m_task->state(), PictureTask::Finished);
    }

    void whatLooksTheSameIsFoundThoughNobodyHasSeenIt()
    {
        const auto give = [this](int number, const QByteArray &bytes) {
            m_server->answer(path(number).toLatin1(), ServerAnswer::picture(bytes));
        };
        give(1, PictureBytes::patterned("JPEG", {1280, 720}));
        give(2, PictureBytes::patterned("JPEG", {1280, 720})); // the same bytes
        give(3, PictureBytes::patterned("PNG", {640, 360}));   // looks the same
        give(4, PictureBytes::patterned("JPEG", {1280, 720}, 2));
        m_task->start();
        QTRY_COMPARE(m_task->state(), PictureTask::Finished);
        close();
        const auto found = [this](int number) {
            const QString address = m_server->url(path(number)).toString();
            return answerOf(m_archive->store().idsOf({StoreTerm::Kind::Picture, address, {}}))
                .toList();
        };
        QTRY_COMPARE(found(1).size(), 3);
        QCOMPARE(found(2), found(1));
        QCOMPARE(found(3), found(1));
        QCOMPARE(found(4).size(), 1);
    }

    void whatIsLostIsToldAndAskedForAgain()
    {
        m_server->answer(path(2).toLatin1(), ServerAnswer::of(404));
        m_server->answer(path(3).toLatin1(), ServerAnswer::of(200, "<html>Sign in</html>"));
        m_task->start();
        QTRY_COMPARE(m_task->state(), PictureTask::Finished);
        QCOMPARE(m_task->lost(), 2);
        QVERIFY(m_task->endText().contains(u'2'));
        QTRY_COMPARE(m_settings->lost(), 2);
        serve(2);
        const qsizetype before = m_server->requests().size();
        m_task->retry();
        QTRY_COMPARE(m_server->requests().size() - before, 2);
        QTRY_COMPARE(m_task->state(), PictureTask::Finished);
        QCOMPARE(m_task->loaded(), 1);
        m_task->dismiss();
        QCOMPARE(m_task->endText(), QString());
    }

    void isAskedForAgainAsSoonAsItIsTold()
    {
        m_server->answer(path(2).toLatin1(),
                         {ServerAnswer::of(404), ServerAnswer::picture(PictureBytes::png({9, 9}))});
        bool isRetried = false;
        connect(m_task.get(), &PictureTask::changed, this, [&] {
            if (m_task->state() == PictureTask::Finished && !std::exchange(isRetried, true)) {
                m_task->retry(); // nothing is written yet, and nothing counted
            }
        });
        m_task->start();
        QTRY_COMPARE(m_settings->there(), Pictures);
        QVERIFY(isRetried);
        QTRY_COMPARE(m_task->state(), PictureTask::Finished);
        QCOMPARE(m_task->all(), 1);
        QCOMPARE(m_task->loaded(), 1);
    }

    void pausesGoesOnAndIsCancelled()
    {
        for (int i = 1; i <= Pictures; ++i) {
            m_server->answer(path(i).toLatin1(),
                             ServerAnswer::picture(PictureBytes::png({32 + i, 18})).held());
        }
        const int underWay = FetchSchedule::Limits{}.connectionsPerHost;
        m_task->start();
        QTRY_COMPARE(m_server->heldBack(), underWay); // more was handed over, and waits in line
        m_task->pause();
        QCOMPARE(m_task->state(), PictureTask::Paused);
        QVERIFY(answerOf(m_source->written())); // by now all have heard of the pause
        m_server->release();
        QTRY_COMPARE(m_task->loaded(), underWay);        // what was under way, comes
        QCOMPARE(m_server->requests().size(), underWay); // and nothing after it
        m_task->resume();
        QTRY_VERIFY(m_server->requests().size() > underWay);
        m_task->cancel();
        QCOMPARE(m_task->state(), PictureTask::Cancelled);
        QVERIFY(!m_task->isActive());
        QVERIFY(!m_settings->policy().loading);
        QVERIFY(m_task->loaded() < Pictures);
    }

    void saysWhomItWaitsFor()
    {
        for (int i = 1; i <= Pictures; ++i) {
            m_server->answer(path(i).toLatin1(),
                             ServerAnswer::of(503, {}, {{"Retry-After", "100"}}));
        }
        m_task->start();
        const QString host = m_server->url(u"/"_s).host();
        QTRY_VERIFY2(m_task->paceText().startsWith(u"Waiting for %1, about "_s.arg(host)),
                     qPrintable(m_task->paceText()));
        m_task->cancel();
        QCOMPARE(m_task->paceText(), QString());
    }

    void goesOnByItselfAfterARestart()
    {
        m_server->answer(path(4).toLatin1(),
                         ServerAnswer::picture(PictureBytes::png({36, 18})).held());
        m_task->start();
        QTRY_COMPARE(m_task->loaded(), Pictures - 1);
        close();
        m_server->release();
        serve(4);
        const qsizetype before = m_server->requests().size();
        m_archive->reopen();
        open();
        QTRY_COMPARE(m_task->state(), PictureTask::Finished);
        QCOMPARE(m_server->requests().size() - before, 1);
        QTRY_COMPARE(m_settings->there(), Pictures);
    }

    void whatWasPausedIsPausedAfterARestart()
    {
        for (int i = 1; i <= Pictures; ++i) {
            m_server->answer(path(i).toLatin1(),
                             ServerAnswer::picture(PictureBytes::png({32 + i, 18})).held());
        }
        m_task->start();
        QTRY_VERIFY(m_server->heldBack() > 0);
        m_task->pause();
        close();
        m_archive->reopen();
        open();
        QTRY_COMPARE(m_task->state(), PictureTask::Paused);
        // What was on its way when it was paused has come to the server by now.
        const qsizetype before = m_server->requests().size();
        QVERIFY(m_task->isActive());
        QCOMPARE(m_task->all(), Pictures);
        for (int i = 1; i <= Pictures; ++i) {
            serve(i);
        }
        m_settings->count(); // which would begin what is to begin
        QTRY_COMPARE(m_settings->missing(), Pictures);
        QCOMPARE(m_server->requests().size(), before);
        m_task->resume();
        QVERIFY(!m_settings->policy().isLoadingPaused);
        QTRY_COMPARE(m_task->state(), PictureTask::Finished);
        QCOMPARE(m_task->loaded(), Pictures);
    }

    void loadsAgainWhatTheDiskHasLost()
    {
        m_task->start();
        QTRY_COMPARE(m_task->state(), PictureTask::Finished);
        const QList<PictureEntry> kept = m_files->list();
        QCOMPARE(kept.size(), Pictures);
        for (int i = 0; i < 5; ++i) {
            QVERIFY(m_files->remove(kept.at(i).hash));
        }
        QFile emptied(m_files->filePath(kept.at(5).hash));
        QVERIFY(emptied.resize(0));
        const qsizetype before = m_server->requests().size();
        m_task->start();
        QTRY_COMPARE(m_server->requests().size(), before + 6);
        QTRY_COMPARE(m_task->state(), PictureTask::Finished);
        for (const PictureEntry &entry : m_files->list()) {
            QVERIFY(m_files->bytes(entry.hash));
        }
        QCOMPARE(m_files->list().size(), Pictures);
    }

    void waitsWhileOfflineAndGoesOn()
    {
        m_settings->setOffline(true);
        m_task->start();
        QTRY_COMPARE(m_task->state(), PictureTask::Offline);
        QVERIFY(!m_task->paceText().isEmpty());
        QCOMPARE(m_server->connections(), 0);
        m_settings->setOffline(false);
        QTRY_COMPARE(m_task->state(), PictureTask::Finished);
        QCOMPARE(m_task->loaded(), Pictures);
    }

    void aPauseOutlivesBeingOffline()
    {
        for (int i = 1; i <= Pictures; ++i) {
            m_server->answer(path(i).toLatin1(),
                             ServerAnswer::picture(PictureBytes::png({32 + i, 18})).held());
        }
        m_task->start();
        QTRY_VERIFY(m_server->heldBack() > 0);
        m_task->pause();
        m_settings->setOffline(true); // ends what is under way
        QTRY_COMPARE(m_server->heldBack(), 0);
        QCOMPARE(m_task->state(), PictureTask::Paused);
        m_settings->setOffline(false);
        QCOMPARE(m_task->state(), PictureTask::Paused);
        for (int i = 1; i <= Pictures; ++i) {
            serve(i);
        }
        m_task->resume();
        QTRY_COMPARE(m_task->state(), PictureTask::Finished);
        QCOMPARE(m_task->loaded(), Pictures);
    }

    void beingOfflineForAMomentHoldsNothingUp()
    {
        m_task->start();
        QTRY_VERIFY(m_task->isActive());
        m_settings->setOffline(true);
        m_settings->setOffline(false);
        QTRY_COMPARE(m_task->state(), PictureTask::Finished);
        QCOMPARE(m_task->loaded(), Pictures);
    }

    void saysWhyTheDiskCannotKeepThem()
    {
        close();
        {
            const ReadOnlyPlace place(m_folder->path()); // for threads that begin from now on
            open();
            m_task->start();
            QTRY_COMPARE(m_task->state(), PictureTask::NotKept);
            QVERIFY(!m_settings->policy().loading); // or every start would try
            QVERIFY2(m_task->endText().startsWith(u"Nothing may be written"_s),
                     qPrintable(m_task->endText()));
            QVERIFY(m_task->endText().contains(QString::number(Pictures)));
            QVERIFY(m_server->requests().size() < Pictures);
            close();
        }
        open();
        m_task->start();
        QTRY_COMPARE(m_task->state(), PictureTask::Finished);
        QVERIFY2(m_task->loaded() == Pictures, qPrintable(told()));
    }

    void stopsWhereTheSpaceIsFull()
    {
        m_settings->setBudget(1);
        m_task->start();
        QTRY_COMPARE(m_task->state(), PictureTask::Full);
        QVERIFY(!m_task->endText().isEmpty());
        QVERIFY(m_task->loaded() < Pictures);
    }
};

QTEST_GUILESS_MAIN(TestPictureTask)
#include "tst_picturetask.moc"
