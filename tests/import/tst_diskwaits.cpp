// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/diskwaits_p.h"

#include <QFile>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>
#include <unistd.h>

using namespace Microfiche;

/// Whether an import may have more threads than cores.
class TestDiskWaits final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsReadsThatHadToWait();
};

void TestDiskWaits::countsReadsThatHadToWait()
{
#ifndef Q_OS_LINUX
    QSKIP("Threads are not told apart here.");
#endif
    constexpr int Rounds = 4;
    int ends[2] = {};
    QVERIFY(::pipe(ends) == 0);
    std::atomic<qint64> id = 0;
    std::atomic<int> rounds = 0;
    qint64 waits = 0;
    const std::unique_ptr<QThread> reader(QThread::create([&] {
        id = ::gettid();
        const qint64 before = waitsOfThisThread();
        for (char byte = 0; rounds < Rounds; ++rounds) {
            static_cast<void>(::read(ends[0], &byte, 1));
        }
        waits = waitsOfThisThread() - before;
    }));
    const auto isAsleep = [&id] {
        QFile state(QStringLiteral("/proc/self/task/%1/stat").arg(id));
        return state.open(QIODevice::ReadOnly) && state.readAll().contains(") S ");
    };
    reader->start();
    for (int round = 0; round < Rounds; ++round) {
        QTRY_VERIFY(rounds == round && isAsleep());
        QCOMPARE(::write(ends[1], "x", 1), 1);
    }
    reader->wait();
    ::close(ends[0]);
    ::close(ends[1]);
    QVERIFY2(waits >= Rounds, qPrintable(QString::number(waits)));
}

QTEST_GUILESS_MAIN(TestDiskWaits)
#include "tst_diskwaits.moc"
