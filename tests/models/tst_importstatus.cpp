// SPDX-License-Identifier: GPL-3.0-or-later
#include "english.h"
#include "importfixture.h"
#include "models/importstatus.h"
#include "support/modeldump.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

class TestImportStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        while (m_mayRead.tryAcquire()) {
        }
        m_files = std::make_unique<ImportFixture>(ImportOptions{[this](const QByteArray &bytes) {
                                                                    m_mayRead.acquire();
                                                                    return readArticle(bytes);
                                                                },
                                                                1});
        m_status = std::make_unique<ImportStatus>(m_files->store(), m_files->importer());
        for (QAbstractItemModel *model :
             {static_cast<QAbstractItemModel *>(m_status->rejectedFiles()),
              static_cast<QAbstractItemModel *>(m_status->warnings()),
              static_cast<QAbstractItemModel *>(m_status->source())}) {
            new QAbstractItemModelTester(
                model, QAbstractItemModelTester::FailureReportingMode::QtTest, model);
        }
    }

    void cleanup()
    {
        m_mayRead.release(1000);
        m_status.reset();
        m_files.reset();
    }

    void isSilentBeforeAnyImport()
    {
        m_status->loadLast();
        QVERIFY(!m_status->isRunning());
        QVERIFY(!m_status->hasReport());
        QVERIFY(!m_status->wasCancelled());
        QCOMPARE(m_status->failure(), QString());
        QCOMPARE(m_status->rateText(), QString());
        QCOMPARE(m_status->timeLeftText(), QString());
        QCOMPARE(m_status->rejectedFiles()->rowCount(), 0);
    }

    void tellsHowFarItIs()
    {
        begin();
        QCOMPARE(m_status->sidebarText(), u"Importing, 0"_s);
        QCOMPARE(m_status->foundText(), u"of 0 files so far"_s);
        QCOMPARE(m_status->fraction(), 0.0);
        ImportProgress progress;
        progress.filesFound = 1234;
        progress.filesDone = 1;
        progress.filesPerSecond = 1;
        progress.currentFolder = u"2023/\u202e03\n/"_s;
        Q_EMIT m_files->importer().progressed(progress);
        QCOMPARE(m_status->doneText(), u"1"_s);
        QCOMPARE(m_status->foundText(), u"of 1,234 files so far"_s);
        QCOMPARE(m_status->sidebarText(), u"Importing, 1"_s);
        QCOMPARE(m_status->rateText(), u"1 file a second."_s);
        QCOMPARE(m_status->folderText(), u"Reading 2023/03 /"_s);
        QCOMPARE(m_status->timeLeftText(), QString()); // nobody can know
        progress.isCounted = true;
        progress.filesFound = 7243;
        progress.filesDone = 1622;
        progress.filesPerSecond = 1259.6;
        progress.secondsLeft = 0;
        progress.currentFolder.clear();
        Q_EMIT m_files->importer().progressed(progress);
        QCOMPARE(m_status->doneText(), u"1,622"_s);
        QCOMPARE(m_status->foundText(), u"of 7,243 files"_s);
        QCOMPARE(m_status->sidebarText(), u"Importing, 22%"_s);
        QCOMPARE(m_status->rateText(), u"1,260 files a second."_s);
        QCOMPARE(m_status->timeLeftText(), u"about 1 second left"_s);
        progress.secondsLeft = 90;
        Q_EMIT m_files->importer().progressed(progress);
        QCOMPARE(m_status->timeLeftText(), u"about 2 minutes left"_s);
        QVERIFY(!m_status->wasCancelled());
    }

    void tellsWhatCameOfIt()
    {
        m_files->writeArticle(1);
        m_files->writeArticle(2);
        m_files->write("twin.md", articleBytes("Twin", "https://news.example/1"));
        m_files->write("odd/list.md",
                       "---\ntitle:\n  - One\nwebUrl: https://news.example/3\n---\n");
        m_files->write("odd/word.md",
                       articleBytes("Word", "https://news.example/4", "quality: many\n"));
        QSignalSpy started(m_status.get(), &ImportStatus::started);
        import();
        QCOMPARE(started.size(), 1);
        QVERIFY(m_status->hasReport() && !m_status->wasCancelled());
        QCOMPARE(m_status->added(), 3);
        QCOMPARE(m_status->duplicates(), 1);
        QCOMPARE(m_status->rejected(), 1);
        QCOMPARE(m_status->updated(), 0);
        QCOMPARE(m_status->unchanged(), 0);
        QCOMPARE(m_status->doneText() + u' ' + m_status->foundText(), u"5 files"_s);
        QCOMPARE(m_status->sidebarText(), u"3 added, 1 rejected"_s);
        QCOMPARE(m_status->fraction(), 1.0);
        QVERIFY(m_status->rateText().endsWith(u" read in less than a second."));
        QVERIFY(QFile::link(u"twin.md"_s, QFile::decodeName(m_files->path("link.md"))));
        QCOMPARE(dump(*m_status->rejectedFiles(), {"place"}).size(), 1);
        QVERIFY(dump(*m_status->rejectedFiles(), {"place"}).first().startsWith(u"list.md:"));
        QCOMPARE(dump(*m_status->warnings(), {"place"}), QStringList{u"word.md:4:10"_s});
        import();
        QCOMPARE(m_status->unchanged(), 4);
        QCOMPARE(m_status->added(), 0);
        QVERIFY(m_status->rateText().endsWith(u"second. 1 link or special file skipped."));
    }

    void aCleanImportSaysWhatWasAdded()
    {
        m_files->writeArticle(1);
        import();
        QCOMPARE(m_status->sidebarText(), u"Last import: 1 added"_s);
        QCOMPARE(m_status->doneText() + u' ' + m_status->foundText(), u"1 file"_s);
    }

    void tellsThatItWasCancelled()
    {
        begin();
        m_status->cancel();
        m_mayRead.release(100);
        QTRY_VERIFY(!m_status->isRunning());
        QVERIFY(m_status->wasCancelled());
        QCOMPARE(m_status->sidebarText(), u"Last import: cancelled"_s);
    }

    void tellsThatItFailed()
    {
        begin();
        m_status->cancel();
        m_mayRead.release(100);
        QTRY_VERIFY(!m_status->isRunning());
        QSignalSpy changed(m_status.get(), &ImportStatus::changed);
        Q_EMIT m_files->importer().failed(u"The disk is full. 1 file is safe; 4 wait."_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_status->failure(), u"The disk is full. 1 file is safe; 4 wait."_s);
        QCOMPARE(m_status->sidebarText(), u"Last import stopped"_s);
        QVERIFY(!m_status->wasCancelled()); // nobody did
        begin();                            // the next one begins anew
        QCOMPARE(m_status->failure(), QString());
    }

    void keepsTheReportOverAStart()
    {
        m_files->writeArticle(1);
        m_files->write("note.txt", "no article");
        import();
        ImportStatus later(m_files->store(), m_files->importer());
        later.loadLast();
        QTRY_VERIFY(later.hasReport());
        QCOMPARE(later.added(), 1);
        QCOMPARE(later.rejected(), 1);
        QCOMPARE(dump(*later.rejectedFiles(), {"place", "reason"}),
                 dump(*m_status->rejectedFiles(), {"place", "reason"}));
        QVERIFY(!later.wasCancelled());
    }

    void showsARejectedFileAtItsLine()
    {
        m_files->write("list.md", "---\nwebUrl: https://news.example/3\ntitle:\n  - One\n---\n");
        import();
        m_status->showRejected(0);
        QTRY_VERIFY(m_status->source()->isOpen());
        QCOMPARE(dump(*m_status->source(), {"line"}).at(3), u"  - One"_s);
        QVERIFY(m_status->source()->markedLine() >= 3);
        QVERIFY(m_status->source()->title().endsWith(u"/source/list.md"));
        QCOMPARE(m_status->source()->note(), dump(*m_status->rejectedFiles(), {"reason"}).first());
    }

    void aFileThatIsNoLongerWantedIsNotShown()
    {
        m_files->write("note.txt", "no article");
        import();
        m_status->showRejected(0);
        m_status->source()->close();
        QThreadPool::globalInstance()->waitForDone(); // it has been read
        QCoreApplication::processEvents();
        QVERIFY(!m_status->source()->isOpen());
    }

    void showsAWarningAtItsLine()
    {
        m_files->write("word.md",
                       articleBytes("Word", "https://news.example/4", "quality: many\n"));
        import();
        m_status->showWarning(0);
        QTRY_COMPARE(m_status->source()->markedLine(), 4);
    }

    void showsNoFileThatIsNotInTheList()
    {
        m_files->write("note.txt", "no article");
        import();
        m_status->showRejected(-1);
        m_status->showRejected(1);
        m_status->showWarning(0);
        QVERIFY(!m_status->source()->isOpen());
    }

    void triesTheRejectedAgain()
    {
        m_files->writeArticle(1);
        m_files->write("odd & \"names\".md", "not yet");
        import();
        QCOMPARE(m_status->rejected(), 1);
        m_files->write("odd & \"names\".md", articleBytes("Two", "https://news.example/2"));
        m_mayRead.release(100);
        m_status->retryRejected();
        QTRY_VERIFY(!m_status->isRunning());
        QCOMPARE(m_status->added(), 1);
        QCOMPARE(m_status->foundText(), u"file"_s); // that one alone
        QCOMPARE(m_status->rejectedFiles()->rowCount(), 0);
        // Nothing is left to try: the report stays. It is known to the next start as well.
        m_status->retryRejected();
        QVERIFY(!m_status->isRunning());
        QCOMPARE(m_status->added(), 1);
    }

    void namesNeedBeNoUtf8()
    {
        m_files->write("caf\xe9.md", "not yet");
        const QUrl folder = QUrl::fromLocalFile(m_files->folder());
        const QUrl file = QUrl::fromEncoded(folder.toEncoded() + "/caf%E9.md");
        m_mayRead.release(100);
        QVERIFY(m_status->previewDrop({file}));
        QCOMPARE(m_status->dropTitle(), u"Drop to import caf\\xe9.md"_s);
        QTRY_COMPARE(m_status->dropWhat(), u"1 file"_s);
        m_status->importUrls({file});
        QTRY_VERIFY(!m_status->isRunning());
        QCOMPARE(dump(*m_status->rejectedFiles(), {"place"}), QStringList{u"caf\\xe9.md:1:1"_s});
        m_files->write("caf\xe9.md", articleBytes("Two", "https://news.example/2"));
        m_status->retryRejected();
        QTRY_VERIFY(!m_status->isRunning());
        QCOMPARE(m_status->added(), 1);
    }

    void importsLocalFilesOnly()
    {
        m_files->writeArticle(1);
        m_status->importUrls({QUrl(u"https://news.example/a.md"_s), QUrl(u"data:,x"_s)});
        QVERIFY(!m_status->isRunning());
        m_mayRead.release(100);
        m_status->importUrls(
            {QUrl(u"https://news.example/a.md"_s), QUrl::fromLocalFile(m_files->folder())});
        QTRY_COMPARE(m_status->added(), 1);
    }

    void aDropOfOneFolder()
    {
        m_files->writeArticle(1);
        m_files->writeArticle(2);
        m_files->write("picture.png", pngBytes());
        QVERIFY(m_status->previewDrop({QUrl::fromLocalFile(m_files->folder())}));
        QCOMPARE(m_status->dropName(), u"source"_s);
        QTRY_COMPARE(m_status->dropTitle(), u"Drop to import the folder source"_s);
        QTRY_COMPARE(m_status->dropCount(), u"2 files"_s);
        QCOMPARE(m_status->dropFiles(), 2);
        QCOMPARE(m_status->dropWhat(), u"1 folder, with all folders in it"_s);
    }

    void aDropOfSeveralThings()
    {
        m_files->writeArticle(1);
        m_files->write("below/two.md", "x");
        QVERIFY(m_status->previewDrop(
            {QUrl::fromLocalFile(QDir(m_files->folder()).filePath(u"below/"_s)),
             QUrl::fromLocalFile(QFile::decodeName(m_files->path("article-00001.md"))),
             QUrl(u"https://news.example/"_s)}));
        QCOMPARE(m_status->dropTitle(), u"Drop to import 2 items"_s);
        QTRY_COMPARE(m_status->dropWhat(), u"1 folder and 1 file"_s);
        QTRY_COMPARE(m_status->dropCount(), u"2 files"_s);
    }

    void aDropOfOneFile()
    {
        m_files->write("a\xe2\x80\xae"
                       "b.md",
                       "x");
        QVERIFY(m_status->previewDrop(
            {QUrl::fromLocalFile(QFile::decodeName(m_files->path("a\xe2\x80\xae"
                                                                 "b.md")))}));
        QCOMPARE(m_status->dropTitle(), u"Drop to import ab.md"_s);
        QTRY_COMPARE(m_status->dropWhat(), u"1 file"_s);
    }

    void aDropOfNothingLocalIsRefused()
    {
        QVERIFY(!m_status->previewDrop({}));
        QVERIFY(!m_status->previewDrop({QUrl(u"https://news.example/"_s)}));
        QCOMPARE(m_status->dropCount(), QString());
    }

    void theNextDropIsAnother()
    {
        m_files->writeArticle(1);
        m_files->write("below/two.md", "x");
        QSignalSpy changed(m_status.get(), &ImportStatus::dropChanged);
        m_status->previewDrop({QUrl::fromLocalFile(m_files->folder())});
        m_status->previewDrop(
            {QUrl::fromLocalFile(QFile::decodeName(m_files->path("below/two.md")))});
        QTRY_COMPARE(m_status->dropWhat(), u"1 file"_s);
        QTRY_COMPARE(m_status->dropCount(), u"1 file"_s);
        QCOMPARE(m_status->dropName(), u"two.md"_s);
        m_status->endPreview();
    }

    void tellsThatASearchHidesWhatWasAdded()
    {
        Query query;
        query.words = {u"owl"_s};
        const Query other;
        m_status->setShown(query, 5, 100);
        QCOMPARE(m_status->hiddenText(), QString());
        m_files->writeArticle(1);
        import();
        QCOMPARE(m_status->hiddenText(), QString()); // it is not counted yet
        m_status->setShown(query, 5, 112);
        QCOMPARE(m_status->hiddenText(), u"12 articles were added; the search hides them."_s);
        m_status->setShown(query, 6, 112);
        QCOMPARE(m_status->hiddenText(), QString()); // one of them is seen
        m_status->setShown(query, 5, 101);
        QCOMPARE(m_status->hiddenText(), u"1 article was added; the search hides it."_s);
        m_status->setShown(other, 101, 101);
        QCOMPARE(m_status->hiddenText(), QString());
        begin();
        m_status->setShown(other, 101, 102);
        QCOMPARE(m_status->hiddenText(), QString()); // not while it runs
    }

    void mentionsAreToldOnce()
    {
        QSignalSpy changed(m_status.get(), &ImportStatus::changed);
        m_status->setMentions(5);
        m_status->setMentions(5);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_status->mentions(), 5);
    }

private:
    /// An import that waits for leave to read its file.
    void begin()
    {
        m_files->writeArticle(7);
        m_files->importer().start({m_files->path({})});
        QVERIFY(m_status->isRunning());
    }

    void import()
    {
        m_mayRead.release(100);
        QVERIFY(m_files->import().isFinished);
        QVERIFY(!m_status->isRunning());
    }

    const English m_english;
    QSemaphore m_mayRead;
    std::unique_ptr<ImportFixture> m_files;
    std::unique_ptr<ImportStatus> m_status;
};

QTEST_GUILESS_MAIN(TestImportStatus)
#include "tst_importstatus.moc"
