// SPDX-License-Identifier: GPL-3.0-or-later
// The parts that verbs write their words with.
#include "cli/argument.h"
#include "cli/console.h"
#include "cli/jsonwriter.h"
#include "cli/queryargument.h"
#include "cli/queryerrortext.h"
#include "cli/texttable.h"
#include "export/exportname.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Microfiche;

class TestCliText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesMembersInTheirOrder()
    {
        JsonWriter json(JsonWriter::Layout::OneLine);
        json.beginObject();
        json.member(u"z", 1);
        json.member(u"a", true);
        json.memberIf(u"missing", std::optional<int>());
        json.memberIf(u"empty", QString());
        json.key(u"list");
        json.beginArray();
        json.value(QStringView(u"x"));
        json.value(1.5);
        json.endArray();
        json.key(u"none");
        json.beginObject();
        json.endObject();
        json.endObject();
        QCOMPARE(json.text(), QByteArray("{\"z\":1,\"a\":true,\"list\":[\"x\",1.5],\"none\":{}}"));
    }

    void progressIsSaidNowAndThenWhereNobodyWatches()
    {
        QBuffer out;
        QBuffer err;
        QVERIFY(out.open(QIODevice::WriteOnly) && err.open(QIODevice::WriteOnly));
        Console log(out, err);
        for (const int second : {0, 4, 9, 10, 11, 19, 20, 45, 46}) {
            log.tellProgress(QStringLiteral("at %1").arg(second), second * 1000);
        }
        QCOMPARE(err.data(), QByteArray("at 10\nat 20\nat 45\n"));
        Console watched(out, err, 100, true);
        watched.tellProgress(QStringLiteral("at once"), 0);
        QVERIFY(err.data().endsWith("\r\x1b[Kat once"));
        QVERIFY(out.data().isEmpty());
    }

    void indents()
    {
        JsonWriter json(JsonWriter::Layout::Indented);
        json.beginObject();
        json.member(u"a", 1);
        json.key(u"b");
        json.beginArray();
        json.value(2);
        json.endArray();
        json.endObject();
        QCOMPARE(json.text(), QByteArray("{\n  \"a\": 1,\n  \"b\": [\n    2\n  ]\n}"));
    }

    void escapesWhatATerminalWouldObey_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QStringLiteral("Grüße, 世界 🙂");
        QTest::newRow("quotes") << QStringLiteral("a \"b\" \\ c");
        QTest::newRow("escape") << QStringLiteral("\x1b[31mred\x07");
        QTest::newRow("c1") << QStringLiteral("\u009b31m");
        QTest::newRow("lines") << QStringLiteral("a\nb\tc\r");
        QTest::newRow("bidi") << QStringLiteral("\u202etxt.exe\u2066");
        QTest::newRow("separators") << QStringLiteral("a\u2028b");
    }

    void escapesWhatATerminalWouldObey()
    {
        QFETCH(QString, text);
        JsonWriter json(JsonWriter::Layout::OneLine);
        json.beginObject();
        json.member(u"t", text);
        json.endObject();
        const QString written = QString::fromUtf8(json.text());
        for (const QChar c : written) {
            QVERIFY(c.unicode() >= 0x20 && !(c.unicode() >= 0x7f && c.unicode() < 0xa0));
            QVERIFY(c.unicode() != 0x202e && c.unicode() != 0x2066 && c.unicode() != 0x2028);
        }
        QCOMPARE(QJsonDocument::fromJson(json.text()).object().value(QLatin1String("t")).toString(),
                 text);
    }

    void namesFilesSafely_data()
    {
        QTest::addColumn<QByteArray>("original");
        QTest::addColumn<QString>("expected");
        const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
        QTest::newRow("usual") << QByteArray("2023-05-07-a-story.md")
                               << text("2023-05-07-a-story.md");
        QTest::newRow("letters") << QByteArray("\xe4\xb8\x96.md") << text("\xe4\xb8\x96.md");
        QTest::newRow("parent") << QByteArray("..") << text("_..");
        QTest::newRow("path") << QByteArray("../../etc/passwd") << text("_.._.._etc_passwd");
        QTest::newRow("hidden") << QByteArray(".bashrc") << text("_.bashrc");
        QTest::newRow("other separator") << QByteArray("C:\\x") << text("C__x");
        QTest::newRow("device") << QByteArray("con.md") << text("_con.md");
        QTest::newRow("new line") << QByteArray("a\nb.md") << text("a_b.md");
        QTest::newRow("override") << QByteArray("a\xe2\x80\xae"
                                                "b.md")
                                  << text("a_b.md");
        QTest::newRow("empty") << QByteArray() << text("_");
    }

    void namesFilesSafely()
    {
        QFETCH(QByteArray, original);
        QFETCH(QString, expected);
        QCOMPARE(safeFileName(original), expected);
    }

    void keepsTheEndingOfALongName()
    {
        const QString name = safeFileName(QByteArray(251, 'x') + ".md");
        QVERIFY(name.toUtf8().size() <= 200);
        QVERIFY(name.endsWith(QStringLiteral("x.md")));
        QVERIFY(safeFileName(QString(120, QChar(0x4e16)).toUtf8()).toUtf8().size() <= 200);
    }

    void numbersBeforeTheEnding()
    {
        QCOMPARE(numberedName(QStringLiteral("a.md"), 2), QStringLiteral("a-2.md"));
        QCOMPARE(numberedName(QStringLiteral("a"), 3), QStringLiteral("a-3"));
        QCOMPARE(numberedName(QStringLiteral("a.b.txt"), 10), QStringLiteral("a.b-10.txt"));
    }

    void countsCells_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("cells");
        QTest::newRow("latin") << QStringLiteral("abc") << 3;
        QTest::newRow("wide") << QStringLiteral("世界") << 4;
        QTest::newRow("combining") << QStringLiteral("e\u0301") << 1;
        QTest::newRow("emoji") << QStringLiteral("🙂") << 2;
        QTest::newRow("nothing") << QString() << 0;
    }

    void countsCells()
    {
        QFETCH(QString, text);
        QFETCH(int, cells);
        QCOMPARE(cellCount(text), cells);
    }

    void fitsATableIntoItsWidth()
    {
        const TextTable table({{QStringLiteral("ID"), 4, Qt::AlignRight},
                               {QStringLiteral("Name"), 6},
                               {QStringLiteral("Title")}},
                              36);
        QCOMPARE(table.header(), QStringLiteral("  ID  Name    Title"));
        QCOMPARE(table.row({QStringLiteral("7"), QStringLiteral("Longer than six"),
                            QStringLiteral("A title that is longer than the line is wide")}),
                 QStringLiteral("   7  Longe…  A title that is longe…"));
        QCOMPARE(table.row(
                     {QStringLiteral("1234"), QStringLiteral("世界世界"), QStringLiteral("Short")}),
                 QStringLiteral("1234  世界…   Short"));
    }

    void anArgumentKeepsItsBytes_data()
    {
        QTest::addColumn<QByteArray>("argument");
        QTest::addColumn<QString>("text");
        QTest::newRow("text") << QByteArray("a ü 世 🙂") << QStringLiteral("a ü 世 🙂");
        QTest::newRow("latin 1") << QByteArray("caf\xe9.md") << QStringLiteral("caf\xdce9.md");
        QTest::newRow("beside an emoji")
            << QByteArray("🙂\xff🙂") << QStringLiteral("🙂\xdcff🙂");
        QTest::newRow("cut off") << QByteArray("a\xe4\xb8") << QStringLiteral("a\xdce4\xdcb8");
        QTest::newRow("cut off before text")
            << QByteArray("\xf0\x9f\x99/b") << QStringLiteral("\xdcf0\xdc9f\xdc99/b");
        QTest::newRow("a surrogate")
            << QByteArray("\xed\xb3\xbf") << QStringLiteral("\xdced\xdcb3\xdcbf");
        QTest::newRow("too long") << QByteArray("\xc0\xaf") << QStringLiteral("\xdcc0\xdcaf");
    }

    void anArgumentKeepsItsBytes()
    {
        QFETCH(QByteArray, argument);
        QFETCH(QString, text);
        QCOMPARE(argumentText(argument), text);
        QCOMPARE(argumentBytes(text), argument);
        QCOMPARE(pathArgument(text), argument);
        QCOMPARE(pathArgument(QStringLiteral("file:///") +
                              QString::fromLatin1(argument.toPercentEncoding())),
                 '/' + argument);
        QVERIFY(absolutePathArgument(text).endsWith('/' + argument));
    }

    void givesAQueryTheQuotesThatTheShellTook_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("query");
        const auto row = [](const char *name, const QStringList &arguments, const char *query) {
            QTest::newRow(name) << arguments << QString::fromUtf8(query);
        };
        const auto one = [&row](const char *name, const char *argument, const char *query) {
            row(name, {QString::fromUtf8(argument)}, query);
        };
        row("nothing", {}, "");
        row("words", {QStringLiteral("night"), QStringLiteral("ferry")}, "night ferry");
        row("each argument by itself",
            {QStringLiteral("title:night ferry"), QStringLiteral("-topic:Diablo 4")},
            R"(title:"night ferry" -topic:"Diablo 4")");
        one("excerpt", "excerpt:night ferry", "excerpt:\"night ferry\"");
        one("a comma in words", "title:night, ferry", "title:\"night, ferry\"");
        one("topics", "topic:Diablo 4,Druid", R"(topic:"Diablo 4","Druid")");
        one("a space behind the comma", "topic:Diablo 4, Druid", R"(topic:"Diablo 4","Druid")");
        one("providers", "provider:wsj.com,Field Notes", R"(provider:"wsj.com","Field Notes")");
        one("types", "type:photo essay", "type:\"photo essay\"");
        one("in any case", "-Topic:Diablo 4", "-Topic:\"Diablo 4\"");
        one("what looks like a key", "topic:Duty: Warzone", "topic:\"Duty: Warzone\"");
        one("no space", "topic:Druid,Fox", "topic:Druid,Fox");
        one("space around", " topic:Druid ", " topic:Druid ");
        one("quoted", "topic:\"Diablo 4\",Druid fox", "topic:\"Diablo 4\",Druid fox");
        one("words first", "fox title:night ferry", "fox title:night ferry");
        one("a clause behind it", "topic:Druid quality:80..", "topic:Druid quality:80..");
        one("an order behind it", "topic:Druid sort:date", "topic:Druid sort:date");
        one("kinds behind it", "topic:Druid is:any", "topic:Druid is:any");
        one("a minus behind it", "topic:Druid -fox", "topic:Druid -fox");
        one("an OR behind it", "topic:Druid OR fox", "topic:Druid OR fox");
        one("a bracket behind it", "topic:Druid (fox)", "topic:Druid (fox)");
        one("an error behind it", "topic:Druid quality:", "topic:Druid quality:");
        one("no names", "date:2023 fox", "date:2023 fox");
        one("an address", "cites:https://a.example/ fox", "cites:https://a.example/ fox");
        one("no key", "foo:night ferry", "foo:night ferry");
    }

    void givesAQueryTheQuotesThatTheShellTook()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, query);
        QCOMPARE(queryOf(arguments).quoted, query);
        QCOMPARE(queryOf(arguments + QStringList{QStringLiteral("fox")}).text,
                 arguments.isEmpty() ? QStringLiteral("fox") : query + QStringLiteral(" fox"));
    }

    void takesOneArgumentAsItStands_data() { givesAQueryTheQuotesThatTheShellTook_data(); }

    void takesOneArgumentAsItStands()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, query);
        const QString text = queryOf(arguments).text;
        QCOMPARE(text, arguments.size() == 1 ? arguments.constFirst() : query);
    }

    void marksWhereAQueryIsWrong_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("position");
        QTest::addColumn<int>("length");
        QTest::addColumn<QString>("lines");
        const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
        QTest::newRow("in the middle") << text("fox quality:8o.. hare") << 12 << 4
                                       << text("fox quality:8o.. hare\n            ^^^^\n");
        QTest::newRow("at the end")
            << text("fox date:") << 4 << 5 << text("fox date:\n    ^^^^^\n");
        QTest::newRow("nothing to mark") << text("fox") << 3 << 0 << text("fox\n   ^\n");
        QTest::newRow("behind wide characters")
            << text("世界 is:x") << 6 << 1 << text("世界 is:x\n        ^\n");
        QTest::newRow("what a terminal would obey")
            << text("a\x1b\nb\u202e is:x") << 9 << 1 << text("a  b  is:x\n         ^\n");
        const QString many = QString(20, u'a') + u' ';
        QTest::newRow("late in a long text") << many + many + text("is:x ") + many << 45 << 1
                                             << text("…aaaaaa is:x aaaaaaaaaaaaaaaa…\n"
                                                     "           ^\n");
        QTest::newRow("a long mark") << text("is:") + many.repeated(3) << 3 << 62
                                     << text("is:aaaaaaaaaaaaaaaaaaaa aaaaa…\n"
                                             "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^\n");
        QTest::newRow("a long text of emoji") << text("🙂").repeated(30) + u'x' << 60 << 1
                                              << text("…🙂🙂🙂🙂🙂x\n           ^\n");
    }

    void marksWhereAQueryIsWrong()
    {
        QFETCH(QString, query);
        QFETCH(int, position);
        QFETCH(int, length);
        QFETCH(QString, lines);
        QCOMPARE(queryErrorText(query, {position, length, QStringLiteral("Wrong.")}, 30),
                 lines + QStringLiteral("Wrong."));
    }
};

QTEST_GUILESS_MAIN(TestCliText)
#include "tst_clitext.moc"
