// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/secondstart.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QScopeGuard>
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

    static Answer handOver(const QString &archive, const QByteArrayList &paths,
                           QString *refusal = nullptr, uid_t user = ::geteuid())
    {
        Answer answer = Answer::Nobody;
        const std::unique_ptr<QThread> second(QThread::create([&] {
            SecondStart start(archive, 10s, user);
            answer = start.handOver(paths);
            if (refusal) {
                *refusal = start.refusal();
            }
        }));
        second->start();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(second->isFinished(), 20'000); }();
        second->wait();
        return answer;
    }

    static void answerAll(SecondStart &first, const QString &refusal = {})
    {
        connect(&first, &SecondStart::arrived, &first,
                [refusal](const QByteArrayList &, const ImportReply &reply) { reply(refusal); });
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
        answerAll(first);
        QSignalSpy arrived(&first, &SecondStart::arrived);
        const QByteArrayList paths{"/tmp/one", "/two\nlines 100%", "/\xff.md"};
        QCOMPARE(handOver(archive, paths), Answer::Taken);
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(arrived.first().first().value<QByteArrayList>(), paths);
    }

    void theFirstMayRefuseThem()
    {
        const QTemporaryDir folder;
        const QString archive = folder.filePath(QStringLiteral("a.microfiche"));
        SecondStart first(archive);
        first.listen();
        const QString reason = QStringLiteral("Gemacht für später.\nUnd 100%.");
        answerAll(first, reason);
        QString refusal;
        QCOMPARE(handOver(archive, {"/tmp/one"}, &refusal), Answer::Refused);
        QCOMPARE(refusal, reason);
    }

    void theyMeetWhereTheSessionKeepsSockets()
    {
        const QTemporaryDir folder;
        const QTemporaryDir session;
        const QString archive = folder.filePath(QStringLiteral("a.microfiche"));
        const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
        const auto putBack = qScopeGuard([before] {
            before.isNull() ? qunsetenv("XDG_RUNTIME_DIR") : qputenv("XDG_RUNTIME_DIR", before);
        });
        QVERIFY(qputenv("XDG_RUNTIME_DIR", QFile::encodeName(session.path())));
        {
            SecondStart first(archive);
            QCOMPARE(first.handOver({}), Answer::Nobody);
            first.listen();
            answerAll(first);
            QCOMPARE(QDir(session.path()).entryList(QDir::System | QDir::Files).size(), 2);
            QCOMPARE(QFileInfo(first.name()).path(), session.path());
            QCOMPARE(handOver(archive, {}), Answer::Taken);
        }
        QVERIFY(
            QDir(session.path()).isEmpty(QDir::System | QDir::AllEntries | QDir::NoDotAndDotDot));
        // A folder that others may write to is as good as the one that all share.
        QFile::setPermissions(session.path(), QFile::Permissions(0x7777));
        QCOMPARE(QFileInfo(SecondStart(archive).name()).path(), QDir::tempPath());
        QVERIFY(qunsetenv("XDG_RUNTIME_DIR"));
        QCOMPARE(QFileInfo(SecondStart(archive).name()).path(), QDir::tempPath());
    }

    // Each side takes the other for another user's program here.
    void aStrangerIsToldNothing()
    {
        const QTemporaryDir folder;
        const QString archive = folder.filePath(QStringLiteral("a.microfiche"));
        const uid_t other = ::geteuid() + 1;
        SecondStart strange(archive, 10s, other);
        strange.listen();
        QSignalSpy arrived(&strange, &SecondStart::arrived);
        QCOMPARE(handOver(archive, {"/tmp/one"}, nullptr, other), Answer::Nobody);
        // And it hears nothing from them.
        QLocalSocket caller;
        caller.connectToServer(strange.name());
        caller.write("/tmp/one\n");
        QTRY_COMPARE(caller.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(arrived.size(), 0);
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
            QFile file(SecondStart(archive).name());
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        SecondStart first(archive);
        first.listen();
        answerAll(first);
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
        answerAll(first);
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
        answerAll(first);
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
