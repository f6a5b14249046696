// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/secondstart.h"

#include <QDir>
#include <QFuture>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Microfiche;

// handOver() waits for an answer, so in one program the two sides need two threads.
class SecondStartTest : public QObject
{
    Q_OBJECT

private:
    static bool handOver(const QString &archive, const QByteArrayList &paths)
    {
        bool isTaken = false;
        const std::unique_ptr<QThread> second(
            QThread::create([&] { isTaken = SecondStart(archive).handOver(paths); }));
        second->start();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(second->isFinished(), 10'000); }();
        second->wait();
        return isTaken;
    }

private Q_SLOTS:
    void nobodyAnswersWhereNobodyListens()
    {
        const QTemporaryDir folder;
        QVERIFY(!handOver(folder.filePath(QStringLiteral("a.microfiche")), {}));
    }

    void theFirstTakesThePathsOfTheSecond()
    {
        const QTemporaryDir folder;
        const QString archive = folder.filePath(QStringLiteral("a.microfiche"));
        SecondStart first(archive);
        first.listen();
        QSignalSpy arrived(&first, &SecondStart::arrived);
        const QByteArrayList paths{"/tmp/one", "/two\nlines 100%", "/\xff.md"};
        QVERIFY(handOver(archive, paths));
        QTRY_COMPARE(arrived.size(), 1);
        QCOMPARE(arrived.first().first().value<QByteArrayList>(), paths);
    }

    void anotherArchiveIsAnotherProgram()
    {
        const QTemporaryDir folder;
        SecondStart first(folder.filePath(QStringLiteral("a.microfiche")));
        first.listen();
        QVERIFY(!handOver(folder.filePath(QStringLiteral("b.microfiche")), {}));
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
        QVERIFY(handOver(archive, {}));
        QTRY_COMPARE(arrived.size(), 1);
    }
};

QTEST_GUILESS_MAIN(SecondStartTest)
#include "tst_secondstart.moc"
