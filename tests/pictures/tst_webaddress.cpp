// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/fetch/webaddress.h"

#include <QTest>

using namespace Microfiche;
using namespace Qt::StringLiterals;

class TestWebAddress final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhereToAsk_data();
    void knowsWhereToAsk();
    void saysThatAPortIsNotAllowed();
    void knowsWhereAnAnswerMayLead_data();
    void knowsWhereAnAnswerMayLead();
    void knowsThePublicInternet_data();
    void knowsThePublicInternet();
    void knowsLocalNames_data();
    void knowsLocalNames();
    void writesHostsInOneWay_data();
    void writesHostsInOneWay();
    void readsHostsThatSomebodyWrites();
};

void TestWebAddress::knowsWhereToAsk_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("fit");
    const auto row = [](const char *address, bool fit) {
        QTest::newRow(address) << QString::fromUtf8(address) << fit;
    };
    row("http://news.example/a.jpg", true);
    row("https://news.example:8443/a.jpg?w=3#x", true);
    row("HTTPS://NEWS.EXAMPLE/", true);
    row("https://news.example:80/", true);
    row("http://news.example:443/", true);
    row("https://b\xc3\xbc"
        "cher.example/",
        true);
    row("", false);
    row("/a.jpg", false);
    row("//news.example/a.jpg", false);
    row("news.example/a.jpg", false);
    row("http:///a.jpg", false);
    row("http://", false);
    row("file:///etc/passwd", false);
    row("file://news.example/a.jpg", false);
    row("qrc:/a.png", false);
    row("data:image/png;base64,iVBORw0KGgo=", false);
    row("ftp://news.example/a.jpg", false);
    row("javascript:alert(1)", false);
    row("view-source:http://news.example/", false);
    row("http+unix://news.example/", false);
    row("http://user@news.example/", false);
    row("http://user:word@news.example/", false);
    row("https://good.example@evil.example/", false);
    row("http://news.example:99999/", false);
    row("http://news example/", false);
    QTest::newRow("2,048 characters")
        << QStringLiteral("http://a.bc/").leftJustified(2048, u'x') << true;
    QTest::newRow("2,049 characters")
        << QStringLiteral("http://a.bc/").leftJustified(2049, u'x') << false;
    QTest::newRow("2,048 when encoded")
        << QString(QStringLiteral("http://a.bc/") + QString(700, QChar(0x20ac))) << false;
}

void TestWebAddress::knowsWhereToAsk()
{
    QFETCH(const QString, address);
    QFETCH(const bool, fit);
    QCOMPARE(checkAddress(QUrl(address)), fit ? FetchRefusal::None : FetchRefusal::Address);
}

void TestWebAddress::saysThatAPortIsNotAllowed()
{
    for (const int port : {0, 22, 25, 1023}) {
        const QUrl url(QStringLiteral("http://news.example:%1/").arg(port));
        QCOMPARE(checkAddress(url), FetchRefusal::Port);
    }
    QCOMPARE(checkAddress(QUrl(QStringLiteral("ftp://news.example:25/"))), FetchRefusal::Address);
}

void TestWebAddress::knowsWhereAnAnswerMayLead_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("fit");
    const struct {
        const char *name, *from, *to;
        bool fit;
    } rows[] = {
        {"up", "http://a.example/", "https://a.example/", true},
        {"level", "http://a.example/", "http://b.example/", true},
        {"level, TLS", "https://a.example/", "https://b.example/", true},
        {"down", "https://a.example/", "http://a.example/", false},
        {"file", "http://a.example/", "file:///etc/passwd", false},
        {"data", "http://a.example/", "data:image/png,x", false},
        {"ftp", "http://a.example/", "ftp://a.example/", false},
        {"user", "http://a.example/", "http://u@a.example/", false},
        {"port", "http://a.example/", "http://a.example:25/", false},
        {"nothing", "http://a.example/", "", false},
    };
    for (const auto &row : rows) {
        QTest::newRow(row.name) << QString::fromLatin1(row.from) << QString::fromLatin1(row.to)
                                << row.fit;
    }
}

void TestWebAddress::knowsWhereAnAnswerMayLead()
{
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const bool, fit);
    QCOMPARE(checkRedirect(QUrl(from), QUrl(to)),
             fit ? FetchRefusal::None : FetchRefusal::Redirects);
}

