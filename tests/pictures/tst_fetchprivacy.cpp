// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetchercase.h"

#include "pictures/pictureformat.h"

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace
{

using Security = ScriptedServer::Security;

constexpr auto Fetched = FetchOutcome::Fetched;
constexpr auto Refused = FetchOutcome::Refused;

QByteArray png()
{
    return PictureBytes::png({3, 2});
}

} // namespace

/// What a request tells, and whom it is sent to.
class TestFetchPrivacy final : public FetcherCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }

    void sendsNothingAboutTheReader();
    void sendsNoCookieBack();
    void asksForNoPassword_data();
    void asksForNoPassword();
    void sendsValidatorsBack();
    void keepsOnlyValidatorsThatAreSafe_data();
    void keepsOnlyValidatorsThatAreSafe();
    void refusesHostsThatAreNotPublic_data();
    void refusesHostsThatAreNotPublic();
    void knowsAnUnknownHostFromNoNetwork();
    void connectsToTheAddressItChecked();
    void triesTheNextAddress();
    void neverLooksUpNumbers();
    void leavesNamesToTheProxy();
    void goesTheWayItWasToldFirst();
    void resolvesWhereNoProxyIsNamed();
    void trustsOnlyGoodCertificates_data();
    void trustsOnlyGoodCertificates();
};

void TestFetchPrivacy::sendsNothingAboutTheReader()
{
    ScriptedServer server;
    server.answer("/a", ServerAnswer::picture(png()));
    QCOMPARE(fetch(server.url(u"/a?b=%20c#d"_s)).outcome, Fetched);
    const ServerRequest request = server.requests().value(0);
    QCOMPARE(request.method, QByteArray("GET"));
    QCOMPARE(request.path, QByteArray("/a?b=%20c"));
    QMap<QByteArray, QByteArray> headers;
    for (const auto &[name, value] : request.headers) {
        headers.insert(name.toLower(), value);
    }
    const QMap<QByteArray, QByteArray> expected{
        {"host", "news.example:" + QByteArray::number(server.serverPort())},
        {"user-agent", "Mozilla/5.0 (compatible; Microfiche)"},
        {"accept", "image/jpeg,image/png,image/gif,image/webp;q=0.5,image/avif;q=0.5,*/*;q=0.1"},
        {"accept-language", "en,*"},
        {"accept-encoding", "identity"},
        {"connection", "Keep-Alive"}};
    QCOMPARE(headers, expected);
}

void TestFetchPrivacy::sendsNoCookieBack()
{
    ScriptedServer server;
    server.answer("/a", ServerAnswer::picture(png(), {{"Set-Cookie", "who=you; Path=/"},
                                                      {"Cache-Control", "max-age=9999"}}));
    PictureFetcher fetcher(m_settings);
    for (int i = 1; i <= 2; ++i) {
        bool isDone = false;
        fetcher.start({server.url(u"/a"_s)}, [&](const FetchedPicture &) { isDone = true; });
        QTRY_VERIFY(isDone);
        QCOMPARE(server.requests().size(), i);
        QCOMPARE(server.requests().last().header("Cookie"), QByteArray());
        QCOMPARE(server.requests().last().header("Referer"), QByteArray());
    }
}

void TestFetchPrivacy::asksForNoPassword_data()
{
    QTest::addColumn<QByteArray>("challenge");
    QTest::newRow("Basic") << QByteArray("Basic realm=\"x\"");
    QTest::newRow("Digest") << QByteArray("Digest realm=\"x\", nonce=\"y\", qop=\"auth\"");
    QTest::newRow("Negotiate") << QByteArray("Negotiate");
    QTest::newRow("NTLM") << QByteArray("NTLM");
}

void TestFetchPrivacy::asksForNoPassword()
{
    QFETCH(const QByteArray, challenge);
    ScriptedServer server;
    server.answer("/a", ServerAnswer::of(401, png(), {{"WWW-Authenticate", challenge}}));
    const FetchedPicture picture = fetch(server.url(u"/a"_s));
    QCOMPARE(picture.outcome, Refused);
    QCOMPARE(picture.refusal, FetchRefusal::ByServer);
    for (const ServerRequest &request : server.requests()) {
        QCOMPARE(request.header("Authorization"), QByteArray());
    }
}

