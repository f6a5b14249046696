// SPDX-License-Identifier: GPL-3.0-or-later
#include "article/address.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace Microfiche;
using namespace Qt::StringLiterals;

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
    void keysAreTheSameWhetherSharedOrNot();
    void storedKeyComesBack();
    void keysCanBeHashed();
    void showsHosts_data();
    void showsHosts();
    void callsHostsAsPeopleDo();
};

void TestAddress::takesWebAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");

    const auto row = [](const char *name, const QString &text, const QString &host) {
        QTest::newRow(name) << text << host;
    };
    row("https", u"https://example.com/a"_s, u"example.com"_s);
    row("http", u"http://example.com"_s, u"example.com"_s);
    row("upper case", u"HTTPS://Example.COM/A"_s, u"example.com"_s);
    row("trimmed (U14)", u" \thttps://example.com/ \n"_s, u"example.com"_s);
    row("port", u"https://example.com:8443/"_s, u"example.com"_s);
    row("last port", u"https://example.com:65535/"_s, u"example.com"_s);
    row("empty port", u"https://example.com:/a"_s, u"example.com"_s);
    row("query only", u"https://example.com?q=1"_s, u"example.com"_s);
    row("fragment only", u"https://example.com#top"_s, u"example.com"_s);
    row("at sign in the path", u"https://example.com/@name"_s, u"example.com"_s);
    row("backslash in the query", u"https://example.com/?q=a\\b"_s, u"example.com"_s);
    row("whole address in the path", u"https://example.com/https%253A%252F%252Fa.example"_s,
        u"example.com"_s);
    row("space in the path", u"https://example.com/a b"_s, u"example.com"_s);
    row("bar in the path", u"https://example.com/a|b"_s, u"example.com"_s);
    row("stray percent sign", u"https://example.com/100%-sure"_s, u"example.com"_s);
    row("letters beyond ASCII in the path", u"https://example.com/pokémon"_s, u"example.com"_s);
    row("underscore", u"https://my_blog.example.com/"_s, u"my_blog.example.com"_s);
    row("final dot", u"https://example.com./"_s, u"example.com."_s);
    row("one label", u"http://localhost/"_s, u"localhost"_s);
    row("number host (U07)", u"http://2130706433/"_s, u"127.0.0.1"_s);
    row("mapped host (U08)", u"http://[::ffff:127.0.0.1]/"_s, u"::ffff:127.0.0.1"_s);
    row("host beyond ASCII (U10)", u"https://bücher.example/"_s, u"xn--bcher-kva.example"_s);
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
    row("spaces", u"  "_s);
    row("word", u"example"_s);
    row("no scheme", u"example.com/a"_s);
    row("no scheme but slashes (U13)", u"//evil.example/x"_s);
    row("javascript (U01)", u"javascript:alert(1)"_s);
    row("javascript with slashes", u"javascript://example.com/%0aalert(1)"_s);
    row("file (U02)", u"file:///etc/passwd"_s);
    row("data (U03)", u"data:text/html,<script>"_s);
    row("ftp", u"ftp://example.com/"_s);
    row("smb", u"smb://example.com/share"_s);
    row("drive letter", u"C:\\x"_s);
    row("mailto", u"mailto:a@example.com"_s);
    row("one slash", u"https:/example.com"_s);
    row("no slash", u"https:example.com"_s);
    row("backslashes for slashes", u"https:\\\\example.com"_s);
    row("no host", u"https://"_s);
    row("no host but a path", u"https:///path"_s);
    row("no host but a port", u"https://:80/"_s);
    row("user name (U04)", u"https://good.example@evil.example/"_s);
    row("user name and password", u"https://a:b@example.com/"_s);
    row("empty user name", u"https://@example.com/"_s);
    row("backslash before the at sign (U05)", u"https://evil.example\\@good.example/"_s);
    row("backslash in the host", u"https://good.example\\.evil.example/"_s);
    row("line break in the path (U06)", u"https://example.com/a\r\nHost: evil.example"_s);
    row("line break in the host", u"https://exam\nple.com/"_s);
    row("tab inside", u"https://example.com/a\tb"_s);
    row("NUL", u"https://example.com/a"_s + QChar(0) + u"b"_s);
    row("delete character", u"https://example.com/\u007f"_s);
    row("C1 control", u"https://example.com/\u0085a"_s);
    row("space in the host", u"https://exam ple.com/"_s);
    row("percent sign in the host", u"https://ex%61mple.com/"_s);
    row("invisible letter in the host", u"https://exam\u00adple.com/"_s);
    row("zero width in the host", u"https://exam\u200bple.com/"_s);
    row("override in the host", u"https://\u202emoc.elpmaxe/"_s);
    row("empty label", u"https://example..com/"_s);
    row("port 0", u"https://example.com:0/"_s);
    row("port 99999 (U11)", u"https://example.com:99999/"_s);
    row("endless port", u"https://example.com:99999999999999999999/"_s);
    row("port that is a word", u"https://example.com:http/"_s);
    row("negative port", u"https://example.com:-1/"_s);
    row("two ports", u"https://example.com:80:90/"_s);
    row("open bracket", u"https://[::1/"_s);
    row("letters in brackets", u"https://[example]/"_s);
}

