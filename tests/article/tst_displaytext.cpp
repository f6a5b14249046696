// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/displaytext.h"

#include <QTest>

using namespace Microfiche;
using namespace Qt::StringLiterals;

class TestDisplayText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesLines_data();
    void makesLines();
    void makesParagraphs_data();
    void makesParagraphs();
    void capsCombiningMarks();
    void cutsLongLines();
    void cutsBetweenCharacters();
    void keepsLongTexts();
    void sharesPlainTexts();
};

void TestDisplayText::makesLines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");

    const auto row = [](const char *name, const QString &text, const QString &line) {
        QTest::newRow(name) << text << line;
    };
    const auto same = [&row](const char *name, const QString &text) { row(name, text, text); };
    same("empty", QString());
    same("plain", u"What stands here"_s);
    same("typographic", u"“It’s” – done…"_s);
    same("Arabic", u"خبر عاجل"_s);
    same("joiner in Persian", u"می\u200cخواهم"_s);
    same("joined emoji", u"👩\u200d🚀 and ❤\ufe0f\u200d🔥"_s);
    same("Hindi", u"क्\u200dष"_s);
    same("direction marks", u"שלום\u200f!"_s);
    same("non-breaking space", u"10\u00a0km"_s);
    same("markup is text", u"<b>a</b> & b"_s);
    row("line feed", u"a\nb"_s, u"a b"_s);
    row("CRLF", u"a\r\nb"_s, u"a b"_s);
    row("Unicode breaks", u"a\u2028b\u2029c\u0085d"_s, u"a b c d"_s);
    row("tab", u"a\tb"_s, u"a b"_s);
    row("runs of spaces", u"a   b \n\n c"_s, u"a b c"_s);
    row("outer spaces", u"  a \n"_s, u"a"_s);
    row("controls (Y33)", u"\u001b[31ma\u0007\u0000b"_s, u"[31mab"_s);
    row("C1 controls", u"a\u009b31mb"_s, u"a31mb"_s);
    row("override (E12)", u"photo\u202egpj.exe"_s, u"photogpj.exe"_s);
    row("embeddings and isolates", u"\u202aa\u202c\u2066b\u2069\u202d\u2067\u2068\u202b"_s,
        u"ab"_s);
    row("zero-width space", u"a\u200bb\ufeffc\u2060d"_s, u"abcd"_s);
    row("joiner between Latin letters", u"pay\u200dpal"_s, u"paypal"_s);
    row("joiner between Cyrillic letters", u"а\u200cб"_s, u"аб"_s);
    row("joiner at the end", u"می\u200c"_s, u"می"_s);
    row("hidden tags", u"a\U000e0041\U000e007fb"_s, u"ab"_s);
    row("non-characters", u"a\ufffe\ufdd0b\U0001fffe"_s, u"ab"_s);
    row("lone surrogates", u"a"_s + QChar(0xd83d) + u"b"_s + QChar(0xde00), u"a\ufffdb\ufffd"_s);
    row("nothing visible (V05)", u"\u00a0\u200b \u2028\ufeff"_s, QString());
}

void TestDisplayText::makesLines()
{
    QFETCH(QString, text);
    QFETCH(QString, line);

    QCOMPARE(displayLine(text), line);
    QCOMPARE(displayLine(line), line);
}

void TestDisplayText::makesParagraphs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");

    const auto row = [](const char *name, const QString &text, const QString &shown) {
        QTest::newRow(name) << text << shown;
    };
    row("plain", u"a\n\nb  c"_s, u"a\n\nb  c"_s);
    row("line ends", u"a\r\nb\rc\u2028d\u2029e"_s, u"a\nb\nc\nd\ne"_s);
    row("tab stays", u"a\tb"_s, u"a\tb"_s);
    row("controls", u"a\u001b[0m\u0008b\n"_s, u"a[0mb\n"_s);
    row("override", u"a\u202eb\u202cc"_s, u"abc"_s);
    row("Persian", u"می\u200cخواهم\nو"_s, u"می\u200cخواهم\nو"_s);
}

void TestDisplayText::makesParagraphs()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);

    QCOMPARE(displayText(text), shown);
}

void TestDisplayText::capsCombiningMarks()
{
    const QString pile = u"e"_s + QString(20'000, QChar(0x0301)) + u"x"_s; // E14
    const QString shown = u"e"_s + QString(8, QChar(0x0301)) + u"x"_s;
    QCOMPARE(displayLine(pile), shown);
    QCOMPARE(displayText(pile), shown);

    const QString broken = u"e"_s + (u"\u0301\u200b"_s).repeated(50);
    QCOMPARE(displayLine(broken), u"e"_s + QString(8, QChar(0x0301)));
    const QString twice = u"e\u0301\u0302o\u0301"_s;
    QCOMPARE(displayLine(twice), twice);
}

void TestDisplayText::cutsLongLines()
{
    const QString whole(MaxDisplayLine, u'a');
    QCOMPARE(displayLine(whole), whole);

    const QString cut = displayLine(QString(1'000'000, u'a')); // V01
    QCOMPARE(cut.size(), MaxDisplayLine);
    QVERIFY(cut.endsWith(u'…'));

    QCOMPARE(displayLine(u"a"_s + QString(100'000, u'\n') + u"b"_s), u"a b"_s); // V04
}

void TestDisplayText::cutsBetweenCharacters()
{
    const QString cut = displayLine(u"a"_s + u"😀"_s.repeated(MaxDisplayLine));
    QVERIFY(cut.size() <= MaxDisplayLine);
    QVERIFY(cut.isValidUtf16());
}

void TestDisplayText::keepsLongTexts()
{
    const QString text = u"a b\u2028"_s.repeated(100'000);
    QCOMPARE(displayText(text).size(), text.size());
}

void TestDisplayText::sharesPlainTexts()
{
    const QString text = u"A title of no special kind"_s;
    QCOMPARE(displayLine(text).constData(), text.constData());
}

QTEST_GUILESS_MAIN(TestDisplayText)
#include "tst_displaytext.moc"
