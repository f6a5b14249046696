// SPDX-License-Identifier: GPL-3.0-or-later
// RELIABILITY.md, section 3, as far as it concerns the bytes of one file. Its numbers name the
// rows.
#include "rejections.h"

#include <QTest>

using namespace Microfiche;
using namespace Qt::StringLiterals;

namespace
{

QByteArray utf16(const QString &text, bool isBigEndian)
{
    QByteArray bytes;
    for (const QChar c : text) {
        const auto high = static_cast<char>(c.unicode() >> 8);
        const auto low = static_cast<char>(c.unicode() & 0xff);
        bytes += isBigEndian ? high : low;
        bytes += isBigEndian ? low : high;
    }
    return bytes;
}

/// Four bytes a character, the least first.
QByteArray utf32(const QByteArray &ascii)
{
    QByteArray bytes;
    for (const char c : ascii) {
        bytes += QByteArray(1, c) + QByteArray(3, '\0');
    }
    return bytes;
}

} // namespace

class TestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRejected_data();
    void isRejected();
    void isTaken_data();
    void isTaken();
    void losesTheField_data();
    void losesTheField();
    void survivesMutations();

private:
    static void addFenceRows();
    static void addEncodingRows();
    static void addAddressRows();
};

void TestBadInput::isRejected_data()
{
    addRejectionColumns();
    addFenceRows();
    addEncodingRows();
    addAddressRows();
}

void TestBadInput::addFenceRows()
{
    const QString none = u"No front matter. The file does not begin with a line of three dashes."_s;
    const QString open = u"The front matter is opened here and never closed."_s;
    const QString empty = u"The front matter is empty."_s;

    rejects("F01", "Just a text.\n", 1, 1, none);
    rejects("F02", "---\n", 1, 1, open);
    rejects("F02 without a line feed", "---", 1, 1, open);
    rejects("never closed", "---\ntitle: a\nwebUrl: https://example.com/\n", 1, 1, open);
    rejects("F03", "---\n" + QByteArray("a: b\n").repeated(2'000'000), 1, 1,
            u"The front matter is longer than 1 MiB."_s);
    rejects("F04", QByteArray(), 1, 1, u"The file is empty."_s);
    rejects("byte order mark only", "\xef\xbb\xbf", 1, 1, u"The file is empty."_s);
    rejects("F05", "x", 1, 1, none);
    rejects("F06", "---\n---\nBody\n", 2, 1, empty);
    rejects("comments only", "---\n# nothing\n---\n", 2, 1, empty);
    rejects("F07", "----\ntitle: a\n----\n", 1, 1, none);
    rejects("F09", "+++\ntitle = 'a'\n+++\n", 1, 1,
            u"The front matter is TOML, between lines of plus signs. Articles have YAML between "
            "lines of three dashes."_s);
    rejects("blank line first", "\n---\ntitle: a\n---\n", 1, 1, none);
    rejects("space first", " ---\ntitle: a\n---\n", 1, 1, none);
    rejects("text after the fence", "--- title\n---\n", 1, 1, none);
    rejects("second document", withTitle("a: b\n--- !x\nc: d"), 5, 1,
            u"A second document begins here. An article is one."_s);
}

void TestBadInput::addEncodingRows()
{
    const QString two = u"The file is UTF-16. Save it as UTF-8."_s;
    const QString four = u"The file is UTF-32. Save it as UTF-8."_s;
    const QString text = QString::fromLatin1(withTitle("a: b"));

    rejects("E03", "\xff\xfe" + utf16(text, false), 1, 1, two);
    rejects("big end first, with a mark", "\xfe\xff" + utf16(text, true), 1, 1, two);
    rejects("E04", utf16(text, true), 1, 1, two);
    rejects("little end first, without a mark", utf16(text, false), 1, 1, two);
    rejects("E05", QByteArray("\xff\xfe\0\0", 4) + utf32(withTitle("a: b")), 1, 1, four);
    rejects("UTF-32 without a mark", utf32(withTitle("a: b")), 1, 1, four);
    const QString binary = u"The file holds a NUL byte. It is binary, no text."_s;
    rejects("E09", withAddress(QByteArray("title: \xc3\xa9\0b", 11)), 3, 9, binary);
    rejects("E10", QByteArray(1, '\0') + withTitle("a: b"), 1, 1, binary);
    rejects("NUL in the body", withTitle("a: b") + QByteArray("x\0", 2), 6, 2, binary);
}

