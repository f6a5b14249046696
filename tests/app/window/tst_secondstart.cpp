// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/secondstart.h"

#include <QDir>
#include <QFuture>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>

using namespace Microfiche;
using namespace std::chrono_literals;

// handOver() waits for an answer, so in one program the two sides need two threads.
class SecondStartTest : public QObject
{
    Q_OBJECT

private:
    using Answer = SecondStart::Answer;

    static Answer handOver(const QString &archive, const QByteArrayList &paths)
    {
        Answer answer = Answer::Nobody;
        const std::unique_ptr<QThread> second(
            QThread::create([&] { answer = SecondStart(archive).handOver(paths); }));
        second->start();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(second->isFinished(), 20'000); }();
        second->wait();
        return answer;
    }

private Q_SLOTS:
    void nobodyAnswersWhereNobodyListens()
    {
        const QTemporaryDir folder;
        QCOMPARE(handOver(folder.filePath(QStringLiteral("a.microfiche")), {}), Answer::Nobody);
    }

    void theFirstTakesThePathsOfTheSecond()
    {
        const QTemporaryDir folder;
        const QString archive = folder.filePath(QStringLiteral("a.microfiche"));
        SecondStart first(archive);
        first.listen();
        QSignalSpy arrived(&first, &SecondStart::arrived);
        const QByteArrayList paths{"/tmp/one", "/two\nlines 100%", "/\xff.md"};
        QCOMPARE(handOver(archive, paths), Answer::Taken);
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(arrived.first().first().value<QByteArrayList>(), paths);
    }

    void anotherArchiveIsAnotherProgram()
    {
        const QTemporaryDir folder;
        SecondStart first(folder.filePath(QStringLiteral("a.microfiche")));
        first.listen();
        QCOMPARE(handOver(folder.filePath(QStringLiteral("b.microfiche")), {}), Answer::Nobody);
    }

    void aSocketThatACrashLeftIsTakenOver()
    {
        const QTemporaryDir folder;
        const QString archive = folder.filePath(QStringLiteral("a.microfiche"));
        {
            // What is left when a program dies: the socket's file, and nobody behind it.
            QLocalServer::removeServer(SecondStart(archive).name());
            QFile file(QDir::tempPath() + QLatin1Char('/') + SecondStart(archive).name());
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        SecondStart first(archive);
        first.listen();
        QSignalSpy arrived(&first, &SecondStart::arrived);
        QCOMPARE(handOver(archive, {}), Answer::Taken);
        QTRY_COMPARE(arrived.size(), 1);
    }

    // The kernel accepts for a program that is too busy to look.
    void whoAcceptsAndSaysNothingIsStillThere()
    {
        const QTemporaryDir folder;
        const QString archive = folder.filePath(QStringLiteral("a.microfiche"));
        SecondStart first(archive);
        QCOMPARE(first.handOver({}), Answer::Nobody);
        first.listen();
        QCOMPARE(SecondStart(archive, 20ms).handOver({"/tmp/one"}), Answer::Busy);
        // It is found as it is once it looks.
        QSignalSpy arrived(&first, &SecondStart::arrived);
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(handOver(archive, {}), Answer::Taken);
    }

    void whoHasBegunIsWaitedFor()
    {
        const QTemporaryDir folder;
        const QString archive = folder.filePath(QStringLiteral("a.microfiche"));
        SecondStart first(archive);
        QCOMPARE(first.handOver({}), Answer::Nobody);
        QCOMPARE(SecondStart(archive, 20ms).handOver({}), Answer::Busy);
        QTimer::singleShot(0, &first, &SecondStart::listen);
        QCOMPARE(handOver(archive, {}), Answer::Taken);
    }

    void whoEndedLeavesThePlaceToTheNext()
    {
        const QTemporaryDir folder;
        const QString archive = folder.filePath(QStringLiteral("a.microfiche"));
        {
            SecondStart first(archive);
            QCOMPARE(first.handOver({}), Answer::Nobody);
            first.listen();
        }
        SecondStart second(archive);
        QCOMPARE(second.handOver({}), Answer::Nobody);
    }
};

QTEST_GUILESS_MAIN(SecondStartTest)
#include "tst_secondstart.moc"
