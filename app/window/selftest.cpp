// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/selftest.h"

#include "window/session.h"
#include "window/workspace.h"

#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QEventLoop>
#include <QMimeData>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace Microfiche
{

namespace
{
constexpr int PatienceMs = 60'000;
constexpr int LookMs = 10;
constexpr int FilteredScore = 80;

// Runs the event loop until `isTrue`, or until patience ends.
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
    patience.setSingleShot(true);
    look.start(LookMs);
    patience.start(PatienceMs);
    loop.exec();
    return isTrue();
}

bool report(const char *what, bool isTrue)
{
    std::fprintf(isTrue ? stdout : stderr, "%s: %s\n", isTrue ? "ok" : "failed", what);
    return isTrue;
}

bool hasDrawn(const QImage &image)
{
    for (int y = 0; y < image.height(); y += 7) {
        for (int x = 0; x < image.width(); x += 7) {
            if (image.pixel(x, y) != image.pixel(0, 0)) {
                return true;
            }
        }
    }
    return false;
}
// As the desktop does it: the drag comes in, then its files are let go.
void drop(QQuickWindow &window, const QString &folder)
{
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(folder)});
    const QPoint middle = window.geometry().center() - window.position();
    QDragEnterEvent enter(middle, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QDropEvent let(QPointF(middle), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &let);
}

class SelfTest final
{
public:
    explicit SelfTest(Workspace &workspace)
        : m_workspace(workspace)
    {
    }

    // What follows on what failed would only say so again.
    bool run()
    {
        return opens() && takesADrop() && filters() && opensTheSample() && showsAnArticle() &&
               asksForFiles();
    }

private:
    ArchiveBrowser &browser() { return m_workspace.session()->browser(); }
    QQuickWindow &window() { return *m_workspace.session()->window(); }
    int rows() { return browser().articles()->rowCount(); }
    bool isSettled()
    {
        return !browser().imports()->isRunning() && browser().imports()->hasReport() &&
               browser().state() != ArchiveBrowser::Loading;
    }

    bool opens()
    {
        return report("the window starts", m_workspace.start()) &&
               report("a new archive opens",
                      waitFor([this] { return browser().state() != ArchiveBrowser::Loading; }) &&
                          browser().state() == ArchiveBrowser::Empty);
    }

    bool takesADrop()
    {
        const SampleFiles files;
        if (!report("the sample's files are unpacked", !files.folder().isEmpty())) {
            return false;
        }
        drop(window(), files.folder());
        return report("files that are dropped are imported",
                      waitFor([this] { return isSettled(); }) &&
                          browser().imports()->failure().isEmpty()) &&
               report("none of them is rejected", browser().imports()->rejected() == 0) &&
               report("their articles are listed", waitFor([this] {
                          return rows() > 0 && rows() == browser().archiveArticles();
                      }));
    }

    bool filters()
    {
        const int all = rows();
        browser().qualities()->chooseFrom(FilteredScore);
        const bool isLess = waitFor([this, all] { return rows() > 0 && rows() < all; });
        browser().query()->clear();
        return report("a filter leaves fewer of them", isLess) &&
               report("without it all are back", waitFor([this, all] { return rows() == all; }));
    }

    bool opensTheSample()
    {
        m_workspace.openSample();
        return report("the sample archive is imported",
                      waitFor([this] { return m_workspace.isSample() && isSettled(); }) &&
                          browser().imports()->failure().isEmpty() &&
                          browser().imports()->rejected() == 0) &&
               report("its articles are listed", waitFor([this] { return rows() > 0; }));
    }

    bool showsAnArticle()
    {
        OpenArticle &article = *browser().article();
        article.open(browser().articles()->idAt(0));
        return report("an article opens", waitFor([&] { return article.card().isLoaded; })) &&
               report("the window is drawn",
                      waitFor([this] { return hasDrawn(window().grabWindow()); }));
    }

    // Its module is not read before somebody wants it: a start would not miss it.
    bool asksForFiles()
    {
        auto *dialogs = window().findChild<QObject *>(QStringLiteral("dialogs"));
        return report("a dialog asks for files",
                      dialogs &&
                          QMetaObject::invokeMethod(dialogs, "ask",
                                                    Q_ARG(QString, QStringLiteral("files"))) &&
                          waitFor([dialogs] { return hasVisibleDialog(dialogs); }));
    }

    static bool hasVisibleDialog(const QObject *dialogs)
    {
        const auto *loaders = dialogs->property("item").value<QObject *>();
        if (!loaders) {
            return false;
        }
        const QObjectList children = loaders->children();
        return std::any_of(children.cbegin(), children.cend(), [](const QObject *loader) {
            const auto *dialog = loader->property("item").value<QObject *>();
            return dialog && dialog->property("visible").toBool();
        });
    }

    Workspace &m_workspace;
};
} // namespace

int runSelfTest()
{
    const QTemporaryDir folder;
    Workspace workspace(folder.filePath(QStringLiteral("archive.microfiche")));
    return SelfTest(workspace).run() ? 0 : 1;
}

} // namespace Microfiche
