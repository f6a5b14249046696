// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/preferences.h"
#include "window/windowplace.h"

#include <QFile>
#include <QScreen>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWindow>

using namespace Microfiche;

class PreferencesTest : public QObject
{
    Q_OBJECT

private:
    QString file() const { return m_folder->filePath(QStringLiteral("config/microfiche.ini")); }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void nothingIsChosenAtFirst()
    {
        const Preferences preferences(file());
        QCOMPARE(preferences.sidebarWidth(), 0.0);
        QCOMPARE(preferences.paneWidth(), 0.0);
        QCOMPARE(preferences.cardWidth(), 0.0);
        QVERIFY(!preferences.windowSize().isValid());
        QVERIFY(!preferences.isMaximized());
        QCOMPARE(preferences.sort(), QueryEditor::Newest);
        QCOMPARE(preferences.view(), Preferences::Cards);
        QCOMPARE(preferences.grouping(), GroupModel::NotGrouped);
        QCOMPARE(preferences.tableColumns(), QString());
        QCOMPARE(preferences.keys(), QString());
        QVERIFY(!preferences.isSidebarHidden());
        QVERIFY(!preferences.isMenuBarShown());
    }

    void whatIsChosenIsThereAfterARestart()
    {
        {
            Preferences preferences(file());
            preferences.setSidebarWidth(222);
            preferences.setPaneWidth(555.5);
            preferences.setCardWidth(300);
            preferences.setWindowSize(QSize(1000, 700));
            preferences.setMaximized(true);
            preferences.setSort(QueryEditor::TitleUp);
            preferences.setView(Preferences::Table);
            preferences.setGrouping(GroupModel::ByMonth);
            preferences.setTableColumns(QStringLiteral("provider:140 date"));
            preferences.setKeys(QStringLiteral("tag\t\\\t;\nstar"));
            preferences.setSidebarHidden(true);
            preferences.setMenuBarShown(true);
        }
        Preferences preferences(file());
        QCOMPARE(preferences.sidebarWidth(), 222.0);
        QCOMPARE(preferences.paneWidth(), 555.5);
        QCOMPARE(preferences.cardWidth(), 300.0);
        QCOMPARE(preferences.windowSize(), QSize(1000, 700));
        QVERIFY(preferences.isMaximized());
        QCOMPARE(preferences.sort(), QueryEditor::TitleUp);
        QCOMPARE(preferences.view(), Preferences::Table);
        QCOMPARE(preferences.grouping(), GroupModel::ByMonth);
        QCOMPARE(preferences.tableColumns(), QStringLiteral("provider:140 date"));
        QCOMPARE(preferences.keys(), QStringLiteral("tag\t\\\t;\nstar"));
        QVERIFY(preferences.isSidebarHidden());
        QVERIFY(preferences.isMenuBarShown());
        preferences.setSidebarWidth(0); // back to the usual one
        QTRY_COMPARE(Preferences(file()).sidebarWidth(), 0.0);
    }

    void aChangeIsToldOnce()
    {
        Preferences preferences{QString()};
        const QSignalSpy changed(&preferences, &Preferences::changed);
        preferences.setPaneWidth(500);
        preferences.setPaneWidth(500);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(preferences.paneWidth(), 500.0);
    }

    void nonsenseIsNotTaken_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("words") << QByteArray("[window]\nsidebarWidth=wide\npaneWidth=\n"
                                             "size=big\n[cards]\nwidth=x\nsort=Longest\n"
                                             "view=Heap\ngrouping=7\n");
        QTest::newRow("too small") << QByteArray("[window]\nsidebarWidth=-5\npaneWidth=1\n"
                                                 "size=@Size(3 900)\n[cards]\nwidth=0.1\n");
        QTest::newRow("too large") << QByteArray("[window]\nsidebarWidth=1e300\npaneWidth=inf\n"
                                                 "size=@Size(900 99999)\n[cards]\nwidth=nan\n");
        QTest::newRow("no ini file") << QByteArray("\x00\xff\n[[[\n=", 7);
    }

    void nonsenseIsNotTaken()
    {
        QFETCH(QByteArray, text);
        QFile ini(m_folder->filePath(QStringLiteral("microfiche.ini")));
        QVERIFY(ini.open(QIODevice::WriteOnly) && ini.write(text) == text.size());
        ini.close();
        const Preferences preferences(ini.fileName());
        QCOMPARE(preferences.sidebarWidth(), 0.0);
        QCOMPARE(preferences.paneWidth(), 0.0);
        QCOMPARE(preferences.cardWidth(), 0.0);
        QVERIFY(!preferences.windowSize().isValid());
        QCOMPARE(preferences.sort(), QueryEditor::Newest);
        QCOMPARE(preferences.view(), Preferences::Cards);
        QCOMPARE(preferences.grouping(), GroupModel::NotGrouped);
    }

    void nothingIsKeptWithoutAFile()
    {
        Preferences preferences{QString()};
        preferences.setWindowSize(QSize(700, 500));
        preferences.setSort(QueryEditor::Oldest);
        QCOMPARE(preferences.windowSize(), QSize(700, 500));
        QCOMPARE(preferences.sort(), QueryEditor::Oldest);
    }

    void aWindowIsAsLargeAsTheLast()
    {
        Preferences preferences{QString()};
        {
            QWindow window;
            WindowPlace place(window, preferences);
            place.show(nullptr);
            window.resize(650, 480);
            QTRY_COMPARE(preferences.windowSize(), QSize(650, 480));
            window.showMaximized();
            QTRY_VERIFY(preferences.isMaximized());
            QCOMPARE(preferences.windowSize(), QSize(650, 480));
        }
        QWindow next;
        WindowPlace place(next, preferences);
        place.show(nullptr);
        QCOMPARE(next.windowStates(), Qt::WindowMaximized);
        preferences.setMaximized(false);
        QWindow last;
        WindowPlace(last, preferences).show(nullptr);
        QCOMPARE(last.size(), QSize(650, 480));
    }

    void aWindowFitsItsScreen()
    {
        Preferences preferences{QString()};
        preferences.setWindowSize(QSize(16000, 600));
        QWindow window;
        WindowPlace place(window, preferences);
        place.show(nullptr);
        QCOMPARE(window.width(), window.screen()->availableSize().width());
        QCOMPARE(window.height(), 600);
    }
};

QTEST_MAIN(PreferencesTest)
#include "tst_preferences.moc"
