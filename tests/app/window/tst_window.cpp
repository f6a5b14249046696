// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chosenfile.h"
#include "support/archivegenerator.h"
#include "support/sqldatabase.h"
#include "window/session.h"
#include "window/translations.h"
#include "window/workspace.h"

#include <QAccessible>
#include <QDesktopServices>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QGuiApplication>
#include <QLocale>
#include <QMimeData>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Microfiche;
using namespace Microfiche::Test;

namespace
{
QByteArray article(const QByteArray &title, const QByteArray &address, int quality,
                   const QByteArray &related = {})
{
    return "---\ntitle: " + title + "\nwebUrl: " + address + "\npublishedDateTime: 2023-03-0" +
           QByteArray::number(quality % 9 + 1) +
           "T10:00:00Z\ntype: article\nquality: " + QByteArray::number(quality) +
           "\nprovider:\n  name: Tide Post\n  domain: tide.example\ntopics:\n  - Sea\n" +
           (related.isEmpty() ? QByteArray()
                              : "related:\n  - title: Else\n    webUrl: " + related + "\n") +
           "---\n";
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}
} // namespace

class WindowTest : public QObject
{
    Q_OBJECT

private:
    ArchiveBrowser &browser() { return m_workspace->session()->browser(); }
    QQuickWindow &window() { return *m_workspace->session()->window(); }

    QQuickItem *itemNamed(const QString &accessibleName, QQuickItem *from = nullptr)
    {
        QQuickItem *root = from ? from : window().contentItem();
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(root);
        if (root->isVisible() && interface && interface->object() == root &&
            interface->text(QAccessible::Name) == accessibleName) {
            return root;
        }
        for (QQuickItem *child : root->childItems()) {
            if (QQuickItem *found =
                    child->isVisible() ? itemNamed(accessibleName, child) : nullptr) {
                return found;
            }
        }
        return nullptr;
    }

    QQuickItem *articles() { return window().findChild<QQuickItem *>(QStringLiteral("articles")); }

    // The card whose spoken text begins with the title.
    QQuickItem *card(const QString &title, QQuickItem *from = nullptr)
    {
        QQuickItem *root = from ? from : window().contentItem();
        const QVariant value = root->property("card");
        if (root->isVisible() && value.canConvert<Card>() && value.value<Card>().title == title &&
            root->metaObject()->indexOfSignal("opened()") >= 0) {
            return root;
        }
        for (QQuickItem *child : root->childItems()) {
            if (QQuickItem *found = child->isVisible() ? card(title, child) : nullptr) {
                return found;
            }
        }
        return nullptr;
    }

    bool isSomewhere(const QString &text, QQuickItem *from)
    {
        const auto items = from->childItems();
        return from->isVisible() && (from->property("text") == text ||
                                     std::any_of(items.begin(), items.end(), [&](QQuickItem *item) {
                                         return isSomewhere(text, item);
                                     }));
    }

    QString focusedText()
    {
        QQuickItem *const item = window().activeFocusItem();
        return item ? item->property("text").toString() : QString();
    }

    QPoint middleOf(QQuickItem *item)
    {
        return item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint();
    }

