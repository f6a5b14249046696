// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/selftest.h"

#include "window/session.h"
#include "window/workspace.h"

#include <QEventLoop>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <functional>

namespace Microfiche
{

namespace
{
constexpr int PatienceMs = 60'000;
constexpr int LookMs = 10;

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
} // namespace

int runSelfTest()
{
    const QTemporaryDir folder;
    Workspace workspace(folder.filePath(QStringLiteral("archive.microfiche")));
    const auto browser = [&]() -> ArchiveBrowser & { return workspace.session()->browser(); };
    const auto isReady = [&] {
        return workspace.isSample() && browser().state() == ArchiveBrowser::Ready &&
               !workspace.session()->importer().isRunning();
    };

    if (!report("the window starts", workspace.start()) ||
        !report("a new archive opens",
                waitFor([&] { return browser().state() != ArchiveBrowser::Loading; }) &&
                    browser().state() == ArchiveBrowser::Empty)) {
        return 1;
    }
    workspace.openSample();
    if (!report("the sample archive is imported", waitFor(isReady)) ||
        !report("its articles are listed",
                waitFor([&] { return browser().articles()->rowCount() > 0; })) ||
        !report("no file of it is rejected", browser().imports()->rejected() == 0)) {
        return 1;
    }
    OpenArticle &article = *browser().article();
    article.open(browser().articles()->idAt(0));
    if (!report("an article opens", waitFor([&] { return article.card().isLoaded; })) ||
        !report("the window is drawn", hasDrawn(workspace.session()->window()->grabWindow()))) {
        return 1;
    }
    return 0;
}

} // namespace Microfiche
