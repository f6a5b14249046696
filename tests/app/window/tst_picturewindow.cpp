// SPDX-License-Identifier: GPL-3.0-or-later
// The real window and a server of pictures: nobody is asked before the user says so.
#include "cli/commandline.h"
#include "picturewindowcase.h"

using namespace Microfiche;
using namespace Microfiche::Test;

class PicturesTest final : public PictureWindowCase
{
    Q_OBJECT

private:
    /// As the command line would, all but the logo.
    void fetchOutside(Store &store)
    {
        const PictureStore files(pictureFolder(m_workspace->archive()));
        QList<KeptPicture> kept;
        const auto missing = store.pictureSurvey(std::nullopt).result().missing;
        const auto records = store.pictures(missing).result();
        for (const PictureRecord &record : records) {
            if (record.url.endsWith(u"/logo.png"_s)) {
                continue;
            }
            const QByteArray bytes = PictureBytes::png({32 + int(record.id), 36});
            KeptPicture one;
            one.picture = record.id;
            one.state = PictureState::Fetched;
            one.content = files.keep(bytes);
            one.bytes = bytes.size();
            kept.append(one);
        }
        QVERIFY(store.keepPictures(kept).result());
    }

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void nobodyIsAskedBeforeTheUserSaysSo()
    {
        QTRY_VERIFY(link(u"Load when shown"_s));
        scrollThroughAll();
        for (const QPoint at : {QPoint(60, 60), QPoint(0, 0)}) { // a hover
            QTest::mouseMove(&window(), middleOf(grid()) + at);
        }
        browser().article()->open(browser().articles()->idAt(3));
        QTRY_VERIFY(browser().article()->card().articleId > 0);
        QVERIFY(!window().grabWindow().isNull());
        browser().article()->close();
        QTest::mouseClick(&window(), Qt::LeftButton, {}, middleOf(link(u"Never"_s)));
        QTRY_VERIFY(!link(u"Load when shown"_s));
        scrollThroughAll();
        QCOMPARE(m_server->connections(), 0);
        QCOMPARE(m_resolver->asked(), QStringList());
        // What does ask comes last, so that all before it would have been heard of.
        settings().setMode(PictureSettings::All);
        QTRY_VERIFY(shownPictures() > 3);
        QVERIFY(m_server->connections() > 0);
    }

    void cardsShowWhatIsAllowedAndAskAgainThemselves()
    {
        settings().allow(u"odd.example"_s, true);
        QTRY_VERIFY(shownPictures() > 1);
        const auto paths = m_server->paths();
        for (const QByteArray &path : paths) {
            QVERIFY(path == "/logo.png" || path.mid(1).chopped(4).toInt() % 2 == 1);
        }
        const int before = shownPictures();
        settings().setMode(PictureSettings::All);
        QTRY_VERIFY(shownPictures() > before);
        QTRY_COMPARE(m_server->paths().count("/logo.png"), 1);
    }

    /// What comes while it is shown can be done as much with as what was there before.
    void whatArrivesIsThere()
    {
        const auto card = [this](int row) {
            return browser().articles()->index(row).data(ArticleListModel::CardRole).value<Card>();
        };
        browser().article()->open(browser().articles()->idAt(0));
        QTRY_VERIFY(browser().article()->card().missingPicture > 0);
        QCOMPARE(card(0).picture, QString());
        settings().setMode(PictureSettings::All);
        QTRY_VERIFY(!card(0).picture.isEmpty());
        QTRY_VERIFY(!browser().article()->card().picture.isEmpty());
        QTRY_VERIFY(!card(0).logo.isEmpty());
    }

    void theSidebarShowsWhatCameOfLogos()
    {
        const auto shownLogos = [this] {
            int shown = 0;
            const auto items = this->items();
            for (QQuickItem *row : items) {
                if (!row->property("hasLogo").toBool()) {
                    continue;
                }
                const auto parts = this->items(row);
                shown += int(std::count_if(parts.begin(), parts.end(), [](QQuickItem *part) {
                    return part->inherits("QQuickImage") && part->property("status").toInt() == 1;
                }));
            }
            return shown;
        };
        QTRY_VERIFY(link(u"Never"_s));
        QCOMPARE(shownLogos(), 0);
        settings().setMode(PictureSettings::All);
        QTRY_COMPARE(shownLogos(), 2);
    }