void TestAddress::refusesAnythingElse()
{
    QFETCH(QString, text);

    QVERIFY(!webAddress(text).has_value());
    QVERIFY(!ArticleKey::fromAddress(text).has_value());
}

void TestAddress::refusesOverlongAddresses()
{
    const QString start = u"https://example.com/"_s;
    const QString longest = start + QString(MaxAddressLength - start.size(), u'a');

    QVERIFY(webAddress(longest).has_value());
    QVERIFY(webAddress(u"  "_s + longest + u' ').has_value());
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
    same("plain", u"https://example.com/a/b?c=d"_s);
    row("scheme and host in lower case", u"HTTPS://WWW.Example.COM/A?B=C"_s,
        u"https://www.example.com/A?B=C"_s);
    row("trimmed", u"  https://example.com/ "_s, u"https://example.com/"_s);
    row("default https port", u"https://example.com:443/a"_s, u"https://example.com/a"_s);
    row("default http port", u"http://example.com:80/a"_s, u"http://example.com/a"_s);
    row("empty port", u"http://example.com:/a"_s, u"http://example.com/a"_s);
    same("the other scheme's port", u"https://example.com:80/a"_s);
    same("another port", u"http://example.com:8080/a"_s);
    row("fragment", u"https://example.com/a#b"_s, u"https://example.com/a"_s);
    row("fragment without a path", u"https://example.com#b"_s, u"https://example.com"_s);
    row("number sign twice", u"https://example.com/a#b#c"_s, u"https://example.com/a"_s);
    row("question mark in the fragment", u"https://example.com/a#b?c"_s,
        u"https://example.com/a"_s);
    same("final slash", u"https://example.com/a/"_s);
    same("no path", u"https://example.com"_s);
    same("empty query", u"https://example.com/a?"_s);
    same("escapes", u"https://example.com/%7Ea/%c3%A9/%253A"_s);
    same("letters beyond ASCII", u"https://example.com/pokémon–style"_s);
    same("dots in the path", u"https://example.com/a/../b/./c"_s);
    same("double slash", u"https://example.com//a"_s);
    same("space and bar", u"https://example.com/a b|c"_s);
    same("order of the query", u"https://example.com/?b=1&a=2&b=3"_s);
    same("literal address", u"http://[2001:db8::1]:8080/"_s);
    row("host beyond ASCII", u"https://BÜCHER.example/"_s, u"https://bücher.example/"_s);
}

void TestAddress::keysAreTheAddress()
{
    QFETCH(QString, text);
    QFETCH(QString, key);

    const auto found = ArticleKey::fromAddress(text);

    QVERIFY(found.has_value());
    QCOMPARE(found->toString(), key);
    QVERIFY(QUrl(found->toString(), QUrl::TolerantMode).isValid());
}

void TestAddress::keysStayEqualWhenReadAgain()
{
    const auto key = ArticleKey::fromAddress(u"HTTP://Example.com:80/%7Ea b?c#d"_s);
    QVERIFY(key.has_value());
    QCOMPARE(ArticleKey::fromAddress(key->toString()), key);
}

