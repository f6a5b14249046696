// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of entities and of bodies.
#include "frontmatter/bodytext.h"
#include "frontmatter/entities.h"

#include <QTest>

using namespace Microfiche;
using namespace Qt::StringLiterals;

namespace
{

BodyText bodyOf(const QByteArray &bytes)
{
    return bodyText({bytes.constData(), static_cast<size_t>(bytes.size())});
}

} // namespace

class TestTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesEntities_data();
    void decodesEntities();
    void readsBodies_data();
    void readsBodies();
    void loadsNoEntities();
    void cutsLongBodies();
    void cutsLongPages();
    void endsWhereNestingIsAbsurd();
};

void TestTexts::decodesEntities_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("decoded");

    const auto row = [](const char *name, const QString &text, const QString &decoded) {
        QTest::newRow(name) << text << decoded;
    };
    const auto same = [&row](const char *name, const QString &text) { row(name, text, text); };
    same("none", u"Plain & simple"_s);
    same("empty", QString());
    row("named", u"a&nbsp;b&amp;c&quot;d&lt;e&gt;f"_s, u"a\u00a0b&c\"d<e>f"_s);
    row("apostrophe", u"It&apos;s &rsquo;"_s, u"It's ’"_s);
    row("letters", u"caf&eacute; &Uuml;ber &alpha;&thetasym;"_s, u"café Über αϑ"_s);
    row("decimal", u"&#8217;&#39;"_s, u"’'"_s);
    row("hexadecimal", u"&#x2019;&#X1F600;"_s, u"’😀"_s);
    row("Windows-1252", u"&#146;&#150;&#128;"_s, u"’–€"_s);
    row("decoded once", u"&amp;lt;b&amp;gt; &amp;amp;"_s, u"&lt;b&gt; &amp;"_s);
    row("tags are text", u"<b>a</b> &lt;i&gt;"_s, u"<b>a</b> <i>"_s);
    row("side by side", u"&amp;&amp;"_s, u"&&"_s);
    row("ampersand before one", u"&&amp;x"_s, u"&&x"_s);
    same("unknown", u"&nosuch; &AT;"_s);
    same("without a semicolon", u"&copy 2020 &amp and &#39"_s);
    same("empty name", u"&; &#; &#x;"_s);
    same("case", u"&NBSP;"_s);
    same("NUL", u"&#0; &#x0;"_s);
    same("surrogate", u"&#xd83d;&#xde00;"_s);
    same("too large", u"&#x110000; &#9999999;"_s);
    same("signed", u"&#-39; &#+39; &#x-27;"_s);
    same("spaces", u"& amp; &amp ; &# 39;"_s);
    same("query of an address", u"?a=b&lang=en&copy=1"_s);
}

void TestTexts::decodesEntities()
{
    QFETCH(QString, text);
    QFETCH(QString, decoded);

    QCOMPARE(withEntitiesDecoded(text), decoded);
}

