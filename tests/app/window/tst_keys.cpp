// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the real window, pressed as a person presses them: offscreen.
#include "window/keys/windowaction.h"
#include "window/session.h"
#include "window/translations.h"
#include "window/workspace.h"

#include <QAccessible>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQmlListReference>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Microfiche;
using namespace Qt::StringLiterals;

class KeysTest : public QObject
{
    Q_OBJECT

private:
    ArchiveBrowser &browser() { return m_workspace->session()->browser(); }
    QQuickWindow &window() { return *m_workspace->session()->window(); }
    QObject *named(const char *name) { return window().findChild<QObject *>(QLatin1String(name)); }
    bool isOpen(const char *popup)
    {
        return named(popup) && named(popup)->property("opened").toBool();
    }
    QString focusName()
    {
        QQuickItem *const item = window().activeFocusItem();
        QAccessibleInterface *const interface =
            item ? QAccessible::queryAccessibleInterface(item) : nullptr;
        return interface ? interface->text(QAccessible::Name) : QString();
    }

    void press(int key, Qt::KeyboardModifiers with = {})
    {
        QTest::keyClick(&window(), Qt::Key(key), with);
    }
    void type(const char *text)
    {
        for (; *text != '\0'; ++text) {
            QTest::keyClick(&window(), *text);
        }
    }
    // As from a menu; nothing else happens before it returns.
    void perform(const char *action)
    {
        const auto objects = window().findChildren<QObject *>();
        const auto is = [action](const QObject *object) {
            return object->inherits("QQuickShortcut") &&
                   object->property("name").toString() == QLatin1String(action);
        };
        const auto found = std::find_if(objects.cbegin(), objects.cend(), is);
        QVERIFY2(found != objects.cend(), action);
        QMetaObject::invokeMethod(*found, "activated");
    }
    void triggerByName(const QString &action)
    {
        QQmlComponent code(qmlEngine(&window()));
        code.setData("import QtQml; import Microfiche.Ui\n"
                     "QtObject { property string name; onNameChanged: Actions.trigger(name) }",
                     {});
        const std::unique_ptr<QObject> made(code.create());
        QVERIFY2(made, qPrintable(code.errorString()));
        made->setProperty("name", action);
    }
    QAccessible::State menuState(const QString &action)
    {
        const QQmlListReference menus(named("mainMenu"), "menus");
        for (qsizetype i = 0; i < menus.count(); ++i) {
            for (int row = 0; row < menus.at(i)->property("count").toInt(); ++row) {
                QQuickItem *entry = nullptr;
                QMetaObject::invokeMethod(menus.at(i), "itemAt", Q_RETURN_ARG(QQuickItem *, entry),
                                          Q_ARG(int, row));
                if (entry->property("does").toString() == action) {
                    return QAccessible::queryAccessibleInterface(entry)->state();
                }
            }
        }
        return {};
    }
    // More than are imported unasked.
    void askAboutManyFiles()
    {
        const QDir folder(m_folder->filePath(u"many"_s));
        QVERIFY(folder.mkpath(u"."_s));
        for (int i = 0; i <= ImportQuestion::MostUnasked && !folder.exists(u"10000.md"_s); ++i) {
            QVERIFY(QFile(folder.filePath(QString::number(i) + u".md"_s)).open(QFile::WriteOnly));
        }
        m_workspace->importUrls({QUrl::fromLocalFile(folder.path())});
        QTRY_VERIFY(m_workspace->question()->isAsked());
    }
    QQuickItem *item(const char *name) { return qobject_cast<QQuickItem *>(named(name)); }
    // The newest one, and the keyboard in the pane.
    void read()
    {
        press(Qt::Key_J);
        press(Qt::Key_Return);
        QTRY_COMPARE(browser().article()->card().title, u"Article 4"_s);
        QTRY_VERIFY(item("reading"));
        item("reading")->forceActiveFocus();
    }
    Card card(int row)
    {
        const ArticleListModel &list = *browser().articles();
        return list.data(list.index(row), ArticleListModel::CardRole).value<Card>();
    }
    int current() { return named("articles")->property("currentRow").toInt(); }
    QStringList tagNames() { return browser().marks()->tagNames(); }