void TestFetchPrivacy::sendsValidatorsBack()
{
    const FetchValidators validators{"\"v1\"", "Sun, 06 Nov 1994 08:49:37 GMT"};
    ScriptedServer server;
    server.answer("/a", {ServerAnswer::picture(png(), {{"ETag", validators.etag},
                                                       {"Last-Modified", validators.lastModified}}),
                         ServerAnswer::of(304), ServerAnswer::of(304, {}, {{"ETag", "\"v2\""}}),
                         ServerAnswer::picture(png())});
    QCOMPARE(fetch(server.url(u"/a"_s)).validators, validators);
    QCOMPARE(server.requests().last().header("If-None-Match"), QByteArray());

    const FetchedPicture same = fetch(server.url(u"/a"_s), validators);
    QCOMPARE(same.outcome, FetchOutcome::NotModified);
    QCOMPARE(same.validators, validators);
    QCOMPARE(server.requests().last().header("If-None-Match"), validators.etag);
    QCOMPARE(server.requests().last().header("If-Modified-Since"), validators.lastModified);

    const FetchedPicture renamed = fetch(server.url(u"/a"_s), validators);
    QCOMPARE(renamed.outcome, FetchOutcome::NotModified);
    QCOMPARE(renamed.validators, (FetchValidators{"\"v2\"", {}}));

    const FetchedPicture other = fetch(server.url(u"/a"_s), validators);
    QCOMPARE(other.outcome, Fetched);
    QVERIFY(other.validators.isEmpty());
}

void TestFetchPrivacy::keepsOnlyValidatorsThatAreSafe_data()
{
    QTest::addColumn<QByteArray>("etag");
    QTest::addColumn<QByteArray>("lastModified");
    QTest::addColumn<FetchValidators>("kept");
    const QByteArray date = "Sun, 06 Nov 1994 08:49:37 GMT";
    QTest::newRow("weak") << QByteArray("W/\"a\"") << date << FetchValidators{"W/\"a\"", date};
    QTest::newRow("date that says who you are")
        << QByteArray("\"a\"") << QByteArray("reader 17") << FetchValidators{"\"a\"", {}};
    QTest::newRow("tag that says more")
        << QByteArray(300, 'a') << date << FetchValidators{{}, date};
    QTest::newRow("no text") << QByteArray("\"\x01\"") << date << FetchValidators{{}, date};
}

void TestFetchPrivacy::keepsOnlyValidatorsThatAreSafe()
{
    QFETCH(const QByteArray, etag);
    QFETCH(const QByteArray, lastModified);
    QFETCH(const FetchValidators, kept);
    ScriptedServer server;
    server.answer("/a",
                  ServerAnswer::picture(png(), {{"ETag", etag}, {"Last-Modified", lastModified}}));
    QCOMPARE(fetch(server.url(u"/a"_s)).validators, kept);
}

void TestFetchPrivacy::refusesHostsThatAreNotPublic_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QStringList>("addresses");
    QTest::addColumn<FetchOutcome>("outcome");
    const QString name = u"rebound.example"_s;
    const auto row = [](const char *title, const QString &host, const QStringList &addresses) {
        QTest::newRow(title) << host << addresses << Refused;
    };
    row("loopback by name", name, {u"127.0.0.1"_s});
    row("loopback by name, IPv6", name, {u"::1"_s});
    row("mapped", name, {u"::ffff:127.0.0.1"_s});
    row("all of several", name, {u"10.0.0.1"_s, u"192.168.1.1"_s, u"fe80::1"_s});
    row("metadata", name, {u"169.254.169.254"_s});
    row("localhost", u"localhost"_s, {u"127.0.0.1"_s});
    row("number", u"127.0.0.1"_s, {});
    row("short number", u"127.1"_s, {});
    row("one number", u"2130706433"_s, {});
    row("sixteens", u"0x7f.1"_s, {});
    row("eights", u"0177.0.0.1"_s, {});
    row("IPv6 number", u"[::1]"_s, {});
    row("mapped number", u"[::ffff:127.0.0.1]"_s, {});
    QTest::newRow("no such host") << name << QStringList{} << FetchOutcome::UnknownHost;
}

