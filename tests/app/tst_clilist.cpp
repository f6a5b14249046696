// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;

namespace
{

// Behind its id.
const QByteArray MolesAsJson =
    ",\"key\":\"https://one.example/a\",\"title\":\"Moles, \\\"seen\\\"\","
    "\"excerpt\":\"They \\\"dig\\\".\",\"date\":\"2023-07-01T10:00:00Z\",\"quality\":80,"
    "\"type\":\"article\",\"published\":false,"
    "\"provider\":{\"name\":\"One\",\"domain\":\"one.example\"},"
    "\"topics\":[\"Garden Life\",\"Soil\"],"
    "\"picture\":\"https://one.example/a.png\",\"related\":2}";

} // namespace

class TestCliList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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

    void aTitleIsOneLine_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("lines");
        QTest::addColumn<QByteArray>("titles");
        QTest::newRow("jsonl") << QStringLiteral("jsonl") << 2 << QByteArray("\"A title  of two\"");
        QTest::newRow("csv") << QStringLiteral("csv") << 3 << QByteArray(",A title  of two,");
        QTest::newRow("table") << QStringLiteral("table") << 3 << QByteArray("  A title of two");
    }

    void aTitleIsOneLine()
    {
        QFETCH(QString, format);
        QFETCH(int, lines);
        QFETCH(QByteArray, titles);
        const Desk desk;
        desk.write("block/1.md",
                   "---\ntitle: |\n  A title  of\n  two\nwebUrl: https://a.example/1\n---\n");
        desk.write("block/2.md", "---\ntitle: \"\\n A title  of \\u2028\\n two\\n\"\nwebUrl: "
                                 "https://a.example/2\n---\n");
        desk.run({QStringLiteral("import"), desk.source() + QStringLiteral("/block")});
        const Said said = desk.run({QStringLiteral("list"), QStringLiteral("--format"), format});
        QCOMPARE(said.out.count('\n'), lines);
        QCOMPARE(said.out.count(titles), 2);
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
        QVERIFY(lines[3].contains(QStringLiteral("no provider")));
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
            << QStringList{QStringLiteral("topic:garden life"), QStringLiteral("moles")}
            << QByteArrayList{one};
        QTest::newRow("two topics whose quotes the shell took")
            << QStringList{QStringLiteral("moles"), QStringLiteral("topic:Garden Life,Moon")}
            << QByteArrayList{one};
        QTest::newRow("words whose quotes the shell took")
            << QStringList{QStringLiteral("title:moles seen"), QStringLiteral("quality:50..")}
            << QByteArrayList{one};
        QTest::newRow("the same in another order")
            << QStringList{QStringLiteral("-title:seen moles"), QStringLiteral("sort:date")}
            << QByteArrayList{two, one, three};
        QTest::newRow("a clause and a word in one argument")
            << QStringList{QStringLiteral("topic:Soil moles")} << QByteArrayList{one};
        QTest::newRow("a whole query in one argument")
            << QStringList{QStringLiteral("topic:Soil quality:50..")} << QByteArrayList{one};
        QTest::newRow("not a topic") << words("-topic:Soil") << QByteArrayList{two, three};
        QTest::newRow("not a word") << words("-worms") << QByteArrayList{one, three};
        QTest::newRow("not one letter") << words("-m") << QByteArrayList{two, three};
        QTest::newRow("a dash before what is an option")
            << words("-limit -sort quality:0..") << QByteArrayList{two, one};
        QTest::newRow("among options")
            << words("--sort -date -topic:Soil --limit 1") << QByteArrayList{two};
        QTest::newRow("a copied query")
            << QStringList{QStringLiteral("-worms quality:50..")} << QByteArrayList{one};
        QTest::newRow("behind the options")
            << words("--limit 1 -- -h -worms") << QByteArrayList{one};
        QTest::newRow("an address")
            << words("https://ONE.example/a#top quality:50..") << QByteArrayList{one};
        QTest::newRow("another address")
            << words("url:https://two.example/b") << QByteArrayList{two};
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
        QVERIFY(none.out.isEmpty() && none.err.contains("No article matches unheardof"));
    }

    void saysWhereQuotesWouldFindSomething_data()
    {
        QTest::addColumn<QString>("verb");
        for (const char *verb : {"list", "facets", "export --to OUT", "pictures status"}) {
            QTest::newRow(verb) << QString::fromUtf8(verb);
        }
    }

    void saysWhereQuotesWouldFindSomething()
    {
        QFETCH(const QString, verb);
        const Desk desk;
        desk.import();
        const auto errorsOf = [&](const char *query) {
            const QStringList arguments =
                QString(verb)
                    .replace(QStringLiteral("OUT"), desk.path(QStringLiteral("out")))
                    .split(u' ');
            return desk.run(arguments + QStringList{QString::fromLatin1(query)}).err;
        };
        const QByteArray name = errorsOf("topic:garden life");
        QVERIFY2(name.contains("No article has the topic garden.\n"
                               "Quotes are missing, perhaps: topic:\"garden life\" matches 1.\n"),
                 name.constData());
        QVERIFY(!errorsOf("topic:garden death").contains("Quotes"));
        QVERIFY(!errorsOf("topic:Soil moles").contains("Quotes"));
    }

    void saysASlipThoughSomethingIsFound_data() { saysWhereQuotesWouldFindSomething_data(); }

    void saysASlipThoughSomethingIsFound()
    {
        QFETCH(const QString, verb);
        const Desk desk;
        desk.import();
        const QStringList arguments =
            QString(verb)
                .replace(QStringLiteral("OUT"), desk.path(QStringLiteral("out")))
                .split(u' ');
        const Said said = desk.run(arguments + words("moles OR qualty:80.."));
        QCOMPARE(said.code, 0);
        QVERIFY2(said.err.contains("Write quality:80.. for the key.\n"), said.err.constData());
    }

    void saysWhyNothingMatches_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char *query, const char *reason) {
            QTest::newRow(query) << QString::fromLatin1(query) << QByteArray(reason);
        };
        row("qualty:80..", "Write quality:80.. for the key.\n");
        row("provider:nobody.example", "No article is from nobody.example.\n");
        row("type:nothing", "No article is of type nothing.\n");
        row("title:(unheardof OR beehive)", "Write (title:unheardof OR title:\u2026)");
    }

    void saysWhyNothingMatches()
    {
        QFETCH(const QString, query);
        QFETCH(const QByteArray, reason);
        const Desk desk;
        desk.import();
        const Said list = desk.run({QStringLiteral("list"), query});
        QCOMPARE(list.code, 1);
        QVERIFY2(list.err.contains(reason), list.err.constData());
        const Said facets = desk.run({QStringLiteral("facets"), query});
        QCOMPARE(facets.code, 1);
        QVERIFY2(facets.err.contains(reason), facets.err.constData());
    }

    void shortensALongQueryThatFindsNothing()
    {
        const Desk desk;
        desk.import();
        const Said none =
            desk.run({QStringLiteral("list"), QStringLiteral("unheardof ").repeated(60)});
        QCOMPARE(none.code, 1);
        QCOMPARE(none.err.count('\n'), 1);
        QVERIFY2(QString::fromUtf8(none.err).size() < 200, none.err.constData());
    }

    void marksWhereAQueryIsWrong_data()
    {
        QTest::addColumn<QString>("verb");
        for (const char *verb : {"list", "facets", "export --to out"}) {
            QTest::newRow(verb) << QString::fromUtf8(verb);
        }
    }

    void marksWhereAQueryIsWrong()
    {
        QFETCH(QString, verb);
        const Desk desk;
        desk.import();
        const Said said = desk.run(verb.split(u' ') + words("moles quality:8o.. sort:date"));
        QCOMPARE(said.code, 2);
        QVERIFY(said.out.isEmpty());
        QVERIFY2(said.err.startsWith("moles quality:8o.. sort:date\n"
                                     "              ^^^^\n"
                                     "8o.. "),
                 said.err.constData());
    }
};

QTEST_GUILESS_MAIN(TestCliList)
#include "tst_clilist.moc"