    void openWindow()
    {
        m_workspace = std::make_unique<Workspace>(m_folder->filePath(u"archive.microfiche"_s),
                                                  m_folder->filePath(u"microfiche.ini"_s));
        QVERIFY(m_workspace->start());
        window().resize(1440, 900);
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
        window().requestActivate();
        QTRY_VERIFY(window().isActive());
    }

    // Four articles, the newest first: "Article 4" to "Article 1".
    void importSome()
    {
        const QString folder = m_folder->filePath(u"articles"_s);
        QVERIFY(QDir().mkpath(folder));
        for (char i = '1'; i <= '4'; ++i) {
            QFile file(folder + u'/' + QLatin1Char(i) + u".md"_s);
            QVERIFY(file.open(QIODevice::WriteOnly));
            const QByteArray number(1, i);
            file.write("---\ntitle: Article " + number + "\nwebUrl: https://news.example/" +
                       number + "\npublishedDateTime: 2023-03-0" + number + "T10:00:00Z\n---\n" +
                       QByteArray("Some words of it.\n\n").repeated(80));
        }
        m_workspace->importUrls({QUrl::fromLocalFile(folder)});
        QTRY_COMPARE(browser().articles()->rowCount(), 4);
        QTRY_VERIFY(!m_workspace->session()->importer().isRunning());
        QMetaObject::invokeMethod(&window(), "showCards");
        auto *articles = window().findChild<QQuickItem *>(u"articles"_s);
        articles->forceActiveFocus();
        QTRY_VERIFY(card(0).title == u"Article 4" && card(3).title == u"Article 1");
        QTRY_VERIFY(browser().isCounted()); // the index knows them
        QTRY_VERIFY(named("pageKeys"));
    }

    QList<QUrl> *m_opened = nullptr;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;

public Q_SLOTS:
    void noteOpened(const QUrl &address) { *m_opened << address; }

private Q_SLOTS:
    void initTestCase()
    {
        QQuickStyle::setStyle(u"Basic"_s);
        QAccessible::setActive(true);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        openWindow();
        QTRY_COMPARE(browser().state(), ArchiveBrowser::Empty);
    }

    void cleanup()
    {
        m_workspace.reset();
        m_folder.reset();
    }

    void lettersAreLettersWhereOneTypes()
    {
        importSome();
        press(Qt::Key_J);
        QCOMPARE(current(), 0);
        type("/");
        QTRY_COMPARE(window().activeFocusItem()->objectName(), u"input"_s);
        const QByteArray all = "sjkmtnpv?/o iu1";
        type(all);
        QCOMPARE(browser().query()->typed(), QString::fromLatin1(all));
        QVERIFY(!isOpen("keysSheet"));
        press(Qt::Key_Escape);
        QTRY_COMPARE(browser().query()->typed(), QString());
        QTRY_COMPARE(browser().articles()->rowCount(), 4);
        for (int row = 0; row < 4; ++row) {
            QVERIFY(!card(row).isStarred && !card(row).isSeen);
        }

        window().findChild<QQuickItem *>(u"articles"_s)->forceActiveFocus();
        press(Qt::Key_Home); // whichever was the current one, and is still there
        QCOMPARE(current(), 0);
        press(Qt::Key_T);
        QTRY_COMPARE(focusName(), u"Tag the article"_s);
        type("s j?/");
        press(Qt::Key_Return);
        QTRY_COMPARE(tagNames(), QStringList{u"s j?/"_s});

        press(Qt::Key_Return);
        QTRY_VERIFY(browser().article()->isOpen() && named("noteText"));
        QTRY_VERIFY(browser().article()->card().isLoaded);
        qobject_cast<QQuickItem *>(named("noteText"))->forceActiveFocus();
        type("Some? j/k n p");
        QTRY_COMPARE(browser().article()->note(), u"Some? j/k n p"_s);
        QCOMPARE(browser().article()->card().title, u"Article 4"_s);
        QVERIFY(!browser().article()->card().isStarred);
    }

