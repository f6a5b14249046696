// SPDX-License-Identifier: GPL-3.0-or-later
// Which shapes the quick reader takes and which it leaves to yaml-cpp; on what it takes, and on
// mistakes in either, they agree.
#include "agreement.h"

#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;

namespace
{

void takes(const char *name, const QByteArray &text)
{
    QTest::newRow(name) << text << true;
}

void leaves(const char *name, const QByteArray &text)
{
    QTest::newRow(name) << text << false;
}

QByteArray inQuotes(const QByteArray &text)
{
    return "a: \"" + text + "\"\n";
}

} // namespace

class TestRegularYaml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesOrStepsAside_data();
    void agreesOrStepsAside();

private:
    static void addBlocks();
    static void addEnds();
    static void addScalars();
    static void addQuotes();
    static void addOddities();
    static void addErrors();
};

void TestRegularYaml::agreesOrStepsAside_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isTaken");
    addBlocks();
    addEnds();
    addScalars();
    addQuotes();
    addOddities();
    addErrors();
}

void TestRegularYaml::addBlocks()
{
    takes("map", "a: b\nc: d\n");
    takes("map in a map", "a:\n  b:\n    c: d\n  e: f\ng: h\n");
    takes("odd indentation", "a:\n   b:\n    c: d\n   e: f\n");
    takes("list under its name", "a:\n  - b\n  - c\nd: e\n");
    takes("list in its name's column", "a:\n- b\n- c\nd: e\n");
    takes("list in its name's column in a list", "a:\n  - b:\n    - c\n    d: e\n  - f:\n");
    takes("maps in a list", "a:\n  - b: c\n    d: e\n  - b: f\n");
    takes("far from the dash", "a:\n  -    b: c\n       d: e\n  -  f\n");
    takes("below the dash", "a:\n  -\n    b: c\n  -\n      d: e\n");
    takes("lists in lists", "a:\n  - - b\n    - c\n  - - - d\n");
    takes("a list", "- a\n- b: c\n-\n- d\n");
    takes("nothing for a name", "a:\nb:\n  c:\n  d:\ne: f\n");
    takes("nothing behind a dash", "a:\n  -\n  - b\n  -\nc: d\n");
    takes("nothing, then out of two blocks", "a:\n  - b:\nc: d\n");
    takes("brackets with nothing in them", "a: []\nb: {}\nc:\n  - []\n  - {} # d\n");
    takes("blank lines", "\n\na: b\n\n  \nc:\n\n  - d\n \n  - e\n\n");
    takes("comments", "# a\nb: c # d\n  # e\nf: # g\n  h: i\n# j\n  k:\n");
    takes("comments between", "a:\n# b\n  - c # d\n    # e\n  -  # f\n  - g\n");
    takes("a comment below a value", "a: b\n#c\nd: e\n # f\ng: h\n");
    takes("one name twice", "a: b\na: c\n");
}

void TestRegularYaml::addEnds()
{
    takes("nothing at the end", "a: b\nc:\n");
    takes("nothing at the end of a map inside", "a:\n  b:\n");
    takes("nothing at the end of a map one in", "a:\n b:\n");
    takes("nothing at the end of a list one in", "a:\n -\n");
    takes("nothing at the end of a list", "a:\n-\n");
    takes("nothing at the end of a list inside", "a:\n  -\n");
    takes("nothing before blank lines at the end", "a:\n  - b:\n\n   \n# c\n");
    leaves("no line feed at the end", "a: b");
    leaves("no line feed after a name", "a: b\nc:");
    leaves("spaces at the end", "a: b\n  ");
    leaves("nothing at all", "");
    leaves("comments alone", "# a\n\n# b\n");
}