void TestBadInput::addAddressRows()
{
    const auto address = [](const char *name, const QByteArray &value, const QString &reason) {
        rejects(name, "---\ntitle: T\nwebUrl: " + value + "\n---\n", 3, 9, reason);
    };
    const QString need = u" An article needs an http or https address."_s;
    rejects("no address", "---\ntitle: T\n---\n", 2, 1, u"There is no address."_s + need);
    rejects("null address", "---\ntitle: T\nwebUrl:\noriginalUrl: ~\n---\n", 2, 1,
            u"There is no address."_s + need);
    address("empty address", "''", u"The address is empty."_s + need);
    address("address is a list", "[a]", u"The address is a list."_s + need);
    address("U01", "javascript:alert(1)", u"The address begins with javascript:."_s + need);
    address("U02", "file:///etc/passwd", u"The address begins with file:."_s + need);
    address("U03", "data:text/html,<script>", u"The address begins with data:."_s + need);
    address("U04", "https://good@evil/",
            u"The address holds a user name, which may hide where it leads."_s);
    address("U05", "https://evil\\@good/",
            u"The address holds a user name, which may hide where it leads."_s);
    address("U06", R"("https://example.com/a\r\nHost: x")", u""_s);
    address("U11", "https://example.com:99999/", u""_s);
    address("U12", "https://example.com/" + QByteArray(100'000, 'a'),
            u"The address is longer than 2,048 characters."_s);
    address("U13", "//evil/x", u"The address is “//evil/x”."_s + need);
    address("no host", "https://", u""_s);
    address("word", "example", u"The address is “example”."_s + need);
    rejects("address of the second field", "---\ntitle: T\noriginalUrl: \"javascript:x\"\n---\n", 3,
            14, u"The address begins with javascript:."_s + need);
}

void TestBadInput::isRejected()
{
    compareRejection();
}

static void takes(const char *name, const QByteArray &bytes, const QString &title)
{
    QTest::newRow(name) << bytes << title << QString();
}

static void takesBody(const char *name, const QByteArray &bytes, const QString &body)
{
    QTest::newRow(name) << bytes << u"T"_s << body;
}

void TestBadInput::isTaken_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("body");

    takes("Y19", withAddress("Title: a\ntitle: b"), u"b"_s);
    takes("Y28", withAddress("title: It's \"x\" y"), u"It's \"x\" y"_s);
    takes("Y32", withAddress("title:\tx"), u"x"_s);
    takes("Y33", withAddress(R"(title: "\e[31m\a")"),
          u"\u001b[31m\u0007"_s); // displayLine() strips
    takes("hash inside", withAddress("title: C#9"), u"C#9"_s);
    takes("title that is a number", withAddress("title: 2020"), u"2020"_s);
    takes("N06 no", withAddress("title: no"), u"no"_s);
    takes("N06 sexagesimal", withAddress("title: 12:30:45"), u"12:30:45"_s);
    takes("N06 underscore", withAddress("title: 1_000"), u"1_000"_s);
    takes("quoted null", withAddress("title: 'null'"), u"null"_s);
    takes("quoted tilde", withAddress("title: \"~\""), u"~"_s);
    takes("escaped NUL", withAddress(R"(title: "a\0b")"), u"a\ufffdb"_s);
    takes("quoted anchor", withAddress("title: '&copy 2020'"), u"&copy 2020"_s);
    takes("block scalar", withAddress("title: |-\n  a: b"), u"a: b"_s);
    takes("folded", withAddress("title: >-\n  a\n  b"), u"a b"_s);
    takes("no line feed at the end", "---\ntitle: T\nwebUrl: https://example.com/\n---", u"T"_s);
    takes("F08", "---  \ntitle: T\nwebUrl: https://example.com/\n---\t \n", u"T"_s);
    takes("flow", "---\n{title: T, webUrl: \"https://example.com/\"}\n---\n", u"T"_s);
    takes("F12", "---\r\ntitle: T\r\nwebUrl: https://example.com/\r\n---\r\n", u"T"_s);
    takes("F13", "---\rtitle: T\rwebUrl: https://example.com/\r---\r", u"T"_s);
    takes("F14", "---\ntitle: T\r\nwebUrl: https://example.com/\n---\r", u"T"_s);
    takes("E01", "\xef\xbb\xbf" + withAddress("title: T"), u"T"_s);
    takes("E02", "---\n\xef\xbb\xbftitle: T\nwebUrl: https://example.com/\n---\n", u"T"_s);
    takes("E02 further down", withAddress("\xef\xbb\xbftitle: T"), u"T"_s);
    takes("U14", "---\ntitle: T\nwebUrl: \" https://example.com/ \"\n---\n", u"T"_s);
    takes("U07", "---\ntitle: T\nwebUrl: http://2130706433/\n---\n", u"T"_s); // fetching refuses
    takesBody("F10", withTitle("a: b") + "One\n---\nTwo\n...\nThree\n",
              u"One\n---\nTwo\n...\nThree"_s);
    takesBody("F11", "---\ntitle: T\nwebUrl: https://example.com/\n...\nBody\n", u"Body"_s);
    takesBody("F12 in the body", withTitle("a: b") + "One\r\nTwo\rThree\r\n", u"One\nTwo\nThree"_s);
}

void TestBadInput::isTaken()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, title);
    QFETCH(QString, body);

    const ReadResult result = readArticle(bytes);

    const auto *problem = std::get_if<ReadProblem>(&result);
    QVERIFY2(problem == nullptr, problem != nullptr ? qPrintable(problem->reason) : "");
    QCOMPARE(std::get<ReadArticle>(result).article.title, title);
    QCOMPARE(std::get<ReadArticle>(result).article.body, body);
    compareReadersOn(bytes);
}