    void oneGoesFromArticleToArticle()
    {
        importSome();
        press(Qt::Key_J);
        press(Qt::Key_J);
        QCOMPARE(current(), 1);
        press(Qt::Key_K);
        QCOMPARE(current(), 0);
        press(Qt::Key_K); // there is nothing before
        QCOMPARE(current(), 0);
        QVERIFY(!browser().article()->isOpen());
        press(Qt::Key_Return);
        QTRY_COMPARE(browser().article()->card().title, u"Article 4"_s);
        press(Qt::Key_J); // who reads reads the next one
        QTRY_COMPARE(browser().article()->card().title, u"Article 3"_s);
        QCOMPARE(current(), 1);
        press(Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(browser().article()->card().title, u"Article 4"_s);
        press(Qt::Key_Right, Qt::AltModifier);
        QTRY_COMPARE(browser().article()->card().title, u"Article 3"_s);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!browser().article()->isOpen());
    }

    void oneGoesToWhatIsNotSeenYet()
    {
        importSome();
        browser().marks()->setSeen(card(1).articleId, true);
        browser().marks()->setSeen(card(2).articleId, true);
        press(Qt::Key_J);
        press(Qt::Key_N);
        QTRY_COMPARE(current(), 3);
        press(Qt::Key_P);
        QTRY_COMPARE(current(), 0);
        press(Qt::Key_Return); // which is seen then
        QTRY_VERIFY(card(0).isSeen);
        press(Qt::Key_N);
        QTRY_COMPARE(browser().article()->card().title, u"Article 1"_s);
        QTRY_VERIFY(card(3).isSeen);
        press(Qt::Key_P);
        press(Qt::Key_J); // none is left: nothing has moved
        QCOMPARE(current(), 3);
    }

    void spaceReadsOnAndThenGoesToTheNextOne()
    {
        importSome();
        press(Qt::Key_J);
        press(Qt::Key_Return);
        QTRY_COMPARE(browser().article()->card().title, u"Article 4"_s);
        QTRY_VERIFY(browser().article()->card().isLoaded &&
                    browser().article()->body()->rowCount() > 0);
        window().resize(1440, 400);
        QTRY_VERIFY(named("reading"));
        const QObject *text = named("reading");
        QTRY_VERIFY(text->property("contentHeight").toReal() >
                    2 * text->property("height").toReal());
        int pages = 0;
        const ArticleId first = browser().article()->articleId();
        while (browser().article()->articleId() == first && pages < 50) {
            press(Qt::Key_Space);
            ++pages;
            QCoreApplication::processEvents();
        }
        QVERIFY2(pages > 1 && pages < 50, qPrintable(QString::number(pages)));
        QTRY_COMPARE(browser().article()->card().title, u"Article 3"_s);
    }

    void aMarkIsOfWhatWasJustOpened()
    {
        importSome();
        read();
        perform("next");
        perform("star");
        perform("next");
        perform("tag");
        QTRY_COMPARE(focusName(), u"Tag the article"_s);
        type("later");
        press(Qt::Key_Return);
        QTRY_COMPARE(card(2).tags, QStringList{u"later"_s});
        QTRY_VERIFY(card(1).isStarred);
        QVERIFY(!card(0).isStarred && !card(2).isStarred);
        QVERIFY(card(0).tags.isEmpty() && card(1).tags.isEmpty());
        QTRY_COMPARE(window().activeFocusItem(), item("reading")); // where one was
    }

    void theOriginalIsOfWhatHasTheKeyboard()
    {
        importSome();
        read();
        QList<QUrl> opened;
        m_opened = &opened;
        QDesktopServices::setUrlHandler(u"https"_s, this, "noteOpened");
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(opened, QList<QUrl>{QUrl(u"https://news.example/4"_s)});
        item("articles")->forceActiveFocus();
        press(Qt::Key_Right);
        QCOMPARE(card(current()).title, u"Article 3"_s);
        perform("original");
        QTRY_COMPARE(opened.size(), 2);
        QDesktopServices::unsetUrlHandler(u"https"_s);
        QCOMPARE(opened.last(), QUrl(u"https://news.example/3"_s));
    }