void TestRegularYaml::addScalars()
{
    takes("nulls", "a: ~\nb: null\nc: Null\nd: NULL\ne: nUll\nf: nullx\n~: g\nnull: h\n");
    takes("marks inside", "a: b:c\nd: e#f\ng: -1\nh: --\ni: x - y ? z\nj: http://k?l#m\n");
    takes("indicators inside", "a: b'c\"d,e[f]g{h}i&j*k!l|m>n%o@p`q\n");
    takes("indicators inside a name", "a[0]: b\nc d'e\"f: g\n");
    takes("spaces around", "a:   b   \nc: d    # e\n");
    takes("time", "a: 2023-07-11T06:15:00Z\nb: 12:30:45\n");
    takes("UTF-8", "a: \xc3\xa9\n\xc3\xa9: \xc2\x85\xe2\x80\xa8\n");
    takes("byte order mark in a value", "a: \xef\xbb\xbf"
                                        "b\n\xef\xbb\xbf"
                                        "c: d\n");
    takes("bytes that are no UTF-8", "a: \xe9\xff\n");
    takes("DEL", "a: b\x7f\n");
    takes("a name of 1,024 bytes", QByteArray(1024, 'a') + ": b\n");
    takes("a quoted name of 1,024 bytes", '"' + QByteArray(1022, 'a') + "\": b\n");
    leaves("a name of 1,025 bytes", QByteArray(1025, 'a') + ": b\n");
    leaves("a quoted name of 1,025 bytes", '"' + QByteArray(1023, 'a') + "\": b\n");
    leaves("a space before the colon", "a : b\n");
    leaves("more on the next line", "a: b\n  c\n");
    leaves("more behind an empty line", "a: b\n\n  c\n");
    leaves("a value on the next line", "a:\n  b\n");
    leaves("an entry on the next line", "a:\n  -\n    b\n");
    leaves("a scalar", "a b c\n");
    leaves("a question mark first", "a: ?b\n");
    leaves("a colon first", "a: :b\n");
}

void TestRegularYaml::addQuotes()
{
    takes("quotes", "a: \"b\"\nc: 'd'\n\"e\": f\n'g': \"h\"\n");
    takes("empty quotes", "a: \"\"\nb: ''\n\"\": ''\n");
    takes("quoted nulls", "a: 'null'\nb: \"~\"\n");
    takes("a quote in single quotes", "a: 'b''c'\nd: ''''\ne: '''f'''\n");
    takes("a backslash in single quotes", "a: 'b\\nc\\'\n");
    takes("quoted marks", "a: \"b: c # d\"\n'e: # f': g\n");
    takes("quotes in a list", "a:\n  - \"b\"\n  - 'c': d\n    \"e\": f\n");
    takes("spaces in quotes", "a: \"  b  \" \nc: ' ' # d\n");
    takes("escapes", inQuotes(R"(\0\a\b\t\n\v\f\r\e\ \"\'\/\\\L\P\x41\u00e9\U0001F600)"));
    takes("escapes at the ends", inQuotes(R"(\n\nb\n\n)"));
    takes("an escaped backslash", inQuotes(R"(\\)"));
    takes("escaped quotes", inQuotes(R"(\" \")"));
    takes("an escape that gives two bytes", inQuotes(R"(\xff\x80)"));
    takes("the bounds of UTF-8", inQuotes(R"(\x7f\x80\u07ff\u0800\ud7ff\ue000\U00010000)"));
    takes("the last characters", inQuotes(R"(\U0010ffff\uFFFD\uffff)"));
    leaves("next line", inQuotes(R"(\N)"));
    leaves("no-break space", inQuotes(R"(\_)"));
    leaves("beyond the last character", inQuotes(R"(\U00110000)"));
    leaves("surrogates", inQuotes(R"(\ud83d\ude00)"));
    leaves("no escape", inQuotes(R"(\q)"));
    leaves("few digits", inQuotes(R"(\x4)"));
    leaves("no digits", inQuotes(R"(\u00g0)"));
    leaves("a sign for digits", inQuotes(R"(\x-1\x+1)"));
    leaves("a backslash at the end of the line", "a: \"b\\\n  c\"\n");
    leaves("double quotes over two lines", "a: \"b\n  c\"\n");
    leaves("single quotes over two lines", "a: 'b\n  c'\n");
    leaves("a comment too near", "a: \"b\"#c\n");
    leaves("a colon too near", "\"a\":b\n");
}

