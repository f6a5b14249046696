// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/picturesettings.h"
#include "support/archivebuilder.h"
#include "support/modeldump.h"
#include "support/readonlyplace.h"
#include "support/sqldatabase.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

class TestPictureSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_archive = std::make_unique<ArchiveBuilder>();
        for (int i = 1; i <= 3; ++i) {
            Article article = makeArticle(i);
            const QString domain = i < 3 ? u"one.example"_s : u"two.example"_s;
            article.provider = {domain.left(3), domain, {}};
            Picture picture;
            picture.url = u"https://pictures.example/%1.png"_s.arg(i);
            article.pictures = {picture};
            m_archive->add(article);
        }
        m_archive->commit();
        make();
    }

    void cleanup()
    {
        m_tester.reset();
        m_settings.reset();
        m_archive.reset();
    }

    void nothingIsAllowedUntilItIsSaid()
    {
        QCOMPARE(m_settings->mode(), PictureSettings::Never);
        QCOMPARE(m_applied, PicturePolicy());
        QCOMPARE(m_settings->missing(), 3);
        QCOMPARE(m_settings->publishersMissing(), 2);
        QCOMPARE(rows(), (QStringList{u"one.example | one | 2 | 0 | false"_s,
                                      u"two.example | two | 1 | 0 | false"_s}));
    }

    void whatIsChosenIsAppliedAndKept()
    {
        m_settings->allow(u"two.example"_s, true);
        QCOMPARE(m_settings->mode(), PictureSettings::Chosen);
        QCOMPARE(m_applied.allowed, QStringList(u"two.example"_s));
        QVERIFY(rows().at(1).endsWith(u"true"_s));
        m_settings->setMode(PictureSettings::All);
        m_settings->allow(u"one.example"_s, false);
        m_settings->setOffline(true);
        m_settings->setBudget(1000);
        QVERIFY(rows().at(0).endsWith(u"false"_s));
        const PicturePolicy before = m_applied;
        m_tester.reset();
        m_settings.reset();
        m_archive->reopen();
        make();
        QCOMPARE(m_applied, before);
        QCOMPARE(m_settings->mode(), PictureSettings::All);
        QCOMPARE(m_settings->budget(), 1000);
        QVERIFY(m_settings->isOffline());
    }

    void aChoiceIsUndone()
    {
        const PicturePolicy before = m_applied;
        for (const auto mode : {PictureSettings::All, PictureSettings::Never}) {
            m_settings->choose(mode);
            QVERIFY(m_settings->isDecided());
            QVERIFY(!m_settings->chosenText().isEmpty());
            m_settings->setLoading(u""_s); // says nothing of whom to ask
            m_settings->setLoading(std::nullopt);
            m_settings->undoChoice();
            QCOMPARE(m_applied, before); // nor is anything decided
            QCOMPARE(m_settings->chosenText(), QString());
            answerOf(m_archive->store().clearPictures()); // is written behind all of it
            QCOMPARE(answerOf(m_archive->store().picturePolicy()), before);
        }
    }

    void aChoiceIsUndoneUntilAnotherIsMade()
    {
        m_settings->choose(PictureSettings::All);
        m_settings->choose(PictureSettings::All); // which it is already
        QVERIFY(!m_settings->chosenText().isEmpty());
        m_settings->allow(u"one.example"_s, false);
        QCOMPARE(m_settings->chosenText(), QString());
        m_settings->undoChoice();
        QCOMPARE(m_settings->mode(), PictureSettings::All);
        m_settings->choose(PictureSettings::Never);
        m_settings->keepChoice();
        QCOMPARE(m_settings->chosenText(), QString());
        m_settings->undoChoice();
        QCOMPARE(m_settings->mode(), PictureSettings::Never);
    }

    void countsAlongCalmly()
    {
        const QSignalSpy counted(m_settings.get(), &PictureSettings::counted);
        m_settings->setPause(std::chrono::milliseconds(50));
        KeptPicture kept;
        kept.picture = m_settings->survey().missing.constFirst();
        kept.state = PictureState::Fetched;
        kept.content = contentHash("bytes");
        kept.bytes = 5;
        answerOf(m_archive->store().keepPictures({kept}));
        for (int i = 0; i < 100; ++i) {
            m_settings->countSoon();
        }
        QCOMPARE(m_settings->there(), 0);
        QTRY_COMPARE(m_settings->there(), 1);
        QCOMPARE(counted.count(), 1);
    }

    void whatArrivesCountsAtOnceAndOnce()
    {
        const QList<PictureId> missing = m_settings->survey().missing;
        const QSignalSpy tallied(m_settings.get(), &PictureSettings::tallied);
        const auto there = PictureState::Fetched;
        m_settings->noteTold({{missing.at(0), there}, {missing.at(1), there}});
        m_settings->noteTold({{missing.at(1), there}, {999, there}}); // of another archive's
        QCOMPARE(m_settings->there(), 2);
        QCOMPARE(m_settings->missing(), 1);
        QCOMPARE(m_settings->all(), 3);
        QCOMPARE(tallied.count(), 2);
        KeptPicture kept; // of the other, the archive does not know yet
        kept.picture = missing.at(0);
        kept.state = PictureState::Fetched;
        kept.content = contentHash("bytes");
        kept.bytes = 5;
        answerOf(m_archive->store().keepPictures({kept}));
        const QSignalSpy counted(m_settings.get(), &PictureSettings::counted);
        m_settings->count();
        QTRY_COMPARE(counted.count(), 1);
        QCOMPARE(m_settings->there(), 2);
        QCOMPARE(m_settings->bytes(), 5);
        m_settings->count(); // it would know by now: it is gone again
        QTRY_COMPARE(counted.count(), 2);
        QCOMPARE(m_settings->there(), 1);
        QCOMPARE(m_settings->missing(), 2);
        m_settings->noteTold({{missing.at(1), there}});
        m_settings->clear();
        QTRY_COMPARE(m_settings->there(), 0);
    }

    void whatFailsCountsAlongToo()
    {
        const QList<PictureId> missing = m_settings->survey().missing;
        m_settings->noteTold(
            {{missing.at(0), PictureState::Failed}, {missing.at(1), PictureState::Gone}});
        QCOMPARE(m_settings->missing(), 1);
        QCOMPARE(m_settings->failed(), 1);
        QCOMPARE(m_settings->lost(), 1);
        m_settings->noteTold({{missing.at(0), PictureState::Fetched}}); // the second time
        QCOMPARE(m_settings->failed(), 0);
        QCOMPARE(m_settings->there(), 1);
        QCOMPARE(m_settings->all(), 3);
    }

    void onlyPublishersOfPicturesNobodyAskedForCount()
    {
        QList<KeptPicture> kept;
        for (const PictureId id : m_settings->survey().missing) {
            KeptPicture one;
            one.picture = id;
            one.state = kept.isEmpty() ? PictureState::Gone : PictureState::Failed;
            kept.append(one);
        }
        answerOf(m_archive->store().keepPictures(kept.mid(0, 1)));
        m_settings->count();
        QTRY_COMPARE(m_settings->lost(), 1);
        QCOMPARE(m_settings->publishersMissing(), 2); // each has another
        answerOf(m_archive->store().keepPictures(kept));
        m_settings->count();
        QTRY_COMPARE(m_settings->failed(), 2);
        QCOMPARE(m_settings->publishersMissing(), 0);
    }

    void nothingIsChangedBeforeTheRestIsRead()
    {
        m_settings->setOffline(true);
        m_settings->allow(u"two.example"_s, false);
        m_tester.reset();
        const PicturePolicy before = m_applied;
        QTRY_COMPARE(answerOf(m_archive->store().picturePolicy()), before);
        m_applied = {};
        m_settings = std::make_unique<PictureSettings>(
            m_archive->store(), [this](const PicturePolicy &policy) { m_applied = policy; });
        m_settings->start();
        m_settings->setMode(PictureSettings::All); // the answer is on its way
        QCOMPARE(m_settings->mode(), PictureSettings::Never);
        QVERIFY(m_settings->problem().contains(u"Nothing is changed"_s));
        QTRY_COMPARE(m_applied, before);
        QCOMPARE(answerOf(m_archive->store().picturePolicy()), before);
        QCOMPARE(m_settings->problem(), QString());
        m_settings->setMode(PictureSettings::All);
        QCOMPARE(m_applied.mode, PictureMode::All);
        QVERIFY(m_applied.isOffline);
        QTRY_COMPARE(answerOf(m_archive->store().picturePolicy()), m_applied);
    }

    void whatCannotBeKeptIsSaid()
    {
        m_settings->setMode(PictureSettings::All);
        QTRY_VERIFY(answerOf(m_archive->store().picturePolicy()).isDecided);
        QCOMPARE(m_settings->problem(), QString());
        m_tester.reset();
        m_settings.reset();
        m_archive->close();
        const ReadOnlyPlace place(QFileInfo(m_archive->path()).path());
        Store store;
        answerOf(store.open(m_archive->path(), Store::IfMissing::Refuse, Store::Need::Reading));
        PictureSettings settings(store,
                                 [this](const PicturePolicy &policy) { m_applied = policy; });
        settings.start();
        QTRY_COMPARE(settings.mode(), PictureSettings::All);
        settings.setMode(PictureSettings::Never);
        QCOMPARE(m_applied.mode, PictureMode::Never); // holds all the same
        QTRY_VERIFY(settings.problem().contains(u"could not be kept"_s));
        settings.dismissProblem();
        QCOMPARE(settings.problem(), QString());
    }

    void whatDoesNotWorkIsSaid()
    {
        m_tester.reset();
        m_settings.reset();
        m_archive->close();
        const ReadOnlyPlace place(QFileInfo(m_archive->path()).path());
        Store store;
        answerOf(store.open(m_archive->path(), Store::IfMissing::Refuse, Store::Need::Reading));
        PictureSettings settings(store, [](const PicturePolicy &) {});
        const QSignalSpy changed(&settings, &PictureSettings::catalogChanged);
        settings.clear();
        QTRY_VERIFY(settings.problem().contains(u"could not be cleared"_s));
        settings.undoClear();
        QTRY_VERIFY(settings.problem().contains(u"could not be brought back"_s));
        QCOMPARE(changed.count(), 0);
    }

    void saysThatItCannotCount()
    {
        m_tester.reset();
        m_settings.reset();
        SqlDatabase(m_archive->path()).run(u"DROP TABLE article_picture"_s);
        PictureSettings settings(m_archive->store(), [](const PicturePolicy &) {});
        const QSignalSpy notCounted(&settings, &PictureSettings::notCounted);
        const QSignalSpy policy(&settings, &PictureSettings::policyChanged);
        settings.start();
        QTRY_COMPARE(policy.count(), 1);
        settings.count();
        QTRY_COMPARE(notCounted.count(), 1);
        QVERIFY(settings.problem().contains(u"could not be counted"_s));
    }

    void clearingIsUndone()
    {
        KeptPicture kept;
        kept.picture = m_settings->survey().missing.constFirst();
        kept.state = PictureState::Fetched;
        kept.content = contentHash("bytes");
        kept.bytes = 5;
        answerOf(m_archive->store().keepPictures({kept}));
        const QSignalSpy changed(m_settings.get(), &PictureSettings::catalogChanged);
        const QSignalSpy broughtBack(m_settings.get(), &PictureSettings::broughtBack);
        m_settings->count();
        QTRY_COMPARE(m_settings->there(), 1);
        m_settings->clear();
        QTRY_COMPARE(m_settings->cleared(), 1);
        QTRY_COMPARE(m_settings->missing(), 3);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(broughtBack.count(), 0); // or the cards in sight are fetched at once
        m_settings->undoClear();
        QTRY_COMPARE(m_settings->there(), 1);
        QCOMPARE(m_settings->bytes(), 5);
        QCOMPARE(m_settings->cleared(), 0);
        QCOMPARE(changed.count(), 2);
        QCOMPARE(broughtBack.count(), 1);
    }

private:
    void make()
    {
        m_settings = std::make_unique<PictureSettings>(
            m_archive->store(), [this](const PicturePolicy &policy) { m_applied = policy; });
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_settings->publishers(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy policy(m_settings.get(), &PictureSettings::policyChanged);
        m_settings->start();
        m_settings->count();
        QTRY_VERIFY(m_settings->isCounted() && policy.count() == 1);
    }
    QStringList rows() const
    {
        return dump(*m_settings->publishers(),
                    {"domain", "name", "pictures", "there", "isAllowed"});
    }

    std::unique_ptr<ArchiveBuilder> m_archive;
    std::unique_ptr<PictureSettings> m_settings;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    PicturePolicy m_applied;
};

QTEST_GUILESS_MAIN(TestPictureSettings)
#include "tst_picturesettings.moc"
