// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/filepreview.h"
#include "importfixture.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>

using namespace Microfiche;
using namespace Microfiche::Test;

namespace
{

/// Gives a file the time that another has, so that only its size or its bytes tell them apart.
void setModified(const QByteArray &path, const timespec &time)
{
    const timespec both[2] = {time, time};
    QCOMPARE(::utimensat(AT_FDCWD, path.constData(), both, 0), 0);
}

timespec modified(const QByteArray &path)
{
    struct stat status = {};
    [&] { QCOMPARE(::stat(path.constData(), &status), 0); }();
    return status.st_mtim;
}

QStringList titles(Store &store)
{
    auto order = store.titleOrder();
    order.waitForFinished();
    auto cards = store.cards(order.result());
    cards.waitForFinished();
    QStringList all;
    for (const ArticleCard &card : cards.result()) {
        all.append(card.title);
    }
    return all;
}

} // namespace

class TestImporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importsFilesAndFolders()
    {
        ImportFixture source;
        source.write("a/one.md", articleBytes("One", "https://news.example/1"));
        source.write("a/deep/two.anything", articleBytes("Two", "https://news.example/2"));
        source.write("b/three", articleBytes("Three", "https://news.example/3"));
        source.write("b/not asked for", articleBytes("Four", "https://news.example/4"));
        const auto outcome = source.import(
            {QFile::decodeName(source.path("a")), QFile::decodeName(source.path("b/three"))});
        QVERIFY(outcome.isFinished);
        QVERIFY(outcome.summary.isFinished);
        QCOMPARE(outcome.summary.filesFound, 3);
        QCOMPARE(outcome.summary.filesImported, 3);
        QCOMPARE(outcome.summary.articlesAdded, 3);
        QCOMPARE(outcome.rows.size(), 3);
        QCOMPARE(
            titles(source.store()),
            (QStringList{QStringLiteral("One"), QStringLiteral("Three"), QStringLiteral("Two")}));
    }

    void keepsTheBytesOfEveryFile()
    {
        ImportFixture source;
        const QByteArray bytes =
            "\xef\xbb\xbf---\r\n# a comment\r\ntitle: One\r\nunknown: [1, 2]\r\n"
            "webUrl: https://news.example/1\r\n---\r\n<p>Body</p>\r\n";
        source.write("one.md", bytes);
        source.import();
        auto detail = source.store().detail(1);
        detail.waitForFinished();
        auto original = source.store().original(detail.result()->files.constFirst().version);
        original.waitForFinished();
        QCOMPARE(original.result(), std::optional(bytes));
        QCOMPARE(detail.result()->files.constFirst().path, source.path("one.md"));
    }

    void readsNothingAgainThatHasNotChanged()
    {
        std::atomic<int> parsed = 0;
        ImportFixture source({[&parsed](const QByteArray &bytes) {
                                  ++parsed;
                                  return readArticle(bytes);
                              },
                              0});
        for (int i = 0; i < 20; ++i) {
            source.writeArticle(i);
        }
        source.import();
        QCOMPARE(parsed.load(), 20);
        const auto again = source.import();
        QCOMPARE(parsed.load(), 20);
        QCOMPARE(again.summary.filesFound, 20);
        QCOMPARE(again.summary.filesUnchanged, 20);
        QCOMPARE(again.summary.bytes, 0);
        QCOMPARE(again.summary.articlesAdded + again.summary.articlesUpdated, 0);
        QVERIFY(again.rows.isEmpty());
        QCOMPARE(source.stats().duplicateFiles, 0);
    }

    void comparesBytesWhereOnlyTheTimeIsNew()
    {
        ImportFixture source;
        source.writeArticle(1);
        source.import();
        setModified(source.path("article-00001.md"), {1'600'000'000, 0});
        const auto again = source.import();
        QCOMPARE(again.summary.filesUnchanged, 1);
        QVERIFY(again.summary.bytes > 0);
        // The ledger has the new time now.
        QCOMPARE(source.import().summary.bytes, 0);
        QCOMPARE(source.stats().files, 1);
    }

    void takesInWhatHasChanged()
    {
        ImportFixture source;
        source.writeArticle(1);
        source.writeArticle(2);
        source.import();
        const timespec before = modified(source.path("article-00001.md"));
        source.write("article-00001.md",
                     articleBytes("A longer title than before", "https://news.example/1"));
        setModified(source.path("article-00001.md"), before);
        const auto again = source.import();
        QCOMPARE(again.summary.filesImported, 1);
        QCOMPARE(again.summary.filesUnchanged, 1);
        QCOMPARE(again.summary.articlesUpdated, 1);
        QCOMPARE(again.summary.articlesAdded, 0);
        QVERIFY(titles(source.store()).contains(QStringLiteral("A longer title than before")));
    }

    void showsTheFileThatIsLaterAfterAChange()
    {
        const auto dated = [](const char *title, const char *date) {
            return articleBytes(title, "https://news.example/1",
                                QByteArray("publishedDateTime: ") + date + "T00:00:00Z\n");
        };
        ImportFixture source;
        source.write("a.md", dated("Wrongly dated", "2024-03-20"));
        source.write("b.md", dated("Another file", "2024-03-15"));
        source.import();
        QCOMPARE(titles(source.store()), QStringList{QStringLiteral("Wrongly dated")});
        source.write("a.md", dated("Put right", "2024-03-10"));
        const auto again = source.import();
        QCOMPARE(titles(source.store()), QStringList{QStringLiteral("Another file")});
        QCOMPARE(again.summary.articlesUpdated, 1);
        QCOMPARE(again.rows.size(), 1);
    }

    void followsAFolderThatHasMoved()
    {
        ImportFixture source;
        source.write("here/1.md", articleBytes("One", "https://news.example/1"));
        source.write("here/2.md", articleBytes("Two", "https://news.example/2"));
        source.import();
        QVERIFY(QDir().rename(QFile::decodeName(source.path("here")),
                              QFile::decodeName(source.path("there"))));
        const auto again = source.import();
        QCOMPARE(again.summary.articlesAdded + again.summary.articlesUpdated, 0);
        QCOMPARE(again.summary.filesUnchanged, 2);
        QCOMPARE(again.summary.duplicates, 0);
        QCOMPARE(source.stats().files, 2);
        QCOMPARE(source.stats().duplicateFiles, 0);
        QCOMPARE(source.import().summary.bytes, 0);
    }

    void takesACopyForADuplicate()
    {
        ImportFixture source;
        source.writeArticle(1);
        source.import();
        QVERIFY(QFile::copy(QFile::decodeName(source.path("article-00001.md")),
                            QFile::decodeName(source.path("copy.md"))));
        const auto again = source.import();
        QCOMPARE(again.summary.articlesUpdated, 0);
        QCOMPARE(again.summary.duplicates, 1);
        QCOMPARE(source.stats().duplicateFiles, 1);
    }

    void tellsWarningsByFile()
    {
        ImportFixture source;
        source.write("a.md", articleBytes("A", "https://news.example/1", "quality: good\n"));
        const auto outcome = source.import();
        QCOMPARE(outcome.summary.filesImported, 1);
        QCOMPARE(outcome.summary.warnings.size(), 1);
        QCOMPARE(outcome.summary.warningsFound, 1);
        QCOMPARE(outcome.summary.warnings.constFirst().path, source.path("a.md"));
        QCOMPARE(outcome.summary.warnings.constFirst().line, 4);
    }

    void countsDuplicatesAndMentions()
    {
        ImportFixture source;
        source.write("1.md", articleBytes("One", "https://news.example/1",
                                          "related:\n  - title: Two\n    webUrl: "
                                          "https://news.example/2\n  - title: Three\n    webUrl: "
                                          "https://news.example/3\n"));
        source.write("2.md", articleBytes("Two", "https://news.example/2"));
        source.write("2b.md", articleBytes("Two, again", "https://news.example/2#part"));
        const auto outcome = source.import();
        QCOMPARE(outcome.summary.articlesAdded, 2);
        QCOMPARE(outcome.summary.duplicates, 1);
        QCOMPARE(outcome.summary.mentionsAfter, 1);
        const ArchiveStats stats = source.stats();
        QCOMPARE(stats.relatedLinks, 2);
        QCOMPARE(stats.relatedResolved, 1);
    }

    void leavesPicturesOutOfTheCount()
    {
        ImportFixture source;
        source.writeArticle(1);
        source.write("assets/logo.png", pngBytes());
        source.write("assets/photo.md", "\xff\xd8\xff\xe0 a photograph under a wrong name");
        const auto outcome = source.import();
        QCOMPARE(outcome.summary.filesFound, 1);
        QCOMPARE(outcome.summary.filesRejected, 0);
    }

    void keepsThePicturesThatAFolderCarries()
    {
        ImportFixture source;
        source.write("_news/1.md",
                     articleBytes("One", "https://news.example/1",
                                  "images:\n  - url: \"https://h.example/assets/a%20b.png?x=1\"\n"
                                  "provider:\n  name: N\n  domain: n.example\n  images:\n"
                                  "    - url: https://h.example/site/assets/logo.png\n"));
        source.write("assets/a b.png", pngBytes(1));
        source.write("assets/logo.png", pngBytes(2));
        source.write("assets/nobody asks for this.png", pngBytes(3));
        source.import();
        QByteArrayList kept = source.pictures().kept();
        std::sort(kept.begin(), kept.end());
        QCOMPARE(kept, (QByteArrayList{pngBytes(1), pngBytes(2)}));
        auto cards = source.store().cards({1});
        cards.waitForFinished();
        auto origin = source.store().pictureOrigin(cards.result().constFirst().picture);
        origin.waitForFinished();
        QCOMPARE(origin.result()->content, contentHash(pngBytes(1)));
        auto logo = source.store().pictureOrigin(cards.result().constFirst().providerLogo);
        logo.waitForFinished();
        QCOMPARE(logo.result()->content, contentHash(pngBytes(2)));
    }

    void takesInPicturesThatComeAfterTheirArticles()
    {
        ImportFixture source;
        source.write("_news/1.md",
                     articleBytes("One", "https://news.example/1",
                                  "images:\n  - url: https://h.example/assets/own.png\n"
                                  "provider:\n  name: N\n  domain: n.example\n  images:\n"
                                  "    - url: https://h.example/assets/logo.png\n"
                                  "related:\n  - title: Two\n"
                                  "    webUrl: https://other.example/2\n"
                                  "    images:\n      - url: https://h.example/assets/two.png\n"
                                  "    provider:\n      name: O\n      domain: o.example\n"
                                  "      images:\n"
                                  "        - url: https://h.example/assets/two-logo.png\n"));
        source.import();
        source.write("assets/own.png", pngBytes(1));
        source.write("assets/logo.png", pngBytes(2));
        source.write("assets/two.png", pngBytes(3));
        source.write("assets/two-logo.png", pngBytes(4));
        source.write("assets/nobody asks for this.png", pngBytes(5));
        const auto again = source.import();
        QCOMPARE(again.summary.filesUnchanged, 1);
        QCOMPARE(again.summary.filesFound, 1);
        QCOMPARE(again.summary.bytes, 0);
        auto order = source.store().titleOrder();
        order.waitForFinished();
        auto cards = source.store().cards(order.result());
        cards.waitForFinished();
        const auto content = [&source](PictureId picture) {
            auto origin = source.store().pictureOrigin(picture);
            origin.waitForFinished();
            return origin.result()->content;
        };
        const ArticleCard one = cards.result().at(0);
        const ArticleCard two = cards.result().at(1);
        QVERIFY(two.isMention);
        QCOMPARE(content(one.picture), contentHash(pngBytes(1)));
        QCOMPARE(content(one.providerLogo), contentHash(pngBytes(2)));
        QCOMPARE(content(two.picture), contentHash(pngBytes(3)));
        QCOMPARE(content(two.providerLogo), contentHash(pngBytes(4)));
        QCOMPARE(source.pictures().kept().size(), 4);
        // What is kept is not read again.
        source.import();
        QCOMPARE(source.pictures().kept().size(), 4);
    }

    void passesByTheArchiveItself()
    {
        ImportFixture source;
        source.pictures().setFolder(source.home() + QStringLiteral("/source/kept"));
        source.write("kept/12/34/123456", pngBytes());
        source.write("kept/12/34/no picture", "x");
        source.writeArticle(1);
        for (int time = 0; time < 2; ++time) {
            const auto outcome = source.import({source.home()});
            QCOMPARE(outcome.summary.filesFound, 1);
            QCOMPARE(outcome.summary.filesRejected, 0);
            QCOMPARE(source.importer().progress().filesFound, 1);
        }
        auto preview = previewDrop({QFile::encodeName(source.home())}, source.importer().leftOut());
        preview.waitForFinished();
        QCOMPARE(preview.resultAt(preview.resultCount() - 1).files, 1);
    }

    void givesTheSameArchiveWhateverTheThreads()
    {
        const ImportFixture folder;
        for (int i = 0; i < 1500; ++i) { // three chunks
            folder.writeArticle(i);
        }
        QStringList dumps;
        for (const int threads : {1, 2, 7}) {
            ImportFixture archive({readArticle, threads});
            QList<ArticleId> ids;
            for (const IndexRow &row : archive.import({folder.folder()}).rows) {
                ids.append(row.id);
            }
            auto cards = archive.store().cards(ids);
            cards.waitForFinished();
            QString dump;
            for (const ArticleCard &card : cards.result()) {
                dump += QStringLiteral("%1 %2\n").arg(card.id).arg(card.title);
            }
            dumps.append(dump);
        }
        QCOMPARE(dumps[0].count(u'\n'), 1500);
        QCOMPARE(dumps[1], dumps[0]);
        QCOMPARE(dumps[2], dumps[0]);
    }

    void takesFilesThatAreHeavierThanWhatIsOnTheWayAtOnce()
    {
        ImportFixture source({[](const QByteArray &bytes) -> ReadResult {
                                  return readArticle(bytes.left(bytes.indexOf("---", 3) + 4));
                              },
                              1});
        for (int i = 0; i < 6; ++i) {
            const QByteArray text = QByteArray::number(i);
            source.write(text, articleBytes(text, "https://news.example/" + text) +
                                   QByteArray(6LL * 1024 * 1024, 'x'));
        }
        QCOMPARE(source.import().summary.filesImported, 6);
    }

    void importsOnePathAfterTheOther()
    {
        ImportFixture source;
        source.write("a/1.md", articleBytes("One", "https://news.example/1"));
        source.write("b/2.md", articleBytes("Two", "https://news.example/2"));
        source.write("c/3.md", articleBytes("Three", "https://news.example/3"));
        QSignalSpy started(&source.importer(), &Importer::started);
        QSignalSpy finished(&source.importer(), &Importer::finished);
        for (const char *folder : {"a", "b", "c"}) {
            source.importer().start({source.path(folder)});
        }
        QTRY_VERIFY(!source.importer().isRunning());
        QCOMPARE(started.size(), 2); // b and c went together
        QCOMPARE(finished.size(), 2);
        QCOMPARE(source.stats().articles, 3);
    }

    void endsWithNothingToDo_data()
    {
        QTest::addColumn<QStringList>("paths");
        QTest::newRow("no paths") << QStringList{};
        QTest::newRow("an empty one") << QStringList{QString()};
    }

    void endsWithNothingToDo()
    {
        QFETCH(QStringList, paths);
        ImportFixture source;
        const auto outcome = source.import(paths);
        QVERIFY(outcome.isFinished);
        QCOMPARE(outcome.summary.filesFound, 0);
        QCOMPARE(outcome.summary.filesRejected, 0);
    }

    void keepsItsReport()
    {
        ImportFixture source;
        source.writeArticle(1);
        source.write("note.txt", "Just a note.");
        QVERIFY(QFile::link(QStringLiteral("note.txt"), source.folder() + QStringLiteral("/link")));
        const auto outcome = source.import();
        auto last = source.store().lastImport();
        last.waitForFinished();
        QVERIFY(last.result());
        QCOMPARE(last.result()->filesImported, 1);
        QCOMPARE(last.result()->filesRejected, 1);
        QCOMPARE(last.result()->filesSkipped, 1);
        QCOMPARE(last.result()->rejected, outcome.summary.rejected);
        QVERIFY(last.result()->isFinished);
    }

    void tellsItsProgress()
    {
        ImportFixture source;
        for (int i = 0; i < 50; ++i) {
            source.writeArticle(i);
        }
        source.import();
        const ImportProgress progress = source.importer().progress();
        QVERIFY(progress.isCounted);
        QCOMPARE(progress.filesFound, 50);
        QCOMPARE(progress.filesDone, 50);
        QCOMPARE(progress.summary.articlesAdded, 50);
    }

    // Nobody counts ahead of a walk that has nothing to wait for.
    void knowsHowManyThereWereWhereAllIsUnchanged()
    {
        ImportFixture source;
        for (int i = 0; i < 50; ++i) {
            source.writeArticle(i);
        }
        source.import();
        source.import();
        const ImportProgress progress = source.importer().progress();
        QVERIFY(progress.isCounted);
        QCOMPARE(progress.filesFound, 50);
        QCOMPARE(progress.filesDone, 50);
        QCOMPARE(progress.summary.filesUnchanged, 50);
    }
};

QTEST_GUILESS_MAIN(TestImporter)
#include "tst_importer.moc"
