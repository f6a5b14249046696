// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetchsetting.h"
#include "picturebytes.h"

#include "pictures/fetch/picturefetch_p.h"
#include "pictures/pictureformat.h"
#include "support/scriptedserver.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

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

QByteArray chunked(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n0\r\n\r\n";
}

/// A PNG of that many bytes, most of them after its end.
QByteArray padded(qint64 size)
{
    return png().leftJustified(size, 'x');
}

} // namespace

class TestPictureFetcher final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void judgesWhatServersAnswer_data();
    void judgesWhatServersAnswer();
    void tellsWhereAnAnswerLeads_data();
    void tellsWhereAnAnswerLeads();
    void endsWhatTakesTooLong_data();
    void endsWhatTakesTooLong();
    void goesOnAfterHeadersWithoutEnd();
    void asksNobodyForWhatIsNoAddress();

    void sendsNothingAboutTheReader();
    void sendsNoCookieBack();
    void asksForNoPassword_data();
    void asksForNoPassword();
    void sendsValidatorsBack();
    void keepsOnlyValidatorsThatAreSafe_data();
    void keepsOnlyValidatorsThatAreSafe();

    void refusesHostsThatAreNotPublic_data();
    void refusesHostsThatAreNotPublic();
    void connectsToTheAddressItChecked();
    void triesTheNextAddress();
    void neverLooksUpNumbers();
    void leavesNamesToTheProxy();

    void trustsOnlyGoodCertificates_data();
    void trustsOnlyGoodCertificates();
    void readsLargePictures_data();
    void readsLargePictures();
    void keepsConnectionsOpen();
    void dropsWhatIsNotWanted();

private:
    FetchedPicture fetch(const QUrl &url, const FetchValidators &validators = {});

    std::shared_ptr<ScriptedResolver> m_resolver;
    FetchSettings m_settings;
};

void TestPictureFetcher::init()
{
    m_resolver = std::make_shared<ScriptedResolver>();
    m_settings = localSettings(m_resolver);
}