    void whatNobodySeesIsNotTurned()
    {
        importSome();
        read();
        const ArticleId open = browser().article()->articleId();
        named("browse")->setProperty("isImportShown", true);
        press(Qt::Key_J);
        QCOMPARE(browser().article()->articleId(), open);
        QCOMPARE(current(), 1); // among the cards, which are seen
        QTRY_VERIFY(item("articles")->hasActiveFocus());
        window().resize(800, 700); // where there are none beside it
        QTRY_VERIFY(!item("articles")->isVisible());
        press(Qt::Key_J);
        QCOMPARE(current(), 1);
        QCOMPARE(browser().article()->articleId(), open);
    }

    void spaceReadsOnInAFile()
    {
        importSome();
        read();
        window().resize(1440, 500);
        browser().article()->showSource();
        QTRY_VERIFY(item("sourceLines") &&
                    item("sourceLines")->property("contentHeight").toReal() > 1000);
        item("sourceLines")->forceActiveFocus();
        const ArticleId open = browser().article()->articleId();
        press(Qt::Key_Space);
        const qreal once = item("sourceLines")->property("contentY").toReal();
        QVERIFY(once > 200);
        item("articles")->forceActiveFocus(); // from the cards likewise
        for (int page = 0; page < 30; ++page) {
            press(Qt::Key_Space);
        }
        QVERIFY(item("sourceLines")->property("contentY").toReal() > once);
        QVERIFY(item("sourceLines")->property("atYEnd").toBool());
        QCOMPARE(browser().article()->articleId(), open);
        QVERIFY(browser().article()->source()->isOpen());
    }

    void anAnswerThatComesLateTakesNoKeyboard()
    {
        importSome();
        press(Qt::Key_J);
        QSignalSpy found(browser().unread(), &UnreadSearch::found);
        perform("next-unread");
        perform("palette");
        QVERIFY(isOpen("palette"));
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(current(), 0);
        QCOMPARE(focusName(), u"Find an action"_s);
        press(Qt::Key_Escape);
        press(Qt::Key_N);
        QTRY_COMPARE(current(), 1);
    }

    void spaceOnAButtonIsTheButtons()
    {
        importSome();
        press(Qt::Key_J);
        press(Qt::Key_Return);
        QTRY_COMPARE(browser().article()->card().title, u"Article 4"_s);
        QQuickItem *star = nullptr;
        QTRY_VERIFY((star = window().findChild<QQuickItem *>(u"star"_s)));
        star->forceActiveFocus(Qt::TabFocusReason);
        press(Qt::Key_Space);
        QTRY_VERIFY(browser().article()->card().isStarred);
        QCOMPARE(browser().article()->card().title, u"Article 4"_s);
    }

