// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/whenanswered.h"

#include <QPromise>
#include <QTest>
#include <QThreadPool>

#include <atomic>
#include <stdexcept>

using namespace Microfiche;

class TestWhenAnswered final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatAnotherThreadFoundOnItsOwnThread()
    {
        QPromise<int> promise;
        promise.start();
        QThread *heardOn = nullptr;
        int heard = 0;
        QObject listener;
        whenAnswered(&listener, promise.future(), [&](int value) {
            heard = value;
            heardOn = QThread::currentThread();
        });
        QThreadPool pool;
        pool.start([&promise] {
            promise.addResult(7);
            promise.finish();
        });
        QTRY_COMPARE(heard, 7);
        QCOMPARE(heardOn, QThread::currentThread());
    }

    void neverHearsAtOnce()
    {
        int heard = 0;
        QObject listener;
        whenAnswered(&listener, QtFuture::makeReadyFuture(7), [&](int value) { heard = value; });
        QCOMPARE(heard, 0);
        QTRY_COMPARE(heard, 7);
    }

    void tellsOfAnException()
    {
        QPromise<int> promise;
        promise.start();
        promise.setException(std::make_exception_ptr(std::runtime_error("no")));
        promise.finish();
        bool isTaken = false;
        bool hasFailed = false;
        QObject listener;
        whenAnswered(
            &listener, promise.future(), [&](int) { isTaken = true; }, [&] { hasFailed = true; });
        QTRY_VERIFY(hasFailed);
        QVERIFY(!isTaken);
    }

    void tellsWhatTheExceptionSays()
    {
        QPromise<int> promise;
        promise.start();
        promise.setException(std::make_exception_ptr(std::runtime_error("no")));
        promise.finish();
        QByteArray said;
        QObject listener;
        whenAnswered(
            &listener, promise.future(), [](int) {},
            [&](const std::exception &error) { said = error.what(); });
        QTRY_COMPARE(said, "no");
    }

    void anExceptionThatNobodyAsksForIsNoAnswer()
    {
        QPromise<int> promise;
        promise.start();
        promise.setException(std::make_exception_ptr(std::runtime_error("no")));
        promise.finish();
        bool isTaken = false;
        QObject listener;
        whenAnswered(&listener, promise.future(), [&](int) { isTaken = true; });
        QTRY_VERIFY(listener.children().isEmpty());
        QVERIFY(!isTaken);
    }

    void hearsNothingOfAPromiseThatIsGivenUp()
    {
        bool isTold = false;
        QObject listener;
        {
            QPromise<int> promise;
            promise.start();
            whenAnswered(
                &listener, promise.future(), [&](int) { isTold = true; }, [&] { isTold = true; });
        }
        QTRY_VERIFY(listener.children().isEmpty());
        QVERIFY(!isTold);
    }

    /// The answer is there but not yet heard when nobody wants it any more.
    void hearsNothingOfWhatWasCancelledAfterItsEnd()
    {
        QPromise<int> promise;
        promise.start();
        bool isTold = false;
        QObject listener;
        whenAnswered(
            &listener, promise.future(), [&](int) { isTold = true; }, [&] { isTold = true; });
        promise.addResult(7);
        promise.finish();
        promise.future().cancel();
        QTRY_VERIFY(listener.children().isEmpty());
        QVERIFY(!isTold);
    }

    void hearsNothingOfWhatWasCancelled()
    {
        QPromise<int> promise;
        promise.start();
        bool isTold = false;
        QObject listener;
        whenAnswered(
            &listener, promise.future(), [&](int) { isTold = true; }, [&] { isTold = true; });
        promise.future().cancel();
        promise.finish();
        QTRY_VERIFY(listener.children().isEmpty());
        QVERIFY(!isTold);
    }

    /// Answers fall on listeners that come and go.
    void whoIsGoneHearsNothing()
    {
        constexpr int Rounds = 20'000;
        QThreadPool pool;
        std::atomic<int> answered = 0;
        int heard = 0;
        for (int i = 0; i < Rounds; ++i) {
            auto promise = std::make_shared<QPromise<int>>();
            promise->start();
            auto listener = std::make_unique<QObject>();
            whenAnswered(listener.get(), promise->future(), [&heard](int) { ++heard; });
            pool.start([promise, &answered] {
                promise->addResult(1);
                promise->finish();
                ++answered;
            });
            listener.reset();
        }
        pool.waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(answered, Rounds);
        QCOMPARE(heard, 0);
    }
};

QTEST_GUILESS_MAIN(TestWhenAnswered)
#include "tst_whenanswered.moc"
