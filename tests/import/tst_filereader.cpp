// SPDX-License-Identifier: GPL-3.0-or-later
#include "frontmatter/articlereader.h"
#include "import/filereader_p.h"
#include "importfixture.h"

#include <QTest>

#include <atomic>
#include <thread>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Microfiche;
using namespace Microfiche::Test;

namespace
{

QString refusal(const FileReading &reading)
{
    const auto *refused = std::get_if<FileRefusal>(&reading);
    return refused ? refused->reason : QString();
}

bool makeSocket(const QByteArray &path)
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    if (path.size() >= qsizetype(sizeof address.sun_path)) {
        return false;
    }
    std::copy(path.cbegin(), path.cend(), address.sun_path);
    const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
    const bool isMade =
        ::bind(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    ::close(fd);
    return isMade;
}

} // namespace

class TestFileReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnArticleWhole()
    {
        const ImportFixture source;
        const QByteArray bytes = articleBytes("A", "https://a.example/1") + QByteArray(70'000, 'x');
        source.write("a", bytes);
        const FileReading reading = readCandidate(source.path("a"));
        QVERIFY(std::holds_alternative<FileBytes>(reading));
        QCOMPARE(std::get<FileBytes>(reading).bytes, bytes);
    }

    void knowsPicturesByTheirFirstBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isPicture");
        const auto zeros = QByteArray(40, '\0');
        QTest::newRow("png") << pngBytes() << true;
        QTest::newRow("jpeg") << QByteArray("\xff\xd8\xff\xe0") << true;
        QTest::newRow("gif") << QByteArray("GIF89a") << true;
        QTest::newRow("webp") << QByteArray("RIFF\1\2\3\4WEBPVP8 ") << true;
        QTest::newRow("avif") << QByteArray("\0\0\0\x20"
                                            "ftypavif",
                                            12)
                              << true;
        QTest::newRow("icon") << QByteArray("\0\0\1\0\1\0", 6) << true;
        QTest::newRow("bitmap") << QByteArray("BM\1\2\3\4\0\0\0\0\x36\0\0\0\x28\0\0\0", 18) + zeros
                                << true;
        QTest::newRow("svg") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>") << true;
        QTest::newRow("svg, declared")
            << QByteArray("\xef\xbb\xbf<?xml version='1.0'?>\n<svg/>") << true;
        QTest::newRow("text that begins with BM")
            << QByteArray("BMW makes cars, as is known.") << false;
        QTest::newRow("other xml") << QByteArray("<?xml version='1.0'?><rss/>") << false;
        QTest::newRow("half a head") << QByteArray("\x89PN") << false;
        QTest::newRow("a wave") << QByteArray("RIFF\1\2\3\4WAVEfmt ") << false;
        QTest::newRow("nothing") << QByteArray() << false;
    }

    void knowsPicturesByTheirFirstBytes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isPicture);
        const ImportFixture source;
        source.write("a.md", bytes);
        QCOMPARE(std::holds_alternative<PictureFile>(readCandidate(source.path("a.md"))),
                 isPicture);
    }

    void refusesWithAReason_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("reason");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("The file is empty.");
        QTest::newRow("no fence")
            << QByteArray("Just a note.\n")
            << QStringLiteral(
                   "No front matter. The file does not begin with a line of three dashes.");
    }

    void refusesWithAReason()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, reason);
        const ImportFixture source;
        source.write("a.md", bytes);
        QCOMPARE(refusal(readCandidate(source.path("a.md"))), reason);
    }

    void refusesAHugeFileWithoutReadingIt()
    {
        const ImportFixture source;
        source.write("huge.md", "---\n");
        QCOMPARE(::truncate(source.path("huge.md").constData(), 10'000'000'000), 0); // sparse
        QCOMPARE(refusal(readCandidate(source.path("huge.md"))),
                 QStringLiteral("The file is 9.31 GiB. An article file has at most 16 MiB."));
    }

    void takesAFileOfTheLargestSize()
    {
        const ImportFixture source;
        source.write("large.md", "---\n");
        QCOMPARE(::truncate(source.path("large.md").constData(), MaxFileBytes), 0);
        QVERIFY(std::holds_alternative<FileBytes>(readCandidate(source.path("large.md"))));
        QCOMPARE(::truncate(source.path("large.md").constData(), MaxFileBytes + 1), 0);
        QVERIFY(std::holds_alternative<FileRefusal>(readCandidate(source.path("large.md"))));
    }

    void doesNotWaitForWhatIsNoFile()
    {
        const ImportFixture source;
        const QString reason = QStringLiteral("Not a regular file.");
        QCOMPARE(::mkfifo(source.path("pipe").constData(), 0600), 0);
        QCOMPARE(refusal(readCandidate(source.path("pipe"))), reason);
        QVERIFY(makeSocket(source.path("socket")));
        QCOMPARE(refusal(readCandidate(source.path("socket"))), reason);
        QCOMPARE(refusal(readCandidate("/dev/zero")), reason);
        source.write("folder/file", "x");
        QCOMPARE(refusal(readCandidate(source.path("folder"))), reason);
    }

    void followsNoLink()
    {
        const ImportFixture source;
        source.write("a.md", articleBytes("A", "https://a.example/1"));
        QCOMPARE(::symlink("a.md", source.path("b.md").constData()), 0);
        QCOMPARE(refusal(readCandidate(source.path("b.md"))),
                 QStringLiteral("A link. Links in a folder are not followed."));
    }

    void tellsWhenAFileIsGone()
    {
        const ImportFixture source;
        QCOMPARE(refusal(readCandidate(source.path("gone"))), QStringLiteral("The file is gone."));
    }

    void tellsWhenAFileMayNotBeRead()
    {
        const ImportFixture source;
        source.write("secret", articleBytes("A", "https://a.example/1"));
        QCOMPARE(::chmod(source.path("secret").constData(), 0), 0);
        if (::access(source.path("secret").constData(), R_OK) == 0) {
            return; // whom modes do not bind
        }
        QVERIFY(refusal(readCandidate(source.path("secret")))
                    .startsWith(QStringLiteral("The file could not be opened: ")));
    }

    /// What is read is either the one or the other, never a mixture.
    void neverMixesWhatIsWrittenMeanwhile()
    {
        const ImportFixture source;
        const QByteArray one = articleBytes("A", "https://a.example/1") + QByteArray(200'000, 'a');
        const QByteArray two = articleBytes("B", "https://a.example/2") + QByteArray(300'000, 'b');
        source.write("one", one);
        source.write("two", two);
        source.write("file", one);
        std::atomic<bool> isEnough = false;
        std::thread writer([&] {
            for (int i = 0; !isEnough; ++i) {
                const QByteArray copy = source.path("copy");
                ::unlink(copy.constData());
                if (::link(source.path(i % 2 ? "one" : "two").constData(), copy.constData()) == 0) {
                    ::rename(copy.constData(), source.path("file").constData());
                }
            }
        });
        int whole = 0;
        for (int i = 0; i < 1000; ++i) {
            const FileReading reading = readCandidate(source.path("file"));
            if (const auto *read = std::get_if<FileBytes>(&reading)) {
                whole += read->bytes == one || read->bytes == two ? 1 : -10'000;
            }
        }
        isEnough = true;
        writer.join();
        QVERIFY(whole > 0);
    }

    void readsPicturesWithinALimit()
    {
        const ImportFixture source;
        source.write("a.png", pngBytes());
        QCOMPARE(readPicture(source.path("a.png"), 100), pngBytes());
        QCOMPARE(readPicture(source.path("a.png"), 3), QByteArray());
        QCOMPARE(readPicture(source.path("gone"), 100), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestFileReader)
#include "tst_filereader.moc"
