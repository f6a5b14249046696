// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/displaytext.h"

#include <QTest>

using namespace Microfiche;

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
    same("plain", u"What stands here"_qs);
    same("typographic", u"“It’s” – done…"_qs);
    same("Arabic", u"خبر عاجل"_qs);
    same("joiner in Persian", u"می\u200cخواهم"_qs);
    same("joined emoji", u"👩\u200d🚀 and ❤\ufe0f\u200d🔥"_qs);
    same("Hindi", u"क्\u200dष"_qs);
    same("direction marks", u"שלום\u200f!"_qs);
    same("non-breaking space", u"10\u00a0km"_qs);
    same("markup is text", u"<b>a</b> & b"_qs);
    row("line feed", u"a\nb"_qs, u"a b"_qs);
    row("CRLF", u"a\r\nb"_qs, u"a b"_qs);
    row("Unicode breaks", u"a\u2028b\u2029c\u0085d"_qs, u"a b c d"_qs);
    row("tab", u"a\tb"_qs, u"a b"_qs);
    row("runs of spaces", u"a   b \n\n c"_qs, u"a b c"_qs);
    row("outer spaces", u"  a \n"_qs, u"a"_qs);
    row("controls (Y33)", u"\u001b[31ma\u0007\u0000b"_qs, u"[31mab"_qs);
    row("C1 controls", u"a\u009b31mb"_qs, u"a31mb"_qs);
    row("override (E12)", u"photo\u202egpj.exe"_qs, u"photogpj.exe"_qs);
    row("embeddings and isolates", u"\u202aa\u202c\u2066b\u2069\u202d\u2067\u2068\u202b"_qs,
        u"ab"_qs);
    row("zero-width space", u"a\u200bb\ufeffc\u2060d"_qs, u"abcd"_qs);
    row("joiner between Latin letters", u"pay\u200dpal"_qs, u"paypal"_qs);
    row("joiner between Cyrillic letters", u"а\u200cб"_qs, u"аб"_qs);
    row("joiner at the end", u"می\u200c"_qs, u"می"_qs);
    row("hidden tags", u"a\U000e0041\U000e007fb"_qs, u"ab"_qs);
    row("non-characters", u"a\ufffe\ufdd0b\U0001fffe"_qs, u"ab"_qs);
    row("lone surrogates", u"a"_qs + QChar(0xd83d) + u"b"_qs + QChar(0xde00), u"a\ufffdb\ufffd"_qs);
    row("nothing visible (V05)", u"\u00a0\u200b \u2028\ufeff"_qs, QString());
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
    row("plain", u"a\n\nb  c"_qs, u"a\n\nb  c"_qs);
    row("line ends", u"a\r\nb\rc\u2028d\u2029e"_qs, u"a\nb\nc\nd\ne"_qs);
    row("tab stays", u"a\tb"_qs, u"a\tb"_qs);
    row("controls", u"a\u001b[0m\u0008b\n"_qs, u"a[0mb\n"_qs);
    row("override", u"a\u202eb\u202cc"_qs, u"abc"_qs);
    row("Persian", u"می\u200cخواهم\nو"_qs, u"می\u200cخواهم\nو"_qs);
}

void TestDisplayText::makesParagraphs()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);

    QCOMPARE(displayText(text), shown);
}

void TestDisplayText::capsCombiningMarks()
{
    const QString pile = u"e"_qs + QString(20'000, QChar(0x0301)) + u"x"_qs; // E14
    const QString shown = u"e"_qs + QString(8, QChar(0x0301)) + u"x"_qs;
    QCOMPARE(displayLine(pile), shown);
    QCOMPARE(displayText(pile), shown);

    const QString broken = u"e"_qs + (u"\u0301\u200b"_qs).repeated(50);
    QCOMPARE(displayLine(broken), u"e"_qs + QString(8, QChar(0x0301)));
    const QString twice = u"e\u0301\u0302o\u0301"_qs;
    QCOMPARE(displayLine(twice), twice);
}

void TestDisplayText::cutsLongLines()
{
    const QString whole(MaxDisplayLine, u'a');
    QCOMPARE(displayLine(whole), whole);

    const QString cut = displayLine(QString(1'000'000, u'a')); // V01
    QCOMPARE(cut.size(), MaxDisplayLine);
    QVERIFY(cut.endsWith(u'…'));

    QCOMPARE(displayLine(u"a"_qs + QString(100'000, u'\n') + u"b"_qs), u"a b"_qs); // V04
}

void TestDisplayText::cutsBetweenCharacters()
{
    const QString cut = displayLine(u"a"_qs + u"😀"_qs.repeated(MaxDisplayLine));
    QVERIFY(cut.size() <= MaxDisplayLine);
    QVERIFY(cut.isValidUtf16());
}

void TestDisplayText::keepsLongTexts()
{
    const QString text = u"a b\u2028"_qs.repeated(100'000);
    QCOMPARE(displayText(text).size(), text.size());
}

void TestDisplayText::sharesPlainTexts()
{
    const QString text = u"A title of no special kind"_qs;
    QCOMPARE(displayLine(text).constData(), text.constData());
}

QTEST_GUILESS_MAIN(TestDisplayText)
#include "tst_displaytext.moc"
