// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/pipeline_p.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace Microfiche;

namespace
{

Chunk chunk(quint64 number, qint64 weight = 1)
{
    Chunk made;
    made.number = number;
    made.weight = weight;
    return made;
}

ParsedChunk parsed(quint64 number)
{
    ParsedChunk made;
    made.number = number;
    made.weight = 1;
    return made;
}

} // namespace

class TestPipeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesOutInTheOrderOfTheWalk()
    {
        Pipeline pipeline(100);
        for (quint64 i = 0; i < 3; ++i) {
            QVERIFY(pipeline.put(chunk(i)));
            QCOMPARE(pipeline.take()->number, i);
        }
        pipeline.close();
        pipeline.parsed(parsed(2));
        pipeline.parsed(parsed(0));
        pipeline.parsed(parsed(1));
        QCOMPARE(pipeline.next()->number, quint64(0));
        QCOMPARE(pipeline.next()->number, quint64(1));
        QCOMPARE(pipeline.next()->number, quint64(2));
        QVERIFY(!pipeline.next());
    }

    void takesAChunkThatIsHeavierThanItsBound()
    {
        Pipeline pipeline(10);
        QVERIFY(pipeline.put(chunk(0, 1000)));
        QCOMPARE(pipeline.take()->weight, qint64(1000));
    }

    void holdsBackWhatIsTooMuchUntilThereIsRoom()
    {
        Pipeline pipeline(10);
        QVERIFY(pipeline.put(chunk(0, 8)));
        std::atomic<bool> isIn = false;
        std::thread walk([&] {
            pipeline.put(chunk(1, 8));
            isIn = true;
            pipeline.close();
        });
        QCOMPARE(pipeline.take()->number, quint64(0));
        pipeline.parsed(parsed(0));
        QCOMPARE(pipeline.next()->number, quint64(0));
        QVERIFY(!isIn); // nobody has released the first one
        pipeline.release(8);
        walk.join();
        QVERIFY(isIn);
        QCOMPARE(pipeline.take()->number, quint64(1));
    }

    // Who gathers chunks to write them together holds the room that the next one needs.
    void tellsThatNothingComesBeforeThereIsRoom()
    {
        Pipeline pipeline(10);
        QVERIFY(pipeline.put(chunk(0, 8)));
        std::thread walk([&] {
            pipeline.put(chunk(1, 8));
            pipeline.close();
        });
        pipeline.take();
        pipeline.parsed(parsed(0));
        QVERIFY(pipeline.next());
        QVERIFY(!pipeline.next()); // and not for ever
        pipeline.release(8);
        walk.join();
        pipeline.take();
        pipeline.parsed(parsed(1));
        QVERIFY(pipeline.next());
    }

    void tellsThatNothingComesBeforeAllIsWritten()
    {
        Pipeline pipeline(10);
        QVERIFY(pipeline.put(chunk(0)));
        std::thread walk([&] {
            QVERIFY(pipeline.awaitEmpty());
            pipeline.close();
        });
        pipeline.take();
        pipeline.parsed(parsed(0));
        QVERIFY(pipeline.next());
        QVERIFY(!pipeline.next());
        pipeline.release(1);
        walk.join();
    }

    void waitsForAChunkNoLongerThanItShall()
    {
        Pipeline pipeline(10);
        QVERIFY(pipeline.put(chunk(0)));
        QVERIFY(!pipeline.next(std::chrono::steady_clock::now())); // nobody has parsed it
    }

    void endsForEverybodyWhenStopped()
    {
        Pipeline pipeline(10);
        QVERIFY(pipeline.put(chunk(0, 10)));
        std::thread walk([&] { QVERIFY(!pipeline.put(chunk(1, 10))); });
        std::thread writer([&] { QVERIFY(!pipeline.next()); });
        pipeline.stop();
        walk.join();
        writer.join();
        QVERIFY(!pipeline.take());
    }

    void endsWithoutChunks()
    {
        Pipeline pipeline(10);
        pipeline.close();
        QVERIFY(!pipeline.take());
        QVERIFY(!pipeline.next());
    }
};

QTEST_GUILESS_MAIN(TestPipeline)
#include "tst_pipeline.moc"
