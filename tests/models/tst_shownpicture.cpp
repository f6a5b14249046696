// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shownpicture.h"

#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace Microfiche;
using namespace Qt::StringLiterals;
using State = PictureStatus::State;
using Reason = PictureReason;
using std::chrono::milliseconds;

namespace
{

PicturePolicy policy(PictureMode mode, bool isOffline = false)
{
    PicturePolicy policy;
    policy.mode = mode;
    policy.isOffline = isOffline;
    return policy;
}

} // namespace

class TestShownPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_states = std::make_unique<PictureStates>();
        m_shown = std::make_unique<ShownPicture>();
        m_shown->setStates(m_states.get());
    }
    void cleanup()
    {
        m_shown.reset();
        m_states.reset();
    }

    void whatIsThereIsShownWhateverIsAllowed()
    {
        m_shown->setThere(u"image://picture/5"_s);
        QCOMPARE(m_shown->source(), u"image://picture/5"_s);
        QCOMPARE(m_shown->state(), ShownPicture::Unknown);
        m_shown->setThere({});
        QCOMPARE(m_shown->source(), QString());
    }

    void whatIsMissingIsNotAskedForBeforeItIsAllowed()
    {
        m_shown->setMissing(5);
        QCOMPARE(m_shown->source(), QString());
        m_states->setPolicy(policy(PictureMode::Chosen));
        QVERIFY(isOf(m_shown->source(), 5));
        m_states->setPolicy(policy(PictureMode::Never));
        QCOMPARE(m_shown->source(), QString());
    }

    // A card that is kept for later must not tell its publisher that somebody looks at it.
    void whatIsOutOfViewIsNotAskedFor()
    {
        m_shown->setMissing(5);
        m_shown->setInView(false);
        m_states->setPolicy(policy(PictureMode::All));
        QCOMPARE(m_shown->source(), QString());
        m_shown->setInView(true);
        QVERIFY(isOf(m_shown->source(), 5));
        m_shown->setInView(false); // what has not come is dropped
        QCOMPARE(m_shown->source(), QString());
        m_shown->setMissing(6);
        QCOMPARE(m_shown->source(), QString());
        m_states->askAnew();
        QCOMPARE(m_shown->source(), QString());
        m_shown->setThere(u"image://picture/7"_s); // nobody is asked for that
        QCOMPARE(m_shown->source(), u"image://picture/7"_s);
        m_shown->setInView(true);
        QCOMPARE(m_shown->source(), u"image://picture/7"_s);
    }

    void tellsWhatHasArrived()
    {
        const QSignalSpy arrived(m_states.get(), &PictureStates::arrived);
        const auto tell = m_states->inbox();
        m_shown->setThere(u"image://picture/4"_s);
        tell(4, {State::Ready}, {}); // was there before
        tell(5, {State::Loading}, {});
        tell(6, {State::Loading}, {});
        tell(6, {State::Gone}, {});
        QCoreApplication::processEvents();
        QCOMPARE(arrived.count(), 0);
        tell(5, {State::Ready}, {});
        tell(5, {State::Ready}, {});
        QCoreApplication::processEvents();
        QCOMPARE(arrived.count(), 1);
        QCOMPARE(arrived.constFirst().constFirst().value<QSet<qint64>>(), QSet<qint64>{5});
    }

    void tellsWhatCameOfAsking()
    {
        QMap<qint64, PictureState> told;
        connect(m_states.get(), &PictureStates::told, this,
                [&told](const QMap<qint64, PictureState> &pictures) { told.insert(pictures); });
        for (const qint64 id : {5, 6, 7, 8, 9}) {
            tell(id, {State::Loading});
        }
        tell(5, {State::Ready});
        tell(6, {State::Gone});
        tell(7, {State::Refused, Reason::NotAPicture});
        tell(8, {State::Failed, Reason::ServerError});
        tell(9, {State::Failed, Reason::Cancelled}); // says nothing
        const QMap<qint64, PictureState> all{{5, PictureState::Fetched},
                                             {6, PictureState::Gone},
                                             {7, PictureState::Refused},
                                             {8, PictureState::Failed}};
        QCOMPARE(told, all);
        told.clear();
        tell(8, {State::Failed, Reason::ServerError}); // no news
        QVERIFY(told.isEmpty());
    }

    // Else nobody would learn of it who shows more of it than the picture.
    void whatIsOnItsWayArrivesThoughMoreIsAllowedMeanwhile()
    {
        const QSignalSpy arrived(m_states.get(), &PictureStates::arrived);
        m_states->setPolicy(policy(PictureMode::Chosen));
        tell(5, {State::Loading});
        tell(6, {State::Loading});
        m_states->setPolicy(policy(PictureMode::All));
        tell(5, {State::Ready});
        tell(6, {State::Failed, Reason::Cancelled});
        QCOMPARE(arrived.count(), 1);
        QCOMPARE(arrived.constFirst().constFirst().value<QSet<qint64>>(), QSet<qint64>{5});
        QVERIFY(!m_states->status(6));
    }

    void whatIsLostIsShownNoMore_data()
    {
        QTest::addColumn<PictureMode>("mode");
        QTest::newRow("never") << PictureMode::Never;
        QTest::newRow("all") << PictureMode::All;
    }

    void whatIsLostIsShownNoMore()
    {
        QFETCH(PictureMode, mode);
        bool isCleared = true;
        m_states->setKnown([&isCleared](const QList<qint64> &ids) {
            QList<CataloguedPicture> known;
            for (const qint64 id : ids) {
                CataloguedPicture one;
                one.id = id;
                one.carried = id == 4 ? "carried" : "";
                one.fetched = id == 5 && isCleared ? "" : "fetched";
                known += one;
            }
            return QtFuture::makeReadyFuture(known);
        });
        ShownPicture beside; // an import brought that one
        beside.setStates(m_states.get());
        beside.setThere(u"image://picture/4"_s);
        m_states->setPolicy(policy(mode));
        m_shown->setThere(u"image://picture/5"_s);
        tell(5, {State::Ready});
        m_states->lookForLost();
        QTRY_COMPARE(m_shown->source(), QString());
        QCOMPARE(m_shown->state(), ShownPicture::Unknown);
        QCOMPARE(beside.source(), u"image://picture/4"_s);
        m_shown->setThere({}); // as its card has it by now
        m_shown->setMissing(5);
        QCOMPARE(m_shown->source(), QString()); // nobody is asked for it at once
        isCleared = false;
        m_states->askAnew(); // it was brought back
        m_shown->setThere(u"image://picture/5"_s);
        QVERIFY(isOf(m_shown->source(), 5));
    }

    void whatIsLostIsAskedForWhenItIsSeenAnew()
    {
        m_states->setKnown([](const QList<qint64> &) {
            CataloguedPicture one;
            one.id = 5;
            return QtFuture::makeReadyFuture(QList{one});
        });
        m_states->setPolicy(policy(PictureMode::All));
        m_shown->setMissing(5);
        tell(5, {State::Ready});
        const QString before = m_shown->source();
        m_states->lookForLost();
        QTRY_COMPARE(m_shown->source(), QString());
        m_shown->setInView(false);
        QCOMPARE(m_shown->source(), QString());
        m_shown->setInView(true);
        QVERIFY(isOf(m_shown->source(), 5));
        QVERIFY(m_shown->source() != before); // else Qt Quick would show what it keeps
    }

    void whatArrivesWhileTheLostAreLookedForStays()
    {
        QPromise<QList<CataloguedPicture>> promise;
        promise.start();
        m_states->setKnown([&promise](const QList<qint64> &) { return promise.future(); });
        m_states->setPolicy(policy(PictureMode::All));
        m_shown->setMissing(5);
        m_states->lookForLost();
        tell(5, {State::Loading});
        tell(5, {State::Ready});
        CataloguedPicture before;
        before.id = 5;
        promise.addResult(QList{before});
        promise.finish();
        ShownPicture later; // is told in its turn
        QTRY_VERIFY(m_states->round() > 0);
        QVERIFY(isOf(m_shown->source(), 5));
    }

    void saysHowItStands_data()
    {
        QTest::addColumn<PictureStatus>("status");
        QTest::addColumn<ShownPicture::State>("state");
        QTest::addColumn<QString>("words");
        QTest::newRow("ready") << PictureStatus{State::Ready} << ShownPicture::Ready << QString();
        QTest::newRow("loading") << PictureStatus{State::Loading} << ShownPicture::Loading
                                 << QString();
        QTest::newRow("not allowed")
            << PictureStatus{State::NotAllowed} << ShownPicture::NotAllowed << QString();
        QTest::newRow("offline") << PictureStatus{State::Offline} << ShownPicture::Offline
                                 << u"Offline. Loads later"_s;
        QTest::newRow("gone") << PictureStatus{State::Gone} << ShownPicture::Gone
                              << u"Gone from the server"_s;
        QTest::newRow("refused") << PictureStatus{State::Refused, Reason::TooLarge}
                                 << ShownPicture::Refused << u"Refused: too large"_s;
        QTest::newRow("failed") << PictureStatus{State::Failed, Reason::TimedOut}
                                << ShownPicture::Failed << u"Not loaded: no answer in time"_s;
    }

    void saysHowItStands()
    {
        QFETCH(PictureStatus, status);
        m_states->setPolicy(policy(PictureMode::All));
        m_shown->setMissing(5);
        tell(6, {State::Gone});
        QCOMPARE(m_shown->state(), ShownPicture::Unknown);
        tell(5, status);
        QTEST(m_shown->state(), "state");
        QTEST(m_shown->words(), "words");
        ShownPicture later; // one that comes into view afterwards
        later.setStates(m_states.get());
        later.setMissing(5);
        QTEST(later.state(), "state");
    }

    void everyReasonHasWords()
    {
        QStringList words;
        for (const State state : {State::Refused, State::Failed}) {
            for (int reason = 0; reason <= int(Reason::UnknownHost); ++reason) {
                if (Reason(reason) == Reason::Cancelled) {
                    continue;
                }
                const QString text = statusText({state, Reason(reason)});
                QVERIFY(!text.isEmpty());
                QVERIFY2(text.size() <= 32, qPrintable(text)); // a card is no wider
                words.append(text);
            }
        }
        words.removeDuplicates();
        QCOMPARE(words.size(), 23);
    }

    void asksAgainByItselfWhenMoreIsAllowed()
    {
        m_states->setPolicy(policy(PictureMode::All, true));
        m_shown->setMissing(5);
        tell(5, {State::Offline});
        const QString before = m_shown->source();
        m_states->setPolicy(policy(PictureMode::All, false));
        QCOMPARE(m_shown->state(), ShownPicture::Unknown);
        QVERIFY(isOf(m_shown->source(), 5));
        QVERIFY(m_shown->source() != before); // else Qt Quick would not ask
    }

    void asksAgainByItselfWhenTheWaitIsOver()
    {
        const PictureStatus busy{State::Failed, Reason::ServerBusy};
        m_states->setPolicy(policy(PictureMode::All));
        m_shown->setMissing(5);
        ShownPicture beside;
        beside.setStates(m_states.get());
        beside.setMissing(6);
        const QString before = m_shown->source();
        const QString besideBefore = beside.source();
        tell(7, busy, milliseconds(1)); // nobody looks at it
        tell(6, {State::Gone});
        tell(5, busy, milliseconds(1));
        QTRY_COMPARE(m_shown->state(), ShownPicture::Unknown);
        QVERIFY(isOf(m_shown->source(), 5));
        QVERIFY(m_shown->source() != before); // else Qt Quick would not ask
        QCOMPARE(beside.source(), besideBefore);
        QCOMPARE(beside.state(), ShownPicture::Gone);
        QTRY_VERIFY(!m_states->status(7)); // asked for when somebody looks
    }

    void doesNotAskForEver()
    {
        const PictureStatus busy{State::Failed, Reason::ServerError};
        m_states->setPolicy(policy(PictureMode::All));
        m_shown->setMissing(5);
        QSignalSpy asked(m_shown.get(), &ShownPicture::sourceChanged);
        tell(5, busy, std::chrono::minutes(11)); // too long to wait for
        tell(6, busy, milliseconds(1));
        QTRY_VERIFY(!m_states->status(6)); // it would have been asked for by now
        QCOMPARE(asked.count(), 0);
        for (int i = 1; i <= 6; ++i) {
            tell(5, {State::Loading});
            tell(5, busy, milliseconds(1));
            QTRY_COMPARE(asked.count(), i);
        }
        tell(5, busy, milliseconds(1));
        tell(6, busy, milliseconds(2));
        QTRY_VERIFY(!m_states->status(6));
        QCOMPARE(asked.count(), 6);
        QCOMPARE(m_shown->state(), ShownPicture::Failed);
    }

    void asksForNothingByItselfThatIsNotAllowed()
    {
        const PictureStatus busy{State::Failed, Reason::ServerBusy};
        m_states->setPolicy(policy(PictureMode::All));
        m_shown->setMissing(5);
        tell(5, busy, milliseconds(1));
        m_states->setPolicy(policy(PictureMode::Never));
        tell(5, busy, milliseconds(1)); // an answer that was on its way
        QTRY_COMPARE(m_shown->state(), ShownPicture::Unknown);
        QCOMPARE(m_shown->source(), QString());
        tell(5, {State::Offline}); // likewise: it would not load later
        QCOMPARE(m_shown->state(), ShownPicture::Unknown);
    }

    void tellsWhatTheArchiveKnowsWhereNothingIsAskedFor()
    {
        int questions = 0;
        CataloguedPicture gone;
        gone.id = 5;
        gone.last = {State::Gone};
        m_states->setKnown([&](const QList<qint64> &ids) {
            ++questions;
            QList<CataloguedPicture> known;
            for (const qint64 id : ids) {
                known += gone;
                known.last().id = id;
                known.last().last = id == 5 ? gone.last : PictureStatus();
            }
            return QtFuture::makeReadyFuture(known);
        });
        ShownPicture unasked;
        unasked.setStates(m_states.get());
        unasked.setMissing(6);
        m_shown->setMissing(5);
        QTRY_COMPARE(m_shown->state(), ShownPicture::Gone);
        QCOMPARE(m_shown->words(), u"Gone from the server"_s);
        QCOMPARE(m_shown->source(), QString());
        QCOMPARE(unasked.state(), ShownPicture::Unknown);
        QCOMPARE(questions, 1);                         // for all that came into view together
        gone.last = {State::Refused, Reason::TooLarge}; // the command line has asked once more
        m_states->lookAgain();
        QTRY_COMPARE(m_shown->state(), ShownPicture::Refused);
        m_states->setPolicy(policy(PictureMode::All));
        QCOMPARE(m_shown->state(), ShownPicture::Unknown);
        QVERIFY(isOf(m_shown->source(), 5)); // then whoever fetches tells
        QCOMPARE(questions, 2);
    }

    void whatIsShownStaysAsItIs()
    {
        m_states->setPolicy(policy(PictureMode::All));
        m_shown->setMissing(5);
        tell(5, {State::Loading});
        tell(5, {State::Ready});
        const QSignalSpy changed(m_shown.get(), &ShownPicture::sourceChanged);
        m_states->setPolicy(policy(PictureMode::Never));
        m_states->setPolicy(policy(PictureMode::Chosen));
        m_shown->setThere(u"image://picture/5"_s); // the archive knows it by now
        m_shown->setMissing(0);
        QCOMPARE(changed.count(), 0);
        ShownPicture later;
        later.setStates(m_states.get());
        m_states->setPolicy(policy(PictureMode::Never));
        later.setMissing(5);
        QVERIFY(isOf(later.source(), 5));
    }

    void whatOthersFetchIsShown()
    {
        m_states->setPolicy(policy(PictureMode::All));
        m_shown->setMissing(5);
        tell(5, {State::Failed, Reason::TimedOut});
        const QString before = m_shown->source();
        tell(5, {State::Loading}); // a download
        QCOMPARE(m_shown->source(), before);
        tell(5, {State::Ready});
        QVERIFY(isOf(m_shown->source(), 5));
        QVERIFY(m_shown->source() != before);
    }

    void aCarriedPictureThatIsLostIsAskedForAgain()
    {
        m_shown->setThere(u"image://picture/5"_s);
        tell(5, {State::NotAllowed});
        m_states->setPolicy(policy(PictureMode::All));
        QVERIFY(isOf(m_shown->source(), 5));
        QVERIFY(m_shown->source() != u"image://picture/5"_s);
    }

    void aBudgetIsNoReasonToAskAgain()
    {
        m_states->setPolicy(policy(PictureMode::All));
        m_shown->setMissing(5);
        tell(5, {State::Gone});
        const QSignalSpy changed(m_shown.get(), &ShownPicture::sourceChanged);
        PicturePolicy other = policy(PictureMode::All);
        other.budget = 1000;
        other.loading = QString();
        m_states->setPolicy(other);
        QCOMPARE(changed.count(), 0);
        QCOMPARE(m_shown->state(), ShownPicture::Gone);
    }

    void whatWasDroppedIsForgotten()
    {
        m_states->setPolicy(policy(PictureMode::All));
        tell(5, {State::Loading});
        tell(5, {State::Failed, Reason::Cancelled});
        m_shown->setMissing(5);
        QCOMPARE(m_shown->state(), ShownPicture::Unknown);
    }

    void anotherPictureBeginsAnew()
    {
        m_states->setPolicy(policy(PictureMode::All));
        m_shown->setMissing(5);
        tell(5, {State::Gone});
        m_shown->setMissing(6);
        QCOMPARE(m_shown->state(), ShownPicture::Unknown);
        QVERIFY(isOf(m_shown->source(), 6));
        tell(5, {State::Ready});
        QCOMPARE(m_shown->state(), ShownPicture::Unknown);
        m_shown->setMissing(0);
        QCOMPARE(m_shown->source(), QString());
    }

    void mayBeToldAfterItIsGone()
    {
        const PictureSource::Listener inbox = m_states->inbox();
        m_shown->setMissing(5);
        inbox(5, {State::Gone}, {});
        m_states.reset();
        inbox(5, {State::Gone}, {});
        QCoreApplication::processEvents();
        QCOMPARE(m_shown->state(), ShownPicture::Unknown);
        m_shown->setMissing(6);
        QCOMPARE(m_shown->source(), QString());
    }

private:
    static bool isOf(const QString &source, qint64 id)
    {
        return source == u"image://picture/%1"_s.arg(id) ||
               source.startsWith(u"image://picture/%1/"_s.arg(id));
    }
    static QString statusText(const PictureStatus &status)
    {
        PictureStates states;
        ShownPicture shown;
        shown.setStates(&states);
        shown.setThere(u"image://picture/1"_s);
        states.inbox()(1, status, {});
        QCoreApplication::processEvents();
        return shown.words();
    }
    /// On a thread of its own, as it is in the program.
    void tell(qint64 id, const PictureStatus &status, milliseconds wait = {})
    {
        std::thread([inbox = m_states->inbox(), id, status, wait] {
            inbox(id, status, wait);
        }).join();
        QCoreApplication::processEvents();
    }

    std::unique_ptr<PictureStates> m_states;
    std::unique_ptr<ShownPicture> m_shown;
};

QTEST_GUILESS_MAIN(TestShownPicture)
#include "tst_shownpicture.moc"
