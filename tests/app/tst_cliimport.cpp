// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/argument.h"
#include "cli/importreport.h"
#include "desk.h"

#include <QBuffer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <csignal>
#include <tuple>

using namespace Microfiche;
using namespace Microfiche::Test;

class TestCliImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAnImportAsJson()
    {
        const Desk desk;
        const Said said =
            desk.run({QStringLiteral("import"), QStringLiteral("--json"), desk.source()});
        QCOMPARE(said.code, 1); // the note
        QCOMPARE(memberOrder(said.out, 2),
                 words("filesFound filesImported filesUnchanged filesRejected filesSkipped "
                       "articlesAdded articlesUpdated duplicateFiles mentions relatedLinks "
                       "relatedResolved bytes "
                       "seconds rejected warnings"));
        QCOMPARE(memberOrder(said.out, 6), words("path line column reason"));
        const QJsonObject json = QJsonDocument::fromJson(said.out).object();
        const auto number = [&json](const char *name) {
            return json.value(QLatin1String(name)).toInt(-1);
        };
        QCOMPARE(number("filesFound"), 5);
        QCOMPARE(number("filesImported"), 4);
        QCOMPARE(number("filesRejected"), 1);
        QCOMPARE(number("articlesAdded"), 3);
        QCOMPARE(number("duplicateFiles"), 1);
        QCOMPARE(number("mentions"), 1);
        QCOMPARE(number("relatedLinks"), 2);
        QCOMPARE(number("relatedResolved"), 1);
        const QJsonObject rejected =
            json.value(QLatin1String("rejected")).toArray().first().toObject();
        QVERIFY(
            rejected.value(QLatin1String("path")).toString().endsWith(QStringLiteral("note.txt")));
    }

    void tellsAnImportInWords()
    {
        const Desk desk;
        const Said said = desk.import();
        QCOMPARE(said.code, 1);
        QVERIFY(said.out.contains("note.txt:1:1: No front matter."));
        QVERIFY(QFile::remove(desk.source() + QStringLiteral("/note.txt")));
        QCOMPARE(desk.import().code, 0);
        QCOMPARE(desk.run({QStringLiteral("import"), desk.path(QStringLiteral("gone"))}).code, 1);
    }

    void saysWhatIsOfThisImportAndWhatOfTheArchive()
    {
        const Desk desk;
        desk.import();
        const QByteArray said = desk.import().out;
        const qsizetype archive = said.indexOf("The whole archive now");
        const qsizetype run = said.indexOf("This import");
        QVERIFY(run >= 0 && archive > run);
        const auto has = [&said](const char *pattern, qsizetype from, qsizetype to) {
            return QRegularExpression(QLatin1String(pattern))
                .match(QString::fromUtf8(said.sliced(from, to - from)))
                .hasMatch();
        };
        QVERIFY2(has("Duplicate files +0\\n", run, archive), said);
        QVERIFY2(has("Unchanged +4\\n", run, archive), said);
        QVERIFY2(has("Duplicate files +1\\n", archive, said.size()), said);
        QVERIFY2(has("Articles +3\\n", archive, said.size()), said);
    }

    void endsAsAShellHasItWhenInterrupted()
    {
        const Desk desk;
        for (int i = 0; i < 400; ++i) {
            const QByteArray number = QByteArray::number(i);
            desk.write("many/" + number,
                       "---\ntitle: A\nwebUrl: https://many.example/" + number + "\n---\n");
        }
        // It waits from the beginning, so that it comes whatever the import has done by then.
        sigset_t ours = {};
        sigset_t before = {};
        sigemptyset(&ours);
        sigaddset(&ours, SIGINT);
        QCOMPARE(::pthread_sigmask(SIG_BLOCK, &ours, &before), 0);
        QCOMPARE(::raise(SIGINT), 0);
        const Said said =
            desk.run({QStringLiteral("import"), QStringLiteral("--json"), desk.source()});
        QCOMPARE(::pthread_sigmask(SIG_SETMASK, &before, nullptr), 0);
        QCOMPARE(said.code, 130);
        QVERIFY(said.err.contains("The import was cancelled."));
        const QJsonObject told = QJsonDocument::fromJson(said.out).object();
        const QJsonObject held =
            QJsonDocument::fromJson(desk.run(words("stats --json")).out).object();
        QCOMPARE(told.value(QLatin1String("articlesAdded")).toInt(),
                 held.value(QLatin1String("articles")).toInt());
        QVERIFY(told.value(QLatin1String("filesFound")).toInt() >=
                told.value(QLatin1String("filesImported")).toInt() +
                    told.value(QLatin1String("filesRejected")).toInt());
    }

    void takesNamesThatAreNoUtf8()
    {
        const Desk desk;
        desk.write("\xff.md", "---\ntitle: A\nwebUrl: https://a.example/1\n---\n");
        desk.write("caf\xe9.txt", "Just a note.\n");
        const auto import = [&desk](const QByteArray &name) {
            return desk.run({QStringLiteral("import"), desk.source() + u'/' + argumentText(name)});
        };
        QCOMPARE(import("\xff.md").code, 0);
        QCOMPARE(import("\xfe.md").code, 1); // another name
        const Said note = import("caf\xe9.txt");
        QCOMPARE(note.code, 1);
        QVERIFY2(note.out.contains("caf\\xe9.txt:1:1: No front matter."), note.out);
        QVERIFY(desk.run(words("show https://a.example/1")).out.contains("/\\xff.md"));
    }

    void makesNoArchiveOfNothing()
    {
        const Desk desk;
        const QStringList import{QStringLiteral("import"), QStringLiteral("--json"),
                                 desk.path(QStringLiteral("gone/a.md")),
                                 desk.path(QStringLiteral("gone/b.md"))};
        const Said said = desk.run(import);
        QCOMPARE(said.code, 1);
        QVERIFY(!QFile::exists(desk.archive()));
        // As it is told where there is an archive.
        desk.import();
        const auto told = [](const QByteArray &json) {
            const QJsonObject object = QJsonDocument::fromJson(json).object();
            return std::tuple(object.value(QLatin1String("filesFound")).toInt(),
                              object.value(QLatin1String("filesRejected")).toInt(),
                              object.value(QLatin1String("rejected")).toArray());
        };
        QCOMPARE(told(said.out), told(desk.run(import).out));
        QCOMPARE(std::get<2>(told(said.out)).size(), 2);
    }

    void isAllWellWhereLinksAreSkipped()
    {
        const Desk desk;
        QVERIFY(QFile::remove(desk.source() + QStringLiteral("/note.txt")));
        QVERIFY(QFile::link(QStringLiteral("1.md"), desk.source() + QStringLiteral("/link.md")));
        const Said said =
            desk.run({QStringLiteral("import"), QStringLiteral("--json"), desk.source()});
        QCOMPARE(said.code, 0);
        const QJsonObject json = QJsonDocument::fromJson(said.out).object();
        QCOMPARE(json.value(QLatin1String("filesSkipped")).toInt(), 1);
        QCOMPARE(json.value(QLatin1String("filesFound")).toInt(), 4);
    }

    void passesByItsOwnArchive()
    {
        const Desk desk;
        QVERIFY(QFile::remove(desk.source() + QStringLiteral("/note.txt")));
        desk.write("a.png", QByteArray("\x89PNG\r\n\x1a\n picture", 16));
        const QStringList home{QStringLiteral("import"), desk.path({})};
        QCOMPARE(desk.run(home).code, 0);
        QVERIFY(QFile::exists(desk.path(QStringLiteral("test.pictures"))));
        desk.write("../test.pictures/half written", "x");
        QCOMPARE(desk.run(home).code, 0);
    }

    void saysByHowMuchAListIsCut_data()
    {
        QTest::addColumn<qint64>("rejected");
        QTest::addColumn<qint64>("warnings");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("not at all")
            << qint64(1) << qint64(25) << QByteArray("5 more warnings; --json names them all.");
        QTest::newRow("one list") << qint64(12'001) << qint64(25)
                                  << QByteArray("and 12,000 more rejected.");
        QTest::newRow("both") << qint64(3) << qint64(1'000)
                              << QByteArray("980 more warnings; --json names all but 975.");
    }

    void saysByHowMuchAListIsCut()
    {
        QFETCH(qint64, rejected);
        QFETCH(qint64, warnings);
        QFETCH(QByteArray, words);
        ImportSummary summary;
        summary.rejected = {{"/a.md", 1, 1, QStringLiteral("no")}};
        summary.warnings = QList<FileProblem>(25, {"/b.md", 2, 3, QStringLiteral("odd")});
        summary.filesRejected = rejected;
        summary.warningsFound = warnings;
        QBuffer out;
        QBuffer err;
        QVERIFY(out.open(QIODevice::WriteOnly) && err.open(QIODevice::WriteOnly));
        Console console(out, err);
        printReport(summary, {}, console);
        QVERIFY2(out.data().contains(words), out.data());

        const QJsonObject json = QJsonDocument::fromJson(importJson(summary, {})).object();
        sayWhatIsCut(summary, console);
        for (const auto &[name, count] : {std::pair("rejectedNotListed", rejected - 1),
                                          std::pair("warningsNotListed", warnings - 25)}) {
            QCOMPARE(json.contains(QLatin1String(name)), count > 0);
            QCOMPARE(json.value(QLatin1String(name)).toInteger(), count);
        }
        QCOMPARE(err.data().contains("more files were rejected than are listed."), rejected > 1);
        QCOMPARE(err.data().contains("more warnings than are listed."), warnings > 25);
    }
};

QTEST_GUILESS_MAIN(TestCliImport)
#include "tst_cliimport.moc"