    void drop(const QList<QUrl> &urls)
    {
        QMimeData data;
        data.setUrls(urls);
        const QPoint at(400, 300);
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window(), &enter);
        QDropEvent event(QPointF(at), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window(), &event);
    }

    void importThree()
    {
        drop({QUrl::fromLocalFile(m_articles)});
        QTRY_COMPARE(browser().articles()->rowCount(), 3);
        QTRY_VERIFY(!m_workspace->session()->importer().isRunning());
        // A card that is on its way to another place is no card to click on.
        QTRY_VERIFY(card(QStringLiteral("First tide")));
        QQuickItem *first = card(QStringLiteral("First tide"));
        QPoint last;
        QTRY_VERIFY(std::exchange(last, middleOf(first)) == middleOf(first) &&
                    window().contentItem()->contains(middleOf(first)));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    QString m_articles;
    QList<QUrl> m_opened;

public Q_SLOTS:
    void takeAddress(const QUrl &address) { m_opened << address; }

private Q_SLOTS:
    void initTestCase()
    {
        QQuickStyle::setStyle(QStringLiteral("Basic"));
        QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "takeAddress");
        QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "takeAddress");
        QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "takeAddress");
        QAccessible::setActive(true);
    }

    void cleanupTestCase()
    {
        for (const char *scheme : {"https", "http", "file"}) {
            QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
        }
    }

    void init()
    {
        m_opened.clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_articles = m_folder->filePath(QStringLiteral("articles"));
        QVERIFY(QDir().mkpath(m_articles));
        write(m_articles + QStringLiteral("/1.md"),
              article("First tide", "https://tide.example/1", 80, "https://tide.example/2"));
        write(m_articles + QStringLiteral("/2.md"),
              article("Second tide", "https://tide.example/2", 40, "https://else.example/x"));
        write(m_articles + QStringLiteral("/3.md"),
              article("Third harbour", "https://tide.example/3", 120));
        write(m_articles + QStringLiteral("/4.md"), "no article\n");
        m_workspace = std::make_unique<Workspace>(
            m_folder->filePath(QStringLiteral("home/archive.microfiche")));
        QVERIFY(m_workspace->start());
        window().resize(1440, 900);
        QTRY_COMPARE(browser().state(), ArchiveBrowser::Empty);
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
        window().requestActivate();
        QTRY_VERIFY(window().isActive());
    }

    void cleanup()
    {
        m_workspace.reset();
        m_folder.reset();
    }

    void aSampleThatCannotBeUnpackedIsSaidAndCanBeTriedAgain()
    {
        QQuickItem *sample = nullptr;
        QTRY_VERIFY((sample = itemNamed(QStringLiteral("Open the sample archive"))));
        const QByteArray folder = qgetenv("TMPDIR");
        qputenv("TMPDIR", QFile::encodeName(m_articles + QStringLiteral("/4.md"))); // no folder
        QTest::mouseClick(&window(), Qt::LeftButton, {}, middleOf(sample));
        QTRY_VERIFY(m_workspace->sampleProblem().contains(QStringLiteral("4.md")));
        QVERIFY(window().findChild<QQuickItem *>(QStringLiteral("sampleProblem"))->isVisible());
        QVERIFY(!m_workspace->isSample());
        folder.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", folder);
        QTest::mouseClick(&window(), Qt::LeftButton, {}, middleOf(sample));
        QTRY_VERIFY(m_workspace->isSample());
        QCOMPARE(m_workspace->sampleProblem(), QString());
    }

    void theFirstStartOffersTheSample()
    {
        QQuickItem *sample = nullptr;
        QTRY_VERIFY((sample = itemNamed(QStringLiteral("Open the sample archive"))));
        QTest::mouseClick(&window(), Qt::LeftButton, {}, middleOf(sample));
        QTRY_VERIFY(m_workspace->isSample());
        QTRY_VERIFY(browser().archiveArticles() >= 24);
        QVERIFY(browser().archiveMentions() > 0);
        QTRY_VERIFY(!m_workspace->session()->importer().isRunning());
        // Back: the sample leaves nothing behind.
        m_workspace->closeSample();
        QTRY_VERIFY(!m_workspace->isSample());
        QTRY_COMPARE(browser().state(), ArchiveBrowser::Empty);
        QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("home/sample.microfiche"))));
    }

    void droppedFoldersAreImportedAndReported()
    {
        importThree();
        QCOMPARE(browser().archiveArticles(), 3);
        QCOMPARE(browser().archiveMentions(), 1);
        QCOMPARE(browser().imports()->rejected(), 1);
        QVERIFY(itemNamed(QStringLiteral("1 file could not be imported")) ||
                browser().imports()->rejectedFiles()->rowCount() == 1);
    }

    void droppedWebAddressesAreNot()
    {
        drop({QUrl(QStringLiteral("https://tide.example/archive.md"))});
        QVERIFY(!m_workspace->session()->importer().isRunning());
        QCOMPARE(browser().state(), ArchiveBrowser::Empty);
    }

    void aClickOpensAnArticleAndItsRelatedOnesLeadOn()
    {
        importThree();
        OpenArticle &open = *browser().article();
        QTest::mouseClick(&window(), Qt::LeftButton, {},
                          middleOf(card(QStringLiteral("First tide"))));
        QTRY_COMPARE(open.card().title, QStringLiteral("First tide"));
        QTRY_COMPARE(open.related()->rowCount(), 1);
        open.open(open.related()
                      ->data(open.related()->index(0), CardListModel::CardRole)
                      .value<Card>()
                      .articleId);
        QTRY_COMPARE(open.card().title, QStringLiteral("Second tide"));
        QTRY_COMPARE(open.citing()->rowCount(), 1);
        QTest::keyClick(&window(), Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(open.card().title, QStringLiteral("First tide"));
        QTest::keyClick(&window(), Qt::Key_Right, Qt::AltModifier);
        QTRY_COMPARE(open.card().title, QStringLiteral("Second tide"));
        QTest::keyClick(&window(), Qt::Key_Escape);
        QTRY_VERIFY(!open.isOpen());
    }

    void onlyWebPagesAreOpened()
    {
        importThree();
        QQuickItem *first = card(QStringLiteral("First tide"));
        QTest::mouseDClick(&window(), Qt::LeftButton, {}, middleOf(first));
        QTRY_COMPARE(m_opened, QList<QUrl>{QUrl(QStringLiteral("https://tide.example/1"))});
        QTest::keyClick(&window(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_opened.size(), 2);
        SystemDesktop desktop;
        for (const char *address : {"file:///etc/passwd", "javascript:alert(1)", "smb://host/x"}) {
            QVERIFY(!desktop.openAddress(QUrl(QLatin1String(address))));
        }
        QCOMPARE(m_opened.size(), 2);
    }

    void whatIsTypedFilters()
    {
        importThree();
        QTest::keyClick(&window(), Qt::Key_F, Qt::ControlModifier);
        for (const char letter : {'h', 'a', 'r', 'b'}) {
            QTest::keyClick(&window(), letter);
        }
        QTRY_COMPARE(browser().articles()->rowCount(), 1);
        QTest::keyClick(&window(), Qt::Key_Return);
        QTRY_COMPARE(browser().query()->chips().size(), 1);
        QCOMPARE(browser().query()->chips().first().label, QStringLiteral("harb"));
        QTRY_COMPARE(browser().query()->chips().first().note, QStringLiteral("+2"));
    }

    void keysWalkTheCardsAndOpenThem()
    {
        importThree();
        QTest::keyClick(&window(),
                        Qt::Key_Escape); // closes the import's pane, the grid has the keys
        QTest::keyClick(&window(), Qt::Key_Home);
        QTest::keyClick(&window(), Qt::Key_Right);
        QTest::keyClick(&window(), Qt::Key_Return);
        QTRY_VERIFY(browser().article()->isOpen());
        QCOMPARE(browser().article()->articleId(), browser().articles()->idAt(1));
    }

    void keysMarkArticlesButNotWhileOneTypes()
    {
        importThree();
        QTest::keyClick(&window(), Qt::Key_Escape);
        QTRY_COMPARE(browser().archiveUnread(), 3);
        QTest::keyClick(&window(), Qt::Key_Home);
        const auto current = [this] {
            return browser().articles()->index(0).data(ArticleListModel::CardRole).value<Card>();
        };
        QTest::keyClick(&window(), Qt::Key_S);
        QTRY_VERIFY(current().isStarred);
        QTRY_COMPARE(browser().archiveStarred(), 1);
        QTest::keyClick(&window(), Qt::Key_M);
        QTRY_VERIFY(current().isSeen);
        QTRY_COMPARE(browser().archiveUnread(), 2);
        QTest::keyClick(&window(), Qt::Key_M);
        QTRY_COMPARE(browser().archiveUnread(), 3);
        QTest::keyClick(&window(), Qt::Key_F, Qt::ControlModifier);
        for (const char letter : {'s', 'm', 'S', 'M'}) {
            QTest::keyClick(&window(), letter);
        }
        QCOMPARE(browser().query()->typed(), QStringLiteral("smSM"));
        browser().query()->setTyped({});
        QTRY_COMPARE(browser().articles()->rowCount(), 3);
        QVERIFY(current().isStarred && !current().isSeen);
    }

    void allAreSelectedStarredAndUndone()
    {
        importThree();
        QTest::keyClick(&window(), Qt::Key_Escape);
        const auto starred = [this] {
            int count = 0;
            for (int row = 0; row < browser().articles()->rowCount(); ++row) {
                const QModelIndex index = browser().articles()->index(row);
                count += index.data(ArticleListModel::CardRole).value<Card>().isStarred ? 1 : 0;
            }
            return count;
        };
        QTest::mouseClick(&window(), Qt::LeftButton, Qt::ControlModifier,
                          middleOf(card(QStringLiteral("First tide"))));
        QCOMPARE(browser().selection()->count(), 1);
        QVERIFY(!browser().article()->isOpen());
        QTest::keyClick(&window(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(browser().selection()->count(), 3);
        QTRY_VERIFY(isSomewhere(QStringLiteral("3 selected"), window().contentItem()));
        QTest::keyClick(&window(), Qt::Key_S);
        QCOMPARE(starred(), 3);
        QTRY_COMPARE(browser().archiveStarred(), 3);
        QCOMPARE(browser().undoText(), QStringLiteral("Undo Star 3 articles"));
        QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(starred(), 0);
        QTRY_COMPARE(browser().archiveStarred(), 0);
        QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(starred(), 3);
        QTRY_COMPARE(browser().archiveStarred(), 3);
        QTest::keyClick(&window(), Qt::Key_F, Qt::ControlModifier);
        for (const char letter : {'a', 'z'}) {
            QTest::keyClick(&window(), letter);
        }
        QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier); // of the field alone
        QCOMPARE(browser().archiveStarred(), 3);
        browser().query()->setTyped({});
        QTRY_COMPARE(browser().articles()->rowCount(), 3);
        browser().article()->open(browser().articles()->idAt(0));
        QTRY_VERIFY(browser().article()->card().isStarred);
        QTRY_VERIFY(window().findChild<QQuickItem *>(QStringLiteral("noteText")));
        auto *note = window().findChild<QQuickItem *>(QStringLiteral("noteText"));
        note->forceActiveFocus(Qt::TabFocusReason);
        for (const char letter : {'s', 'm', 't', 'S'}) {
            QTest::keyClick(&window(), letter);
        }
        QTRY_COMPARE(browser().article()->note(), QStringLiteral("smtS"));
        QTRY_COMPARE(starred(), 3);
    }

    void openingAnArticleMarksItSeenAndItsStarIsInThePane()
    {
        importThree();
        QTest::mouseClick(&window(), Qt::LeftButton, {},
                          middleOf(card(QStringLiteral("First tide"))));
        QTRY_COMPARE(browser().archiveUnread(), 2);
        QTRY_VERIFY(browser().article()->card().isSeen);
        QQuickItem *star = nullptr;
        QTRY_VERIFY((star = itemNamed(QStringLiteral("Star"))));
        QSignalSpy frames(&window(), &QQuickWindow::frameSwapped);
        window().update();
        QVERIFY(frames.wait()); // what is new has its place then
        QTest::mouseClick(&window(), Qt::LeftButton, {}, middleOf(star));
        QTRY_COMPARE(browser().archiveStarred(), 1);
        QTRY_VERIFY(itemNamed(QStringLiteral("Starred")));
        // A key of the pane is for the article in it.
        QTest::keyClick(&window(), Qt::Key_S);
        QTRY_COMPARE(browser().archiveStarred(), 0);
    }

    void whatIsChosenInADialogIsImported_data()
    {
        QTest::addColumn<bool>("isFolder");
        QTest::newRow("files") << false;
        QTest::newRow("folder") << true;
    }
    void whatIsChosenInADialogIsImported()
    {
        QFETCH(bool, isFolder);
        const QUrl url = QUrl::fromLocalFile(m_articles);
        const QVariant chosen = isFolder ? QVariant(QVariantList{url}) // as QML hands them on
                                         : QVariant::fromValue(QList<QUrl>{url});
        QObject *page = window().findChild<QObject *>(QStringLiteral("dialogs"));
        QVERIFY(page);
        QVERIFY(page->setProperty("active", true));
        QObject *dialogs = nullptr;
        QTRY_VERIFY((dialogs = window().findChild<QObject *>(QStringLiteral("fileDialogs"))));
        QVERIFY(QMetaObject::invokeMethod(dialogs, "filesChosen", Q_ARG(QVariant, chosen)));
        QTRY_COMPARE(browser().archiveArticles(), 3);
    }

    // Where the desktop has no dialog of its own.
    void aPictureIsSavedUnderTheNameThatIsGiven_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::newRow("as offered") << QString() << QStringLiteral("tide # 1.jpeg");
        QTest::newRow("another") << QStringLiteral("ebb 2.jpeg") << QStringLiteral("ebb 2.jpeg");
        QTest::newRow("a sign of addresses")
            << QStringLiteral("100% ebb.jpeg") << QStringLiteral("100% ebb.jpeg");
        QTest::newRow("without its ending") << QStringLiteral("ebb") << QStringLiteral("ebb.jpeg");
        QTest::newRow("a path") << QStringLiteral("/tmp/ebb 3.jpeg")
                                << QStringLiteral("ebb 3.jpeg");
    }
    void aPictureIsSavedUnderTheNameThatIsGiven()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, name);
        QObject *page = window().findChild<QObject *>(QStringLiteral("dialogs"));
        QVERIFY(page && page->setProperty("active", true));
        QObject *dialogs = nullptr;
        QTRY_VERIFY((dialogs = window().findChild<QObject *>(QStringLiteral("fileDialogs"))));
        QSignalSpy chosen(dialogs, SIGNAL(pictureFileChosen(QUrl)));
        QVERIFY(QMetaObject::invokeMethod(dialogs, "savePicture",
                                          Q_ARG(QString, QStringLiteral("tide # 1")),
                                          Q_ARG(QString, QStringLiteral("jpeg"))));
        QTRY_COMPARE(focusedText(), QStringLiteral("tide # 1.jpeg"));
        QVERIFY(isSomewhere(QStringLiteral("Save"), window().contentItem()));
        for (const QChar character : typed) {
            QTest::keyClick(&window(), character.toLatin1());
        }
        QTest::keyClick(&window(), Qt::Key_Return);
        QTRY_COMPARE(chosen.count(), 1);
        const QUrl url = chosenFile(chosen.at(0).at(0).toUrl());
        QVERIFY2(url.isLocalFile(), qPrintable(url.toString()));
        QCOMPARE(QFileInfo(url.toLocalFile()).fileName(), name);
        QVERIFY(QFileInfo(url.toLocalFile()).dir().exists());
    }

    void aSecondStartsPathsAreImported()
    {
        m_workspace->takePaths({QFile::encodeName(m_articles)});
        QTRY_COMPARE(browser().articles()->rowCount(), 3);
    }

    void whatASecondStartBringsToARefusedArchiveIsRefused()
    {
        QStringList told;
        const auto bring = [&] {
            m_workspace->takePaths({QFile::encodeName(m_articles)},
                                   [&told](const QString &refusal) { told << refusal; });
        };
        bring();
        QTRY_COMPARE(told, QStringList{QString()});
        const QString other = m_folder->filePath(QStringLiteral("other.microfiche"));
        write(other, "no archive");
        Session *before = m_workspace->session();
        m_workspace->openArchive(QUrl::fromLocalFile(other));
        QTRY_VERIFY(m_workspace->session() != before);
        bring(); // while it is being opened
        QTRY_COMPARE(told.size(), 2);
        bring();
        QCOMPARE(told.size(), 3);
        QCOMPARE(browser().state(), ArchiveBrowser::Refused);
        QCOMPARE(told.at(1), browser().problem());
        QCOMPARE(told.at(2), browser().problem());
        QVERIFY(!m_workspace->session()->importer().isRunning());
    }

    void theNextArchiveDoesNotWaitForTheLast()
    {
        importThree();
        const QString own = m_workspace->archive();
        auto lock = std::make_unique<SqlDatabase>(own);
        lock->run(QStringLiteral("BEGIN IMMEDIATE")); // its import cannot end
        m_workspace->session()->importer().start({QFile::encodeName(m_articles)});
        m_workspace->openSample();
        QTRY_VERIFY(m_workspace->isSample());
        QVERIFY(m_workspace->isClosing(own));
        QVERIFY(window().isVisible());
        lock.reset();
        QTRY_VERIFY(!m_workspace->isClosing(own));
        QTRY_VERIFY(browser().archiveArticles() >= 24);
    }

    // Whoever destroys the parts waits for the index as well: not the interface.
    void whatWasAskedLastIsWaitedForWithTheParts()
    {
        SystemDesktop desktop;
        auto session = std::make_unique<Session>(
            m_folder->filePath(QStringLiteral("other.microfiche")), desktop);
        const std::weak_ptr<IndexRunner> index = session->browser().index();
        auto parts = Session::dismantle(std::move(session));
        QVERIFY(!index.expired());
        parts.reset();
        QVERIFY(index.expired());
    }

    void theSameArchiveWaitsForItself()
    {
        importThree();
        const QString own = m_workspace->archive();
        auto lock = std::make_unique<SqlDatabase>(own);
        lock->run(QStringLiteral("BEGIN IMMEDIATE"));
        Session *before = m_workspace->session();
        before->importer().start({QFile::encodeName(m_articles)});
        m_workspace->openArchive(QUrl::fromLocalFile(own));
        QTRY_VERIFY(m_workspace->session() != before);
        QVERIFY(m_workspace->isClosing(own));
        QCOMPARE(browser().state(), ArchiveBrowser::Loading);
        m_workspace->takePaths({QFile::encodeName(m_articles)}); // waits too
        lock.reset();
        QTRY_COMPARE(browser().archiveArticles(), 3);
        QCOMPARE(browser().state(), ArchiveBrowser::Ready);
        QVERIFY(!m_workspace->isClosing(own));
        QTRY_COMPARE(browser().imports()->unchanged(), 3);
    }

    void endingInAnImportKeepsWhatWasCommitted()
    {
        const QString many = m_folder->filePath(QStringLiteral("many"));
        ArchiveGenerator(600).write(many);
        Importer &importer = m_workspace->session()->importer();
        importer.start({QFile::encodeName(many)});
        QTRY_VERIFY(importer.progress().filesDone > 0);
        const qint64 done = importer.progress().filesDone;
        const QString own = m_workspace->archive();
        m_workspace.reset();
        m_workspace = std::make_unique<Workspace>(own);
        QVERIFY(m_workspace->start());
        QTRY_VERIFY(browser().archiveArticles() > 0);
        QCOMPARE(browser().state(), ArchiveBrowser::Ready);
        m_workspace->takePaths({QFile::encodeName(many)});
        QTRY_VERIFY_WITH_TIMEOUT(!m_workspace->session()->importer().isRunning(), 60000);
        QVERIFY(browser().imports()->unchanged() >= done);
        QCOMPARE(browser().imports()->rejected(), 0);
    }

    void whatTheUserSetUpIsThereAfterARestart()
    {
        const QString file = m_folder->filePath(QStringLiteral("microfiche.ini"));
        const QString own = m_workspace->archive();
        importThree();
        m_workspace.reset();
        m_workspace = std::make_unique<Workspace>(own, file);
        QVERIFY(m_workspace->start());
        QTRY_COMPARE(browser().articles()->rowCount(), 3);
        m_workspace->preferences()->setSidebarWidth(300);
        QTest::keyClick(&window(), Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(articles() && articles()->property("view").toInt() == Preferences::Table);
        articles()->setProperty("tableColumns", QStringLiteral("title provider:140 date quality"));
        browser().query()->setSort(QueryEditor::ProviderUp);
        articles()->setProperty("grouping", GroupModel::ByProvider);
        m_workspace.reset();
        m_workspace = std::make_unique<Workspace>(own, file);
        QVERIFY(m_workspace->start());
        QTRY_COMPARE(browser().articles()->rowCount(), 3);
        QCOMPARE(browser().query()->sort(), QueryEditor::ProviderUp);
        QCOMPARE(articles()->property("view").toInt(), int(Preferences::Table));
        QCOMPARE(articles()->property("tableColumns").toString(),
                 QStringLiteral("title provider:140 date quality"));
        QCOMPARE(browser().groups()->grouping(), GroupModel::ByProvider);
        window().resize(1440, 900);
        QQuickItem *sidebar = nullptr;
        QTRY_VERIFY((sidebar = window().findChild<QQuickItem *>(QStringLiteral("sidebar"))));
        QTRY_COMPARE(sidebar->width(), 300.0);
    }

    void itFitsFromNarrowToWide_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("narrow") << QSize(800, 600);
        QTest::newRow("medium") << QSize(1100, 700);
        QTest::newRow("wide") << QSize(3840, 2160);
    }

    void itFitsFromNarrowToWide()
    {
        QFETCH(QSize, size);
        importThree();
        window().resize(size);
        QTest::keyClick(&window(), Qt::Key_Escape);
        QQuickItem *first = nullptr;
        QTRY_VERIFY((first = card(QStringLiteral("First tide"))));
        const QRectF place = first->mapRectToScene(QRectF(0, 0, first->width(), first->height()));
        QVERIFY(QRectF(QPointF(0, 0), QSizeF(size)).contains(place));
    }
};

int main(int argc, char *argv[])
{
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const QGuiApplication app(argc, argv);
    const Translations translations;
    WindowTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_window.moc"