FetchedPicture TestPictureFetcher::fetch(const QUrl &url, const FetchValidators &validators)
{
    PictureFetcher fetcher(m_settings);
    FetchedPicture picture;
    int answers = 0;
    QEventLoop events;
    fetcher.start({url, validators, m_settings.total}, [&](const FetchedPicture &answer) {
        picture = answer;
        ++answers;
        events.quit();
    });
    if (answers != 0) {
        qFatal("answered from inside start()");
    }
    QTimer::singleShot(20'000, &events, [] { qFatal("never answered"); });
    events.exec();
    return picture;
}

void TestPictureFetcher::judgesWhatServersAnswer_data()
{
    using Answer = ServerAnswer;
    QTest::addColumn<ServerAnswer>("answer");
    QTest::addColumn<FetchOutcome>("outcome");
    QTest::addColumn<FetchRefusal>("refusal");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const Answer &answer, FetchOutcome outcome,
                        FetchRefusal refusal = FetchRefusal::None, int status = 200) {
        QTest::newRow(name) << answer << outcome << refusal << status;
    };
    const auto raw = [](const QByteArray &bytes) { return Answer{{Answer::Send{bytes}}}; };
    const QByteArray head = "HTTP/1.1 200 OK\r\n";

    row("PNG", Answer::picture(png()), Fetched);
    row("JPEG", Answer::picture(PictureBytes::jpeg({9, 9})), Fetched);
    row("GIF", Answer::picture(PictureBytes::gif({3, 3}, {3, 3}, 2)), Fetched);
    row("as text", Answer::picture(png(), {{"Content-Type", "text/html"}}), Fetched);
    row("chunked", Answer::picture(chunked(png()), {{"Transfer-Encoding", "chunked"}}), Fetched);
    row("until it closes", Answer::picture(png(), {{"Connection", "close"}}).then(Answer::Close{}),
        Fetched);
    row("from a cache on the way", Answer::of(203, png()), Fetched, FetchRefusal::None, 203);

    const auto nothing = FetchRefusal::NotAPicture;
    row("HTML as PNG", Answer::picture("<!DOCTYPE html>", {{"Content-Type", "image/png"}}), Refused,
        nothing);
    row("SVG as PNG",
        Answer::picture("<svg xmlns='http://www.w3.org/2000/svg'/>",
                        {{"Content-Type", "image/png"}}),
        Refused, nothing);
    row("empty", Answer::picture({}), Refused, nothing);
    row("one byte", Answer::picture("\x89"), Refused, nothing);
    row("endless text", raw(head + "\r\n").then(Answer::Flood{"<p>no picture</p>"}), Refused,
        nothing);
    row("gzip unasked",
        Answer::picture(QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\3", 10) + QByteArray(64, 'x'),
                        {{"Content-Encoding", "gzip"}}),
        Refused, nothing);

    const auto damaged = FetchRefusal::DamagedPicture;
    row("cut, measured so", Answer::picture(png().chopped(20)), Refused, damaged);
    row("only the first bytes", Answer::picture(png().first(16)), Refused, damaged);
    row("JPEG without an end", Answer::picture(PictureBytes::jpeg({9, 9}).chopped(2)), Refused,
        damaged);

    const QByteArray webp = QByteArray("RIFF\x18\0\0\0WEBPVP8L", 16) + QByteArray(16, 'x');
    const QByteArray avif = QByteArray("\0\0\0\x10"
                                       "ftypavif\0\0\0\0\0\0\0\x10"
                                       "mdat",
                                       24) +
                            QByteArray(8, 'x');
    row("WebP", Answer::picture(webp), Fetched);
    row("WebP, cut", Answer::picture(webp.chopped(1)), Refused, damaged);
    row("AVIF", Answer::picture(avif), Fetched);
    row("AVIF, cut", Answer::picture(avif.chopped(1)), Refused, damaged);
    row("AVIF, cut between boxes", Answer::picture(avif.first(20)), Refused, damaged);

    row("too many pixels", Answer::picture(PictureBytes::pngOf(50'000, 50'000, 1, "")),
        FetchOutcome::TooLarge);
    row("too many scans", Answer::picture(PictureBytes::withScans(PictureBytes::jpeg({9, 9}), 200)),
        FetchOutcome::TooLarge);
    row("GIF screen", Answer::picture(PictureBytes::gif({65'535, 65'535}, {3, 3})),
        FetchOutcome::TooLarge);
    row("says it is too long",
        Answer::picture(png(), {{"Content-Length", "10485761"}}).then(Answer::Hang{}),
        FetchOutcome::TooLarge);
    row("endless picture", raw(head + "\r\n" + png()).then(Answer::Flood{QByteArray(65'536, 'x')}),
        FetchOutcome::TooLarge);
    row("endless in chunks",
        raw(head + "Transfer-Encoding: chunked\r\n\r\n8\r\n\x89PNG\r\n\x1a\n\r\n")
            .then(Answer::Flood{"10000\r\n" + QByteArray(65'536, 'x') + "\r\n"}),
        FetchOutcome::TooLarge);

    const auto broken = FetchOutcome::Unreachable;
    row("shorter than measured",
        Answer::picture(png(), {{"Content-Length", "9999"}}).then(Answer::Close{}), broken);
    row("reset in the middle",
        Answer::picture(padded(5'000), {{"Content-Length", "9999"}}).then(Answer::Reset{}), broken);
    row("a chunk too short",
        Answer::picture("5000\r\n" + png().chopped(9), {{"Transfer-Encoding", "chunked"}})
            .then(Answer::Close{}),
        broken);
    row("closes at once", Answer{{Answer::Close{}}}, broken, FetchRefusal::None, 0);
    row("resets at once", Answer{{Answer::Reset{}}}, broken, FetchRefusal::None, 0);
    row("closes in its headers", raw("HTTP/1.1 200 OK\r\nA: b\r\n").then(Answer::Close{}), broken,
        FetchRefusal::None, 0);

    row("longer than measured",
        raw(head + "Content-Length: " + QByteArray::number(png().size()) + "\r\n\r\n" + png() +
            "and more")
            .then(Answer::Close{}),
        Fetched);

    for (const int status : {404, 410}) {
        row(qPrintable(u"%1 with a picture"_s.arg(status)), Answer::of(status, png()),
            FetchOutcome::Gone, FetchRefusal::None, status);
    }
    row("404 that never ends", raw("HTTP/1.1 404 No\r\n\r\n").then(Answer::Flood{png()}),
        FetchOutcome::Gone, FetchRefusal::None, 404);
    for (const int status : {408, 425, 429, 500, 502, 503, 504, 599}) {
        row(qPrintable(u"%1 with a picture"_s.arg(status)), Answer::of(status, png()),
            FetchOutcome::TryLater, FetchRefusal::None, status);
    }
    for (const int status : {400, 402, 403, 405, 418, 451}) {
        row(qPrintable(u"%1 with a picture"_s.arg(status)), Answer::of(status, png()), Refused,
            FetchRefusal::ByServer, status);
    }
    for (const int status : {201, 204, 206, 300, 305, 306, 600}) {
        row(qPrintable(QString::number(status)), Answer::of(status, status == 204 ? "" : png()),
            Refused, FetchRefusal::Answer, status);
    }
    row("304 unasked", Answer::of(304), Refused, FetchRefusal::Answer, 304);
}

void TestPictureFetcher::judgesWhatServersAnswer()
{
    QFETCH(const ServerAnswer, answer);
    QFETCH(const FetchOutcome, outcome);
    QFETCH(const FetchRefusal, refusal);
    QFETCH(const int, status);
    ScriptedServer server;
    server.answer("/a", answer);
    const FetchedPicture picture = fetch(server.url(u"/a"_s));
    QCOMPARE(picture.outcome, outcome);
    QCOMPARE(picture.refusal, refusal);
    QCOMPARE(picture.status, status);
    QCOMPARE(picture.finalUrl, server.url(u"/a"_s));
    QCOMPARE(picture.bytes.isEmpty(), outcome != Fetched);
    QVERIFY(!server.requests().isEmpty());
}

void TestPictureFetcher::tellsWhereAnAnswerLeads_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<Security>("security");
    QTest::addColumn<QString>("target"); // empty if it is refused
    const auto row = [](const char *location, const char *target,
                        Security security = Security::Plain) {
        QTest::addRow("%s%s", location, security == Security::Tls ? ", TLS" : "")
            << QByteArray(location) << security << QString::fromLatin1(target);
    };
    row("http://other.example/b", "http://other.example/b");
    row("https://other.example/b#c", "https://other.example/b");
    row("/b?c=d", "http://news.example/b?c=d");
    row("b", "http://news.example/x/b");
    row("//other.example/b", "http://other.example/b");
    row("http://127.0.0.1/", "http://127.0.0.1/"); // looked at when it is asked for
    row("https://other.example/b", "https://other.example/b", Security::Tls);
    row("/b", "https://news.example/b", Security::Tls);
    row("http://other.example/b", "", Security::Tls);
    row("file:///etc/passwd", "");
    row("file:/etc/passwd", "");
    row("data:image/png;base64,iVBORw0KGgo=", "");
    row("qrc:/a.png", "");
    row("ftp://other.example/b", "");
    row("gopher://other.example/", "");
    row("javascript:alert(1)", "");
    row("http://user:word@other.example/", "");
    row("http://other.example:22/", "");
    row("http:///b", "");
    row("", "");
}

void TestPictureFetcher::tellsWhereAnAnswerLeads()
{
    QFETCH(const QByteArray, location);
    QFETCH(const Security, security);
    QFETCH(const QString, target);
    for (const int status : {301, 302, 303, 307, 308}) {
        ScriptedServer server(security);
        server.answer("/x/a", ServerAnswer::redirect(location, status));
        const FetchedPicture picture = fetch(server.url(u"/x/a"_s));
        QCOMPARE(picture.outcome, target.isEmpty() ? Refused : FetchOutcome::Redirected);
        QCOMPARE(picture.refusal, target.isEmpty() ? FetchRefusal::Redirects : FetchRefusal::None);
        if (!target.isEmpty()) {
            const QUrl same = server.url(picture.finalUrl.path());
            QUrl expected(target);
            if (expected.host() == same.host()) {
                expected.setPort(same.port());
            }
            QCOMPARE(picture.finalUrl, expected);
        }
        QCOMPARE(server.paths(), QList<QByteArray>{"/x/a"});
    }
}

void TestPictureFetcher::endsWhatTakesTooLong_data()
{
    using Answer = ServerAnswer;
    QTest::addColumn<ServerAnswer>("answer");
    QTest::addColumn<FetchOutcome>("outcome");
    QTest::addColumn<bool>("byInactivity");
    const QByteArray head = "HTTP/1.1 200 OK\r\n";
    const auto late = FetchOutcome::TimedOut;
    const auto trickle = [](const QByteArray &bytes) {
        return Answer::Trickle{bytes, milliseconds(10)};
    };
    const auto send = [](const QByteArray &bytes) { return Answer{{Answer::Send{bytes}}}; };
    QTest::newRow("says nothing") << Answer{{Answer::Hang{}}} << late << true;
    QTest::newRow("stops in its headers") << send(head).then(Answer::Hang{}) << late << true;
    QTest::newRow("stops in the picture")
        << send(head + "Content-Length: 9999\r\n\r\n" + png()).then(Answer::Hang{}) << late << true;
    QTest::newRow("trickles headers") << send(head).then(trickle("X: y\r\n")) << late << true;
    QTest::newRow("trickles the picture")
        << send(head + "\r\n" + png()).then(trickle("x")) << late << false;
    QTest::newRow("404 that stops")
        << send("HTTP/1.1 404 No\r\nContent-Length: 99\r\n\r\n").then(Answer::Hang{})
        << FetchOutcome::Gone << true;
    QTest::newRow("404 that trickles")
        << send("HTTP/1.1 404 No\r\n\r\n").then(trickle("x")) << FetchOutcome::Gone << false;
}

void TestPictureFetcher::endsWhatTakesTooLong()
{
    QFETCH(const ServerAnswer, answer);
    QFETCH(const FetchOutcome, outcome);
    QFETCH(const bool, byInactivity);
    ScriptedServer server;
    server.answer("/a", answer);
    (byInactivity ? m_settings.inactivity : m_settings.total) = milliseconds(150);
    QCOMPARE(fetch(server.url(u"/a"_s)).outcome, outcome);
    // The name server may be the silent one.
    m_resolver->neverAnswer(u"other.example"_s);
    QCOMPARE(fetch(server.url(u"/a"_s, u"other.example"_s)).outcome, FetchOutcome::TimedOut);
}

void TestPictureFetcher::goesOnAfterHeadersWithoutEnd()
{
    m_settings.inactivity = milliseconds(300);
    PictureFetcher fetcher(m_settings);
    ScriptedServer server;
    server.answer("/endless",
                  ServerAnswer{{ServerAnswer::Send{"HTTP/1.1 200 OK\r\n"},
                                ServerAnswer::Flood{QByteArray(1'000, 'y') + ": z\r\n"}}});
    server.answer("/a", ServerAnswer::picture(png()));
    QList<FetchOutcome> outcomes;
    for (const QString &path : {u"/endless"_s, u"/a"_s}) {
        fetcher.start({server.url(path)},
                      [&](const FetchedPicture &picture) { outcomes += picture.outcome; });
        QTRY_COMPARE(outcomes.size(), path == u"/a" ? 2 : 1);
    }
    QCOMPARE(outcomes, QList<FetchOutcome>({FetchOutcome::TimedOut, Fetched}));
}

void TestPictureFetcher::asksNobodyForWhatIsNoAddress()
{
    for (const char *address :
         {"file:///etc/passwd", "data:image/png;base64,iVBORw0KGgo=", "qrc:/a.png",
          "ftp://news.example/", "http://u@news.example/", ""}) {
        const FetchedPicture picture = fetch(QUrl(QString::fromLatin1(address)));
        QCOMPARE(picture.outcome, Refused);
        QCOMPARE(picture.refusal, FetchRefusal::Address);
    }
    QCOMPARE(m_resolver->asked(), QStringList());
}

void TestPictureFetcher::sendsNothingAboutTheReader()
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
        {"accept", "image/jpeg,image/png,image/gif,image/webp;q=0.5,*/*;q=0.1"},
        {"accept-language", "en,*"},
        {"accept-encoding", "identity"},
        {"connection", "Keep-Alive"}};
    QCOMPARE(headers, expected);
}

void TestPictureFetcher::sendsNoCookieBack()
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

void TestPictureFetcher::asksForNoPassword_data()
{
    QTest::addColumn<QByteArray>("challenge");
    QTest::newRow("Basic") << QByteArray("Basic realm=\"x\"");
    QTest::newRow("Digest") << QByteArray("Digest realm=\"x\", nonce=\"y\", qop=\"auth\"");
    QTest::newRow("Negotiate") << QByteArray("Negotiate");
    QTest::newRow("NTLM") << QByteArray("NTLM");
}

void TestPictureFetcher::asksForNoPassword()
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

void TestPictureFetcher::sendsValidatorsBack()
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

void TestPictureFetcher::keepsOnlyValidatorsThatAreSafe_data()
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

void TestPictureFetcher::keepsOnlyValidatorsThatAreSafe()
{
    QFETCH(const QByteArray, etag);
    QFETCH(const QByteArray, lastModified);
    QFETCH(const FetchValidators, kept);
    ScriptedServer server;
    server.answer("/a",
                  ServerAnswer::picture(png(), {{"ETag", etag}, {"Last-Modified", lastModified}}));
    QCOMPARE(fetch(server.url(u"/a"_s)).validators, kept);
}

void TestPictureFetcher::refusesHostsThatAreNotPublic_data()
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
    QTest::newRow("no such host") << name << QStringList{} << FetchOutcome::Unreachable;
}

void TestPictureFetcher::refusesHostsThatAreNotPublic()
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

void TestPictureFetcher::connectsToTheAddressItChecked()
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

void TestPictureFetcher::triesTheNextAddress()
{
    ScriptedServer server;
    server.answer("/a", ServerAnswer::picture(png()));
    m_resolver->script(u"news.example"_s, {{u"127.0.0.2"_s, u"::1"_s, u"127.0.0.1"_s}});
    QCOMPARE(fetch(server.url(u"/a"_s)).outcome, Fetched);
    m_resolver->script(u"other.example"_s, {{u"127.0.0.2"_s, u"127.0.0.3"_s}});
    QCOMPARE(fetch(server.url(u"/a"_s, u"other.example"_s)).outcome, FetchOutcome::Unreachable);
}

void TestPictureFetcher::neverLooksUpNumbers()
{
    ScriptedServer server;
    server.answer("/a", ServerAnswer::picture(png()));
    m_settings.localHosts += u"127.0.0.1"_s;
    QCOMPARE(fetch(server.url(u"/a"_s, u"127.0.0.1"_s)).outcome, Fetched);
    QCOMPARE(m_resolver->asked(), QStringList());
}

void TestPictureFetcher::leavesNamesToTheProxy()
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

void TestPictureFetcher::trustsOnlyGoodCertificates_data()
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

void TestPictureFetcher::trustsOnlyGoodCertificates()
{
    QFETCH(const Security, security);
    QFETCH(const QString, host);
    QFETCH(const QByteArray, trusted);
    QFETCH(const bool, good);
    ScriptedServer server(security);
    server.answer("/a", ServerAnswer::picture(png()));
    m_settings.localHosts += host;
    m_settings.tls = trusted.isEmpty() ? QSslConfiguration() : trusting(trusted.constData());
    const FetchedPicture picture = fetch(server.url(u"/a"_s, host));
    QCOMPARE(picture.outcome, good ? Fetched : Refused);
    QCOMPARE(picture.refusal, good ? FetchRefusal::None : FetchRefusal::Certificate);
    QCOMPARE(server.requests().size(), good ? 1 : 0);
}

void TestPictureFetcher::readsLargePictures_data()
{
    QTest::addColumn<Security>("security");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<bool>("isMeasured");
    for (const bool isMeasured : {true, false}) {
        const char *how = isMeasured ? "measured" : "unmeasured";
        QTest::addRow("largest, %s", how) << Security::Plain << MaxPictureBytes << isMeasured;
        QTest::addRow("largest, TLS, %s", how) << Security::Tls << MaxPictureBytes << isMeasured;
        QTest::addRow("larger, %s", how) << Security::Plain << MaxPictureBytes + 1 << isMeasured;
    }
}

void TestPictureFetcher::readsLargePictures()
{
    QFETCH(const Security, security);
    QFETCH(const qint64, size);
    QFETCH(const bool, isMeasured);
    ScriptedServer server(security);
    server.answer("/a", isMeasured ? ServerAnswer::picture(padded(size))
                                   : ServerAnswer::picture(padded(size), {{"Connection", "close"}})
                                         .then(ServerAnswer::Close{}));
    const FetchedPicture picture = fetch(server.url(u"/a"_s));
    QCOMPARE(picture.outcome, size > MaxPictureBytes ? FetchOutcome::TooLarge : Fetched);
    QVERIFY(size > MaxPictureBytes || picture.bytes == padded(size));
}

void TestPictureFetcher::keepsConnectionsOpen()
{
    ScriptedServer server(Security::Tls);
    server.answer("/a", ServerAnswer::picture(png()));
    server.answer("/c", ServerAnswer::redirect("/a"));
    PictureFetcher fetcher(m_settings);
    for (const QString &path : {u"/a"_s, u"/b"_s, u"/c"_s, u"/a"_s}) {
        bool isDone = false;
        fetcher.start({server.url(path)}, [&](const FetchedPicture &) { isDone = true; });
        QTRY_VERIFY(isDone);
    }
    QCOMPARE(server.requests().size(), 4);
    QCOMPARE(server.connections(), 1);
}

void TestPictureFetcher::dropsWhatIsNotWanted()
{
    ScriptedServer server;
    server.answer("/a", ServerAnswer::picture(png()).held());
    bool isAnswered = false;
    PictureFetcher fetcher(m_settings);
    const auto never =
        fetcher.start({server.url(u"/a"_s)}, [&](const FetchedPicture &) { isAnswered = true; });
    never->drop(); // before it has begun
    const auto soon =
        fetcher.start({server.url(u"/a"_s)}, [&](const FetchedPicture &) { isAnswered = true; });
    QTRY_COMPARE(server.heldBack(), 1);
    soon->drop();
    QTRY_COMPARE(server.heldBack(), 0); // the connection is gone
    QTRY_VERIFY(!soon && !never);
    QVERIFY(!isAnswered);
    {
        PictureFetcher shortLived(m_settings);
        shortLived.start({server.url(u"/a"_s)}, [&](const FetchedPicture &) { isAnswered = true; });
        QTRY_COMPARE(server.heldBack(), 1);
    }
    QTRY_COMPARE(server.heldBack(), 0);
    QVERIFY(!isAnswered);
}

QTEST_GUILESS_MAIN(TestPictureFetcher)
#include "tst_picturefetcher.moc"
