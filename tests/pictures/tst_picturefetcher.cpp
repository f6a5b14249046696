// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetchercase.h"
#include "modernbytes.h"

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

/// What comes of an answer, whatever the server does.
class TestPictureFetcher final : public FetcherCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }

    void judgesWhatServersAnswer_data();
    void judgesWhatServersAnswer();
    void tellsWhereAnAnswerLeads_data();
    void tellsWhereAnAnswerLeads();
    void endsWhatTakesTooLong_data();
    void endsWhatTakesTooLong();
    void goesOnAfterHeadersWithoutEnd();
    void keepsWhatRunsBesideManySilentHosts();
    void asksNobodyForWhatIsNoAddress();
    void readsLargePictures_data();
    void readsLargePictures();
    void keepsConnectionsOpen();
    void dropsWhatIsNotWanted();
};

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

    row("deflate unasked",
        Answer::picture(qCompress(png()).mid(4), {{"Content-Encoding", "deflate"}}), Refused,
        nothing);
    row("said to be packed, and is not", Answer::picture(png(), {{"Content-Encoding", "gzip"}}),
        Fetched);

    const auto damaged = FetchRefusal::DamagedPicture;
    row("cut, measured so", Answer::picture(png().chopped(20)), Refused, damaged);
    row("only the first bytes", Answer::picture(png().first(16)), Refused, damaged);
    row("JPEG without an end", Answer::picture(PictureBytes::jpeg({9, 9}).chopped(2)), Refused,
        damaged);

    row("WebP", Answer::picture(PictureBytes::lossyWebp()), Fetched);
    row("WebP, cut", Answer::picture(PictureBytes::lossyWebp().chopped(1)), Refused, damaged);
    row("WebP of too many pixels",
        Answer::picture(PictureBytes::withLossySize(PictureBytes::lossyWebp(), 8000, 5001)),
        FetchOutcome::TooLarge);
    row("AVIF", Answer::picture(PictureBytes::avif()), Fetched);
    row("AVIF, cut", Answer::picture(PictureBytes::avif().chopped(1)), Refused, damaged);
    row("AVIF, cut between boxes", Answer::picture(PictureBytes::avif().first(32)), Refused,
        damaged);
    row("AVIF of too many pixels",
        Answer::picture(PictureBytes::withAvifSize(PictureBytes::avif(), 8000, 5001)),
        FetchOutcome::TooLarge);

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

    const auto broken = FetchOutcome::BrokeOff;
    const auto silent = FetchOutcome::Unreachable;
    row("shorter than measured",
        Answer::picture(png(), {{"Content-Length", "9999"}}).then(Answer::Close{}), broken);
    row("shorter than measured, said to be packed",
        Answer::picture(padded(5'000), {{"Content-Encoding", "gzip"}, {"Content-Length", "9999"}})
            .then(Answer::Close{}),
        broken);
    row("reset in the middle",
        Answer::picture(padded(5'000), {{"Content-Length", "9999"}}).then(Answer::Reset{}), broken);
    row("a chunk too short",
        Answer::picture("5000\r\n" + png().chopped(9), {{"Transfer-Encoding", "chunked"}})
            .then(Answer::Close{}),
        broken);
    row("closes at once", Answer{{Answer::Close{}}}, silent, FetchRefusal::None, 0);
    row("resets at once", Answer{{Answer::Reset{}}}, silent, FetchRefusal::None, 0);
    row("closes in its headers", raw("HTTP/1.1 200 OK\r\nA: b\r\n").then(Answer::Close{}), silent,
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
    for (const int status : {408, 425, 429}) {
        row(qPrintable(u"%1 with a picture"_s.arg(status)), Answer::of(status, png()),
            FetchOutcome::TryLater, FetchRefusal::None, status);
    }
    for (const int status : {500, 502, 503, 504, 599}) {
        row(qPrintable(u"%1 with a picture"_s.arg(status)), Answer::of(status, png()),
            FetchOutcome::ServerError, FetchRefusal::None, status);
    }
    row("503 that asks for patience", Answer::of(503, png(), {{"Retry-After", "5"}}),
        FetchOutcome::TryLater, FetchRefusal::None, 503);
    row("500 that says when to come back", Answer::of(500, png(), {{"Retry-After", "5"}}),
        FetchOutcome::ServerError, FetchRefusal::None, 500);
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

void TestPictureFetcher::keepsWhatRunsBesideManySilentHosts()
{
    ScriptedServer server;
    server.answer("/slow", ServerAnswer::picture(png()).held());
    server.answer("/silent", ServerAnswer{{ServerAnswer::Hang{}}});
    FetchSettings impatient = m_settings;
    impatient.inactivity = milliseconds(30);
    AccessManagers managers;
    QObject running;
    const auto start = [&](const FetchSettings &settings, const QString &path,
                           const PictureFetcher::Done &done) {
        auto fetch = std::make_unique<PictureFetch>(settings, managers, FetchHop{server.url(path)},
                                                    done, &running);
        fetch.release()->begin(); // owned by its parent
    };
    std::optional<FetchOutcome> slow;
    start(m_settings, u"/slow"_s, [&](const FetchedPicture &picture) { slow = picture.outcome; });
    QTRY_COMPARE(server.heldBack(), 1);
    for (int i = 0; i < 20; ++i) { // each has the managers replaced
        std::optional<FetchOutcome> silent;
        start(impatient, u"/silent"_s,
              [&](const FetchedPicture &picture) { silent = picture.outcome; });
        QTRY_COMPARE(silent, FetchOutcome::TimedOut);
    }
    QVERIFY(!slow);
    QCOMPARE(server.heldBack(), 1);
    server.release();
    QTRY_COMPARE(slow, Fetched);
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
