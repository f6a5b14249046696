// SPDX-License-Identifier: GPL-3.0-or-later
// What is no article: it is not read again while it stays as it is, and it can be tried again.
#include "importfixture.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>

using namespace Microfiche;
using namespace Microfiche::Test;

namespace
{

constexpr qsizetype FileSize = 200;

QByteArray padded(const QByteArray &bytes)
{
    return bytes.leftJustified(FileSize, '\n');
}

/// Other bytes under the same size and time: only who opens the file can tell.
void replaceUnseen(const ImportFixture &source, const QByteArray &name, const QByteArray &bytes)
{
    const QByteArray path = source.path(name);
    struct stat before = {};
    QCOMPARE(::stat(path.constData(), &before), 0);
    QCOMPARE(qint64(before.st_size), bytes.size());
    source.write(name, bytes);
    const timespec times[2] = {before.st_mtim, before.st_mtim};
    QCOMPARE(::utimensat(AT_FDCWD, path.constData(), times, 0), 0);
}

QByteArray article(const char *title)
{
    return padded(articleBytes(title, QByteArray("https://news.example/") + title));
}

QByteArray withPicture()
{
    return articleBytes("One", "https://news.example/1",
                        "images:\n  - url: https://h.example/assets/a.png\n");
}

const char *const NoTitle = "---\nwebUrl: https://news.example/1\ntitle:\n  - One\n---\n";

} // namespace

class TestRejectedFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatHasNotChangedIsToldUnread()
    {
        ImportFixture source;
        source.writeArticle(1);
        source.write("a.md", padded(NoTitle));
        source.write("b/empty.md", "");
        source.write("b/note.txt", padded("Just a note."));
        const auto first = source.import();
        QCOMPARE(first.summary.filesRejected, 3);
        QCOMPARE(first.summary.rejected.constFirst().line, 4);
        replaceUnseen(source, "a.md", article("A"));
        replaceUnseen(source, "b/note.txt", article("B"));
        for (int time = 0; time < 2; ++time) {
            const auto again = source.import();
            QCOMPARE(again.summary.rejected, first.summary.rejected);
            QCOMPARE(again.summary.filesRejected, 3);
            QCOMPARE(again.summary.filesUnchanged, 1);
            QCOMPARE(again.summary.filesFound, 4);
            QVERIFY(again.rows.isEmpty());
        }
    }

    void whatHasChangedIsReadAgain()
    {
        ImportFixture source;
        source.write("a.md", padded(NoTitle));
        source.write("b.md", padded("Just a note."));
        QCOMPARE(source.import().summary.filesRejected, 2);
        source.write("a.md", articleBytes("A", "https://news.example/a"));
        const auto again = source.import();
        QCOMPARE(again.summary.articlesAdded, 1);
        QCOMPARE(again.summary.filesRejected, 1);
        QCOMPARE(source.import().summary.filesUnchanged, 1);
    }

    void picturesAreOpenedOnce()
    {
        ImportFixture source;
        source.writeArticle(1);
        source.write("a.png", padded(pngBytes()));
        const auto first = source.import();
        QCOMPARE(first.summary.filesFound, 1);
        QCOMPARE(source.stats().files, 1);
        replaceUnseen(source, "a.png", article("A"));
        const auto again = source.import();
        QCOMPARE(again.summary.filesFound, 1);
        QCOMPARE(again.summary.filesUnchanged, 1);
        QCOMPARE(source.importer().progress().filesDone, 1);
        QVERIFY(again.rows.isEmpty());
        // A picture that is one no longer is read.
        source.write("a.png", articleBytes("A", "https://news.example/a"));
        QCOMPARE(source.import().summary.articlesAdded, 1);
    }

    void whatCouldNotBeReadIsReadAgain()
    {
        std::atomic<bool> isWilling = false;
        ImportFixture source({[&isWilling](const QByteArray &bytes) {
                                  if (!isWilling) {
                                      throw std::bad_alloc();
                                  }
                                  return readArticle(bytes);
                              },
                              1});
        source.writeArticle(1);
        QCOMPARE(source.import().summary.filesRejected, 1);
        isWilling = true;
        QCOMPARE(source.import().summary.articlesAdded, 1);
    }

    void tryingAgainReadsThemAll()
    {
        ImportFixture source;
        source.write("a.md", padded(NoTitle));
        source.write("b.md", padded(NoTitle));
        const auto first = source.import();
        replaceUnseen(source, "a.md", article("A"));
        const auto again = source.retry(first);
        QCOMPARE(again.summary.articlesAdded, 1);
        QCOMPARE(again.summary.filesRejected, 1);
        QCOMPARE(again.summary.rejected.constFirst().path, source.path("b.md"));
    }

    void tryingAgainReachesBeyondTheReport()
    {
        ImportFixture source;
        constexpr int Files = MaxKeptProblems + 5;
        for (int i = 0; i < Files; ++i) {
            source.write(QByteArray::number(i / 5000) + '/' + QByteArray::number(i), "no article");
        }
        const auto first = source.import();
        QCOMPARE(first.summary.filesRejected, Files);
        QCOMPARE(first.summary.rejected.size(), MaxKeptProblems);
        QVERIFY(first.reasonFor("2/10004").isEmpty());
        source.write("2/10004", articleBytes("Last of all", "https://news.example/9"));
        const auto again = source.retry(first);
        QCOMPARE(again.summary.filesFound, Files);
        QCOMPARE(again.summary.articlesAdded, 1);
        QCOMPARE(again.summary.filesRejected, Files - 1);
        QCOMPARE(source.importer().progress().filesDone, Files);
        // What is left can be tried again, whatever run met it first.
        QCOMPARE(source.retry(again).summary.filesRejected, Files - 1);
        QCOMPARE(source.retry(first).summary.filesFound, 0);
    }

    void tryingAgainIsAboutOneImport()
    {
        ImportFixture source;
        source.write("a/1.md", "no article");
        source.write("b/2.md", "no article");
        const auto a = source.import({QFile::decodeName(source.path("a"))});
        const auto b = source.import({QFile::decodeName(source.path("b"))});
        QCOMPARE(source.retry(b).summary.rejected.constFirst().path, source.path("b/2.md"));
        // An import that meets it again takes it over.
        source.import();
        QCOMPARE(source.retry(a).summary.filesFound, 0);
    }

    // The pictures lie beside the folder of the articles, within what was dropped.
    void whatWasMendedFindsItsPictures_data()
    {
        QTest::addColumn<bool>("isRetried");
        QTest::newRow("tried again") << true;
        QTest::newRow("given by its path") << false;
    }

    void whatWasMendedFindsItsPictures()
    {
        QFETCH(bool, isRetried);
        ImportFixture source;
        source.write("news/1.md", "---\ntitle: One\n---\n");
        source.write("assets/a.png", pngBytes(1));
        source.import();
        const auto smaller = source.import({QFile::decodeName(source.path("news"))});
        QCOMPARE(smaller.summary.filesRejected, 1);
        source.write("news/1.md", withPicture());
        const auto again = isRetried ? source.retry(smaller)
                                     : source.import({QFile::decodeName(source.path("news/1.md"))});
        QCOMPARE(again.summary.articlesAdded, 1);
        QCOMPARE(source.pictures().kept(), QByteArrayList{pngBytes(1)});
    }

    void aWiderDropFindsThePicturesOfWhatIsKnown()
    {
        ImportFixture source;
        source.write("news/1.md", withPicture());
        source.write("assets/a.png", pngBytes(1));
        source.import({QFile::decodeName(source.path("assets"))});
        source.import({QFile::decodeName(source.path("news"))});
        QVERIFY(source.pictures().kept().isEmpty());
        QCOMPARE(source.import().summary.filesUnchanged, 1);
        QCOMPARE(source.pictures().kept(), QByteArrayList{pngBytes(1)});
        // It is asked for once.
        auto entries = source.store().ledger(source.path("news"), "1.md", "1.md");
        entries.waitForFinished();
        QCOMPARE(entries.result().value("1.md").root,
                 std::optional(QFile::encodeName(QFileInfo(source.folder()).canonicalFilePath())));
    }

    void noPictureIsTakenFromOutsideOfWhatWasDropped()
    {
        ImportFixture source;
        source.write("news/1.md", "---\ntitle: One\n---\n");
        source.write("assets/a.png", pngBytes(1));
        const auto first = source.import({QFile::decodeName(source.path("news"))});
        source.write("news/1.md", withPicture());
        QCOMPARE(source.retry(first).summary.articlesAdded, 1);
        QVERIFY(source.pictures().kept().isEmpty());
    }

    void aFolderThatCouldNotBeReadIsWalked()
    {
        ImportFixture source;
        const QString folder = source.folder() + QStringLiteral("/later");
        const auto first = source.import({folder});
        QCOMPARE(first.summary.filesRejected, 1);
        source.write("later/1.md", articleBytes("One", "https://news.example/1"));
        source.write("later/deep/2.md", articleBytes("Two", "https://news.example/2"));
        const auto again = source.retry(first);
        QCOMPARE(again.summary.articlesAdded, 2);
        QCOMPARE(again.summary.filesRejected, 0);
    }
};

QTEST_GUILESS_MAIN(TestRejectedFiles)
#include "tst_rejectedfiles.moc"
