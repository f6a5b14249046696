// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/address.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace Microfiche;

class TestAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWebAddresses_data();
    void takesWebAddresses();
    void refusesAnythingElse_data();
    void refusesAnythingElse();
    void refusesOverlongAddresses();
    void keysAreTheAddress_data();
    void keysAreTheAddress();
    void keysStayEqualWhenReadAgain();
    void keyAndAddressAgreeOnHosts();
    void storedKeyComesBack();
    void keysCanBeHashed();
    void showsHosts_data();
    void showsHosts();
};

void TestAddress::takesWebAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");

    const auto row = [](const char *name, const QString &text, const QString &host) {
        QTest::newRow(name) << text << host;
    };
    row("https", u"https://example.com/a"_qs, u"example.com"_qs);
    row("http", u"http://example.com"_qs, u"example.com"_qs);
    row("upper case", u"HTTPS://Example.COM/A"_qs, u"example.com"_qs);
    row("trimmed (U14)", u" \thttps://example.com/ \n"_qs, u"example.com"_qs);
    row("port", u"https://example.com:8443/"_qs, u"example.com"_qs);
    row("last port", u"https://example.com:65535/"_qs, u"example.com"_qs);
    row("empty port", u"https://example.com:/a"_qs, u"example.com"_qs);
    row("query only", u"https://example.com?q=1"_qs, u"example.com"_qs);
    row("fragment only", u"https://example.com#top"_qs, u"example.com"_qs);
    row("at sign in the path", u"https://example.com/@name"_qs, u"example.com"_qs);
    row("backslash in the query", u"https://example.com/?q=a\\b"_qs, u"example.com"_qs);
    row("whole address in the path", u"https://example.com/https%253A%252F%252Fa.example"_qs,
        u"example.com"_qs);
    row("space in the path", u"https://example.com/a b"_qs, u"example.com"_qs);
    row("bar in the path", u"https://example.com/a|b"_qs, u"example.com"_qs);
    row("stray percent sign", u"https://example.com/100%-sure"_qs, u"example.com"_qs);
    row("letters beyond ASCII in the path", u"https://example.com/pokémon"_qs, u"example.com"_qs);
    row("underscore", u"https://my_blog.example.com/"_qs, u"my_blog.example.com"_qs);
    row("final dot", u"https://example.com./"_qs, u"example.com."_qs);
    row("one label", u"http://localhost/"_qs, u"localhost"_qs);
    row("number host (U07)", u"http://2130706433/"_qs, u"127.0.0.1"_qs);
    row("mapped host (U08)", u"http://[::ffff:127.0.0.1]/"_qs, u"::ffff:127.0.0.1"_qs);
    row("host beyond ASCII (U10)", u"https://bücher.example/"_qs, u"xn--bcher-kva.example"_qs);
}

void TestAddress::takesWebAddresses()
{
    QFETCH(QString, text);
    QFETCH(QString, host);

    const auto address = webAddress(text);

    QVERIFY(address.has_value());
    QCOMPARE(address->host(QUrl::FullyEncoded), host);
    QVERIFY(ArticleKey::fromAddress(text).has_value());
}

