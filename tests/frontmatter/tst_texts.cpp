// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of entities and of bodies.
#include "frontmatter/bodytext.h"
#include "frontmatter/entities.h"

#include <QTest>

using namespace Microfiche;

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
    same("none", u"Plain & simple"_qs);
    same("empty", QString());
    row("named", u"a&nbsp;b&amp;c&quot;d&lt;e&gt;f"_qs, u"a\u00a0b&c\"d<e>f"_qs);
    row("apostrophe", u"It&apos;s &rsquo;"_qs, u"It's ’"_qs);
    row("letters", u"caf&eacute; &Uuml;ber &alpha;&thetasym;"_qs, u"café Über αϑ"_qs);
    row("decimal", u"&#8217;&#39;"_qs, u"’'"_qs);
    row("hexadecimal", u"&#x2019;&#X1F600;"_qs, u"’😀"_qs);
    row("Windows-1252", u"&#146;&#150;&#128;"_qs, u"’–€"_qs);
    row("decoded once", u"&amp;lt;b&amp;gt; &amp;amp;"_qs, u"&lt;b&gt; &amp;"_qs);
    row("tags are text", u"<b>a</b> &lt;i&gt;"_qs, u"<b>a</b> <i>"_qs);
    row("side by side", u"&amp;&amp;"_qs, u"&&"_qs);
    row("ampersand before one", u"&&amp;x"_qs, u"&&x"_qs);
    same("unknown", u"&nosuch; &AT;"_qs);
    same("without a semicolon", u"&copy 2020 &amp and &#39"_qs);
    same("empty name", u"&; &#; &#x;"_qs);
    same("case", u"&NBSP;"_qs);
    same("NUL", u"&#0; &#x0;"_qs);
    same("surrogate", u"&#xd83d;&#xde00;"_qs);
    same("too large", u"&#x110000; &#9999999;"_qs);
    same("signed", u"&#-39; &#+39; &#x-27;"_qs);
    same("spaces", u"& amp; &amp ; &# 39;"_qs);
    same("query of an address", u"?a=b&lang=en&copy=1"_qs);
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
        u"# Head\n\n- *a* & &amp;\n- [b](https://example.com)"_qs);
    row("indentation of the first line stays", "\n    code\n    more\n", u"    code\n    more"_qs);
    row("Markdown that begins with a tag", "<b>a</b> is\nless than b",
        u"<b>a</b> is\nless than b"_qs);
    row("comparison", "<3 hearts>", u"<3 hearts>"_qs);
    row("page",
        "<!DOCTYPE html>\n<html><head><title>No</title><meta charset='latin1'>"
        "<style>p{color:red}</style></head>\n"
        "<body><h1>Head</h1><p>One\n  line é &amp; "
        "&nbsp;more.</p><p>Two<br>lines</p></body></html>\n",
        u"Head\n\nOne line é & \u00a0more.\n\nTwo\nlines"_qs);
    row("scripts and styles", "<div>a<script>alert('<p>x</p>')</script><style>b</style>c</div>",
        u"ac"_qs);
    row("template", "<p>a</p><template><p>b</p></template><p>c</p>", u"a\n\nc"_qs);
    row("comment", "<p>a<!-- b -->c</p>", u"ac"_qs);
    row("list", "<ul><li>a</li><li>b</li></ul>", u"a\nb"_qs);
    row("table", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", u"a b\nc"_qs);
    row("spaces between blocks", "<div> \n <p> a </p> \n\n <p> b</p> </div>", u"a\n\nb"_qs);
    row("inline", "<p>a <b>b</b><i>c</i> d</p>", u"a bc d"_qs);
    row("line breaks", "<p>a<br><br/><br>b</p>", u"a\n\nb"_qs);
    row("preformatted", "<pre>a\n  b</pre>", u"a\n  b"_qs);
    row("broken", "<p>a<div>b</p></i>c<", u"<p>a<div>b</p></i>c<"_qs);
    row("broken but ended", "<p>a<p>b</i></div>", u"a\n\nb"_qs);
    row("picture", "<p>a<img src='https://example.com/x.png' alt='x'>b</p>", u"ab"_qs);
    row("unknown entity", "<p>&nosuch; &copy;</p>", u"&nosuch; ©"_qs);
    row("letters beyond ASCII", "<p>Пример 例 😀</p>", u"Пример 例 😀"_qs);
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
    QCOMPARE(cut.text, u"a"_qs + QString((MaxBodyBytes - 1) / 2, u'é'));
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
    QCOMPARE(cut.text, u"a"_qs);

    const BodyText deep = bodyOf("<p>" + QByteArray("<b>").repeated(500) + "a" +
                                 QByteArray("</b>").repeated(500) + "b</p>");
    QVERIFY(!deep.isCut);
    QCOMPARE(deep.text, u"ab"_qs);
}

QTEST_GUILESS_MAIN(TestTexts)
#include "tst_texts.moc"
