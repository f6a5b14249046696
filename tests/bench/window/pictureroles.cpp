// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictureroles.h"

#include "blanktimes.h"
#include "fetchsetting.h"
#include "processfacts.h"
#include "seenpictures.h"

#include <QEventLoop>
#include <QTimer>

#include <functional>

namespace Microfiche::Bench
{

namespace
{

constexpr int PicturePatienceMs = 60'000;
constexpr int TickMs = 16;
constexpr int PixelsPerSecond = 3000; // a page in a third of a second
constexpr int WallPageJumps = 60;
constexpr int LookMs = 300; // a person has not seen less than this of a page
constexpr int Wall = 3;     // ArticleViews.Wall

/// Calls `act` in every tick of a display until it says that it was the last one.
void everyTick(const std::function<bool()> &act)
{
    QEventLoop loop;
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        if (!act()) {
            loop.quit();
        }
    });
    timer.start(TickMs);
    loop.exec();
}

int articlesOf(WatchedWindow &watched)
{
    return watched.browser().articles()->rowCount();
}

/// Down to the last card, at the speed of a quick hand.
void scrollToEnd(WatchedWindow &watched, SeenPictures &seen)
{
    const int pixels = PixelsPerSecond * TickMs / 1000;
    int ticksAtEnd = 0;
    everyTick([&] {
        watched.wheel(seen.middle(), pixels);
        ticksAtEnd = seen.lastRow() >= articlesOf(watched) - 1 ? ticksAtEnd + 1 : 0;
        return ticksAtEnd < LookMs / TickMs;
    });
}

void jumpAbout(SeenPictures &seen)
{
    for (int jump = 0; jump < WallPageJumps; ++jump) {
        const double position = (jump * 37 % WallPageJumps) / double(WallPageJumps);
        QMetaObject::invokeMethod(&seen.grid(), "setPosition", Q_ARG(qreal, position));
        rest(LookMs);
    }
}

/// Goes on to the next row whenever all cards in sight show their picture.
bool followArrivals(WatchedWindow &watched, SeenPictures &seen)
{
    QEventLoop loop;
    int framesHere = 0;
    bool isWell = true;
    QTimer patience;
    patience.setSingleShot(true);
    QObject::connect(&patience, &QTimer::timeout, &loop, [&] {
        isWell = false;
        loop.quit();
    });
    patience.start(PicturePatienceMs);
    // What the interface thread does from the end of one frame to the drawing of the next, which
    // the software renderer does on this thread too and a graphics card elsewhere. Its time, not
    // the clock's. Looking is not the window's work.
    double since = threadMilliseconds();
    QObject::connect(
        &watched.window(), &QQuickWindow::beforeRendering, &loop,
        [&] { tell("frame", threadMilliseconds() - since); }, Qt::DirectConnection);
    QObject::connect(&watched.window(), &QQuickWindow::frameSwapped, &loop, [&] {
        const bool isBlank = !seen.look().empty();
        const bool isEnd = seen.lastRow() >= articlesOf(watched) - 1;
        if (++framesHere < 3 || isBlank) { // a row that was just asked for is not there at once
            watched.window().update();
        } else if (isEnd) {
            loop.quit();
        } else {
            framesHere = 0;
            patience.start(PicturePatienceMs);
            QTimer::singleShot(0, &loop, [&] { watched.wheel(seen.middle(), seen.rowHeight()); });
        }
        since = threadMilliseconds();
    });
    watched.window().update();
    loop.exec();
    return isWell;
}

} // namespace

bool arrive(const QString &archive)
{
    const auto resolver = std::make_shared<Test::ScriptedResolver>();
    WatchedWindow watched(archive, {.fetch = {.fetch = Test::localSettings(resolver)}});
    if (!watched.awaitReady()) {
        return false;
    }
    SeenPictures seen(watched);
    watched.session().pictureSettings().setMode(PictureSettings::All);
    const bool isWell = followArrivals(watched, seen);
    tell("shown", double(seen.shown().size()));
    tell("peak", peakMegabytes());
    return isWell;
}

bool browse(const QString &archive)
{
    WatchedWindow watched(archive);
    if (!watched.awaitReady()) {
        return false;
    }
    SeenPictures seen(watched);
    BlankTimes late([](double milliseconds) { tell("late", milliseconds); });
    const auto looking = QObject::connect(&watched.window(), &QQuickWindow::frameSwapped,
                                          &watched.window(), [&] { late.look(seen.look()); });
    scrollToEnd(watched, seen);
    jumpAbout(seen);
    late.end();
    QObject::disconnect(looking);
    tell("shown", double(seen.shown().size()));
    const auto grids = watched.itemsOf("ArticleGrid");
    if (grids.isEmpty()) {
        return false;
    }
    grids.first()->setProperty("view", Wall);
    rest(LookMs);
    QMetaObject::invokeMethod(&seen.grid(), "setPosition", Q_ARG(qreal, 0));
    scrollToEnd(watched, seen);
    tell("peak", peakMegabytes());
    return true;
}

} // namespace Microfiche::Bench