void TestAddress::refusesAnythingElse_data()
{
    QTest::addColumn<QString>("text");

    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    row("empty", QString());
    row("spaces", u"  "_qs);
    row("word", u"example"_qs);
    row("no scheme", u"example.com/a"_qs);
    row("no scheme but slashes (U13)", u"//evil.example/x"_qs);
    row("javascript (U01)", u"javascript:alert(1)"_qs);
    row("javascript with slashes", u"javascript://example.com/%0aalert(1)"_qs);
    row("file (U02)", u"file:///etc/passwd"_qs);
    row("data (U03)", u"data:text/html,<script>"_qs);
    row("ftp", u"ftp://example.com/"_qs);
    row("smb", u"smb://example.com/share"_qs);
    row("drive letter", u"C:\\x"_qs);
    row("mailto", u"mailto:a@example.com"_qs);
    row("one slash", u"https:/example.com"_qs);
    row("no slash", u"https:example.com"_qs);
    row("backslashes for slashes", u"https:\\\\example.com"_qs);
    row("no host", u"https://"_qs);
    row("no host but a path", u"https:///path"_qs);
    row("no host but a port", u"https://:80/"_qs);
    row("user name (U04)", u"https://good.example@evil.example/"_qs);
    row("user name and password", u"https://a:b@example.com/"_qs);
    row("empty user name", u"https://@example.com/"_qs);
    row("backslash before the at sign (U05)", u"https://evil.example\\@good.example/"_qs);
    row("backslash in the host", u"https://good.example\\.evil.example/"_qs);
    row("line break in the path (U06)", u"https://example.com/a\r\nHost: evil.example"_qs);
    row("line break in the host", u"https://exam\nple.com/"_qs);
    row("tab inside", u"https://example.com/a\tb"_qs);
    row("NUL", u"https://example.com/a"_qs + QChar(0) + u"b"_qs);
    row("delete character", u"https://example.com/\u007f"_qs);
    row("C1 control", u"https://example.com/\u0085a"_qs);
    row("space in the host", u"https://exam ple.com/"_qs);
    row("percent sign in the host", u"https://ex%61mple.com/"_qs);
    row("invisible letter in the host", u"https://exam\u00adple.com/"_qs);
    row("zero width in the host", u"https://exam\u200bple.com/"_qs);
    row("override in the host", u"https://\u202emoc.elpmaxe/"_qs);
    row("empty label", u"https://example..com/"_qs);
    row("port 0", u"https://example.com:0/"_qs);
    row("port 99999 (U11)", u"https://example.com:99999/"_qs);
    row("endless port", u"https://example.com:99999999999999999999/"_qs);
    row("port that is a word", u"https://example.com:http/"_qs);
    row("negative port", u"https://example.com:-1/"_qs);
    row("two ports", u"https://example.com:80:90/"_qs);
    row("open bracket", u"https://[::1/"_qs);
    row("letters in brackets", u"https://[example]/"_qs);
}

void TestAddress::refusesAnythingElse()
{
    QFETCH(QString, text);

    QVERIFY(!webAddress(text).has_value());
    QVERIFY(!ArticleKey::fromAddress(text).has_value());
}