// Keys of plain hosts are made without QUrl; the two ways must not part.
void TestAddress::keyAndAddressAgreeOnHosts()
{
    QRandomGenerator random(20230701);
    const QStringList pieces = {u"a"_s,  u"example"_s,       u"com"_s,  u"."_s,  u"-"_s,
                                u"1"_s,  u"0x7f"_s,          u"xn--"_s, u"_"_s,  u"A"_s,
                                u"ü"_s,  u"xn--bcher-kva"_s, u"127"_s,  u"--"_s, u"."_s,
                                u"co"_s, QString(70, u'l')};
    for (int i = 0; i < 20'000; ++i) {
        QString host;
        for (int n = random.bounded(1, 8); n > 0; --n) {
            host += pieces[random.bounded(int(pieces.size()))];
        }
        const QString text = u"https://"_s + host + u"/path"_s;
        QVERIFY2(webAddress(text).has_value() == ArticleKey::fromAddress(text).has_value(),
                 qPrintable(text));
        QVERIFY2(ArticleKey::fromShared(text) == ArticleKey::fromAddress(text), qPrintable(text));
    }
}

// An address that is its own key is known by another, quicker way; the two must not part.
void TestAddress::keysAreTheSameWhetherSharedOrNot()
{
    QRandomGenerator random(20230702);
    const QStringList pieces = {u"https://"_s, u"http://"_s,   u"HTTPS://"_s,
                                u"ftp://"_s,   u"a.example"_s, u"A.example"_s,
                                u":443"_s,     u":8080"_s,     u"user@"_s,
                                u"/"_s,        u"?"_s,         u"#"_s,
                                u" "_s,        u"\u00a0"_s,    u"\t"_s,
                                u"ü"_s,        u"path"_s,      QString(2050, u'l')};
    for (int i = 0; i < 50'000; ++i) {
        QString text = random.bounded(2) ? u"https://a.example/"_s : QString();
        for (int n = random.bounded(0, 6); n > 0; --n) {
            text += pieces[random.bounded(int(pieces.size()))];
        }
        QVERIFY2(ArticleKey::fromShared(text) == ArticleKey::fromAddress(text), qPrintable(text));
    }
    const QString plain = u"https://a.example/path?query=1"_s;
    QCOMPARE(ArticleKey::fromShared(plain)->toString().constData(), plain.constData());
}

void TestAddress::storedKeyComesBack()
{
    const auto key = ArticleKey::fromAddress(u"https://example.com/a"_s);
    QCOMPARE(ArticleKey::fromStored(key->toString()), *key);
    QVERIFY(ArticleKey().isEmpty());
    QVERIFY(!key->isEmpty());
}

void TestAddress::keysCanBeHashed()
{
    QSet<ArticleKey> keys;
    keys.insert(*ArticleKey::fromAddress(u"https://example.com/a#1"_s));
    keys.insert(*ArticleKey::fromAddress(u"https://EXAMPLE.com/a#2"_s));
    keys.insert(*ArticleKey::fromAddress(u"https://example.com/b"_s));
    QCOMPARE(keys.size(), 2);
}

void TestAddress::showsHosts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");

    const auto row = [](const char *name, const QString &text, const QString &shown) {
        QTest::newRow(name) << text << shown;
    };
    row("plain", u"https://www.example.com/a"_s, u"www.example.com"_s);
    row("upper case", u"https://WWW.Example.COM/a"_s, u"www.example.com"_s);
    row("port is no host", u"https://example.com:8080/a"_s, u"example.com"_s);
    row("German", u"https://bücher.example/"_s, u"xn--bcher-kva.example"_s);
    row("Cyrillic look-alike (U10)", u"https://аррӏе.com/"_s, u"xn--80ak6aa92e.com"_s);
    row("punycode stays", u"https://xn--80ak6aa92e.com/"_s, u"xn--80ak6aa92e.com"_s);
    row("mixed scripts", u"https://pаypal.com/"_s, u"xn--pypal-4ve.com"_s);
    row("circled digits (U09)", u"http://①②⑦.0.0.1/"_s, u"127.0.0.1"_s);
    row("octal", u"http://0177.0.0.1/"_s, u"127.0.0.1"_s);
    row("full-width letters", u"https://ｅｘａｍｐｌｅ.com/"_s, u"example.com"_s);
}

void TestAddress::showsHosts()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);

    const auto address = webAddress(text);

    QVERIFY(address.has_value());
    QCOMPARE(shownHost(*address), shown);
}

void TestAddress::callsHostsAsPeopleDo()
{
    QCOMPARE(knownHost(QUrl(u"https://www.example.com/a"_s)), u"example.com"_s);
    QCOMPARE(knownHost(QUrl(u"https://news.www.example/"_s)), u"news.www.example"_s);
    QCOMPARE(knownHost(QUrl(u"https://www.bücher.example/"_s)), u"xn--bcher-kva.example"_s);
}

QTEST_GUILESS_MAIN(TestAddress)
#include "tst_address.moc"
