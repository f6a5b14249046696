// SPDX-License-Identifier: GPL-3.0-or-later
// RELIABILITY.md, section 3, the rows on YAML. Their numbers name the rows.
#include "rejections.h"

using namespace Microfiche;
using namespace Qt::StringLiterals;

namespace
{

QByteArray billionLaughs(int levels, int width)
{
    QByteArray text = "a0: &a0 x\n";
    for (int level = 1; level <= levels; ++level) {
        const QByteArray name = 'a' + QByteArray::number(level);
        text += name + ": &" + name + " [";
        for (int i = 0; i < width; ++i) {
            text += (i > 0 ? ",*a" : "*a") + QByteArray::number(level - 1);
        }
        text += "]\n";
    }
    return text;
}

QByteArray manyLines(int count, const QByteArray &before, const QByteArray &after)
{
    QByteArray lines;
    for (int i = 0; i < count; ++i) {
        lines += before + QByteArray::number(i) + after;
    }
    return lines;
}

} // namespace

class TestBadYaml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRejected_data();
    void isRejected();
    void survivesShortInputs();

private:
    static void addBombs();
    static void addTitles();
    static void addSlips();
};

void TestBadYaml::isRejected_data()
{
    addRejectionColumns();
    addBombs();
    addTitles();
    addSlips();
}

