// SPDX-License-Identifier: GPL-3.0-or-later
// Renders the main views of the real window offscreen: empty, cards, list, table, detail, searches,
// brushed charts, marks, drop overlay, import running and import report, light and dark, the cards
// in high contrast too. QT_SCALE_FACTOR gives other scales.
#include "picturescene.h"
#include "support/archivegenerator.h"
#include "window/session.h"
#include "window/translations.h"
#include "window/workspace.h"

#include <QCommandLineParser>
#include <QDir>
#include <QDragEnterEvent>
#include <QDragLeaveEvent>
#include <QEventLoop>
#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLocale>
#include <QMimeData>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace Microfiche;

namespace
{
constexpr int PatienceMs = 120'000;
constexpr int SettleMs = 900; // what moves in 220 ms, and pictures that come from a thread

bool waitFor(const std::function<bool()> &isTrue)
{
    QEventLoop loop;
    QTimer look;
    QTimer patience;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (isTrue()) {
            loop.quit();
        }
    });
    QObject::connect(&patience, &QTimer::timeout, &loop, &QEventLoop::quit);
    look.start(10);
    patience.start(PatienceMs);
    loop.exec();
    return isTrue();
}

void settle(int ms = SettleMs)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

class Shooting
{
public:
    Shooting(QString folder, QSize size, QString source, QStringList wanted)
        : m_folder(std::move(folder))
        , m_size(size)
        , m_source(std::move(source))
        , m_wanted(std::move(wanted))
        , m_workspace(m_home.filePath(QStringLiteral("archive.microfiche")))
    {
    }

    bool run()
    {
        if (!m_workspace.start() || !waitFor([this] { return isIn(ArchiveBrowser::Empty); })) {
            std::fputs("The window could not be made.\n", stderr);
            return false;
        }
        window().resize(m_size);
        shoot("empty");
        shootImport();
        openSource();
        shoot("cards");
        shootHighContrast("cards");
        browser().article()->open(browser().articles()->idAt(bestRelated()));
        shoot("detail");
        shootHighContrast("detail");
        browser().article()->close();
        shootViews();
        shootViewer();
        shootFilters();
        shootSearches();
        shootMarks();
        shootActions();
        shootDrop();
        if (m_wanted.isEmpty() || !m_wanted.filter(QStringLiteral("pictures-")).isEmpty()) {
            shootPictures();
        }
        return m_isWell;
    }

private:
    ArchiveBrowser &browser() { return m_workspace.session()->browser(); }
    QQuickWindow &window() { return *m_workspace.session()->window(); }
    bool isIn(ArchiveBrowser::State state) { return browser().state() == state; }
    /// Whether the parts of the window that are made after its first frame are there.
    bool isWhole()
    {
        const QQuickItem &content = *window().contentItem();
        return isMade(content, "SidebarList_") && isMade(content, "HistogramChart_") &&
               isMade(content, "ImportProgress_");
    }

    static bool isMade(const QQuickItem &item, const char *type)
    {
        const auto children = item.childItems();
        return QByteArray(item.metaObject()->className()).startsWith(type) ||
               std::any_of(children.begin(), children.end(),
                           [type](const QQuickItem *child) { return isMade(*child, type); });
    }

    // In the own archive: files that an article generator made, and a few that are none.
    void shootImport()
    {
        const QString folder = m_home.filePath(QStringLiteral("archive"));
        Test::ArchiveGenerator(4500).write(folder);
        const auto put = [&folder](const char *name, const QByteArray &bytes) {
            QFile file(folder + QLatin1Char('/') + QLatin1String(name));
            if (file.open(QIODevice::WriteOnly)) {
                file.write(bytes);
            }
        };
        put("0-notes.md", "Buy milk\n");
        put("0-list.md", "---\ntitle: [a, b]\nwebUrl: https://a.example/1\n---\n");
        put("0-script.md", "---\ntitle: x\nwebUrl: javascript:alert(1)\n---\n");
        put("0-quote.md", "---\ntitle: \"never closed\nwebUrl: https://a.example/2\n---\n");
        Importer &importer = m_workspace.session()->importer();
        importer.start({QFile::encodeName(folder)});
        waitFor([&] {
            return !importer.isRunning() ||
                   (importer.progress().filesDone > 400 && browser().isCounted() && isWhole());
        });
        shoot("import-running", 150);
        waitFor([&] { return !importer.isRunning(); });
        shoot("import-report");
    }