void TestAddress::refusesOverlongAddresses()
{
    const QString start = u"https://example.com/"_qs;
    const QString longest = start + QString(MaxAddressLength - start.size(), u'a');

    QVERIFY(webAddress(longest).has_value());
    QVERIFY(webAddress(u"  "_qs + longest + u' ').has_value());
    QVERIFY(!webAddress(longest + u'a').has_value());
    QVERIFY(!webAddress(start + QString(100'000, u'a')).has_value()); // U12
}

void TestAddress::keysAreTheAddress_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("key");

    const auto row = [](const char *name, const QString &text, const QString &key) {
        QTest::newRow(name) << text << key;
    };
    const auto same = [&row](const char *name, const QString &text) { row(name, text, text); };
    same("plain", u"https://example.com/a/b?c=d"_qs);
    row("scheme and host in lower case", u"HTTPS://WWW.Example.COM/A?B=C"_qs,
        u"https://www.example.com/A?B=C"_qs);
    row("trimmed", u"  https://example.com/ "_qs, u"https://example.com/"_qs);
    row("default https port", u"https://example.com:443/a"_qs, u"https://example.com/a"_qs);
    row("default http port", u"http://example.com:80/a"_qs, u"http://example.com/a"_qs);
    row("empty port", u"http://example.com:/a"_qs, u"http://example.com/a"_qs);
    same("the other scheme's port", u"https://example.com:80/a"_qs);
    same("another port", u"http://example.com:8080/a"_qs);
    row("fragment", u"https://example.com/a#b"_qs, u"https://example.com/a"_qs);
    row("fragment without a path", u"https://example.com#b"_qs, u"https://example.com"_qs);
    row("number sign twice", u"https://example.com/a#b#c"_qs, u"https://example.com/a"_qs);
    row("question mark in the fragment", u"https://example.com/a#b?c"_qs,
        u"https://example.com/a"_qs);
    same("final slash", u"https://example.com/a/"_qs);
    same("no path", u"https://example.com"_qs);
    same("empty query", u"https://example.com/a?"_qs);
    same("escapes", u"https://example.com/%7Ea/%c3%A9/%253A"_qs);
    same("letters beyond ASCII", u"https://example.com/pokémon–style"_qs);
    same("dots in the path", u"https://example.com/a/../b/./c"_qs);
    same("double slash", u"https://example.com//a"_qs);
    same("space and bar", u"https://example.com/a b|c"_qs);
    same("order of the query", u"https://example.com/?b=1&a=2&b=3"_qs);
    same("literal address", u"http://[2001:db8::1]:8080/"_qs);
    row("host beyond ASCII", u"https://BÜCHER.example/"_qs, u"https://bücher.example/"_qs);
}

void TestAddress::keysAreTheAddress()
{
    QFETCH(QString, text);
    QFETCH(QString, key);

    const auto found = ArticleKey::fromAddress(text);

    QVERIFY(found.has_value());
    QCOMPARE(found->toString(), key);
    QVERIFY(found->toUrl().isValid());
}

void TestAddress::keysStayEqualWhenReadAgain()
{
    const auto key = ArticleKey::fromAddress(u"HTTP://Example.com:80/%7Ea b?c#d"_qs);
    QVERIFY(key.has_value());
    QCOMPARE(ArticleKey::fromAddress(key->toString()), key);
}

// Keys of plain hosts are made without QUrl; the two ways must not part.
void TestAddress::keyAndAddressAgreeOnHosts()
{
    QRandomGenerator random(20230701);
    const QStringList pieces = {u"a"_qs,  u"example"_qs,       u"com"_qs,  u"."_qs,  u"-"_qs,
                                u"1"_qs,  u"0x7f"_qs,          u"xn--"_qs, u"_"_qs,  u"A"_qs,
                                u"ü"_qs,  u"xn--bcher-kva"_qs, u"127"_qs,  u"--"_qs, u"."_qs,
                                u"co"_qs, QString(70, u'l')};
    for (int i = 0; i < 20'000; ++i) {
        QString host;
        for (int n = random.bounded(1, 8); n > 0; --n) {
            host += pieces[random.bounded(int(pieces.size()))];
        }
        const QString text = u"https://"_qs + host + u"/path"_qs;
        QVERIFY2(webAddress(text).has_value() == ArticleKey::fromAddress(text).has_value(),
                 qPrintable(text));
    }
}

void TestAddress::storedKeyComesBack()
{
    const auto key = ArticleKey::fromAddress(u"https://example.com/a"_qs);
    QCOMPARE(ArticleKey::fromStored(key->toString()), *key);
    QVERIFY(ArticleKey().isEmpty());
    QVERIFY(!key->isEmpty());
}

void TestAddress::keysCanBeHashed()
{
    QSet<ArticleKey> keys;
    keys.insert(*ArticleKey::fromAddress(u"https://example.com/a#1"_qs));
    keys.insert(*ArticleKey::fromAddress(u"https://EXAMPLE.com/a#2"_qs));
    keys.insert(*ArticleKey::fromAddress(u"https://example.com/b"_qs));
    QCOMPARE(keys.size(), 2);
}

void TestAddress::showsHosts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");

    const auto row = [](const char *name, const QString &text, const QString &shown) {
        QTest::newRow(name) << text << shown;
    };
    row("plain", u"https://www.example.com/a"_qs, u"www.example.com"_qs);
    row("upper case", u"https://WWW.Example.COM/a"_qs, u"www.example.com"_qs);
    row("port is no host", u"https://example.com:8080/a"_qs, u"example.com"_qs);
    row("German", u"https://bücher.example/"_qs, u"xn--bcher-kva.example"_qs);
    row("Cyrillic look-alike (U10)", u"https://аррӏе.com/"_qs, u"xn--80ak6aa92e.com"_qs);
    row("punycode stays", u"https://xn--80ak6aa92e.com/"_qs, u"xn--80ak6aa92e.com"_qs);
    row("mixed scripts", u"https://pаypal.com/"_qs, u"xn--pypal-4ve.com"_qs);
    row("circled digits (U09)", u"http://①②⑦.0.0.1/"_qs, u"127.0.0.1"_qs);
    row("octal", u"http://0177.0.0.1/"_qs, u"127.0.0.1"_qs);
    row("full-width letters", u"https://ｅｘａｍｐｌｅ.com/"_qs, u"example.com"_qs);
}

void TestAddress::showsHosts()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);

    const auto address = webAddress(text);

    QVERIFY(address.has_value());
    QCOMPARE(shownHost(*address), shown);
}

QTEST_GUILESS_MAIN(TestAddress)
#include "tst_address.moc"
