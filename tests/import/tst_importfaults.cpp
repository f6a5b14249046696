// SPDX-License-Identifier: GPL-3.0-or-later
// What a folder may hold that is no archive, and what may go wrong on the way. (RELIABILITY.md, 3)
#include "importfixture.h"
#include "support/sqldatabase.h"

#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <new>
#include <stdexcept>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

using namespace Microfiche;
using namespace Microfiche::Test;

namespace
{

/// A parser that throws what the title says.
ReadResult throwingParser(const QByteArray &bytes)
{
    if (bytes.contains("bad_alloc")) {
        throw std::bad_alloc();
    }
    if (bytes.contains("runtime_error")) {
        throw std::runtime_error("the parser broke");
    }
    if (bytes.contains("something")) {
        throw 7; // NOLINT: whatever it is
    }
    return readArticle(bytes);
}

QByteArray datedBytes(const QByteArray &title, int year)
{
    return articleBytes(title, "https://news.example/owls",
                        "publishedDateTime: '" + QByteArray::number(year) + "-01-01T00:00:00Z'\n");
}

/// In the archive, too.
void writeTwoFilesOfOne(ImportFixture &source)
{
    source.write("a.md", datedBytes("The newest", 2022));
    source.write("b.md", datedBytes("The other", 2021));
    source.import();
}

/// Files may not grow past so many bytes, while it lives: how a full disk looks to a program.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN); // NOLINT(cert-err33-c)
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before = {};
};

} // namespace

class TestImportFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsInTheReportWhateverAFolderHolds()
    {
        ImportFixture source;
        source.writeArticle(1);
        source.write("note.txt", "Just a note.\n");
        source.write("empty.md", "");
        source.write("binary.md", QByteArray("---\ntitle: a\0b\n---\n", 18));
        source.write("unclosed.md", "---\ntitle: A\n");
        source.write("no address.md", "---\ntitle: A\n---\n");
        source.write("\xff.md", articleBytes("Bytes", "https://news.example/bytes"));
        source.write("huge.md", "---\n");
        QCOMPARE(::truncate(source.path("huge.md").constData(), 10'000'000'000), 0);
        QCOMPARE(::mkfifo(source.path("pipe.md").constData(), 0600), 0);
        QCOMPARE(::symlink(".", source.path("loop").constData()), 0);
        QCOMPARE(::symlink("/dev/zero", source.path("zero.md").constData()), 0);
        QCOMPARE(::symlink("article-00001.md", source.path("link.md").constData()), 0);
        const auto outcome = source.import();
        QVERIFY(outcome.isFinished);
        QVERIFY(outcome.summary.isFinished);
        QCOMPARE(outcome.summary.filesImported, 2);
        for (const char *name :
             {"note.txt", "empty.md", "binary.md", "unclosed.md", "no address.md", "huge.md"}) {
            QVERIFY2(!outcome.reasonFor(name).isEmpty(), name);
        }
        QCOMPARE(outcome.summary.filesRejected, 6);
        QCOMPARE(outcome.summary.filesFound, 8);
        // Three links and a pipe are nothing that could not be imported.
        QCOMPARE(outcome.summary.filesSkipped, 4);
    }

    void namesAFileWhoseNameIsNoText()
    {
        ImportFixture source;
        source.write("\xff\xfe.md", "Just a note.\n");
        const auto outcome = source.import();
        QCOMPARE(outcome.summary.rejected.size(), 1);
        QCOMPARE(outcome.summary.rejected.constFirst().path, source.path("\xff\xfe.md"));
        source.write("\xff\xfe.md", articleBytes("Now", "https://news.example/now"));
        QCOMPARE(source.import().summary.articlesAdded, 1);
        QCOMPARE(source.import().summary.filesUnchanged, 1);
    }

    void importsAFileOnceThatIsDroppedTwice()
    {
        ImportFixture source;
        source.writeArticle(1);
        const QString file = QFile::decodeName(source.path("article-00001.md"));
        const auto outcome = source.import({file, source.folder(), file});
        QCOMPARE(outcome.summary.filesFound, 1);
        QCOMPARE(outcome.summary.duplicates, 0);
        QCOMPARE(source.stats().files, 1);
    }

    void tellsOfAPathThatIsNotThere()
    {
        ImportFixture source;
        source.writeArticle(1);
        const auto outcome =
            source.import({QFile::decodeName(source.path("gone")), source.folder()});
        QCOMPARE(outcome.summary.filesImported, 1);
        QCOMPARE(outcome.reasonFor("gone"), QStringLiteral("There is no such file or folder."));
    }

    void tellsOfAFolderThatMayNotBeRead()
    {
        ImportFixture source;
        source.writeArticle(1);
        source.write("locked/a.md", articleBytes("A", "https://news.example/a"));
        const QByteArray locked = source.path("locked");
        QCOMPARE(::chmod(locked.constData(), 0), 0);
        const bool isBound = ::access(locked.constData(), R_OK) != 0;
        const auto outcome = source.import();
        QCOMPARE(::chmod(locked.constData(), 0700), 0);
        QCOMPARE(outcome.reasonFor("locked").isEmpty(), !isBound); // modes do not bind everybody
        QCOMPARE(outcome.summary.filesImported, isBound ? 1 : 2);
    }

    void losesOnlyTheFileThatAParserBreaksOn()
    {
        ImportFixture source({throwingParser, 2});
        for (const char *title : {"bad_alloc", "runtime_error", "something"}) {
            source.write(QByteArray(title) + ".md",
                         articleBytes(title, QByteArray("https://news.example/") + title));
        }
        source.writeArticle(1);
        source.writeArticle(2);
        const auto outcome = source.import();
        QVERIFY(outcome.summary.isFinished);
        QCOMPARE(outcome.summary.filesImported, 2);
        QCOMPARE(outcome.summary.filesRejected, 3);
        QCOMPARE(outcome.reasonFor("bad_alloc.md"),
                 QStringLiteral("There was not enough memory to read the file."));
        QCOMPARE(outcome.reasonFor("runtime_error.md"),
                 QStringLiteral("The file could not be read: the parser broke."));
        QCOMPARE(outcome.reasonFor("something.md"), QStringLiteral("The file could not be read."));
    }

    // An article is told by the newest of its files. One that is dated back leaves that to another,
    // which the archive has and the parser reads again.
    void isNotEndedByADamagedOriginal()
    {
        ImportFixture source;
        writeTwoFilesOfOne(source);
        SqlDatabase(source.home() + QStringLiteral("/test.microfiche"))
            .run(QStringLiteral("UPDATE block SET frame = x'00'"));
        source.write("a.md", datedBytes("Dated back", 2020));
        source.writeArticle(7);
        const auto outcome = source.import();
        QVERIFY2(outcome.isFinished, qPrintable(outcome.failure));
        QCOMPARE(outcome.summary.articlesAdded, 1);
        QCOMPARE(source.stats().articles, 2);
    }

    void saysWhyItEndsWhereTheParserBreaksAtTheEnd()
    {
        bool isBroken = false;
        ImportFixture source({[&isBroken](const QByteArray &bytes) {
                                  if (isBroken && bytes.contains("The other")) {
                                      throw std::runtime_error("the parser broke");
                                  }
                                  return readArticle(bytes);
                              },
                              1});
        writeTwoFilesOfOne(source);
        source.write("a.md", datedBytes("Dated back", 2020));
        source.writeArticle(7);
        isBroken = true;
        const auto outcome = source.import();
        QVERIFY(!outcome.isFinished);
        QCOMPARE(outcome.failure, QStringLiteral("the parser broke"));
        QCOMPARE(outcome.summary.articlesAdded, 1);
        QCOMPARE(source.stats().articles, 2);
    }

    void tellsOfAFileThatGoesWhileItRuns()
    {
        ImportFixture source({[&source](const QByteArray &bytes) {
                                  ::unlink(source.path("article-00002.md").constData());
                                  return readArticle(bytes);
                              },
                              1});
        source.writeArticle(1);
        source.writeArticle(2);
        const auto outcome = source.import();
        QCOMPARE(outcome.summary.filesImported, 1);
        QCOMPARE(outcome.reasonFor("article-00002.md"), QStringLiteral("The file is gone."));
    }

    void keepsWhatWasCommittedWhenCancelled()
    {
        constexpr int Files = 1500; // three chunks
        std::atomic<int> parsed = 0;
        QSemaphore isCancelled;
        ImportFixture source({[&](const QByteArray &bytes) {
                                  if (++parsed == Files / 2) {
                                      isCancelled.acquire();
                                  }
                                  return readArticle(bytes);
                              },
                              1});
        for (int i = 0; i < Files; ++i) {
            source.writeArticle(i);
        }
        connect(&source.importer(), &Importer::committed, this, [&] {
            source.importer().cancel();
            isCancelled.release(Files);
        });
        const auto outcome = source.import();
        QVERIFY(outcome.isFinished);
        QVERIFY(!outcome.summary.isFinished);
        QVERIFY(parsed.load() <= Files / 2); // the rest waits for the cancel, and is not begun then
        QVERIFY(outcome.summary.articlesAdded > 0);
        QCOMPARE(outcome.summary.filesImported, outcome.summary.articlesAdded);
        QCOMPARE(source.importer().progress().filesDone, outcome.summary.filesImported);
        QVERIFY(outcome.summary.filesFound >= outcome.summary.filesImported);
        const ArchiveStats stats = source.stats();
        QCOMPARE(stats.articles, outcome.summary.articlesAdded);
        QCOMPARE(outcome.rows.size(), outcome.summary.articlesAdded);
        auto last = source.store().lastImport();
        last.waitForFinished();
        QVERIFY(last.result() && !last.result()->isFinished);
        // Nothing of it stands in the way of doing it again.
        disconnect(&source.importer(), nullptr, this, nullptr);
        const auto again = source.import();
        QCOMPARE(again.summary.filesUnchanged, outcome.summary.filesImported);
        QCOMPARE(source.stats().articles, Files);
        QCOMPARE(source.stats().duplicateFiles, 0);
    }

    // The walk is ahead of what is read when it is told to stop.
    void countsWhatIsUnchangedOnceWhenCancelled()
    {
        std::atomic<bool> isBlocking = false;
        QSemaphore mayRead;
        ImportFixture source({[&](const QByteArray &bytes) {
                                  if (isBlocking) {
                                      mayRead.acquire();
                                  }
                                  return readArticle(bytes);
                              },
                              1});
        for (int i = 0; i < 100; ++i) {
            source.writeArticle(i);
        }
        source.import();
        for (int i = 100; i < 3000; ++i) {
            source.writeArticle(i);
        }
        isBlocking = true;
        const auto outcome = waitForEnd(source.importer(), [&] {
            connect(&source.importer(), &Importer::progressed, this,
                    [&](const ImportProgress &progress) {
                        if (progress.summary.filesUnchanged == 100) {
                            source.importer().cancel();
                            mayRead.release(3000);
                        }
                    });
            source.importer().start({source.path({})});
        });
        disconnect(&source.importer(), nullptr, this, nullptr);
        QVERIFY(outcome.isFinished && !outcome.summary.isFinished);
        QCOMPARE(outcome.summary.filesUnchanged, 100);
        const ImportProgress progress = source.importer().progress();
        QCOMPARE(progress.summary.filesUnchanged, 100);
        QCOMPARE(progress.filesDone, 100 + outcome.summary.filesImported);
        QVERIFY(progress.filesFound >= progress.filesDone);
    }

    void forgetsWhatWaitsWhenCancelled()
    {
        ImportFixture source;
        source.write("a/1.md", articleBytes("One", "https://news.example/1"));
        source.write("b/2.md", articleBytes("Two", "https://news.example/2"));
        QSignalSpy started(&source.importer(), &Importer::started);
        source.importer().start({source.path("a")});
        source.importer().start({source.path("b")});
        source.importer().cancel();
        QTRY_VERIFY(!source.importer().isRunning());
        QCOMPARE(started.size(), 1);
    }

    void mayBeDestroyedWhileItRuns()
    {
        ImportFixture source;
        for (int i = 0; i < 1200; ++i) {
            source.writeArticle(i);
        }
        RecordingPictures pictures;
        {
            Importer importer(source.store(), pictures);
            importer.start({source.path({})});
        }
        QCOMPARE(source.import().summary.filesFound, 1200);
        QCOMPARE(source.stats().articles, 1200);
    }

    void stopsWhenTheDiskIsFull()
    {
        ImportFixture source;
        for (int i = 0; i < 120; ++i) {
            const QByteArray text = QByteArray::number(i);
            QByteArray noise = contentHash(text);
            while (noise.size() < 20'000) {
                noise += contentHash(noise);
            }
            source.write(text + ".md",
                         articleBytes("Title " + text, "https://news.example/" + text) +
                             noise.toHex());
        }
        ImportOutcome outcome;
        {
            const FullDisk disk(1'500'000);
            outcome = source.import();
        }
        QVERIFY(!outcome.failure.isEmpty());
        QVERIFY(!outcome.summary.isFinished);
        QVERIFY(!source.importer().isRunning());
        QCOMPARE(source.stats().articles, outcome.summary.articlesAdded);
        // With room again, the rest comes in.
        const auto again = source.import();
        QVERIFY2(again.isFinished, qPrintable(again.failure));
        QCOMPARE(source.stats().articles, 120);
        QCOMPARE(source.stats().duplicateFiles, 0);
    }

    void capsItsListsOfProblems()
    {
        ImportFixture source;
        const int files = MaxKeptProblems + 50;
        QStringList paths;
        for (int i = 0; i < files; ++i) {
            paths.append(source.folder() + QStringLiteral("/gone%1").arg(i));
        }
        const auto outcome = source.import(paths);
        QCOMPARE(outcome.summary.filesRejected, files);
        QCOMPARE(outcome.summary.rejected.size(), MaxKeptProblems);
    }
};

QTEST_GUILESS_MAIN(TestImportFaults)
#include "tst_importfaults.moc"