    void openSource()
    {
        if (m_source.isEmpty()) {
            m_workspace.openSample();
            waitFor([this] {
                return m_workspace.isSample() && isIn(ArchiveBrowser::Ready) &&
                       !m_workspace.session()->importer().isRunning();
            });
        } else {
            m_workspace.openArchive(
                QUrl::fromLocalFile(m_home.filePath(QStringLiteral("other.microfiche"))));
            waitFor([this] { return isIn(ArchiveBrowser::Empty); });
            m_workspace.session()->importWhenOpen({{QFile::encodeName(m_source)}});
            waitFor([this] {
                return isIn(ArchiveBrowser::Ready) &&
                       !m_workspace.session()->importer().isRunning();
            });
        }
        window().resize(m_size);
        QMetaObject::invokeMethod(&window(), "showCards");
        settle();
    }

    int bestRelated()
    {
        int best = 0;
        int most = -1;
        for (int row = 0; row < std::min(40, browser().articles()->rowCount()); ++row) {
            const QModelIndex index = browser().articles()->index(row);
            const auto card = index.data(ArticleListModel::CardRole).value<Card>();
            if (card.relatedCount > most && !card.picture.isEmpty()) {
                most = card.relatedCount;
                best = row;
            }
        }
        return best;
    }

    void shootViews()
    {
        auto *articles = window().findChild<QQuickItem *>(QStringLiteral("articles"));
        if (!articles) {
            std::fputs("The articles are not shown.\n", stderr);
            m_isWell = false;
            return;
        }
        enum View { Cards, List, Table, Wall };
        const auto lay = [articles](View view, GroupModel::Grouping grouping) {
            articles->setProperty("view", view);
            articles->setProperty("grouping", grouping);
        };
        lay(Cards, GroupModel::ByMonth);
        shoot("cards-grouped");
        lay(List, GroupModel::ByMonth);
        browser().article()->open(browser().articles()->idAt(4));
        shoot("list-open");
        browser().article()->close();
        shoot("list");
        lay(Table, GroupModel::NotGrouped);
        shoot("table");
        lay(Wall, GroupModel::NotGrouped);
        settle();
        if (QQuickItem *grid = gridOf(*articles)) {
            grid->forceActiveFocus(Qt::TabFocusReason);
            press(Qt::Key_Right);
        }
        shoot("wall");
        shootHighContrast("wall");
        lay(Cards, GroupModel::NotGrouped);
    }

    static QQuickItem *gridOf(QQuickItem &articles)
    {
        const auto items = articles.findChildren<QQuickItem *>();
        const auto found = std::find_if(items.begin(), items.end(), [](const QQuickItem *item) {
            return item->inherits("Microfiche::CardGrid");
        });
        return found == items.end() ? nullptr : *found;
    }

    void shootViewer()
    {
        browser().picture()->open(browser().articles()->idAt(bestRelated()));
        waitFor([this] { return browser().picture()->isOpen(); });
        shoot("viewer");
        shootHighContrast("viewer");
        for (int times = 0; times < 4; ++times) {
            press(Qt::Key_Plus, {}, QStringLiteral("+"));
        }
        shoot("viewer-zoomed");
        browser().picture()->close();
        settle();
    }