void TestWebAddress::knowsThePublicInternet_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isPublic");
    for (const char *address :
         {"1.1.1.1",         "8.8.8.8",        "9.255.255.255",   "11.0.0.0",
          "100.63.255.255",  "100.128.0.0",    "126.255.255.255", "128.0.0.0",
          "169.253.255.255", "169.255.0.0",    "172.15.255.255",  "172.32.0.0",
          "192.0.1.0",       "192.0.3.0",      "192.167.255.255", "192.169.0.0",
          "198.17.255.255",  "198.20.0.0",     "223.255.255.255", "2606:4700:4700::1111",
          "2a00::1",         "2001:200::1",    "2001:db9::1",     "2003::1",
          "3fff:1000::1",    "::ffff:8.8.8.8", "64:ff9b::808:808"}) {
        QTest::newRow(address) << QString::fromLatin1(address) << true;
    }
    for (const char *address : {"0.0.0.0",
                                "0.1.2.3",
                                "10.0.0.1",
                                "10.255.255.255",
                                "100.64.0.0",
                                "100.127.255.255",
                                "127.0.0.1",
                                "127.255.255.255",
                                "169.254.0.0",
                                "169.254.169.254",
                                "172.16.0.0",
                                "172.31.255.255",
                                "192.0.0.1",
                                "192.0.2.1",
                                "192.88.99.1",
                                "192.168.0.1",
                                "198.18.0.0",
                                "198.19.255.255",
                                "198.51.100.1",
                                "203.0.113.1",
                                "224.0.0.1",
                                "239.255.255.255",
                                "240.0.0.1",
                                "255.255.255.255",
                                "::",
                                "::1",
                                "::7f00:1",
                                "::ffff:127.0.0.1",
                                "::ffff:10.0.0.1",
                                "::ffff:0:127.0.0.1",
                                "64:ff9b::7f00:1",
                                "64:ff9b::a00:1",
                                "64:ff9b:1::1",
                                "100::1",
                                "2001::1",
                                "2001:10::1",
                                "2001:1ff::1",
                                "2001:db8::1",
                                "2002:7f00:1::",
                                "2002:808:808::",
                                "3fff::1",
                                "3fff:fff::1",
                                "4000::1",
                                "5f00::1",
                                "fc00::1",
                                "fdff::1",
                                "fe80::1",
                                "fe80::1%1",
                                "febf::1",
                                "fec0::1",
                                "ff02::1",
                                ""}) {
        QTest::addRow("not %s", address) << QString::fromLatin1(address) << false;
    }
}

void TestWebAddress::knowsThePublicInternet()
{
    QFETCH(const QString, address);
    QFETCH(const bool, isPublic);
    QCOMPARE(QHostAddress(address).isNull(), address.isEmpty());
    QCOMPARE(isPublicAddress(QHostAddress(address)), isPublic);
}

void TestWebAddress::knowsLocalNames_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isLocal");
    for (const char *host : {"localhost", "router", "a.localhost", "printer.local",
                             "metadata.google.internal", "nas.home.arpa", "box.lan"}) {
        QTest::newRow(host) << QString::fromLatin1(host) << true;
    }
    for (const char *host : {"news.example", "local.example", "localhost.example", "mylocal.com"}) {
        QTest::newRow(host) << QString::fromLatin1(host) << false;
    }
}

void TestWebAddress::knowsLocalNames()
{
    QFETCH(const QString, host);
    QFETCH(const bool, isLocal);
    QCOMPARE(isLocalName(host), isLocal);
}

void TestWebAddress::writesHostsInOneWay_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("host");
    const struct {
        const char *address, *host;
    } rows[] = {
        {"http://NEWS.Example/", "news.example"},
        {"http://news.example./", "news.example"},
        {"http://b\xc3\xbc"
         "cher.example/",
         "xn--bcher-kva.example"},
        {"http://127.1/", "127.0.0.1"},
        {"http://2130706433/", "127.0.0.1"},
        {"http://0x7f.1/", "127.0.0.1"},
        {"http://0177.0.0.1/", "127.0.0.1"},
        {"http://\xe2\x91\xa0\xe2\x91\xa1\xe2\x91\xa6.0.0.1/", "127.0.0.1"},
        {"http://[::1]/", "::1"},
        {"http://[::FFFF:127.0.0.1]/", "::ffff:127.0.0.1"},
        {"/nowhere", ""},
    };
    for (const auto &row : rows) {
        QTest::newRow(row.address) << QString::fromUtf8(row.address) << QString::fromUtf8(row.host);
    }
}

void TestWebAddress::writesHostsInOneWay()
{
    QFETCH(const QString, address);
    QFETCH(const QString, host);
    QCOMPARE(hostName(QUrl(address)), host);
}

void TestWebAddress::readsHostsThatSomebodyWrites()
{
    QCOMPARE(hostNamed(u"Archive.LAN."_s), u"archive.lan"_s);
    QCOMPARE(hostNamed(u"192.168.1.20"_s), u"192.168.1.20"_s);
    QCOMPARE(hostNamed(u"b\u00fccher.example"_s), u"xn--bcher-kva.example"_s);
    for (const QString &none : {u""_s, u"a b"_s, u"a/b"_s, u"a:80"_s, u"http://a"_s, u"a%2eb"_s}) {
        QVERIFY2(hostNamed(none).isEmpty(), qUtf8Printable(none));
    }
}

QTEST_GUILESS_MAIN(TestWebAddress)
#include "tst_webaddress.moc"
