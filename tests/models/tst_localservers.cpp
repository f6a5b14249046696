// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/localservers.h"

#include <QSignalSpy>
#include <QTest>

using namespace Microfiche;
using namespace Qt::StringLiterals;

class TestLocalServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesNamesOfServersOnly_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("hosts"); ///< none: it is refused
        const auto row = [](const char *typed, const QStringList &hosts) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << hosts;
        };
        row("archive.lan", {u"archive.lan"_s});
        row("  Archive.LAN. ", {u"archive.lan"_s});
        row("localhost, 192.168.1.20", {u"192.168.1.20"_s, u"localhost"_s});
        row("a.lan;b.lan,  c.lan", {u"a.lan"_s, u"b.lan"_s, u"c.lan"_s});
        row("my_nas, nas-2", {u"my_nas"_s, u"nas-2"_s});
        row("a.lan b.lan", {});
        row("a.lan,, b.lan", {});
        row("a.lan,", {});
        row(",", {});
        row("a..lan", {});
        row("-a.lan", {});
        row("a-.lan", {});
        row("archive!.lan", {});
        row("archive(1)", {});
        row("12345", {});
        row("192.168.1", {});
        row("0x7f.1", {});
        row("192.168.1.20/24", {});
        row("::1", {u"::1"_s});
        row("http://archive.lan", {});
        row("archive.lan:8080", {});
        row("archive.lan/pictures", {});
        row("*.lan", {});
        row("user@archive.lan", {});
        row("a.lan, *", {});
        row("%6c", {});
    }
    void takesNamesOfServersOnly()
    {
        QFETCH(const QString, typed);
        QFETCH(const QStringList, hosts);
        LocalServers servers;
        servers.setText(u"before.lan"_s);
        QSignalSpy changed(&servers, &LocalServers::changed);
        servers.setText(typed);
        QStringList taken = servers.hosts().values();
        taken.sort();
        QCOMPARE(taken, hosts.isEmpty() ? QStringList(u"before.lan"_s) : hosts);
        QCOMPARE(changed.count(), hosts.isEmpty() ? 0 : 1);
        QCOMPARE(servers.problem().isEmpty(), !hosts.isEmpty());
        servers.setText(servers.text());
        QVERIFY(servers.problem().isEmpty());
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("problem");
        const auto row = [](const QString &typed, const QString &problem) {
            QTest::newRow(qPrintable(typed)) << typed << problem;
        };
        row(u"a.lan,"_s, u"There is a comma without a server's name beside it."_s);
        row(u"my server"_s, u"“my server” has a space in it. Write a comma between two servers."_s);
        row(u"http://a.lan/pictures"_s,
            u"http://a.lan/pictures is not the name of a server alone. Write a.lan."_s);
        row(u"a.lan:8080"_s, u"a.lan:8080 is not the name of a server alone. Write a.lan."_s);
        row(u"a!.lan"_s,
            u"a!.lan is not the name of a server. Write archive.lan or 192.168.1.20."_s);
    }
    void saysWhatIsWrong()
    {
        QFETCH(const QString, typed);
        LocalServers servers;
        servers.setText(typed);
        QTEST(servers.problem(), "problem");
    }

    void whatIsNoNameAnyMoreIsLeftOut()
    {
        LocalServers servers;
        servers.restore(u"a.lan, archive(1), b.lan"_s); // as an older program took them
        QCOMPARE(servers.text(), u"a.lan, b.lan"_s);
        QCOMPARE(servers.problem(), QString());
        servers.restore({});
        QCOMPARE(servers.text(), QString());
    }

    void itsRuleFollowsAndOutlivesIt()
    {
        std::function<bool(const QString &)> isOwn;
        {
            LocalServers servers;
            isOwn = servers.rule();
            QVERIFY(!isOwn(u"archive.lan"_s));
            servers.setText(u"archive.lan"_s);
            QVERIFY(isOwn(u"archive.lan"_s));
            QVERIFY(!isOwn(u"other.archive.lan"_s));
        }
        QVERIFY(isOwn(u"archive.lan"_s));
    }
};

QTEST_GUILESS_MAIN(TestLocalServers)
#include "tst_localservers.moc"
