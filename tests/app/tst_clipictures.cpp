// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "picturebytes.h"

#include "pictures/picturestore.h"
#include "support/scriptedserver.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;
using namespace Qt::StringLiterals;

namespace
{

QByteArray pictureOf(int number)
{
    return PictureBytes::jpeg({600 + number, 400});
}

QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

void makeOld(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-1),
                             QFileDevice::FileModificationTime));
}

} // namespace

/// The verb against a server on this machine; fetches in a process of their own.
class TestCliPictures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *proxy : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"}) {
            qunsetenv(proxy);
        }
    }

    void anImportAsksNobody()
    {
        const Desk desk;
        ScriptedServer server;
        fill(desk, server, 5);
        QCOMPARE(desk.import().code, 1); // a note is no article
        QCOMPARE(status(desk).value(u"missing"_s).toInt(), 6);
        QCOMPARE(server.connections(), 0);
    }

    void whatNamesNoServerIsWrongUsage()
    {
        const Desk desk;
        desk.import();
        for (const QString &name : {u"archive lan"_s, u"http://archive.lan/"_s, u"a,b:80"_s}) {
            const Said said = desk.run({u"pictures"_s, u"fetch"_s, u"--local-server"_s, name});
            QCOMPARE(said.code, 2);
            QVERIFY2(said.err.contains("--local-server names the host alone"), said.err);
        }
    }

    void serversOfOnesOwnAreRefusedUntilNamed()
    {
        const Desk desk;
        ScriptedServer server;
        fill(desk, server, 3);
        desk.import();
        QCOMPARE(fetch(desk, {u"topic:Killed"_s}).value(u"refused"_s).toInt(), 3);
        QCOMPARE(server.connections(), 0);
        const QJsonObject other =
            fetch(desk, {u"--local-server"_s, u"other.example"_s, u"topic:Killed"_s});
        QCOMPARE(other.value(u"wanted"_s).toInt(), 0);
        const QJsonObject again =
            fetch(desk, {u"--local-server"_s, u"127.0.0.1"_s, u"topic:Killed"_s});
        QCOMPARE(again.value(u"loaded"_s).toInt(), 3);
        QCOMPARE(status(desk).value(u"fetched"_s).toInt(), 3);
    }

    void failuresAreNamedWithTheirReason()
    {
        const Desk desk;
        ScriptedServer server;
        fill(desk, server, 25);
        for (int i = 1; i < 25; ++i) {
            server.answer("/" + QByteArray::number(i) + ".jpg", ServerAnswer::of(404));
        }
        desk.import();
        const Said refused = desk.run(words("pictures fetch topic:Killed"));
        QCOMPARE(refused.out.count("refused: a local address; --local-server allows it"), 20);
        QVERIFY(refused.out.contains("… and 5 more; --json names them all.")); // no logo, no icon
        const QJsonObject told =
            fetch(desk, {u"--local-server"_s, u"127.0.0.1"_s, u"topic:Killed"_s});
        const QJsonArray failures = told.value(u"failures"_s).toArray();
        QCOMPARE(failures.size(), 24);
        const QJsonObject first = failures.at(0).toObject();
        QCOMPARE(first.value(u"address"_s).toString(),
                 QString::fromLatin1(server.url(u"/1.jpg"_s, u"127.0.0.1"_s).toEncoded()));
        QCOMPARE(first.value(u"state"_s).toString(), u"gone"_s);
        QVERIFY(!first.contains(u"reason"_s));
    }

    void reasonsAreToldApart_data()
    {
        QTest::addColumn<ServerAnswer>("answer");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("reason");
        const ServerHeaders later{{"Retry-After", "3000"}}; // too long for this run
        QTest::newRow("redirects in a circle")
            << ServerAnswer::redirect("/0.jpg") << u"refused"_s << u"tooManyRedirects"_s;
        QTest::newRow("leads where it must not")
            << ServerAnswer::redirect("file:///etc/passwd") << u"refused"_s << u"redirects"_s;
        QTest::newRow("server error")
            << ServerAnswer::of(500, {}, later) << u"failed"_s << u"serverError"_s;
        QTest::newRow("asks for patience")
            << ServerAnswer::of(429, {}, later) << u"failed"_s << u"serverBusy"_s;
    }

    void reasonsAreToldApart()
    {
        QFETCH(const ServerAnswer, answer);
        const Desk desk;
        ScriptedServer server;
        fill(desk, server, 1);
        server.answer("/0.jpg", answer);
        desk.import();
        const QJsonObject told =
            fetch(desk, {u"--local-server"_s, u"127.0.0.1"_s, u"topic:Killed"_s});
        QCOMPARE(told.value(u"failures"_s).toArray().size(), 1);
        const QJsonObject failure = told.value(u"failures"_s).toArray().at(0).toObject();
        QTEST(failure.value(u"state"_s).toString(), "state");
        QTEST(failure.value(u"reason"_s).toString(), "reason");
        QFETCH(const QString, reason);
        QCOMPARE(status(desk).value(u"reasons"_s).toObject(), (QJsonObject{{reason, 1}}));
    }

    void sameBytesAreWeighedOnce()
    {
        const Desk desk;
        ScriptedServer server;
        fill(desk, server, 3);
        server.answer("/1.jpg", ServerAnswer::picture(pictureOf(0)));
        desk.import();
        fetch(desk, {u"--local-server"_s, u"127.0.0.1"_s, u"topic:Killed"_s});
        QCOMPARE(status(desk).value(u"fetched"_s).toInt(), 3);
        const qint64 bytes = pictureOf(0).size() + pictureOf(2).size();
        QCOMPARE(status(desk).value(u"fetchedBytes"_s).toInteger(), bytes);
        const QJsonObject verified = json(desk.run(words("pictures verify --json")).out);
        QCOMPARE(verified.value(u"fetchedBytes"_s).toInteger(), bytes);
        QCOMPARE(verified.value(u"checked"_s).toInt(), 2);
    }

    void verifiesAndClears()
    {
        const Desk desk;
        ScriptedServer server;
        fill(desk, server, 3);
        desk.import();
        fetch(desk, {u"--local-server"_s, u"127.0.0.1"_s, u"topic:Killed"_s});
        QCOMPARE(desk.run(words("pictures verify")).code, 0);
        const PictureStore store(pictureFolder(desk.archive()));
        QFile file(store.filePath(store.list().constFirst().hash));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(100));
        file.close();
        const Said verified = desk.run(words("pictures verify --json"));
        QCOMPARE(verified.code, 1);
        QCOMPARE(json(verified.out).value(u"fetchedDamaged"_s).toInt(), 1);
        QCOMPARE(json(verified.out).value(u"forgotten"_s).toInt(), 0);
        const QJsonArray damaged = json(verified.out).value(u"damaged"_s).toArray();
        QCOMPARE(damaged.size(), 1);
        const QJsonObject one = damaged.first().toObject();
        const QString address = one.value(u"address"_s).toString();
        const QString number = QUrl(address).fileName().section(u'.', 0, 0);
        QCOMPARE(address, server.url(u'/' + number + u".jpg"_s, u"127.0.0.1"_s).toString());
        QCOMPARE(one.value(u"article"_s).toString(), u"Number "_s + number);
        QCOMPARE(one.value(u"reason"_s).toString(), u"damaged"_s);
        const Said told = desk.run(words("pictures verify"));
        QVERIFY2(
            told.out.contains(
                (address + u": its file is damaged, of “Number "_s + number + u"”"_s).toUtf8()),
            told.out);
        QVERIFY(QFile::exists(file.fileName()));
        QCOMPARE(status(desk).value(u"fetched"_s).toInt(), 3);
        const Said repaired = desk.run(words("pictures verify --repair --json"));
        QCOMPARE(repaired.code, 1);
        QCOMPARE(json(repaired.out).value(u"forgotten"_s).toInt(), 1);
        QVERIFY(!QFile::exists(file.fileName()));
        QCOMPARE(status(desk).value(u"fetched"_s).toInt(), 2);
        QCOMPARE(desk.run(words("pictures verify")).code, 0);

        QCOMPARE(desk.run(words("pictures clear")).code, 0);
        QCOMPARE(status(desk).value(u"fetched"_s).toInt(), 0);
        QCOMPARE(desk.run(words("pictures clear --undo")).code, 0);
        QCOMPARE(status(desk).value(u"fetched"_s).toInt(), 2);
        QCOMPARE(desk.run(words("pictures clear --now")).code, 0);
        QVERIFY(store.list().isEmpty());
    }

    void repairingForgetsWhatIsAbsentAndNotWhatCannotBeRead()
    {
        const Desk desk;
        ScriptedServer server;
        fill(desk, server, 3);
        desk.import();
        fetch(desk, {u"--local-server"_s, u"127.0.0.1"_s, u"topic:Killed"_s});
        const PictureStore store(pictureFolder(desk.archive()));
        const QString away = store.folder() + u".away"_s;
        QVERIFY(QFile::rename(store.folder(), away)); // as of a disk that is away
        const Said unread = desk.run(words("pictures verify --repair --json"));
        QCOMPARE(unread.code, 1);
        QVERIFY(!json(unread.out).value(u"healthy"_s).toBool());
        QCOMPARE(json(unread.out).value(u"unreadable"_s).toInt(), 3);
        QCOMPARE(json(unread.out).value(u"fetchedDamaged"_s).toInt(), 0);
        QCOMPARE(status(desk).value(u"fetched"_s).toInt(), 3);

        QVERIFY(QFile::rename(away, store.folder()));
        QVERIFY(store.remove(store.list().constFirst().hash));
        QCOMPARE(desk.run(words("pictures verify --repair")).code, 1);
        QCOMPARE(status(desk).value(u"fetched"_s).toInt(), 2);
        QCOMPARE(status(desk).value(u"missing"_s).toInt(), 2);
    }

    void whatHasNotChangedIsNotSentAgain()
    {
        const Desk desk;
        ScriptedServer server;
        fill(desk, server, 3);
        for (int i = 0; i < 2; ++i) {
            server.answer("/" + QByteArray::number(i) + ".jpg",
                          {ServerAnswer::picture(pictureOf(i), {{"ETag", "\"7\""}}),
                           i == 0 ? ServerAnswer::of(304)
                                  : ServerAnswer::picture(pictureOf(10), {{"ETag", "\"8\""}})});
        }
        server.answer("/2.jpg", ServerAnswer::of(404));
        desk.import();
        const QStringList here{u"--local-server"_s, u"127.0.0.1"_s, u"topic:Killed"_s};
        QCOMPARE(fetch(desk, here).value(u"loaded"_s).toInt(), 2);
        const qsizetype before = server.requests().size();
        QCOMPARE(fetch(desk, here).value(u"wanted"_s).toInt(), 0);
        const QJsonObject again = fetch(desk, QStringList(u"--refresh"_s) + here);
        QCOMPARE(again.value(u"loaded"_s).toInt(), 2);
        QCOMPARE(again.value(u"bytes"_s).toInt(), pictureOf(10).size()); // and no more
        QCOMPARE(server.requests().size() - before, 2); // what was gone is not asked for
        for (const auto &request : server.requests().mid(before)) {
            QCOMPARE(request.header("If-None-Match"), "\"7\"");
        }
        const PictureStore store(pictureFolder(desk.archive()));
        QVERIFY(store.contains(store.keep(pictureOf(10))));
        QCOMPARE(status(desk).value(u"fetched"_s).toInt(), 2);
    }

    void whatNoPictureHasIsToldAndRemoved()
    {
        const Desk desk;
        ScriptedServer server;
        fill(desk, server, 1);
        desk.import();
        fetch(desk, {u"--local-server"_s, u"127.0.0.1"_s, u"topic:Killed"_s});
        const PictureStore store(pictureFolder(desk.archive()));
        const QByteArray leftOver = store.keep(pictureOf(7)); // as by a process that was killed
        const QByteArray young = store.keep(pictureOf(8));
        const QString unfinished = store.filePath(leftOver) + u".abcdef"_s;
        QVERIFY(QFile::copy(store.filePath(leftOver), unfinished));
        makeOld(unfinished);
        for (const PictureEntry &entry : store.list()) {
            if (entry.hash != young) {
                makeOld(store.filePath(entry.hash));
            }
        }
        const Said verified = desk.run(words("pictures verify --json"));
        QCOMPARE(verified.code, 0);
        QCOMPARE(json(verified.out).value(u"leftOver"_s).toInt(), 2);
        QCOMPARE(json(verified.out).value(u"leftOverBytes"_s).toInt(), 2 * pictureOf(7).size());
        QVERIFY(store.contains(leftOver));
        const Said repaired = desk.run(words("pictures verify --repair --json"));
        QCOMPARE(json(repaired.out).value(u"removed"_s).toInt(), 2);
        QVERIFY(!store.contains(leftOver));
        QVERIFY(!QFile::exists(unfinished));
        QVERIFY(store.contains(young));
        QCOMPARE(store.list().size(), 2);
        QCOMPARE(status(desk).value(u"fetched"_s).toInt(), 1);
    }

    /// Killed in the midst of 500, at whatever moment that is.
    void whatWasKilledLeavesNothingHalfAndGoesOn()
    {
        constexpr int Count = 500;
        const Desk desk;
        ScriptedServer server;
        fill(desk, server, Count);
        desk.import();
        const PictureStore store(pictureFolder(desk.archive()));
        for (const int enough : {40, 200}) {
            QProcess process;
            start(process, desk, {u"--local-server"_s, u"127.0.0.1"_s, u"topic:Killed"_s});
            const qsizetype before = server.requests().size();
            QTRY_VERIFY_WITH_TIMEOUT(server.requests().size() >= before + enough, 120'000);
            process.kill();
            QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 120'000);
            QCOMPARE(process.exitStatus(), QProcess::CrashExit);

            // What the archive says is there is there, whole.
            const Said verified = desk.run(words("pictures verify --json"));
            QVERIFY2(verified.code == 0, verified.out);
            for (const PictureEntry &entry : store.list()) {
                QVERIFY(store.bytes(entry.hash).has_value());
            }
        }
        const int kept = status(desk).value(u"fetched"_s).toInt();
        QVERIFY(kept > 0);
        QVERIFY(kept < Count);
        const qsizetype asked = server.requests().size();
        const QJsonObject rest =
            fetch(desk, {u"--local-server"_s, u"127.0.0.1"_s, u"topic:Killed"_s});
        QCOMPARE(rest.value(u"ended"_s).toString(), u"finished"_s);
        QCOMPARE(rest.value(u"loaded"_s).toInt(), Count - kept);
        QCOMPARE(server.requests().size() - asked, Count - kept);
        QCOMPARE(status(desk).value(u"fetched"_s).toInt(), Count);
        QCOMPARE(desk.run(words("pictures verify")).code, 0);
        QCOMPARE(store.list().size(), Count);
    }

private:
    static void fill(const Desk &desk, ScriptedServer &server, int count)
    {
        for (int i = 0; i < count; ++i) {
            const QString path = u"/%1.jpg"_s.arg(i);
            server.answer(path.toLatin1(), ServerAnswer::picture(pictureOf(i)));
            desk.write("many/" + QByteArray::number(i) + ".md",
                       "---\ntitle: Number " + QByteArray::number(i) +
                           "\nwebUrl: https://many.example/" + QByteArray::number(i) +
                           "\nprovider: {name: Many, domain: many.example}\ntopics: [Killed]\n"
                           "images:\n  - url: " +
                           server.url(path, u"127.0.0.1"_s).toEncoded() + "\n---\n");
        }
    }
    static QJsonObject status(const Desk &desk)
    {
        return json(desk.run(words("pictures status --json")).out);
    }
    static void start(QProcess &process, const Desk &desk, const QStringList &arguments)
    {
        process.start(QStringLiteral(PROGRAM), QStringList{u"pictures"_s, u"fetch"_s, u"--json"_s,
                                                           u"--archive"_s, desk.archive()} +
                                                   arguments);
    }
    static QJsonObject fetch(const Desk &desk, const QStringList &arguments)
    {
        QProcess process;
        start(process, desk, arguments);
        const bool isOver = QTest::qWaitFor(
            [&process] { return process.state() == QProcess::NotRunning; }, 120'000);
        const QByteArray said = process.readAllStandardOutput();
        const QJsonObject told = json(said);
        if (told.isEmpty()) {
            qWarning().noquote() << "fetch:" << isOver << process.exitStatus() << process.exitCode()
                                 << said << process.readAllStandardError();
        }
        return told;
    }
};

QTEST_GUILESS_MAIN(TestCliPictures)
#include "tst_clipictures.moc"
