// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;

class TestCliUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void knowsAVerb_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<bool>("isVerb");
        QTest::newRow("nothing") << QStringList{} << false;
        QTest::newRow("a verb") << words("stats") << true;
        QTest::newRow("behind the archive") << words("--archive a.microfiche list x") << true;
        QTest::newRow("behind the archive, in one") << words("--archive=a list") << true;
        QTest::newRow("a path") << words("/home/me/news") << false;
        QTest::newRow("a path of that name") << words("./list") << false;
        QTest::newRow("the archive is called so") << words("--archive list") << false;
        QTest::newRow("behind a path") << words("news list") << false;
    }

    void knowsAVerb()
    {
        QFETCH(QStringList, arguments);
        QFETCH(bool, isVerb);
        QCOMPARE(namesVerb(arguments), isVerb);
    }

    void helpsAndRefusesWrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        for (const char *verb :
             {"import", "stats", "list", "show", "export", "check", "pictures"}) {
            QTest::addRow("%s --help", verb)
                << QStringList{QString::fromUtf8(verb), QStringLiteral("--help")} << 0;
            QTest::addRow("%s --nonsense", verb)
                << QStringList{QString::fromUtf8(verb), QStringLiteral("--nonsense")} << 2;
        }
        QTest::newRow("import nothing") << words("import") << 2;
        QTest::newRow("stats of something") << words("stats x") << 2;
        QTest::newRow("list --format") << words("list --format xml") << 2;
        QTest::newRow("list --sort") << words("list --sort size") << 2;
        QTest::newRow("list --limit") << words("list --limit many") << 2;
        QTest::newRow("list --limit below 0") << words("list --limit -1") << 2;
        QTest::newRow("show nothing") << words("show") << 2;
        QTest::newRow("show two") << words("show 1 2") << 2;
        QTest::newRow("show --format") << words("show 1 --format xml") << 2;
        QTest::newRow("pictures nothing") << words("pictures") << 2;
        QTest::newRow("pictures of no task") << words("pictures burn") << 2;
        QTest::newRow("pictures status --repair") << words("pictures status --repair") << 2;
        QTest::newRow("pictures verify something") << words("pictures verify x") << 2;
        QTest::newRow("pictures clear both") << words("pictures clear --undo --now") << 2;
        QTest::newRow("export to nowhere") << words("export") << 2;
        QTest::newRow("archive that is no text") << words("stats --archive \xff.microfiche") << 2;
        QTest::newRow("option without value") << words("list --sort") << 2;
    }

    void helpsAndRefusesWrongUsage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        const Desk desk;
        const Said said = desk.run(arguments);
        QCOMPARE(said.code, code);
        QVERIFY(code == 0 ? said.out.contains("--archive FILE") && said.err.isEmpty()
                          : said.out.isEmpty() && said.err.contains("--help"));
        QVERIFY(!QFile::exists(desk.archive()));
    }

    void refusesAnArchiveThatCannotBeOpened_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("stats") << words("stats");
        QTest::newRow("list") << words("list");
        QTest::newRow("show") << words("show 1");
        QTest::newRow("export") << words("export --to out");
        QTest::newRow("check") << words("check");
    }

    void refusesAnArchiveThatCannotBeOpened()
    {
        QFETCH(QStringList, arguments);
        const Desk desk;
        const Said missing = desk.run(arguments);
        QCOMPARE(missing.code, 3);
        QVERIFY(missing.out.isEmpty() && !missing.err.isEmpty());
        QVERIFY(!QFile::exists(desk.archive()));

        QFile other(desk.archive());
        QVERIFY(other.open(QIODevice::WriteOnly));
        QCOMPARE(desk.run(arguments).code, 3); // empty
        QCOMPARE(other.size(), 0);
        QVERIFY(other.write("not a database at all") > 0);
        other.close();
        QCOMPARE(desk.run(arguments).code, 3);
        QCOMPARE(desk.import().code, 3);
        QCOMPARE(bytesOf(desk.archive()), QByteArray("not a database at all"));
    }

    void saysWhenTheAnswerDoesNotFitTheDisk()
    {
        const Desk desk;
        desk.import();
        QFile full(QStringLiteral("/dev/full"));
        QBuffer err;
        QVERIFY(err.open(QIODevice::WriteOnly));
        if (!full.open(QIODevice::WriteOnly)) {
            return; // no such device here
        }
        Console console(full, err);
        const auto code = runVerb(
            QStringList{QStringLiteral("--archive"), desk.archive()} + words("list"), console);
        QCOMPARE(code, std::optional(1));
        QVERIFY(err.data().contains("could not be written"));
    }

    void readsWhatTheWindowIsOpenedWith()
    {
        QBuffer out;
        QBuffer err;
        QVERIFY(out.open(QIODevice::WriteOnly) && err.open(QIODevice::WriteOnly));
        Console console(out, err);
        const auto read = [&console](const char *arguments) {
            return parseWindowArguments(words(arguments), console);
        };
        QCOMPARE(parseWindowArguments(QStringList(), console).archive, defaultArchivePath());
        QCOMPARE(read("--archive /a/b.microfiche /c /d").archive,
                 QStringLiteral("/a/b.microfiche"));
        QCOMPARE(read("--archive /a/b.microfiche /c /d").paths, QByteArrayList({"/c", "/d"}));
        QCOMPARE(read("file:///c%20d").paths, QByteArrayList{"/c d"});
        QCOMPARE(read("news").paths,
                 QByteArrayList{QFile::encodeName(QDir::currentPath()) + "/news"});
        QCOMPARE(read("news").exitCode, std::optional<int>(2));
        QVERIFY(err.data().contains("There is no file or folder news"));
        QVERIFY(!read("--archive /a/b.microfiche / .").exitCode);
        QVERIFY(read("--self-test").selfTest);
        QCOMPARE(read("--help").exitCode, std::optional<int>(0));
        QVERIFY(out.data().contains("import"));
        QCOMPARE(read("--archive \xff").exitCode, std::optional<int>(2));
        QVERIFY(err.data().contains("\\xff is no UTF-8"));
        QCOMPARE(read("--nonsense").exitCode, std::optional<int>(2));
    }

    void keepsPicturesBesideTheArchive()
    {
        QCOMPARE(pictureFolder(QStringLiteral("/a/news.microfiche")),
                 QStringLiteral("/a/news.pictures"));
        QCOMPARE(pictureFolder(QStringLiteral("/a/news.db")),
                 QStringLiteral("/a/news.db.pictures"));
        QVERIFY(defaultArchivePath().endsWith(QStringLiteral("/archive.microfiche")));
    }
};

QTEST_GUILESS_MAIN(TestCliUsage)
#include "tst_cliusage.moc"