    void shootFilters()
    {
        browser().qualities()->chooseFrom(80);
        browser().dates()->brush(static_cast<int>(browser().dates()->bars().size() / 2),
                                 static_cast<int>(browser().dates()->bars().size() * 9 / 10));
        browser().query()->chooseTopic(browser().topics()->keyAt(0), true);
        browser().query()->setSort(QueryEditor::TitleUp);
        shoot("filtered");
        shootHighContrast("filtered");
        browser().query()->clear();
        browser().query()->setTyped(QStringLiteral("quality:8o.."));
        shoot("query-error");
        browser().query()->clear();
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}, const QString &text = {})
    {
        for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, key, modifiers, text);
            QCoreApplication::sendEvent(&window(), &event);
        }
    }

    void shootSearches()
    {
        SavedSearchModel &saved = *browser().savedSearches();
        const QString topic = browser().topics()->keyAt(2);
        const QString provider = browser().providers()->keyAt(1);
        for (const char *text : {"quality:90.. has:picture", "date:2023 is:unread", "type:video"}) {
            browser().query()->setText(QLatin1String(text));
            saved.add({});
        }
        saved.rename(0, QStringLiteral("The best, with pictures"));
        browser().query()->setText(QStringLiteral("date:2021.."));
        browser().query()->excludeTopic(topic);
        browser().query()->excludeProvider(provider);
        shoot("searches");
        browser().query()->clear();
        window().requestActivate();
        auto *search = window().findChild<QQuickItem *>(QStringLiteral("search"));
        if (auto *field =
                search ? search->findChild<QQuickItem *>(QStringLiteral("input")) : nullptr) {
            field->forceActiveFocus(Qt::ShortcutFocusReason);
        }
        for (const QChar letter : QStringLiteral("provider:")) {
            press(Qt::Key_unknown, {}, letter);
        }
        press(Qt::Key_Down);
        shoot("suggestions");
        press(Qt::Key_Escape);
        browser().query()->setTyped({});
        browser().query()->setTyped(QStringLiteral("qualty:50.."));
        shoot("query-key");
        browser().query()->clear();
        while (saved.rowCount() > 0) {
            saved.remove(0);
        }
    }

    void shootMarks()
    {
        ArticleListModel &articles = *browser().articles();
        for (const int row : {1, 6}) {
            browser().marks()->setStarred(articles.idAt(row), true);
        }
        for (const int row : {0, 3, 6}) {
            browser().marks()->setSeen(articles.idAt(row), true);
        }
        const QStringList tags{QStringLiteral("To read"), QStringLiteral("Quotes"),
                               QStringLiteral("Ask the author"), QStringLiteral("Figures")};
        for (int row = 0; row < 8; ++row) {
            for (int tag = 0; tag < row % 5 && row != 2; ++tag) {
                browser().marks()->addTag(articles.idAt(row), tags.at(tag));
            }
        }
        browser().marks()->setNote(articles.idAt(1),
                                   QStringLiteral("Compare with the first report.\nAsk for the "
                                                  "figures."));
        waitFor([this] { return browser().tags()->valueCount() == 4; });
        shoot("marks");
        browser().article()->open(articles.idAt(1));
        shoot("marks-open");
        shootHighContrast("marks-open");
        browser().article()->close();
        browser().selection()->toggle(1);
        browser().selection()->extendTo(4, 1);
        browser().selection()->toggle(6);
        shoot("selection");
        shootHighContrast("selection");
        press(Qt::Key_T, {}, QStringLiteral("t"));
        shoot("selection-tag");
        press(Qt::Key_Escape);
        browser().selection()->clear();
        browser().query()->show(QueryEditor::StarredOnly);
        shoot("marks-starred");
        browser().query()->clear();
        auto *charts = window().findChild<QQuickItem *>(QStringLiteral("charts"));
        if (charts && !browser().heats()->bars().isEmpty()) {
            charts->setProperty("score", 1);
            browser().heats()->brush(3, 9);
            shoot("heat");
            charts->setProperty("score", 0);
            browser().query()->clear();
        }
    }

    // What lists the actions of the window: the palette, the keys, the menu.
    void shootActions()
    {
        browser().article()->open(browser().articles()->idAt(1));
        press(Qt::Key_K, Qt::ControlModifier);
        shoot("palette");
        press(Qt::Key_V, {}, QStringLiteral("v"));
        press(Qt::Key_I, {}, QStringLiteral("i"));
        shoot("palette-searched");
        press(Qt::Key_Escape);
        press(Qt::Key_Question, {}, QStringLiteral("?"));
        shoot("keys");
        shootHighContrast("keys");
        press(Qt::Key_Tab);
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        shoot("keys-menu");
        press(Qt::Key_Return);
        settle(50);
        press(Qt::Key_O, Qt::ControlModifier);
        shoot("keys-conflict");
        press(Qt::Key_Escape);
        press(Qt::Key_Escape);
        press(Qt::Key_F10);
        press(Qt::Key_Right);
        press(Qt::Key_Down);
        shoot("menu");
        press(Qt::Key_Right);
        shoot("menu-view");
        press(Qt::Key_Escape);
        m_workspace.preferences()->setMenuBarShown(true);
        shoot("menu-kept");
        m_workspace.preferences()->setMenuBarShown(false);
        browser().article()->close();
    }

    void shootDrop()
    {
        QMimeData dropped;
        const QString folder =
            m_source.isEmpty() ? m_home.filePath(QStringLiteral("archive")) : m_source;
        dropped.setUrls({QUrl::fromLocalFile(folder)});
        QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &dropped, Qt::LeftButton,
                              Qt::NoModifier);
        QCoreApplication::sendEvent(&window(), &enter);
        shoot("drop");
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(&window(), &leave);
    }

    // Pictures that are fetched, from a server of this machine.
    void shootPictures()
    {
        Test::PictureScene scene;
        const QString folder = m_home.filePath(QStringLiteral("fetched"));
        scene.write(folder, m_workspace.samplePictures());
        m_workspace.setPictureSettings(scene.settings());
        const QString archive = m_home.filePath(QStringLiteral("fetched.microfiche"));
        m_workspace.openArchive(QUrl::fromLocalFile(archive));
        // The session is another one by then.
        waitFor([&] {
            return m_workspace.session()->archive() == archive && isIn(ArchiveBrowser::Empty);
        });
        Session &session = *m_workspace.session();
        session.importWhenOpen({{QFile::encodeName(folder)}});
        waitFor([&] { return isIn(ArchiveBrowser::Ready) && !session.importer().isRunning(); });
        window().resize(m_size);
        QMetaObject::invokeMethod(&window(), "showCards");
        PictureSettings &settings = session.pictureSettings();
        waitFor([&] { return settings.isCounted(); });
        shoot("pictures-bar");
        shootHighContrast("pictures-bar");
        browser().article()->open(browser().articles()->idAt(0));
        shoot("pictures-bar-detail");
        browser().article()->close();
        settings.choose(PictureSettings::Never);
        shoot("pictures-chosen");
        settings.undoChoice();
        settings.allow(Test::PictureScene::refusedPublisher(), false);
        settings.setMode(PictureSettings::All);
        settle();
        shoot("pictures-states");
        shootHighContrast("pictures-states");
        settings.setOffline(true);
        shoot("pictures-offline");
        settings.setOffline(false);
        session.pictureTask().start();
        waitFor([&] { return session.pictureTask().done() > 0; });
        shoot("pictures-loading");
        if (auto *page = window().findChild<QQuickItem *>(QStringLiteral("browse"))) {
            page->setProperty("isPicturesShown", true);
            shoot("pictures-settings");
            shootHighContrast("pictures-settings");
        }
        session.pictureTask().cancel();
        waitFor([&] { return !session.pictureTask().isActive(); });
        scene.release();
        session.pictureTask().retry();
        waitFor([&] { return !session.pictureTask().isActive(); });
        QMetaObject::invokeMethod(&window(), "showCards");
        shoot("pictures-ended");
        enum View { Cards, List, Wall = 3 };
        if (auto *articles = window().findChild<QQuickItem *>(QStringLiteral("articles"))) {
            articles->setProperty("view", List);
            shoot("pictures-states-list");
            articles->setProperty("view", Wall);
            shoot("pictures-states-wall");
            articles->setProperty("view", Cards);
        }
        // The server goes, and nobody may ask it any more.
        settings.setMode(PictureSettings::Never);
        settle();
        shoot("pictures-never"); // what came of those that were asked for is known
    }

    void shoot(const char *name, int settleMs = SettleMs)
    {
        save(name, "light", {}, settleMs);
        save(name, "dark", {true, false}, std::min(settleMs, 300));
    }

    void shootHighContrast(const char *name)
    {
        save(name, "contrast-light", {false, true}, SettleMs);
        save(name, "contrast-dark", {true, true}, SettleMs);
    }

    void save(const char *name, const char *lookName, Appearance::Look look, int settleMs)
    {
        if (!m_wanted.isEmpty() && !m_wanted.contains(QLatin1String(name))) {
            return;
        }
        m_workspace.appearance().force(look);
        settle(settleMs);
        const QString file = QStringLiteral("%1/%2-%3.png")
                                 .arg(m_folder, QLatin1String(name), QLatin1String(lookName));
        const bool isSaved = window().grabWindow().save(file);
        m_isWell = m_isWell && isSaved;
        std::printf("%s%s\n", qPrintable(file), isSaved ? "" : ": could not be written");
    }

    QString m_folder;
    QSize m_size;
    QString m_source;
    QStringList m_wanted; ///< by their names; all if there are none
    bool m_isWell = true;
    QTemporaryDir m_home;
    Workspace m_workspace;
};

