// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowroles.h"

#include "blanktimes.h"
#include "processfacts.h"
#include "watchedwindow.h"

#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>
#include <QUrl>

#include <set>

namespace Microfiche::Bench
{

namespace
{

constexpr int BrushSteps = 300;
constexpr int FlickedRows = 2000;
constexpr int PageJumps = 60;
constexpr int BlankPatienceMs = 1000; // longer than any card may be blank

double milliseconds(const QElapsedTimer &clock)
{
    return double(clock.nsecsElapsed()) / 1e6;
}

/// Times what `act` does to the query, until its answer and its first cards are seen. Nothing is
/// told of an act that asks nothing new.
bool timeAnswer(WatchedWindow &watched, const char *name, const std::function<void()> &act)
{
    bool isAsked = false;
    const auto asked = QObject::connect(watched.browser().query(), &QueryEditor::changed,
                                        &watched.window(), [&] { isAsked = true; });
    const int before = watched.answers();
    QElapsedTimer clock;
    clock.start();
    act();
    QObject::disconnect(asked);
    if (!isAsked) {
        return true;
    }
    const bool isSeen = watched.awaitFrame([&] {
        return watched.answers() > before &&
               (watched.browser().articles()->rowCount() == 0 || watched.isFirstPageShown());
    });
    tell(name, milliseconds(clock));
    return isSeen;
}

} // namespace

bool start(const QString &archive)
{
    QElapsedTimer clock;
    clock.start();
    WatchedWindow watched(archive);
    if (!watched.isThere() || !watched.awaitFrame([&] { return watched.isFirstPageShown(); })) {
        return false;
    }
    tell("shown", 1);
    watched.awaitFrame([&] { return watched.browser().isCounted(); });
    tell("indexed", milliseconds(clock));
    rest(1000);
    tell("resident", residentMegabytes());
    return true;
}

bool drop(const QString &folder)
{
    const QTemporaryDir home;
    WatchedWindow watched(home.filePath(QStringLiteral("new.microfiche")));
    if (!watched.isThere() || !watched.awaitFrame([&] { return watched.browser().isCounted(); })) {
        return false;
    }
    rest(1000); // whoever drops something sees the window first
    QElapsedTimer clock;
    clock.start();
    watched.drop({QUrl::fromLocalFile(folder)});
    if (!watched.awaitFrame([&] { return watched.isACardShown(); })) {
        return false;
    }
    tell("dropped", milliseconds(clock));
    const bool isFull = watched.awaitFrame([&] { return watched.isFirstPageShown(); });
    tell("page", milliseconds(clock));
    return isFull;
}

bool brush(const QString &archive)
{
    WatchedWindow watched(archive);
    if (!watched.awaitReady()) {
        return false;
    }
    const auto charts = watched.itemsOf("HistogramChart");
    if (charts.isEmpty()) {
        return false;
    }
    const QRectF chart = charts.first()->mapRectToScene(charts.first()->boundingRect());
    const double y = chart.top() + chart.height() / 4;
    const auto at = [&](int step) {
        const int there = step < BrushSteps / 2 ? step : BrushSteps - step;
        return QPointF(chart.left() + chart.width() * (0.3 + there / double(BrushSteps)), y);
    };
    watched.press(at(0));
    for (int step = 1; step < BrushSteps; ++step) {
        if (!timeAnswer(watched, "brush", [&] { watched.moveTo(at(step)); })) {
            return false;
        }
    }
    watched.release(at(BrushSteps - 1));
    return true;
}

bool search(const QString &archive)
{
    WatchedWindow watched(archive);
    if (!watched.awaitReady()) {
        return false;
    }
    const auto fields = watched.itemsOf("SearchField");
    if (fields.isEmpty()) {
        return false;
    }
    QMetaObject::invokeMethod(fields.first(), "focusText");
    for (const char *words : {"koust", "trove", "mand grai", "peas", "broustea", "kan news"}) {
        for (const char *letter = words; *letter; ++letter) {
            if (!timeAnswer(watched, "key", [&] { watched.type(QLatin1Char(*letter)); })) {
                return false;
            }
        }
        watched.browser().query()->clear();
        watched.awaitFrame([&] { return watched.isFirstPageShown(); });
        rest(300);
    }
    // More than half of the generated providers' articles are by a "… News".
    for (int time = 0; time < 5; ++time) {
        if (!timeAnswer(watched, "common",
                        [&] { watched.browser().query()->setTyped(QStringLiteral("news")); })) {
            return false;
        }
        watched.browser().query()->clear();
        watched.awaitFrame([&] { return watched.isFirstPageShown(); });
        rest(300);
    }
    return true;
}

bool scroll(const QString &archive)
{
    WatchedWindow watched(archive);
    if (!watched.awaitReady()) {
        return false;
    }
    const auto grids = watched.itemsOf("CardGrid");
    if (grids.isEmpty()) {
        return false;
    }
    QQuickItem &grid = *grids.first();
    const ArticleListModel &articles = *watched.browser().articles();
    const int rowHeight = int(grid.property("cellHeight").toDouble());
    const QPointF middle = grid.mapToScene(QPointF(grid.width() / 2, grid.height() / 2));
    BlankTimes blank([](double milliseconds) { tell("blank", milliseconds); });
    const auto look = [&] {
        const int first = grid.property("firstVisibleIndex").toInt();
        const int last = grid.property("lastVisibleIndex").toInt();
        std::set<int> rows;
        for (int row = first; row <= last && row < articles.rowCount(); ++row) {
            if (!watched.isCardShown(row)) {
                rows.insert(row);
            }
        }
        blank.look(rows);
    };
    // What the interface thread does for a frame: the input, and all up to the drawing of it, which
    // the software renderer does on this thread too and a graphics card elsewhere. Its time, not
    // the clock's: between input and frame Qt waits for more input.
    double begun = 0;
    const auto drawn = QObject::connect(
        &watched.window(), &QQuickWindow::beforeRendering, &watched.window(),
        [&] { tell("frame", threadMilliseconds() - begun); }, Qt::DirectConnection);
    const auto step = [&](const std::function<void()> &act) {
        begun = threadMilliseconds();
        act();
        const bool isSeen = watched.awaitFrame([] { return true; });
        look();
        return isSeen;
    };
    for (int row = 0; row < FlickedRows; ++row) {
        if (!step([&] { watched.wheel(middle, rowHeight); })) {
            return false;
        }
    }
    for (int jump = 0; jump < PageJumps; ++jump) {
        const double position = (jump * 37 % PageJumps) / double(PageJumps);
        step([&] { QMetaObject::invokeMethod(&grid, "setPosition", Q_ARG(qreal, position)); });
        for (int frames = 0; frames < 10; ++frames) {
            step([] {});
        }
    }
    QObject::disconnect(drawn);
    QElapsedTimer clock;
    clock.start();
    while (blank.areLeft() && clock.elapsed() < BlankPatienceMs) {
        step([] {});
    }
    blank.end();
    return true;
}

} // namespace Microfiche::Bench