    void theViewerAsksForWhatIsAllowed()
    {
        const QString folder = m_folder->filePath(u"two"_s);
        QDir().mkpath(folder);
        QFile file(folder + u"/two.md"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("---\ntitle: Two\nwebUrl: https://even.example/two\nimages:\n  - url: " +
                   m_server->url(u"/first.png"_s).toEncoded() +
                   "\n  - url: " + m_server->url(u"/second.png"_s).toEncoded() + "\n---\n");
        file.close();
        m_server->answer("/first.png", ServerAnswer::picture(PictureBytes::png({90, 60})));
        m_server->answer("/second.png", ServerAnswer::picture(PictureBytes::png({91, 60})));
        session().importWhenOpen({{QFile::encodeName(folder)}});
        QTRY_COMPARE(browser().articles()->rowCount(), Articles + 1);
        const QList<ArticleId> ids = browser().articles()->ids();
        OpenPicture &picture = *browser().picture();
        picture.open(*std::max_element(ids.begin(), ids.end()));
        QTRY_VERIFY(picture.isOpen());
        QCOMPARE(picture.placeText(), u"1 of 2"_s);
        picture.next();
        QTRY_COMPARE(picture.placeText(), u"2 of 2"_s);
        QVERIFY(!window().grabWindow().isNull());
        QVERIFY(!picture.problem().isEmpty());
        QCOMPARE(m_server->connections(), 0);
        settings().setMode(PictureSettings::All);
        QTRY_VERIFY(m_server->paths().contains("/second.png"));
        QTRY_VERIFY(picture.hasBytes());
        QCOMPARE(picture.problem(), QString());
        QCOMPARE(picture.size(), QSize(91, 60));
        QCOMPARE(m_server->paths().count("/second.png"), 1);
        picture.close();
    }

    void offlineIsSaidAndUndone()
    {
        settings().setOffline(true);
        settings().setMode(PictureSettings::All);
        QTRY_VERIFY(strips(u"Offline. Loads later"_s) > 3);
        QCOMPARE(m_server->connections(), 0);
        settings().setOffline(false);
        QTRY_VERIFY(shownPictures() > 3);
        QTRY_COMPARE(strips(u"Offline. Loads later"_s), 0);
    }

    /// Qt Quick keeps pictures by address, and both archives count theirs from 1.
    void anotherArchiveShowsNoneOfTheFirst()
    {
        settings().setMode(PictureSettings::All);
        QTRY_VERIFY(shownPictures() > 3);
        const QString other = m_folder->filePath(u"other.microfiche"_s);
        m_workspace->openArchive(QUrl::fromLocalFile(other));
        QTRY_COMPARE(session().archive(), other);
        import(write(u"others"_s, ".gone"));
        settings().setMode(PictureSettings::All);
        QTRY_VERIFY(strips(u"Gone from the server"_s) > 3);
        QCOMPARE(shownPictures(), 0);
    }

    void whatWasSaidHoldsAfterARestart()
    {
        QTRY_VERIFY(link(u"Never"_s));
        QTest::mouseClick(&window(), Qt::LeftButton, {}, middleOf(link(u"Never"_s)));
        QTRY_VERIFY(!link(u"Never"_s));
        m_workspace.reset();
        open();
        QTRY_VERIFY(settings().isCounted());
        QVERIFY(settings().isDecided());
        QVERIFY(settings().publishersMissing() > 0);
        QVERIFY(!window().grabWindow().isNull());
        QVERIFY(!link(u"Load when shown"_s));
    }

    void loadingAllIsShownAndShowsEverythingWithoutTheServer()
    {
        m_server->answer("/7.png", ServerAnswer::of(404));
        QTRY_VERIFY(link(u"Load all for offline"_s));
        QTest::mouseClick(&window(), Qt::LeftButton, {}, middleOf(link(u"Load all for offline"_s)));
        QTRY_VERIFY(link(u"Try again"_s));
        QCOMPARE(session().pictureTask().endText(),
                 u"1 picture could not be loaded: gone from the server"_s);
        m_server->answer("/7.png", ServerAnswer::picture(PictureBytes::png({32, 36})));
        QTest::mouseClick(&window(), Qt::LeftButton, {}, middleOf(link(u"Try again"_s)));
        QTRY_COMPARE(session().pictureTask().state(), PictureTask::Finished);
        QTRY_VERIFY(!link(u"Try again"_s));
        m_workspace.reset();
        m_server.reset();
        open();
        QTRY_VERIFY(shownPictures() > 3);
        QTRY_COMPARE(settings().missing(), 0);
    }

    void whatTheCommandLineDidIsSeenWhenTheWindowIsTurnedTo()
    {
        QTRY_VERIFY(link(u"Never"_s));
        QTest::mouseClick(&window(), Qt::LeftButton, {}, middleOf(link(u"Never"_s)));
        QTRY_VERIFY(settings().isCounted() && settings().missing() == Articles + 1);
        turnTo([this] {
            Store store;
            store.open(m_workspace->archive()).waitForFinished();
            fetchOutside(store);
        });
        QTRY_COMPARE(settings().there(), Articles);
        QTRY_VERIFY(shownPictures() > 3);
        QCOMPARE(m_server->connections(), 0);
        turnTo([this] {
            Store store;
            store.open(m_workspace->archive()).waitForFinished();
            store.clearPictures().waitForFinished();
        });
        QTRY_COMPARE(settings().there(), 0);
        QTRY_COMPARE(shownPictures(), 0);
        QCOMPARE(m_server->connections(), 0);
    }

    void whatIsGoneIsSaidThoughNobodyIsAsked()
    {
        QTRY_VERIFY(link(u"Load when shown"_s));
        turnTo([this] { // the command line has asked for all of them
            Store store;
            store.open(m_workspace->archive()).waitForFinished();
            QList<KeptPicture> kept;
            const auto missing = store.pictureSurvey(std::nullopt).result().missing;
            for (const PictureId id : missing) {
                KeptPicture one;
                one.picture = id;
                one.state = PictureState::Gone;
                kept.append(one);
            }
            QVERIFY(store.keepPictures(kept).result());
        });
        QTRY_VERIFY(strips(u"Gone from the server"_s) > 3);
        QTRY_VERIFY(!link(u"Load when shown"_s)); // there is nothing to load
        QCOMPARE(m_server->connections(), 0);
    }

    void whatIsClearedIsShownNoMoreAndComesBack()
    {
        window().resize(1300, 800);              // cards and an article side by side
        QTRY_VERIFY(link(u"Load when shown"_s)); // it is known how many are missing
        settings().setMode(PictureSettings::All);
        QTRY_VERIFY(shownPictures() > 3);
        QTRY_COMPARE(strips(u"Picture not loaded"_s), 0);
        // All in a window of that size: what arrives later is no part of what is cleared.
        QTRY_COMPARE(shownPictures(), 12);
        browser().article()->open(browser().articles()->idAt(0));
        QTRY_VERIFY(!browser().article()->card().picture.isEmpty());
        const auto paths = m_server->paths().size();
        settings().clear();
        QTRY_VERIFY(settings().cleared() > 0);
        QTRY_COMPARE(shownPictures(), 0);
        QTRY_VERIFY(strips(u"Picture not loaded"_s) > 3);
        QTRY_VERIFY(browser().article()->card().picture.isEmpty());
        QVERIFY(!window().grabWindow().isNull());
        QCOMPARE(m_server->paths().size(), paths); // nor is it fetched at once
        settings().undoClear();
        QTRY_VERIFY(shownPictures() > 3);
        QTRY_COMPARE(strips(u"Picture not loaded"_s), 0);
        QCOMPARE(m_server->paths().size(), paths);
        settings().setMode(PictureSettings::Never);
        settings().clear();
        QTRY_COMPARE(shownPictures(), 0);
        settings().undoClear();
        QTRY_VERIFY(shownPictures() > 3);
        QCOMPARE(m_server->paths().size(), paths);
        browser().article()->close();
    }

    void aStrayKeyInTheBarAsksNobody()
    {
        QTRY_VERIFY(link(u"Load when shown"_s));
        grid()->forceActiveFocus(Qt::TabFocusReason);
        QQuickItem *const bar = item("pictures");
        for (int i = 0; i < 100 && !bar->hasActiveFocus(); ++i) {
            QTest::keyClick(&window(), Qt::Key_Tab);
        }
        QVERIFY(bar->hasActiveFocus());
        QTest::keyClick(&window(), Qt::Key_Return);
        QTest::keyClick(&window(), Qt::Key_Space);
        QVERIFY(!settings().isDecided());
        QVERIFY(link(u"Load when shown"_s));
        QCOMPARE(m_server->connections(), 0);
    }

    void aChoiceInTheBarIsUndone()
    {
        QTRY_VERIFY(link(u"Load when shown"_s));
        QTest::mouseClick(&window(), Qt::LeftButton, {}, middleOf(link(u"Load when shown"_s)));
        QTRY_VERIFY(shownPictures() > 3);
        QTest::mouseClick(&window(), Qt::LeftButton, {}, middleOf(link(u"Undo"_s)));
        QTRY_VERIFY(link(u"Load when shown"_s));
        QVERIFY(!settings().isDecided());
        QCOMPARE(settings().mode(), PictureSettings::Never);
    }

    void aServerThatFailsForAMomentIsAskedAgain()
    {
        const auto answerAll = [this](const auto &answer) {
            for (int i = 0; i < Articles; ++i) {
                m_server->answer("/" + QByteArray::number(i) + ".png", answer(i));
            }
        };
        answerAll([](int) { return ServerAnswer::of(500); });
        settings().setMode(PictureSettings::All);
        QTRY_VERIFY(strips(u"Not loaded: server error"_s) > 0);
        answerAll([](int i) { return ServerAnswer::picture(PictureBytes::png({32 + i, 36})); });
        QTRY_VERIFY_WITH_TIMEOUT(shownPictures() > 3, 30'000); // and nobody touches anything
        QTRY_COMPARE_WITH_TIMEOUT(strips(u"Not loaded: server error"_s), 0, 60'000);
    }

    void aServerOfOnesOwnIsAskedOnceItIsNamed()
    {
        m_workspace.reset();
        open(false);
        QTRY_VERIFY(settings().isCounted() && grid());
        settings().setMode(PictureSettings::All);
        QTRY_VERIFY(strips(u"Refused: a local address"_s) > 3);
        QCOMPARE(m_server->connections(), 0);
        m_workspace->localServers()->setText(m_server->url(u"/"_s).host());
        QTRY_VERIFY(shownPictures() > 3);
        QTRY_COMPARE(strips(u"Refused: a local address"_s), 0);
    }

    void onePictureIsLoadedByHandAndNoOther()
    {
        const auto load = [this] {
            QQuickItem *one = item("loadPicture");
            return one && one->isVisible() && one->isEnabled() ? one : nullptr;
        };
        settings().setMode(PictureSettings::Never);
        browser().picture()->open(browser().articles()->idAt(0));
        QTRY_VERIFY(browser().picture()->missing() > 0 && load());
        const QString host = m_server->url(u"/"_s).host();
        QVERIFY(load()->property("label").toString().startsWith(
            u"Load this picture from %1"_s.arg(host)));
        settings().setOffline(true);
        QVERIFY(!load());
        settings().setOffline(false);
        const QString publisher = browser().picture()->card().provider + u".example"_s;
        settings().allow(publisher, false);
        settings().setMode(PictureSettings::Never);
        QVERIFY(!load());
        settings().setOffline(true); // or its cards would load in between
        settings().allow(publisher, true);
        settings().setMode(PictureSettings::Never);
        settings().setOffline(false);
        QTRY_VERIFY(load());
        QCOMPARE(m_server->connections(), 0);
        QTest::keyClick(&window(), Qt::Key_L);
        QTRY_VERIFY(browser().picture()->hasBytes());
        QTRY_VERIFY(!load());
        browser().picture()->close();
        QTRY_COMPARE(shownPictures(), 1);
        scrollThroughAll();
        QCOMPARE(m_server->paths().size(), 1);
    }

    void theMenuOfACardLoadsItsPicture()
    {
        settings().setMode(PictureSettings::Never);
        const auto first = [this] {
            const QModelIndex index = browser().articles()->index(0);
            return index.data(ArticleListModel::CardRole).value<Card>();
        };
        QTRY_VERIFY(first().isLoaded);
        constexpr QPointF OnFirstCard(90, 90);
        QTest::mouseClick(&window(), Qt::RightButton, {},
                          grid()->mapToScene(OnFirstCard).toPoint());
        const auto entry = [this] {
            QQuickItem *one = item("loadPicture");
            return one && one->isVisible() && one->height() > 0 ? one : nullptr;
        };
        QTRY_VERIFY(entry());
        QVERIFY(entry()->property("text").toString().startsWith(u"Load this picture from"_s));
        QTest::mouseClick(&window(), Qt::LeftButton, {}, middleOf(entry()));
        QTRY_COMPARE(shownPictures(), 1);
        QCOMPARE(m_server->paths().size(), 1);
    }

    void choosingPublishersOpensThePane()
    {
        QTRY_VERIFY(link(u"Choose publishers"_s));
        QTest::mouseClick(&window(), Qt::LeftButton, {}, middleOf(link(u"Choose publishers"_s)));
        QTRY_VERIFY(item("publishers"));
        QVERIFY(!settings().isDecided());
        QTest::keyClick(&window(), Qt::Key_Escape);
        QTRY_VERIFY(!item("publishers") || !item("publishers")->isVisible());
        QTest::mouseClick(&window(), Qt::LeftButton, {}, middleOf(link(u"Choose publishers"_s)));
        QTRY_VERIFY(item("publishers") && item("publishers")->isVisible());
        m_workspace.reset(); // which is how another archive is opened
    }
};

QTEST_MAIN(PicturesTest)
#include "tst_picturewindow.moc"