// The desktop's font is not to be had offscreen; Inter is what the design was drawn with.
void chooseFont()
{
    if (QFontDatabase::families().contains(QStringLiteral("Inter"))) {
        QFont font(QStringLiteral("Inter"));
        font.setPixelSize(13);
        QGuiApplication::setFont(font);
    }
}
} // namespace

int main(int argc, char *argv[])
{
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    const QGuiApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("microfiche-shots"));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const Translations translations;
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    chooseFont();

    QCommandLineParser parser;
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Of the window."),
                                  QStringLiteral("WxH"), QStringLiteral("1440x900"));
    const QCommandLineOption source(QStringLiteral("import"),
                                    QStringLiteral("A folder to show instead of the sample."),
                                    QStringLiteral("folder"));
    const QCommandLineOption only(QStringLiteral("only"),
                                  QStringLiteral("These pictures alone, such as cards,list."),
                                  QStringLiteral("names"));
    parser.addOptions({size, source, only});
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("DIR"), QStringLiteral("Where the pictures go."));
    parser.process(app);
    const QStringList measures = parser.value(size).split(QLatin1Char('x'));
    if (parser.positionalArguments().size() != 1 || measures.size() != 2) {
        parser.showHelp(2);
    }
    const QString folder = parser.positionalArguments().constFirst();
    if (!QDir().mkpath(folder)) {
        std::fprintf(stderr, "%s cannot be made.\n", qPrintable(folder));
        return 1;
    }
    Shooting shooting(folder, QSize(measures.at(0).toInt(), measures.at(1).toInt()),
                      parser.value(source),
                      parser.value(only).split(QLatin1Char(','), Qt::SkipEmptyParts));
    return shooting.run() ? 0 : 1;
}
