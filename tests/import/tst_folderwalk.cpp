// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/filecount_p.h"
#include "import/folderwalk_p.h"
#include "importfixture.h"

#include <QDir>
#include <QTest>

#include <malloc.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Microfiche;
using namespace Microfiche::Test;

namespace
{

/// All that a walk comes by, relative to `base`: "name", or "name!" if it is refused; and how many
/// it skipped, if any.
QByteArrayList walked(const QByteArrayList &paths, const QByteArray &base,
                      const QStringList &leftOut = {})
{
    std::atomic<bool> stop = false;
    FolderWalk walk(paths, leftOut, stop);
    QByteArrayList all;
    while (const auto range = walk.next()) {
        [&] { QVERIFY(!range->files.isEmpty()); }();
        for (const WalkedFile &file : range->files) {
            const QByteArray path = range->folder + '/' + file.name;
            all.append((path.startsWith(base) ? path.mid(base.size()) : path) +
                       (file.refusal.isEmpty() ? "" : "!"));
        }
    }
    // Whoever counts beforehand comes to the same number.
    qsizetype counted = 0;
    FileCount(paths, leftOut, stop, [&counted](const char *, bool) { ++counted; }).run();
    [&] { QCOMPARE(counted, all.size()); }();
    if (walk.skipped() > 0) {
        all.append("skipped: " + QByteArray::number(walk.skipped()));
    }
    return all;
}

} // namespace

class TestFolderWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesInTheOrderOfBytesFilesFirst()
    {
        const ImportFixture source;
        for (const char *name : {"b/1", "b-1", "a/z", "a/B", "a/b", "c", "Z", "a/c/d"}) {
            source.write(name, "x");
        }
        const QByteArrayList expected{"Z", "b-1", "c", "a/B", "a/b", "a/z", "a/c/d", "b/1"};
        QCOMPARE(walked({source.path({})}, source.path({})), expected);
    }

    void whatIsNotThereIsNamedWithItsFolder()
    {
        std::atomic<bool> stop = false;
        FolderWalk walk({"gone", "gone too/x"}, {}, stop);
        const auto first = walk.next();
        const auto second = walk.next();
        QVERIFY(first && second);
        const QByteArray here = QFile::encodeName(QDir::currentPath());
        QCOMPARE(first->folder, here);
        QCOMPARE(first->files.constFirst().name, QByteArray("gone"));
        QCOMPARE(second->folder, here + "/gone too");
        QCOMPARE(second->files.constFirst().name, QByteArray("x"));
    }

    void tellsSizeAndTimeOfAFile()
    {
        const ImportFixture source;
        source.write("a", "12345");
        std::atomic<bool> stop = false;
        FolderWalk walk({source.path({})}, {}, stop);
        const auto range = walk.next();
        QVERIFY(range);
        QCOMPARE(range->files.constFirst().size, qint64(5));
        struct stat status = {};
        QCOMPARE(::stat(source.path("a").constData(), &status), 0);
        QCOMPARE(range->files.constFirst().modifiedNs,
                 qint64(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec);
    }

    void seesNamesThatAreNoUtf8()
    {
        const ImportFixture source;
        source.write("\xff.md", "x");
        source.write("new\nline.md", "x");
        source.write(QByteArray(255, 'n'), "x");
        const QByteArrayList expected{"new\nline.md", QByteArray(255, 'n'), "\xff.md"};
        QCOMPARE(walked({source.path({})}, source.path({})), expected);
    }

    void followsNoLinkBelowWhatWasDropped()
    {
        const ImportFixture source;
        source.write("real/a.md", "x");
        QCOMPARE(::symlink(".", source.path("real/loop").constData()), 0);
        QCOMPARE(::symlink("/etc", source.path("real/etc").constData()), 0);
        QCOMPARE(::symlink("a.md", source.path("real/b.md").constData()), 0);
        const QByteArrayList expected{"a.md", "skipped: 3"};
        QCOMPARE(walked({source.path("real")}, source.path("real/")), expected);
    }

    void takesADroppedLinkForWhatItLeadsTo()
    {
        const ImportFixture source;
        source.write("real/a.md", "x");
        QCOMPARE(::symlink("real", source.path("link").constData()), 0);
        QCOMPARE(walked({source.path("link")}, source.path("real/")), QByteArrayList{"a.md"});
        // Its name is the real one, so that the ledger knows it again.
        QCOMPARE(walked({source.path("link"), source.path("real")}, source.path("real/")),
                 QByteArrayList{"a.md"});
    }

    void passesByWhatIsNoRegularFile()
    {
        const ImportFixture source;
        QCOMPARE(::mkfifo(source.path("pipe.md").constData(), 0600), 0);
        source.write("a.md", "x");
        const QByteArrayList expected{"a.md", "skipped: 1"};
        QCOMPARE(walked({source.path({})}, source.path({})), expected);
        // Who drops it is told.
        QCOMPARE(walked({source.path("pipe.md")}, source.path({})), QByteArrayList{"pipe.md!"});
    }

    void leavesOutVersionControl()
    {
        const ImportFixture source;
        source.write(".git/HEAD", "x");
        source.write("a/.svn/b", "x");
        source.write("a/.hg/b", "x");
        source.write("a/.gitignore", "x");
        QCOMPARE(walked({source.path({})}, source.path({})), QByteArrayList{"a/.gitignore"});
    }

    void passesByWhatIsLeftOut_data()
    {
        QTest::addColumn<QByteArray>("leftOut");
        QTest::addColumn<QByteArrayList>("expected");
        QTest::newRow("a file") << QByteArray("b/1") << QByteArrayList{"1", "a", "b/2", "b/c/1"};
        QTest::newRow("a folder") << QByteArray("b") << QByteArrayList{"1", "a"};
        QTest::newRow("a folder in it")
            << QByteArray("b/c") << QByteArrayList{"1", "a", "b/1", "b/2"};
        QTest::newRow("by a link")
            << QByteArray("link/c") << QByteArrayList{"1", "a", "b/1", "b/2"};
        QTest::newRow("nothing there")
            << QByteArray("b/d") << QByteArrayList{"1", "a", "b/1", "b/2", "b/c/1"};
    }

    void passesByWhatIsLeftOut()
    {
        QFETCH(QByteArray, leftOut);
        QFETCH(QByteArrayList, expected);
        const ImportFixture source;
        for (const char *name : {"1", "a", "b/1", "b/2", "b/c/1"}) {
            source.write(name, "x");
        }
        QCOMPARE(::symlink("b", source.path("link").constData()), 0);
        expected.append("skipped: 1");
        QCOMPARE(
            walked({source.path({})}, source.path({}), {QFile::decodeName(source.path(leftOut))}),
            expected);
        QCOMPARE(walked({source.path("b/1"), source.path("b/2")}, source.path({}),
                        {QFile::decodeName(source.path("b/1"))}),
                 QByteArrayList{"b/2"});
        QCOMPARE(
            walked({source.path("b/1")}, source.path({}), {QFile::decodeName(source.path("b/1"))}),
            QByteArrayList{});
    }

    // There may be a million of them.
    void countingHoldsNoNames()
    {
#if defined(__GLIBC__)
        const ImportFixture source;
        constexpr int Files = 4000;
        for (int i = 0; i < Files; ++i) {
            source.write(QByteArray::number(i).rightJustified(250, 'n'), {});
        }
        std::atomic<bool> stop = false;
        int counted = 0;
        qint64 held = 0;
        const auto before = qint64(::mallinfo2().uordblks);
        FileCount({source.path({})}, {}, stop, [&](const char *, bool) {
            if (++counted == Files - 1) {
                held = qint64(::mallinfo2().uordblks) - before;
            }
        }).run();
        QCOMPARE(counted, Files);
        QVERIFY2(held < 250'000, qPrintable(QString::number(held)));
#endif
    }

    void countingStopsWhenTold()
    {
        const ImportFixture source;
        for (const char *name : {"1", "2", "a/3", "a/4"}) {
            source.write(name, {});
        }
        std::atomic<bool> stop = false;
        int counted = 0;
        FileCount({source.path({})}, {}, stop, [&](const char *, bool) {
            ++counted;
            stop = true;
        }).run();
        QCOMPARE(counted, 1);
    }

    // It is made while the walk goes on.
    void passesByWhatIsLeftOutAndComesLater()
    {
        const ImportFixture source;
        source.write("a/1", "x");
        source.write("b/1", "x");
        std::atomic<bool> stop = false;
        FolderWalk walk({source.path({})}, {QFile::decodeName(source.path("b/late"))}, stop);
        QVERIFY(walk.next());
        source.write("b/late", "x");
        const auto range = walk.next();
        QVERIFY(range);
        QCOMPARE(range->files.size(), 1);
        QVERIFY(!walk.next());
    }

    void walksDroppedPathsOnce_data()
    {
        QTest::addColumn<QByteArrayList>("dropped");
        QTest::addColumn<QByteArrayList>("expected");
        QTest::newRow("twice") << QByteArrayList{"a", "a"} << QByteArrayList{"a/1", "a/2", "a/b/3"};
        QTest::newRow("a folder in it")
            << QByteArrayList{"a/b", "a"} << QByteArrayList{"a/1", "a/2", "a/b/3"};
        QTest::newRow("a file in it")
            << QByteArrayList{"a/2", "a", "a/b/3"} << QByteArrayList{"a/1", "a/2", "a/b/3"};
        QTest::newRow("a file twice") << QByteArrayList{"a/1", "a/1"} << QByteArrayList{"a/1"};
        QTest::newRow("beside it")
            << QByteArrayList{"a", "a-b"} << QByteArrayList{"a/1", "a/2", "a/b/3", "a-b/4"};
        QTest::newRow("files") << QByteArrayList{"a/2", "a/b/3", "a/1"}
                               << QByteArrayList{"a/1", "a/2", "a/b/3"};
    }

    void walksDroppedPathsOnce()
    {
        QFETCH(QByteArrayList, dropped);
        QFETCH(QByteArrayList, expected);
        const ImportFixture source;
        for (const char *name : {"a/1", "a/2", "a/b/3", "a-b/4"}) {
            source.write(name, "x");
        }
        QByteArrayList paths;
        for (const QByteArray &path : dropped) {
            paths.append(source.path(path));
        }
        QByteArrayList found = walked(paths, source.path({}));
        std::sort(found.begin(), found.end());
        std::sort(expected.begin(), expected.end());
        QCOMPARE(found, expected);
    }

    void tellsOfAPathThatIsNotThere()
    {
        const ImportFixture source;
        QCOMPARE(walked({source.path("gone")}, source.path({})), QByteArrayList{"gone!"});
        QCOMPARE(walked({source.path("gone/below/")}, source.path({})),
                 QByteArrayList{"gone/below!"});
    }

    void goesNoDeeperThanItSays()
    {
        const ImportFixture source;
        QByteArray folder;
        for (int depth = 1; depth <= MaxFolderDepth + 2; ++depth) {
            folder += QByteArray::number(depth) + '/';
            source.write(folder + "f", "x");
        }
        const QByteArrayList found = walked({source.path({})}, source.path({}));
        QCOMPARE(found.size(), MaxFolderDepth + 1);
        QVERIFY(found.constLast().endsWith("/33!"));
    }

    void comesInRangesOfOneFolder()
    {
        const ImportFixture source;
        const int files = int(FolderWalk::MaxRange) + 10;
        for (int i = 0; i < files; ++i) {
            source.write("a/" + QByteArray::number(i), "x");
        }
        source.write("b", "x");
        std::atomic<bool> stop = false;
        FolderWalk walk({source.path({})}, {}, stop);
        QList<qsizetype> sizes;
        while (const auto range = walk.next()) {
            sizes.append(range->files.size());
        }
        QCOMPARE(sizes, (QList<qsizetype>{1, FolderWalk::MaxRange, 10}));
    }

    void stopsWhenTold()
    {
        const ImportFixture source;
        source.write("a/1", "x");
        source.write("b/1", "x");
        std::atomic<bool> stop = false;
        FolderWalk walk({source.path({})}, {}, stop);
        QVERIFY(walk.next());
        stop = true;
        QVERIFY(!walk.next());
    }
};

QTEST_GUILESS_MAIN(TestFolderWalk)
#include "tst_folderwalk.moc"
