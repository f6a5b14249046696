// SPDX-License-Identifier: GPL-3.0-or-later
#include "picturebytes.h"

#include "pictures/decodememory.h"
#include "pictures/picturedecoder.h"
#include "pictures/pictureheader.h"

#include <QTest>

#include <optional>
#include <thread>
#include <vector>

using namespace Microfiche;
using Share = DecodeMemory::Share;

class TestDecodeMemory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smallOnesFitTogether()
    {
        DecodeMemory memory(100);
        const Share one(memory, 40);
        const Share other(memory, 60);
        QCOMPARE(memory.peak(), 100);
    }

    void aLargeOneWaitsForTheOther()
    {
        DecodeMemory memory(100);
        std::optional<Share> first(std::in_place, memory, 80);
        std::thread second([&memory] { const Share share(memory, 80); });
        QTRY_COMPARE(memory.waiting(), 1);
        QCOMPARE(memory.peak(), 80);
        first.reset();
        second.join();
        QCOMPARE(memory.peak(), 80); // never both
        QCOMPARE(memory.waiting(), 0);
    }

    void whatIsLargerThanAllIsDecodedAlone()
    {
        DecodeMemory memory(100);
        {
            const Share share(memory, 1'000);
        }
        QCOMPARE(memory.peak(), 100);
        const Share next(memory, 100);
    }

    void manyThreadsStayWithinIt()
    {
        DecodeMemory memory(100);
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&memory, i] {
                for (int round = 0; round < 200; ++round) {
                    const Share share(memory, 10 + (i * 37 + round) % 90);
                }
            });
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
        QVERIFY(memory.peak() <= 100);
        const Share all(memory, 100); // all was given back
    }

    /// Two of the largest pictures that there are, at once.
    void decodersShareIt()
    {
        QCOMPARE(decodeMemory().limit(), MaxDecodeBytes + MaxDecodeBytes / 4);
        const QByteArray large = PictureBytes::png({6400, 5000}); // 32 megapixels are 122 MiB
        std::vector<std::thread> threads;
        for (int i = 0; i < 2; ++i) {
            threads.emplace_back([&large] {
                QCOMPARE(decodePicture(large, {64, 50}).problem, PictureProblem::None);
            });
        }
        for (std::thread &thread : threads) {
            thread.join();
        }
        QVERIFY(decodeMemory().peak() >= qint64(6400) * 5000 * 4);
        QVERIFY(decodeMemory().peak() <= decodeMemory().limit());
    }
};

QTEST_GUILESS_MAIN(TestDecodeMemory)
#include "tst_decodememory.moc"