void TestFetchPrivacy::refusesHostsThatAreNotPublic()
{
    QFETCH(const QString, host);
    QFETCH(const QStringList, addresses);
    QFETCH(const FetchOutcome, outcome);
    ScriptedServer server;
    server.answer("/a", ServerAnswer::picture(png()));
    m_resolver->script(host, {addresses});
    const FetchedPicture picture = fetch(server.url(u"/a"_s, host));
    QCOMPARE(picture.outcome, outcome);
    QCOMPARE(picture.refusal, outcome == Refused ? FetchRefusal::LocalNetwork : FetchRefusal::None);
    QCOMPARE(server.connections(), 0);
}

void TestFetchPrivacy::knowsAnUnknownHostFromNoNetwork()
{
    m_resolver->script(u"nobody.example"_s, {QStringList{}});
    const QUrl url(u"http://nobody.example/a"_s);
    QCOMPARE(fetch(url).outcome, FetchOutcome::UnknownHost);
    m_resolver->goAway();
    QCOMPARE(fetch(url).outcome, FetchOutcome::Unreachable);
}

void TestFetchPrivacy::connectsToTheAddressItChecked()
{
    // A name of no other meaning than what the resolver said once.
    ScriptedServer server;
    server.answer("/a", ServerAnswer::picture(png()));
    m_settings.localHosts += u"once.invalid"_s;
    m_resolver->script(u"once.invalid"_s, {{u"127.0.0.1"_s}, {u"10.0.0.1"_s}});
    QCOMPARE(fetch(server.url(u"/a"_s, u"once.invalid"_s)).outcome, Fetched);
    QCOMPARE(m_resolver->asked(), QStringList{u"once.invalid"_s});
    QCOMPARE(server.requests().value(0).header("Host"),
             "once.invalid:" + QByteArray::number(server.serverPort()));
}

void TestFetchPrivacy::triesTheNextAddress()
{
    ScriptedServer server;
    server.answer("/a", ServerAnswer::picture(png()));
    m_resolver->script(u"news.example"_s, {{u"127.0.0.2"_s, u"::1"_s, u"127.0.0.1"_s}});
    QCOMPARE(fetch(server.url(u"/a"_s)).outcome, Fetched);
    m_resolver->script(u"other.example"_s, {{u"127.0.0.2"_s, u"127.0.0.3"_s}});
    QCOMPARE(fetch(server.url(u"/a"_s, u"other.example"_s)).outcome, FetchOutcome::Unreachable);
}

void TestFetchPrivacy::neverLooksUpNumbers()
{
    ScriptedServer server;
    server.answer("/a", ServerAnswer::picture(png()));
    m_settings.localHosts += u"127.0.0.1"_s;
    QCOMPARE(fetch(server.url(u"/a"_s, u"127.0.0.1"_s)).outcome, Fetched);
    QCOMPARE(m_resolver->asked(), QStringList());
}

void TestFetchPrivacy::leavesNamesToTheProxy()
{
    ScriptedServer proxy;
    proxy.answer("http://far.example/a", ServerAnswer::picture(png()));
    m_settings.proxyFor = [port = proxy.serverPort()](const QUrl &) {
        return QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, port);
    };
    QCOMPARE(fetch(QUrl(u"http://far.example/a"_s)).outcome, Fetched);
    QCOMPARE(proxy.requests().value(0).header("Host"), QByteArray("far.example"));
    QCOMPARE(m_resolver->asked(), QStringList());
    for (const char *local : {"http://localhost/a", "http://router/a", "http://nas.local/a",
                              "http://127.0.0.1/a", "http://[::1]/a", "http://169.254.169.254/a"}) {
        QCOMPARE(fetch(QUrl(QString::fromLatin1(local))).refusal, FetchRefusal::LocalNetwork);
    }
    QCOMPARE(proxy.requests().size(), 1);
    // What it asks for itself is not given.
    proxy.answer("http://far.example/b",
                 ServerAnswer::of(407, png(), {{"Proxy-Authenticate", "Basic realm=\"x\""}}));
    const FetchedPicture locked = fetch(QUrl(u"http://far.example/b"_s));
    QVERIFY(locked.outcome == FetchOutcome::Unreachable || locked.outcome == Refused);
    QCOMPARE(proxy.requests().last().header("Proxy-Authorization"), QByteArray());
}

