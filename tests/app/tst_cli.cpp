// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "cli/console.h"
#include "store/records.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Microfiche;

namespace
{

struct Said {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

/// A folder of three articles, a duplicate and a note, and an archive beside it.
class Desk
{
public:
    Desk()
    {
        write("1.md",
              "---\ntitle: Moles, \"seen\"\nexcerpt: They \"dig\".\nwebUrl: https://one.example/a\n"
              "publishedDateTime: 2023-07-01T10:00:00Z\nquality: 80\nheat: -1\ntype: article\n"
              "published: false\nprovider: {name: One, domain: one.example}\n"
              "topics: [Garden Life, Soil]\nimages:\n  - url: https://one.example/a.png\n"
              "related:\n  - title: Elsewhere\n    webUrl: https://else.example/x\n"
              "  - title: Worms\n    webUrl: https://two.example/b\n---\n");
        write("2.md", "---\r\ntitle: Worms\r\nwebUrl: https://two.example/b\r\n"
                      "publishedDateTime: 2023-08-02T10:00:00Z\r\nquality: 20\r\n"
                      "provider: {name: Two, domain: two.example}\r\n---\r\n<p>Body.</p>\r\n");
        write("3.md",
              "---\ntitle: \"A \\e[31mred\\u202E line\"\nwebUrl: https://one.example/c\n---\n");
        write("again/2.md", "---\ntitle: Worms once more\nwebUrl: https://two.example/b\n---\n");
        write("note.txt", "Just a note.\n");
    }

    QString path(const QString &name) const { return m_home.filePath(name); }
    QString source() const { return path(QStringLiteral("source")); }
    QString archive() const { return path(QStringLiteral("test.microfiche")); }

    void write(const QString &name, const QByteArray &bytes) const
    {
        const QString target = source() + u'/' + name;
        QDir().mkpath(QFileInfo(target).path());
        QFile file(target);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("%s could not be written", qPrintable(target));
        }
    }
    void write(const char *name, const char *bytes) const
    {
        write(QString::fromUtf8(name), QByteArray(bytes));
    }

    /// A verb and its arguments, for this archive.
    Said run(const QStringList &arguments) const
    {
        return runAnywhere(QStringList{QStringLiteral("--archive"), archive()} + arguments);
    }
    static Said runAnywhere(const QStringList &arguments)
    {
        QBuffer out;
        QBuffer err;
        out.open(QIODevice::WriteOnly);
        err.open(QIODevice::WriteOnly);
        Console console(out, err, 80);
        const auto code = runVerb(arguments, console);
        return {code.value_or(-1), out.data(), err.data()};
    }
    Said import() const { return run({QStringLiteral("import"), source()}); }

private:
    QTemporaryDir m_home;
};

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(u' ');
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("could not be read");
}

/// The names of the members of a JSON object as they are written, which QJsonObject would sort.
QStringList memberOrder(const QByteArray &json, int indentation)
{
    static const QRegularExpression Member(QStringLiteral("^( *)\"([^\"]+)\":"),
                                           QRegularExpression::MultilineOption);
    QStringList names;
    auto matches = Member.globalMatch(QString::fromUtf8(json));
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (match.capturedLength(1) == indentation) {
            names.append(match.captured(2));
        }
    }
    return names;
}

// Behind its id.
const QByteArray MolesAsJson =
    ",\"key\":\"https://one.example/a\",\"title\":\"Moles, \\\"seen\\\"\","
    "\"excerpt\":\"They \\\"dig\\\".\",\"date\":\"2023-07-01T10:00:00Z\",\"quality\":80,"
    "\"type\":\"article\",\"published\":false,"
    "\"provider\":{\"name\":\"One\",\"domain\":\"one.example\"},"
    "\"topics\":[\"Garden Life\",\"Soil\"],"
    "\"picture\":\"https://one.example/a.png\",\"related\":2}";

} // namespace

