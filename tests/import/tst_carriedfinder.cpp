// SPDX-License-Identifier: GPL-3.0-or-later
#include "import/carriedfinder_p.h"
#include "importfixture.h"

#include <QTest>

#include <unistd.h>

using namespace Microfiche;
using namespace Microfiche::Test;

class TestCarriedFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatAnAddressEndsIn_data()
    {
        QTest::addColumn<QByteArray>("file");   // below the dropped folder "top"
        QTest::addColumn<QByteArray>("folder"); // of the article
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("isFound");
        const QByteArray logo = "top/assets/images/logo.jpg";
        const auto url = [](const char *text) { return QString::fromUtf8(text); };
        QTest::newRow("from the dropped folder")
            << logo << QByteArray("top/_news")
            << url("https://host.example/site/assets/images/logo.jpg") << true;
        QTest::newRow("from the article's own folder")
            << logo << QByteArray("top") << url("https://host.example/assets/images/logo.jpg")
            << true;
        QTest::newRow("from a folder between")
            << QByteArray("top/a/assets/logo.jpg") << QByteArray("top/a/b/c")
            << url("http://host.example/assets/logo.jpg") << true;
        QTest::newRow("a single name") << QByteArray("top/logo.jpg") << QByteArray("top/a")
                                       << url("https://host.example/x/logo.jpg") << true;
        QTest::newRow("without an ending") << QByteArray("top/media/picture") << QByteArray("top")
                                           << url("https://host.example/media/picture") << true;
        QTest::newRow("query and fragment are no path")
            << logo << QByteArray("top")
            << url("https://host.example/assets/images/logo.jpg?w=50#x") << true;
        QTest::newRow("decoded") << QByteArray("top/pictures/a b,c.png") << QByteArray("top")
                                 << url("https://host.example/pictures/a%20b,c.png") << true;
        QTest::newRow("as written") << QByteArray("top/pictures/a%2520b.png") << QByteArray("top")
                                    << url("https://host.example/pictures/a%2520b.png") << true;
        QTest::newRow("a whole address inside of it")
            << QByteArray("top/s3/x.jpg") << QByteArray("top")
            << url("https://cdn.example/image/width=740/https://host.example/s3/x.jpg") << true;
        QTest::newRow("not of a folder beside")
            << QByteArray("top/other/assets/logo.jpg") << QByteArray("top/_news")
            << url("https://host.example/assets/logo.jpg") << false;
        QTest::newRow("not above the dropped folder")
            << QByteArray("assets/logo.jpg") << QByteArray("top/_news")
            << url("https://host.example/assets/logo.jpg") << false;
        QTest::newRow("not by leaving it")
            << QByteArray("secret/logo.jpg") << QByteArray("top")
            << url("https://host.example/x/../secret/logo.jpg") << false;
        QTest::newRow("not by leaving it in disguise")
            << QByteArray("secret/logo.jpg") << QByteArray("top")
            << url("https://host.example/%2e%2e/secret/logo.jpg") << false;
        QTest::newRow("a slash in disguise is none")
            << logo << QByteArray("top") << url("https://host.example/assets%2Fimages%2Flogo.jpg")
            << false;
        QTest::newRow("only the end")
            << logo << QByteArray("top") << url("https://host.example/assets/images/logo.jpg/more")
            << false;
        QTest::newRow("another scheme")
            << logo << QByteArray("top") << url("file://host.example/assets/images/logo.jpg")
            << false;
        QTest::newRow("no path") << logo << QByteArray("top") << url("https://host.example")
                                 << false;
        QTest::newRow("nothing") << logo << QByteArray("top") << QString() << false;
    }

    void findsWhatAnAddressEndsIn()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, folder);
        QFETCH(QString, url);
        QFETCH(bool, isFound);
        const ImportFixture source;
        source.write(file, pngBytes());
        source.write(folder + "/article.md", "---\n");
        RecordingPictures pictures;
        CarriedFinder finder(pictures);
        const auto places = finder.places(source.path("top"), source.path(folder));
        QCOMPARE(finder.find(places, url), isFound ? contentHash(pngBytes()) : ContentHash());
    }

    void prefersTheLongestEndThenTheNearestFolder()
    {
        const ImportFixture source;
        source.write("top/news/logo.png", pngBytes(1));
        source.write("top/img/logo.png", pngBytes(2));
        source.write("top/news/img/logo.png", pngBytes(3));
        RecordingPictures pictures;
        CarriedFinder finder(pictures);
        const auto places = finder.places(source.path("top"), source.path("top/news"));
        QCOMPARE(finder.find(places, QStringLiteral("https://h.example/img/logo.png")),
                 contentHash(pngBytes(3)));
        QVERIFY(::unlink(source.path("top/news/img/logo.png").constData()) == 0);
        CarriedFinder again(pictures);
        QCOMPARE(again.find(again.places(source.path("top"), source.path("top/news")),
                            QStringLiteral("https://h.example/img/logo.png")),
                 contentHash(pngBytes(2)));
    }

    void keepsAFileOnce()
    {
        const ImportFixture source;
        source.write("a/logo.png", pngBytes());
        RecordingPictures pictures;
        CarriedFinder finder(pictures);
        const auto places = finder.places(source.path({}).chopped(1), source.path({}).chopped(1));
        for (int host = 0; host < 10; ++host) {
            QVERIFY(!finder.find(places, QStringLiteral("https://h%1.example/a/logo.png").arg(host))
                         .isEmpty());
        }
        QCOMPARE(pictures.kept().size(), 1);
    }

    void followsNoLink()
    {
        const ImportFixture source;
        source.write("secret/logo.png", pngBytes());
        source.write("top/a/b", "x");
        QVERIFY(::symlink("../secret", source.path("top/secret").constData()) == 0);
        QVERIFY(::symlink("../../secret/logo.png", source.path("top/a/logo.png").constData()) == 0);
        RecordingPictures pictures;
        CarriedFinder finder(pictures);
        const auto places = finder.places(source.path("top"), source.path("top"));
        QVERIFY(finder.find(places, QStringLiteral("https://h.example/secret/logo.png")).isEmpty());
        QVERIFY(finder.find(places, QStringLiteral("https://h.example/a/logo.png")).isEmpty());
    }

    void takesOnlyPictures()
    {
        const ImportFixture source;
        source.write("top/a/page.html", "<html>");
        source.write("top/a/huge.png", pngBytes());
        QVERIFY(::truncate(source.path("top/a/huge.png").constData(), 11LL * 1024 * 1024) == 0);
        RecordingPictures pictures;
        CarriedFinder finder(pictures);
        const auto places = finder.places(source.path("top"), source.path("top"));
        QVERIFY(finder.find(places, QStringLiteral("https://h.example/a/page.html")).isEmpty());
        QVERIFY(finder.find(places, QStringLiteral("https://h.example/a/huge.png")).isEmpty());
        QVERIFY(pictures.kept().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCarriedFinder)
#include "tst_carriedfinder.moc"