void TestFetchPrivacy::goesTheWayItWasToldFirst()
{
    ScriptedServer proxy;
    ScriptedServer other;
    ScriptedServer local; // where the system would find the name
    local.answer("/a", ServerAnswer::picture(png()));
    const QUrl url = local.url(u"/a"_s, u"localhost"_s);
    m_settings.localHosts += u"localhost"_s;
    for (ScriptedServer *one : {&proxy, &other}) {
        one->answer(url.toEncoded(), ServerAnswer::picture(png()));
    }
    const auto through = [](const ScriptedServer &server) {
        return QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, server.serverPort());
    };
    for (const QNetworkProxy &later :
         {QNetworkProxy(QNetworkProxy::NoProxy), QNetworkProxy(), through(other)}) {
        const qsizetype before = proxy.requests().size();
        m_settings.proxyFor = [&, asked = 0](const QUrl &) mutable {
            return asked++ == 0 ? through(proxy) : later;
        };
        QCOMPARE(fetch(url).outcome, Fetched);
        QCOMPARE(proxy.requests().size(), before + 1);
    }
    QCOMPARE(local.connections() + other.connections(), 0);
    // Of one fetcher, each goes its own way.
    QList<QNetworkProxy> ways{through(other), through(proxy), through(other)};
    m_settings.proxyFor = [&ways](const QUrl &) { return ways.takeFirst(); };
    PictureFetcher fetcher(m_settings);
    for (int i = 1; i <= 3; ++i) {
        bool isDone = false;
        fetcher.start({url}, [&](const FetchedPicture &) { isDone = true; });
        QTRY_VERIFY(isDone);
    }
    QCOMPARE(other.requests().size(), 2);
    QCOMPARE(proxy.requests().size(), 4);
    QCOMPARE(local.connections(), 0);
}

void TestFetchPrivacy::resolvesWhereNoProxyIsNamed()
{
    ScriptedServer server;
    m_resolver->script(u"rebound.example"_s, {{u"127.0.0.1"_s}});
    for (const auto type : {QNetworkProxy::NoProxy, QNetworkProxy::DefaultProxy}) {
        m_settings.proxyFor = [type](const QUrl &) { return QNetworkProxy(type); };
        QCOMPARE(fetch(server.url(u"/a"_s, u"rebound.example"_s)).refusal,
                 FetchRefusal::LocalNetwork);
    }
    QCOMPARE(server.connections(), 0);
}

void TestFetchPrivacy::trustsOnlyGoodCertificates_data()
{
    QTest::addColumn<Security>("security");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QByteArray>("trusted");
    QTest::addColumn<bool>("good");
    const QString news = u"news.example"_s;
    QTest::newRow("good") << Security::Tls << news << QByteArray(GoodCertificate) << true;
    QTest::newRow("other name of it")
        << Security::Tls << u"a.pictures.example"_s << QByteArray(GoodCertificate) << true;
    QTest::newRow("another host's")
        << Security::Tls << u"wrong.example"_s << QByteArray(GoodCertificate) << false;
    QTest::newRow("signed by itself") << Security::Tls << news << QByteArray() << false;
    QTest::newRow("expired") << Security::ExpiredTls << news << QByteArray(ExpiredCertificate)
                             << false;
}

void TestFetchPrivacy::trustsOnlyGoodCertificates()
{
    QFETCH(const Security, security);
    QFETCH(const QString, host);
    QFETCH(const QByteArray, trusted);
    QFETCH(const bool, good);
    ScriptedServer server(security);
    server.answer("/a", ServerAnswer::picture(png()));
    m_settings.localHosts += host;
    m_settings.tls.reset();
    if (!trusted.isEmpty()) {
        m_settings.tls = trusting(trusted.constData());
    }
    const FetchedPicture picture = fetch(server.url(u"/a"_s, host));
    QCOMPARE(picture.outcome, good ? Fetched : Refused);
    QCOMPARE(picture.refusal, good ? FetchRefusal::None : FetchRefusal::Certificate);
    QCOMPARE(server.requests().size(), good ? 1 : 0);
}

QTEST_GUILESS_MAIN(TestFetchPrivacy)
#include "tst_fetchprivacy.moc"