void TestBadYaml::addBombs()
{
    const QString deep = u"Lists and maps are nested more than 8 deep here."_s;
    const QString ampersand = u"A value that begins with & must stand in quotes."_s;
    const QString asterisk = u"A value that begins with * must stand in quotes."_s;
    const QString tag = u"A value that begins with ! must stand in quotes."_s;
    const QString layout =
        u"This does not follow from the lines before it. Check the indentation, and put values "
        "that hold quotes, brackets or colons in quotes."_s;
    const QString outside = u"This stands outside the names and values of the front matter."_s;
    const QString twice = u"title stands here a second time. It stands on line 3 already."_s;

    rejects("Y01", withTitle("a: " + QByteArray(100'000, '[')), 4, 0, deep);
    rejects("Y02", withTitle(QByteArray("{a: ").repeated(100'000)), 4, 0, u""_s);
    rejects("Y02 as a value", withTitle("a: " + QByteArray("{a: ").repeated(100'000)), 4, 32, deep);
    rejects("Y03", withTitle("a:\n" + QByteArray("- ").repeated(100'000) + 'x'), 5, 15, deep);
    rejects("Y04", withTitle("a: " + QByteArray(9, '[') + QByteArray(9, ']')), 4, 11, deep);
    rejects("Y05", "---\n" + QByteArray("? ").repeated(400) + "\n---\n", 2, 17, deep);
    rejects("Y06", withTitle(billionLaughs(9, 9)), 4, 5, ampersand);
    rejects("Y07", withTitle(billionLaughs(100, 10)), 4, 5, ampersand);
    rejects("Y08", withTitle("a: &a [*a]"), 4, 4, ampersand);
    rejects("Y09", withAddress("title: &copy 2020"), 3, 8, ampersand);
    rejects("Y10", withAddress("title: *bold* x"), 3, 8, asterisk);
    rejects("anchor on nothing", withTitle("a: &b"), 4, 4, ampersand);
    rejects("anchor on a map", withTitle("a: &b\n  c: d"), 4, 4, ampersand);
    rejects("anchor on a name", withTitle("&a b: c"), 4, 1, ampersand);
    rejects("Y11", withAddress("title: !foo bar"), 3, 8, tag);
    rejects("Y12", withTitle("a: !!python/object/apply:os.system [\"id\"]"), 4, 4, tag);
    rejects("tag without a name", withTitle("a: ! b"), 4, 4, tag);
    rejects("tag of text", withTitle("a: !!str b"), 4, 4, tag);
    rejects("tag on nothing", withTitle("a: !b"), 4, 4, tag);
    rejects("tag on a map", withTitle("a: !b\n  c: d"), 4, 4, tag);
    rejects("tag on a list", withTitle("a: !b\n  - c"), 4, 4, tag);
    rejects("Y13", withTitle("a: " + QByteArray(MaxFrontMatterBytes, 'x')), 1, 1,
            u"The front matter is longer than 1 MiB."_s);
    rejects("Y14", "---\ntitle: " + QByteArray(int(MaxFileBytes), 'x') + "\n---\n", 0, 0,
            u"16 MiB. Files over 16 MiB are not read."_s);
    rejects("Y15", "---\n" + QByteArray("?\n").repeated(32'768) + "---\n", 3, 1,
            u"A name is missing here."_s);
    rejects(
        "too many values",
        withTitle("a:\n" +
                  QByteArray("  - [1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]\n").repeated(4'900)),
        4'550, 0, u"The front matter holds more than 100,000 values."_s);
    rejects("Y16", withTitle(manyLines(10'000, "key", ": 1\n")), 5'002, 1,
            u"The list or map that ends here has more than 5,000 entries."_s);
    rejects("Y17 quoted", withTitle("? \"" + QByteArray(1'025, 'k') + "\"\n: 1"), 4, 3,
            u"The name that begins here is longer than 1,024 bytes."_s);
    rejects("Y17", withTitle(QByteArray(1'025, 'k') + ": 1"), 4, 0, u""_s);
    rejects("Y18", withAddress("title: a\ntitle: b"), 4, 1, twice);
    rejects("Y18 the same value", withAddress("title: a\nother: b\n\"title\": a"), 5, 1, twice);
    rejects("Y18 of a field unknown here", withTitle("a: 1\na: 2"), 5, 1,
            u"a stands here a second time. It stands on line 4 already."_s);
    rejects("Y20", "---\n,\n---\n", 2, 1, u""_s);
    rejects("Y20 after a map", withTitle(","), 4, 1, layout);
    rejects("Y21", "---\n\"q\",\n )\n---\n", 2, 4, outside);
    rejects("Y22", "---\n[[:\n---\n", 3, 1,
            u"A bracket is opened before this place and not closed."_s);
    rejects("V03", withTitle("topics:\n" + manyLines(10'000, "  - t", "\n")), 5'005, 5,
            u"The list or map that ends here has more than 5,000 entries."_s);
}

void TestBadYaml::addTitles()
{
    const QString empty = u"The title is empty. An article needs one line of text as its title."_s;
    const QString colon =
        u"A colon with a space after it stands inside a value. Put the value in quotes."_s;
    const QString layout =
        u"This does not follow from the lines before it. Check the indentation, and put values "
        "that hold quotes, brackets or colons in quotes."_s;

    rejects("Y23", withAddress("title:"), 3, 1, empty);
    rejects("Y24", withAddress("title: ~"), 3, 1, empty);
    rejects("Y25", withAddress("title: \"\""), 3, 1, empty);
    rejects("title null", withAddress("title: null"), 3, 1, empty);
    rejects("title of spaces", withAddress("title: '  '"), 3, 1, empty);
    rejects("title of an entity that is a space", withAddress("title: '&nbsp;'"), 3, 1, empty);
    rejects("V05", withAddress("title: \"\u00a0\u200b\""), 3, 1, empty);
    rejects("Y26", withAddress("title: Foo: bar"), 3, 11, colon);
    rejects("Y27", withAddress("title: [Update] x"), 3, 17, layout);
    rejects("Y29", withAddress("title: {a: b}"), 3, 8,
            u"The title is a map. An article needs one line of text as its title."_s);
    rejects("title is a list", withAddress("title:\n  - a"), 4, 3,
            u"The title is a list. An article needs one line of text as its title."_s);
    rejects("Y31", withTitle("provider:\n\tname: x"), 5, 1,
            u"The line is indented with a tab. Use spaces."_s);
    rejects("Y34", withAddress("<<: {title: evil}"), 2, 1,
            u"There is no title. An article needs one line of text as its title."_s);
}

void TestBadYaml::addSlips()
{
    const QString layout =
        u"This does not follow from the lines before it. Check the indentation, and put values "
        "that hold quotes, brackets or colons in quotes."_s;
    const QString quote = u"A quote is opened here and never closed."_s;
    const QString again =
        u"The quotes before this are closed already. Write a backslash before a quote inside "
        "quotes."_s;
    const QString outside = u"This stands outside the names and values of the front matter."_s;

    rejects("at sign", withAddress("title: @x"), 3, 8,
            u"A value that begins with @ must stand in quotes."_s);
    rejects("grave accent", withAddress("title: `x`"), 3, 8,
            u"A value that begins with ` must stand in quotes."_s);
    rejects("percent sign", withAddress("title: %x"), 3, 8, u""_s);
    rejects("text after a quote", withAddress("title: \"a\" b"), 3, 12, again);
    rejects("quote in quotes", withAddress(R"(title: "a "b" c")"), 3, 12, again);
    rejects("quote closed by the next one", withAddress("title: \"a\nexcerpt: \"b\""), 3, 8,
            u"A quote is opened here and not closed on its line."_s);
    rejects("quote never closed", withAddress("title: \"a"), 3, 8, quote);
    rejects("single quote never closed", withAddress("title: 'a"), 3, 8, quote);
    rejects("quote never closed in a list", withTitle("topics:\n  - \"a\"\n  - \"b"), 6, 5, quote);
    rejects("quote never closed after a comment", withTitle("a: 1 # it's \"so\nb: \"é\nc: d"), 5, 4,
            quote);
    rejects("quote never closed after an escape", withTitle("b: \"a\\\"\nc: d"), 4, 4, quote);
    rejects("quote never closed in brackets", withTitle("b: ['a', 'it''s', \"c]"), 4, 19, quote);
    rejects("bad escape", withAddress(R"(title: "a\qb")"), 3, 10,
            u"A backslash begins something that YAML does not know. Write two backslashes."_s);
    rejects("surrogate escapes", withAddress(R"(title: "\ud83d\ude00")"), 3, 9,
            u"A backslash begins something that YAML does not know. Write two backslashes."_s);
    rejects("bracket never opened", withTitle("a: ]"), 4, 4,
            u"A bracket is closed here that was never opened."_s);
    rejects("bracket never closed", withTitle("a: [b, c"), 5, 1,
            u"A bracket is opened before this place and not closed."_s);
    rejects("brace never closed", withTitle("a: {b: c"), 5, 1,
            u"A bracket is opened before this place and not closed."_s);
    rejects("indentation", withTitle("provider:\n    name: x\n  domain: y"), 6, 3, layout);
    rejects("dash after a name", withTitle("topics: - a"), 4, 9, layout);
    rejects("column counts characters", withAddress("title: \"é😀\" b"), 3, 13, again);
    rejects("map as a name", withTitle("? {a: b}\n: c"), 4, 3,
            u"A list or map stands where a name belongs."_s);
    rejects("a list", "---\n- a\n- b\n---\n", 2, 1,
            u"The front matter is a list, not a map of names and values."_s);
    rejects("a sentence", "---\nonly words\n---\n", 2, 1,
            u"The front matter is “only words”, not a map of names and values."_s);
    rejects("something after a map",
            "---\n{title: a, webUrl: \"https://example.com\"}\nb: c\n---\n", 3, 1, outside);
    rejects("no title", withAddress("type: article"), 2, 1,
            u"There is no title. An article needs one line of text as its title."_s);
}

void TestBadYaml::isRejected()
{
    compareRejection();
}

void TestBadYaml::survivesShortInputs()
{
    const QByteArray alphabet = ",[]{}:-?#&*!|>'\"%@`~\n\t ax";
    for (const char a : alphabet) {
        for (const char b : alphabet) {
            for (const char c : alphabet) {
                const char piece[] = {a, b, c};
                const QByteArray bytes = "---\n" + QByteArray(piece, 3).repeated(9) + "\n---\n";
                const std::string difference = Test::disagreement(bytes, 0);
                QVERIFY2(difference.empty(), difference.c_str());
                const ReadResult result = readArticle(bytes);
                QVERIFY(std::holds_alternative<ReadProblem>(result));
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestBadYaml)
#include "tst_badyaml.moc"