static void warns(const char *name, const QByteArray &bytes, int line, int column,
                  const QString &reason)
{
    QTest::newRow(name) << bytes << line << column << reason;
}

void TestBadInput::losesTheField_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("reason");

    const QString damaged =
        u"The file is not valid UTF-8 from here on. What could not be read is shown as \ufffd."_s;
    warns("E06", withAddress("title: caf\xe9"), 3, 11, damaged);
    warns("E07", withAddress("title: a\xc0\xaf"), 3, 9, damaged);
    warns("E08", withAddress("title: \xc3\xa9\xed\xa0\x80"), 3, 9, damaged);
    warns("E11", withTitle("a: b") + "Body \xe2\x82", 6, 6, damaged);
    warns("E13", withTitle("to\u200bpics: [a]"), 4, 1,
          u"The name topics holds characters that cannot be seen. It is kept, but means nothing "
          "here."_s);
    warns("V01", withAddress("title: " + QByteArray(1'000'000, 'a')), 3, 8,
          u"title is longer than 1,000 characters. It is cut there."_s);
    warns("V04", withAddress("title: \"a" + QByteArray(100'000, '\n') + "b\""), 3, 8,
          u"title is longer than 1,000 characters. It is cut there."_s);
    warns("long body", withTitle("a: b") + QByteArray(2'000'000, 'a'), 6, 1,
          u"The body is longer than 1 MiB of text, or nested too deep. It is cut there; the file "
          "keeps it whole."_s);
}

void TestBadInput::losesTheField()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, reason);

    const ReadResult result = readArticle(bytes);

    const auto *read = std::get_if<ReadArticle>(&result);
    QVERIFY(read != nullptr);
    QVERIFY(read->article.title.size() <= 1'000);
    QVERIFY(read->article.title.isValidUtf16());
    QCOMPARE(read->warnings.size(), 1);
    QCOMPARE(read->warnings.first().reason, reason);
    QCOMPARE(read->warnings.first().at, (TextPosition{line, column}));
    compareReadersOn(bytes);
}

// Whatever stands in a file, reading ends, throws nothing and gives an article or a reason.
void TestBadInput::survivesMutations()
{
    const QByteArray good = withTitle(
        "excerpt: \"a & b\"\npublishedDateTime: 2023-07-11T06:15:00Z\nquality: 52\nprovider:\n"
        "  name: 'It''s'\n  domain: example.com\ntopics:\n  - A\n  -\nrelated:\n  - title: >-\n"
        "      x\n    webUrl: https://example.com/b\n    images: [{url: x, width: 1}]");
    const QByteArray odd = "\n\t \"'[]{}:,-?#&*!|>%@`\\~<=.\r\xe2\x80\xef\xbb\xbf\x7f";
    quint32 state = 42;
    const auto random = [&state](qsizetype bound) {
        state = state * 1664525U + 1013904223U;
        return static_cast<qsizetype>((state >> 8) % static_cast<quint32>(bound));
    };
    for (int round = 0; round < 5'000; ++round) {
        QByteArray bytes = good;
        for (qsizetype edits = 1 + random(4); edits > 0; --edits) {
            const qsizetype at = random(bytes.size());
            switch (random(3)) {
            case 0: bytes[at] = odd[random(odd.size())]; break;
            case 1: bytes.insert(at, odd[random(odd.size())]); break;
            default: bytes.remove(at, 1 + random(6)); break;
            }
        }
        const std::string difference = Test::disagreement(bytes, 0);
        QVERIFY2(difference.empty(), difference.c_str());
        const ReadResult result = readArticle(bytes);
        if (const auto *read = std::get_if<ReadArticle>(&result)) {
            QVERIFY(!read->article.key.isEmpty() && !read->article.title.isEmpty());
        } else {
            QVERIFY(!std::get<ReadProblem>(result).reason.isEmpty());
        }
    }
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