    void viewsSizesAndTheSidebarHaveKeys()
    {
        importSome();
        Preferences &preferences = *m_workspace->preferences();
        press(Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(preferences.view(), Preferences::List);
        press(Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(preferences.view(), Preferences::Cards);
        press(Qt::Key_Plus, Qt::ControlModifier);
        const qreal larger = preferences.cardWidth();
        QVERIFY(larger > 256);
        press(Qt::Key_Minus, Qt::ControlModifier);
        press(Qt::Key_Minus, Qt::ControlModifier);
        QVERIFY(preferences.cardWidth() < larger && preferences.cardWidth() > 0);
        press(Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(preferences.cardWidth(), 0.0);
        const auto *articles = window().findChild<QQuickItem *>(u"articles"_s);
        const qreal beside = articles->width();
        press(Qt::Key_F9);
        QTRY_VERIFY(articles->width() > beside + 200);
        press(Qt::Key_F9);
        QTRY_COMPARE(articles->width(), beside);
        press(Qt::Key_F11);
        QTRY_COMPARE(window().visibility(), QWindow::FullScreen);
        press(Qt::Key_F11);
        QTRY_COMPARE(window().visibility(), QWindow::Windowed);
    }

    void theSidebarGoesAndTheKeyboardStays()
    {
        importSome();
        press(Qt::Key_J);
        QTRY_VERIFY(QMetaObject::invokeMethod(item("sidebar"), "focusFirst") && // as it is made
                    item("sidebar")->hasActiveFocus());
        press(Qt::Key_F9);
        QTRY_VERIFY(item("articles")->hasActiveFocus());
        press(Qt::Key_Right);
        QCOMPARE(current(), 1);

        item("sidebar")->parentItem()->setProperty("isOpen", true); // a drawer now
        QTRY_VERIFY(item("sidebar")->isEnabled());
        press(Qt::Key_F9); // and beside the cards again
        QTRY_VERIFY(!m_workspace->preferences()->isSidebarHidden());
        press(Qt::Key_F9);
        QVERIFY(m_workspace->preferences()->isSidebarHidden());
        QTRY_VERIFY(!item("sidebar")->isEnabled());
    }

    void aKeyIsChangedInTheWindowOfKeysAndKept()
    {
        importSome();
        type("?");
        QTRY_VERIFY(isOpen("keysSheet"));
        type("star");
        press(Qt::Key_Down); // into the list
        QTRY_COMPARE(focusName(), u"Star, or take the star away, S"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(focusName(), u"Add a key…"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY(focusName().startsWith(u"Press the key for “Star"));
        press(Qt::Key_Up); // leads through the window
        QCOMPARE(focusName(), u"This key leads through the window. Press another one."_s);
        press(Qt::Key_M); // another's
        QTRY_COMPARE(focusName(), u"Take it over"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(m_workspace->keys()->ownerOf(u"M"_s), u"star"_s);
        QTRY_COMPARE(focusName(), u"Star, or take the star away, S, M"_s);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!isOpen("keysSheet"));
        press(Qt::Key_J); // the keyboard is back where it was
        press(Qt::Key_M);
        QTRY_VERIFY(card(0).isStarred);
        QVERIFY(!card(0).isSeen);

        m_workspace.reset();
        openWindow();
        QTRY_COMPARE(browser().articles()->rowCount(), 4);
        QCOMPARE(m_workspace->keys()->keysOf(u"star"_s), (QStringList{u"S"_s, u"M"_s}));
    }

    void thePaletteDoesWhatIsNamed()
    {
        importSome();
        press(Qt::Key_J);
        press(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(isOpen("palette"));
        type("table");
        press(Qt::Key_Return);
        QTRY_VERIFY(!isOpen("palette"));
        QTRY_COMPARE(m_workspace->preferences()->view(), Preferences::Table);
        press(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(isOpen("palette"));
        type("star 1 article"); // what would be undone: nothing yet
        QCOMPARE(named("paletteList")->property("count").toInt(), 0);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!isOpen("palette"));
        browser().marks()->addTag(card(1).articleId, u"100%1"_s);
        QTRY_VERIFY(browser().canUndo());
        press(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(isOpen("palette"));
        type("100%1");
        QTRY_COMPARE(named("paletteList")->property("count").toInt(), 1);
        auto *row = named("paletteList")->property("currentItem").value<QQuickItem *>();
        QCOMPARE(QAccessible::queryAccessibleInterface(row)->text(QAccessible::Name),
                 browser().undoText() + u", Ctrl+Z"_s);
        item("paletteField")->setProperty("text", QString());
        type("redo");
        press(Qt::Key_Return); // there is nothing to redo
        QVERIFY(isOpen("palette"));
        press(Qt::Key_Escape);
        QTRY_VERIFY(!isOpen("palette"));
        press(Qt::Key_S); // the keyboard is back
        QTRY_VERIFY(card(0).isStarred);
        press(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(isOpen("palette"));
        type("search");
        press(Qt::Key_Return);
        QTRY_COMPARE(window().activeFocusItem()->objectName(), u"input"_s); // of the page
        type("x");
        QCOMPARE(browser().query()->typed(), u"x"_s);
    }

    void theMenuOpensByItsKeyAndGivesTheKeyboardBack()
    {
        importSome();
        press(Qt::Key_J);
        press(Qt::Key_S);
        QTRY_VERIFY(browser().canUndo());
        press(Qt::Key_F10);
        QTRY_VERIFY(named("mainMenu") && named("mainMenu")->property("isOpen").toBool());
        QTRY_COMPARE(focusName(), u"Import files…"_s);
        press(Qt::Key_Right);
        press(Qt::Key_Down);
        QTRY_COMPARE(focusName(), u"Undo Star 1 article"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY(!card(0).isStarred);
        QTRY_VERIFY(!named("mainMenu")->property("isOpen").toBool());
        QTRY_VERIFY(!qobject_cast<QQuickItem *>(named("mainMenu"))->isVisible());
        press(Qt::Key_S);
        QTRY_VERIFY(card(0).isStarred);
        press(Qt::Key_F10);
        QTRY_COMPARE(focusName(), u"Import files…"_s);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!qobject_cast<QQuickItem *>(named("mainMenu"))->isVisible());
        press(Qt::Key_S);
        QTRY_VERIFY(!card(0).isStarred);
    }

    void whatIsChosenInTheMenuIsDoneWhereTheKeyboardWas()
    {
        importSome();
        read();
        press(Qt::Key_J); // the current one is the third, and the second is read
        press(Qt::Key_J);
        press(Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(browser().article()->card().title, u"Article 3"_s);
        QCOMPARE(current(), 2);
        press(Qt::Key_F10);
        QTRY_COMPARE(focusName(), u"Import files…"_s);
        for (int menu = 0; menu < 4; ++menu) {
            press(Qt::Key_Right);
        }
        for (int i = 0; i < 10 && !focusName().startsWith(u"Star"); ++i) {
            press(Qt::Key_Down);
        }
        QVERIFY(focusName().startsWith(u"Star"));
        press(Qt::Key_Return);
        QTRY_VERIFY(card(1).isStarred);
        QVERIFY(!card(2).isStarred);
        QTRY_COMPARE(window().activeFocusItem(), item("reading"));
    }

    void aSheetFromTheMenuGivesTheKeyboardBack()
    {
        importSome();
        press(Qt::Key_J);
        press(Qt::Key_F10);
        QTRY_COMPARE(focusName(), u"Import files…"_s);
        press(Qt::Key_Left); // the last menu
        QTRY_VERIFY(focusName() != u"Import files…");
        for (int i = 0; i < 3 && focusName() != u"Find an action…"; ++i) {
            press(Qt::Key_Down);
        }
        QCOMPARE(focusName(), u"Find an action…"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY(isOpen("palette"));
        QTRY_COMPARE(focusName(), u"Find an action"_s);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!isOpen("palette"));
        QVERIFY(!item("mainMenu")->isVisible());
        press(Qt::Key_Right);
        QTRY_COMPARE(current(), 1);
    }

    void aMenuBarThatStaysGivesTheKeyboardBackToo()
    {
        importSome();
        press(Qt::Key_J);
        m_workspace->preferences()->setMenuBarShown(true);
        QTRY_VERIFY(item("mainMenu") && item("mainMenu")->isVisible());
        const QPoint view = item("mainMenu")->mapToScene(QPointF(20, 10)).toPoint();
        QTest::mouseClick(&window(), Qt::LeftButton, {}, view);
        QTRY_VERIFY(named("mainMenu")->property("isOpen").toBool());
        press(Qt::Key_Escape);
        QTRY_VERIFY(!named("mainMenu")->property("isOpen").toBool());
        QTRY_VERIFY(item("articles")->hasActiveFocus());
        press(Qt::Key_Right);
        QTRY_COMPARE(current(), 1);
    }

    void whatTheWindowAsksComesFirst()
    {
        importSome();
        press(Qt::Key_J);
        m_workspace->preferences()->setMenuBarShown(true);
        QTRY_VERIFY(item("mainMenu") && item("mainMenu")->isVisible());
        press(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(isOpen("palette"));
        askAboutManyFiles();
        QTRY_VERIFY(!isOpen("palette"));
        QTRY_COMPARE(focusName(), u"Import"_s);
        const QPoint view = item("mainMenu")->mapToScene(QPointF(20, 10)).toPoint();
        QTest::mouseClick(&window(), Qt::LeftButton, {}, view);
        press(Qt::Key_F10);
        QCoreApplication::processEvents();
        QVERIFY(!named("mainMenu")->property("isOpen").toBool());
        triggerByName(u"star"_s); // as an entry that was open already would
        QVERIFY(!card(0).isStarred);
        QCOMPARE(focusName(), u"Import"_s);
        m_workspace->question()->decline();
        QTRY_VERIFY(item("articles")->hasActiveFocus());
        triggerByName(u"star"_s);
        QTRY_VERIFY(card(0).isStarred);

        perform("menu");
        QTRY_VERIFY(named("mainMenu")->property("isOpen").toBool());
        askAboutManyFiles();
        QTRY_VERIFY(!named("mainMenu")->property("isOpen").toBool());
        QTRY_COMPARE(focusName(), u"Import"_s);
        m_workspace->question()->decline();
    }

    void aReaderHearsWhatIsChosenInTheMenu()
    {
        importSome();
        perform("menu");
        QTRY_VERIFY(named("mainMenu")->property("isOpen").toBool());
        QCOMPARE(menuState(u"view-cards"_s).checkable, 1U);
        QCOMPARE(menuState(u"view-cards"_s).checked, 1U);
        QCOMPARE(menuState(u"view-list"_s).checkable, 1U);
        QCOMPARE(menuState(u"view-list"_s).checked, 0U);
        QCOMPARE(menuState(u"star"_s).checkable, 0U);
        m_workspace->preferences()->setSidebarHidden(true);
        QCOMPARE(menuState(u"sidebar"_s).checked, 0U);
        QCOMPARE(menuState(u"sidebar"_s).checkable, 1U);
    }

    void everyActionIsDoneAndStandsInTheMenu()
    {
        importSome();
        press(Qt::Key_F10);
        QTRY_VERIFY(named("mainMenu") && named("mainMenu")->property("isOpen").toBool());
        QStringList done;
        QStringList listed;
        const auto objects = window().findChildren<QObject *>();
        for (const QObject *object : objects) {
            if (object->inherits("QQuickShortcut")) {
                done << object->property("name").toString();
            }
        }
        const QQmlListReference menus(named("mainMenu"), "menus");
        QCOMPARE(menus.count(), 6);
        for (qsizetype i = 0; i < menus.count(); ++i) {
            QObject *menu = menus.at(i);
            for (int row = 0; row < menu->property("count").toInt(); ++row) {
                QQuickItem *entry = nullptr;
                QMetaObject::invokeMethod(menu, "itemAt", Q_RETURN_ARG(QQuickItem *, entry),
                                          Q_ARG(int, row));
                listed << entry->property("does").toString();
            }
        }
        for (const WindowAction &action : windowActions()) {
            const QString id = QLatin1String(action.id);
            QVERIFY2(done.contains(id), action.id);
            QVERIFY2(id == u"menu" || listed.contains(id), action.id);
        }
        press(Qt::Key_Escape);
    }

    void theFirstPageHasItsMenuAndKeys()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(isOpen("palette"));
        type("about");
        press(Qt::Key_Return);
        QTRY_VERIFY(isOpen("about"));
        QTRY_COMPARE(focusName(), u"Close"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY(!isOpen("about"));
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication app(argc, argv);
    const Translations translations; // plural forms among them
    KeysTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_keys.moc"