class TestCli : public QObject
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
        for (const char *verb : {"import", "stats", "list", "show", "export", "check"}) {
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
        QTest::newRow("export to nowhere") << words("export") << 2;
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
        QVERIFY(other.open(QIODevice::WriteOnly) && other.write("not a database at all") > 0);
        other.close();
        QCOMPARE(desk.run(arguments).code, 3);
        QCOMPARE(desk.import().code, 3);
        QCOMPARE(bytesOf(desk.archive()), QByteArray("not a database at all"));
    }

    void tellsAnImportAsJson()
    {
        const Desk desk;
        const Said said =
            desk.run({QStringLiteral("import"), QStringLiteral("--json"), desk.source()});
        QCOMPARE(said.code, 1); // the note
        QCOMPARE(memberOrder(said.out, 2),
                 words("filesFound filesImported filesUnchanged filesRejected articlesAdded "
                       "articlesUpdated duplicateFiles mentions relatedLinks relatedResolved bytes "
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

    void countsAsJson()
    {
        const Desk desk;
        desk.import();
        const Said said = desk.run(words("stats --json"));
        QCOMPARE(said.code, 0);
        QCOMPARE(
            memberOrder(said.out, 2),
            words("articles mentions files duplicateFiles relatedLinks relatedResolved providers "
                  "topics withPicture unrated undated unpublished heatMeasured types perYear "
                  "quality originalBytes archiveBytes"));
        const QJsonObject json = QJsonDocument::fromJson(said.out).object();
        QCOMPARE(json.value(QLatin1String("articles")).toInt(), 3);
        QCOMPARE(json.value(QLatin1String("undated")).toInt(), 1);
        QCOMPARE(
            json.value(QLatin1String("perYear")).toObject().value(QLatin1String("2023")).toInt(),
            2);
        QCOMPARE(json.value(QLatin1String("quality")).toObject(),
                 (QJsonObject{{QStringLiteral("min"), 20}, {QStringLiteral("max"), 80}}));
        QVERIFY(desk.run(words("stats")).out.contains("Duplicate files"));
    }

    void listsAsJsonLines()
    {
        const Desk desk;
        desk.import();
        const Said said = desk.run(words("list --format jsonl --sort title"));
        QCOMPARE(said.code, 0);
        const QByteArrayList lines = said.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[1].mid(lines[1].indexOf(",\"key\"")), MolesAsJson);
        const QJsonObject bare = QJsonDocument::fromJson(lines[0]).object();
        QCOMPARE(bare.keys(), words("id key related title"));
        QVERIFY(!said.out.contains('\x1b'));
    }

    void listsAsTable()
    {
        const Desk desk;
        desk.import();
        const Said said = desk.run(words("list"));
        QCOMPARE(said.code, 0);
        const QStringList lines = QString::fromUtf8(said.out).trimmed().split(u'\n');
        QCOMPARE(lines.size(), 4);
        for (const QString &line : lines) {
            QVERIFY2(line.size() <= 80, qPrintable(line));
        }
        QVERIFY(lines[0].contains(QStringLiteral("Quality")));
        QVERIFY(lines[1].contains(QStringLiteral("2023-08-02")));
        QVERIFY(lines[3].contains(QStringLiteral("undated")));
        QVERIFY(lines[3].contains(QStringLiteral("unrated")));
        QVERIFY(!said.out.contains('\x1b'));
        QVERIFY(!lines[3].contains(QChar(0x202e)));
    }

    void listsAsCsv()
    {
        const Desk desk;
        desk.import();
        const Said said = desk.run(words("list --format csv moles"));
        QCOMPARE(said.code, 0);
        const qsizetype id = said.out.indexOf("\r\n") + 2;
        QCOMPARE(said.out.left(id),
                 QByteArray("id,key,title,excerpt,date,quality,heat,type,published,provider,domain,"
                            "topics,picture,related\r\n"));
        QCOMPARE(said.out.mid(said.out.indexOf(',', id)),
                 QByteArray(",https://one.example/a,\"Moles, \"\"seen\"\"\",\"They \"\"dig\"\".\","
                            "2023-07-01T10:00:00Z,80,,article,false,One,one.example,"
                            "Garden Life;Soil,https://one.example/a.png,2\r\n"));
    }

    void listsWhatAQueryAsksFor_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArrayList>("urls");
        const QByteArray one = "https://one.example/a";
        const QByteArray two = "https://two.example/b";
        const QByteArray three = "https://one.example/c";
        QTest::newRow("everything") << QStringList{} << QByteArrayList{two, one, three};
        QTest::newRow("oldest first") << words("--sort -date") << QByteArrayList{one, two, three};
        QTest::newRow("best first") << words("--sort quality") << QByteArrayList{one, two, three};
        QTest::newRow("two of them") << words("--limit 2") << QByteArrayList{two, one};
        QTest::newRow("a score") << words("quality:50..") << QByteArrayList{one};
        QTest::newRow("days") << words("date:2023-08-01..2023-08-31") << QByteArrayList{two};
        QTest::newRow("a provider") << words("provider:two.example") << QByteArrayList{two};
        QTest::newRow("a word") << words("moles") << QByteArrayList{one};
        QTest::newRow("two words") << words("moles dig") << QByteArrayList{one};
        QTest::newRow("a quoted topic")
            << QStringList{QStringLiteral("topic:\"Garden Life\"")} << QByteArrayList{one};
        QTest::newRow("a topic whose quotes the shell took")
            << QStringList{QStringLiteral("topic:garden life")} << QByteArrayList{one};
        QTest::newRow("a topic and a word in one argument")
            << QStringList{QStringLiteral("topic:Soil moles")} << QByteArrayList{one};
        QTest::newRow("mentions") << words("is:mention")
                                  << QByteArrayList{"https://else.example/x"};
    }

    void listsWhatAQueryAsksFor()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArrayList, urls);
        const Desk desk;
        desk.import();
        const Said said = desk.run(words("list --format urls") + arguments);
        QCOMPARE(said.code, 0);
        QCOMPARE(said.out.trimmed().split('\n'), urls);
    }

    void saysWhenNothingMatchesOrNothingIsAsked()
    {
        const Desk desk;
        desk.import();
        const Said none = desk.run(words("list unheardof"));
        QCOMPARE(none.code, 1);
        QVERIFY(none.out.isEmpty() && none.err.contains("No article matches."));
        const Said wrong = desk.run(words("list quality:8o.."));
        QCOMPARE(wrong.code, 2);
        QVERIFY(wrong.err.contains("8o.."));
    }

    void showsAnArticle()
    {
        const Desk desk;
        desk.import();
        const Said text = desk.run(words("show https://one.example/a"));
        QCOMPARE(text.code, 0);
        for (const char *part :
             {"Moles, \"seen\"", "They \"dig\".", "one.example", "2023-07-01T10:00:00Z",
              "Garden Life, Soil", "unpublished", "Mention: Elsewhere", "1.md"}) {
            QVERIFY2(text.out.contains(part), part);
        }
        QVERIFY(!desk.run(words("show https://one.example/c")).out.contains('\x1b'));
        const Said json = desk.run(words("show https://two.example/b#part --format json"));
        const QJsonObject object = QJsonDocument::fromJson(json.out).object();
        QCOMPARE(object.value(QLatin1String("title")).toString(), QStringLiteral("Worms"));
        QCOMPARE(object.value(QLatin1String("citedBy")).toInt(), 1);
        QCOMPARE(object.value(QLatin1String("files")).toArray().size(), 2);
        const QString id = QString::number(object.value(QLatin1String("id")).toInt());
        QCOMPARE(desk.run({QStringLiteral("show"), id, QStringLiteral("--format"),
                           QStringLiteral("source")})
                     .out,
                 bytesOf(desk.source() + QStringLiteral("/2.md")));
    }

    void saysWhatItCannotShow()
    {
        const Desk desk;
        desk.import();
        QCOMPARE(desk.run(words("show 999")).code, 1);
        QCOMPARE(desk.run(words("show https://nowhere.example/")).code, 1);
        QCOMPARE(desk.run(words("show nonsense")).code, 1);
        const Said mention = desk.run(words("show https://else.example/x --format source"));
        QCOMPARE(mention.code, 1);
        QVERIFY(mention.out.isEmpty());
        QVERIFY(desk.run(words("show https://else.example/x")).out.contains("none: known only"));
    }

    void exportsEveryFileAsItWas()
    {
        const Desk desk;
        desk.import();
        const QString target = desk.path(QStringLiteral("out/deep"));
        const QStringList command{QStringLiteral("export"), QStringLiteral("--to"), target};
        QCOMPARE(desk.run(command).code, 0);
        const QStringList names{QStringLiteral("1.md"), QStringLiteral("2-2.md"),
                                QStringLiteral("2.md"), QStringLiteral("3.md")};
        QCOMPARE(QDir(target).entryList(QDir::Files, QDir::Name), names);
        QCOMPARE(bytesOf(target + QStringLiteral("/1.md")),
                 bytesOf(desk.source() + QStringLiteral("/1.md")));
        QByteArrayList both{bytesOf(target + QStringLiteral("/2.md")),
                            bytesOf(target + QStringLiteral("/2-2.md"))};
        QVERIFY(both.contains(bytesOf(desk.source() + QStringLiteral("/2.md"))));
        QVERIFY(both.contains(bytesOf(desk.source() + QStringLiteral("/again/2.md"))));
        // Once more: what is there already is not written twice.
        QCOMPARE(desk.run(command).code, 0);
        QCOMPARE(QDir(target).entryList(QDir::Files, QDir::Name), names);
    }

    void writesOverNothing()
    {
        const Desk desk;
        desk.import();
        const QString target = desk.path(QStringLiteral("out"));
        QVERIFY(QDir().mkpath(target));
        QFile own(target + QStringLiteral("/1.md"));
        QVERIFY(own.open(QIODevice::WriteOnly) && own.write("mine") == 4);
        own.close();
        QVERIFY(QFile::link(QStringLiteral("/etc/passwd"), target + QStringLiteral("/3.md")));
        QCOMPARE(desk.run({QStringLiteral("export"), QStringLiteral("--to"), target}).code, 0);
        QCOMPARE(bytesOf(own.fileName()), QByteArray("mine"));
        QCOMPARE(bytesOf(target + QStringLiteral("/1-2.md")),
                 bytesOf(desk.source() + QStringLiteral("/1.md")));
        QVERIFY(QFileInfo(target + QStringLiteral("/3.md")).isSymLink());
        QVERIFY(QFile::exists(target + QStringLiteral("/3-2.md")));
    }

    void exportsWhatAQueryAsksFor()
    {
        const Desk desk;
        desk.import();
        const QString target = desk.path(QStringLiteral("out"));
        QCOMPARE(desk.run({QStringLiteral("export"), QStringLiteral("--to"), target,
                           QStringLiteral("quality:50..")})
                     .code,
                 0);
        QCOMPARE(QDir(target).entryList(QDir::Files), QStringList{QStringLiteral("1.md")});
        QCOMPARE(desk.run({QStringLiteral("export"), QStringLiteral("--to"), target,
                           QStringLiteral("unheardof")})
                     .code,
                 1);
        QCOMPARE(desk.run({QStringLiteral("export"), QStringLiteral("--to"),
                           desk.source() + QStringLiteral("/1.md")})
                     .code,
                 1);
    }

    void checksAnArchive()
    {
        const Desk desk;
        desk.import();
        const Said said = desk.run(words("check --json"));
        QCOMPARE(said.code, 0);
        const QJsonObject json = QJsonDocument::fromJson(said.out).object();
        QCOMPARE(json.value(QLatin1String("originalsChecked")).toInt(), 4);
        QVERIFY(json.value(QLatin1String("problems")).toArray().isEmpty());
        QVERIFY(desk.run(words("check")).out.contains("Nothing is wrong."));
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
        QCOMPARE(read("microfiche").archive, defaultArchivePath());
        QCOMPARE(read("microfiche --archive /a/b.microfiche /c /d").archive,
                 QStringLiteral("/a/b.microfiche"));
        QCOMPARE(read("microfiche --archive /a/b.microfiche /c /d").paths, words("/c /d"));
        QCOMPARE(read("microfiche file:///c%20d").paths, QStringList{QStringLiteral("/c d")});
        QVERIFY(QDir::isAbsolutePath(read("microfiche news").paths.constFirst()));
        QVERIFY(!read("microfiche news").exitCode);
        QVERIFY(read("microfiche --self-test").selfTest);
        QCOMPARE(read("microfiche --help").exitCode, std::optional<int>(0));
        QVERIFY(out.data().contains("import"));
        QCOMPARE(read("microfiche --nonsense").exitCode, std::optional<int>(2));
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

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