void TestRegularYaml::addOddities()
{
    leaves("byte order mark first", "\xef\xbb\xbf"
                                    "a: b\n");
    leaves("a byte first that is no ASCII", "\xc3\xa9: b\n");
    leaves("too short to tell UTF-16", "a:\n");
    leaves("tab", "a:\tb\n");
    leaves("tab inside", "a: b\tc\n");
    leaves("tab in quotes", "a: \"b\tc\"\n");
    leaves("tab in a comment", "a: b # c\td\n");
    leaves("CRLF", "a: b\r\nc: d\r\n");
    leaves("CR", "a: b\rc: d\r");
    leaves("NUL", QByteArray("a: b\0c\n", 7));
    leaves("what yaml-cpp takes for an end", "a: b\x04"
                                             "c\n");
    leaves("escape character", "a: \x1b[0m\n");
    leaves("anchor", "a: &b c\n");
    leaves("alias", "a: *b\n");
    leaves("tag", "a: !b c\n");
    leaves("literal", "a: |\n  b\n");
    leaves("folded", "a: >-\n  b\n");
    leaves("flow list", "a: [b]\n");
    leaves("flow list with a space", "a: [ ]\n");
    leaves("flow map", "a: {b: c}\n");
    leaves("flow map first", "{a: b}\n");
    leaves("explicit name", "? a\n: b\n");
    leaves("no name", ": b\n");
    leaves("directive", "%YAML 1.2\n---\na: b\n");
    leaves("document", "---\na: b\n");
    leaves("two documents", "a: b\n---\nc: d\n");
    leaves("the end of a document", "a: b\n...\n");
    leaves("close to a document", "a: b\n--- c\n---d: e\n");
    leaves("indented from the first", "  a: b\n  c: d\n");
    leaves("nested deep", "- - - - - - - - - - - - - - - - - a\n");
}

void TestRegularYaml::addErrors()
{
    leaves("a colon in a value", "a: b: c\n");
    leaves("a colon at the end of a value", "a: b:\n");
    leaves("text after a quote", "a: \"b\" c\n");
    leaves("text after brackets", "a: [] b\n");
    leaves("brackets for a name", "[]: b\n");
    leaves("quote never closed", "a: \"b\nc: d\n");
    leaves("at sign", "a: @b\n");
    leaves("deeper than a value", "a: b\n  c: d\n");
    leaves("between two columns", "a:\n    b: c\n  d: e\n");
    leaves("left of the first", "a:\n  - b\n - c\n");
    leaves("a dash after a name", "a: - b\n");
    leaves("a dash alone after a name", "a: -\n");
    leaves("a dash in the column of names", "a: b\n- c\n");
    leaves("a dash in the column of names in a list", "- a: b\n  - c\n");
    leaves("a name in the column of dashes", "a:\n  - b\n  c: d\n");
    leaves("a name in the column of first dashes", "- a\nb: c\n");
    leaves("a dash without a space", "a:\n  -b\n");
    leaves("a map in the list of its column", "a:\n- b\n  c: d\n");
}

void TestRegularYaml::agreesOrStepsAside()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isTaken);

    const auto comparison = compareReaders({text.constData(), size_t(text.size())});

    QVERIFY2(comparison.difference.empty(), comparison.difference.c_str());
    QCOMPARE(comparison.isTaken, isTaken);
    const std::string difference = disagreement(text, 30);
    QVERIFY2(difference.empty(), difference.c_str());
}

QTEST_GUILESS_MAIN(TestRegularYaml)
#include "tst_regularyaml.moc"