void TestTexts::readsBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");

    const auto row = [](const char *name, const QByteArray &body, const QString &text) {
        QTest::newRow(name) << body << text;
    };
    row("nothing", "", QString());
    row("blank lines", "\n \n\t\n", QString());
    row("Markdown stays", "\n\n# Head\n\n- *a* & &amp;\n- [b](https://example.com)\n\n",
        u"# Head\n\n- *a* & &amp;\n- [b](https://example.com)"_s);
    row("indentation of the first line stays", "\n    code\n    more\n", u"    code\n    more"_s);
    row("Markdown that begins with a tag", "<b>a</b> is\nless than b",
        u"<b>a</b> is\nless than b"_s);
    row("comparison", "<3 hearts>", u"<3 hearts>"_s);
    row("page",
        "<!DOCTYPE html>\n<html><head><title>No</title><meta charset='latin1'>"
        "<style>p{color:red}</style></head>\n"
        "<body><h1>Head</h1><p>One\n  line é &amp; "
        "&nbsp;more.</p><p>Two<br>lines</p></body></html>\n",
        u"Head\n\nOne line é & \u00a0more.\n\nTwo\nlines"_s);
    row("scripts and styles", "<div>a<script>alert('<p>x</p>')</script><style>b</style>c</div>",
        u"ac"_s);
    row("template", "<p>a</p><template><p>b</p></template><p>c</p>", u"a\n\nc"_s);
    row("comment", "<p>a<!-- b -->c</p>", u"ac"_s);
    row("list", "<ul><li>a</li><li>b</li></ul>", u"a\nb"_s);
    row("table", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", u"a b\nc"_s);
    row("spaces between blocks", "<div> \n <p> a </p> \n\n <p> b</p> </div>", u"a\n\nb"_s);
    row("inline", "<p>a <b>b</b><i>c</i> d</p>", u"a bc d"_s);
    row("line breaks", "<p>a<br><br/><br>b</p>", u"a\n\nb"_s);
    row("preformatted", "<pre>a\n  b</pre>", u"a\n  b"_s);
    row("broken", "<p>a<div>b</p></i>c<", u"<p>a<div>b</p></i>c<"_s);
    row("broken but ended", "<p>a<p>b</i></div>", u"a\n\nb"_s);
    row("picture", "<p>a<img src='https://example.com/x.png' alt='x'>b</p>", u"ab"_s);
    row("unknown entity", "<p>&nosuch; &copy;</p>", u"&nosuch; ©"_s);
    row("letters beyond ASCII", "<p>Пример 例 😀</p>", u"Пример 例 😀"_s);
}

void TestTexts::readsBodies()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, text);

    const BodyText result = bodyOf(body);

    QCOMPARE(result.text, text);
    QVERIFY(!result.isCut);
}

void TestTexts::loadsNoEntities()
{
    const QByteArray bomb = "<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">"
                            "<!ENTITY x SYSTEM \"file:///proc/self/status\">]><p>&b;&x;</p>";
    const QString text = bodyOf(bomb).text;
    QVERIFY(text.endsWith(u"&b;&x;"));
    QVERIFY(!text.contains(u"Name:"));
}

void TestTexts::cutsLongBodies()
{
    const BodyText whole = bodyOf(QByteArray(MaxBodyBytes, 'a'));
    QCOMPARE(whole.text.size(), qsizetype(MaxBodyBytes));
    QVERIFY(!whole.isCut);

    const BodyText cut = bodyOf("a" + QByteArray("é").repeated(1'000'000));
    QVERIFY(cut.isCut);
    QCOMPARE(cut.text, u"a"_s + QString((MaxBodyBytes - 1) / 2, u'é'));
}

void TestTexts::cutsLongPages()
{
    const BodyText cut = bodyOf("<p>" + QByteArray("é ").repeated(1'000'000) + "</p>");
    QVERIFY(cut.isCut);
    QVERIFY(cut.text.toUtf8().size() <= qsizetype(MaxBodyBytes));
    QVERIFY(cut.text.toUtf8().size() > qsizetype(MaxBodyBytes) - 4);
    QVERIFY(!cut.text.contains(QChar::ReplacementCharacter));
}

void TestTexts::endsWhereNestingIsAbsurd()
{
    const BodyText cut = bodyOf("<p>a</p>" + QByteArray("<b>").repeated(1'000'000) + "b</p>");
    QVERIFY(cut.isCut);
    QCOMPARE(cut.text, u"a"_s);

    const BodyText deep = bodyOf("<p>" + QByteArray("<b>").repeated(500) + "a" +
                                 QByteArray("</b>").repeated(500) + "b</p>");
    QVERIFY(!deep.isCut);
    QCOMPARE(deep.text, u"ab"_s);
}

QTEST_GUILESS_MAIN(TestTexts)
#include "tst_texts.moc"
