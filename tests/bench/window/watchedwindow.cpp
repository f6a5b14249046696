// SPDX-License-Identifier: GPL-3.0-or-later
#include "watchedwindow.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QEventLoop>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QTimer>
#include <QWheelEvent>

#include <array>

namespace Microfiche::Bench
{

namespace
{

constexpr int PatienceMs = 60'000;
constexpr int RestMs = 500;
constexpr QSize WindowSize(1440, 900);

void collect(QQuickItem *item, const QByteArray &type, QList<QQuickItem *> &found)
{
    if (QByteArray(item->metaObject()->className()).startsWith(type)) {
        found << item;
    }
    for (QQuickItem *child : item->childItems()) {
        collect(child, type, found);
    }
}

} // namespace

void rest(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

WatchedWindow::WatchedWindow(const QString &archive, const PictureSource::Settings &pictures)
    : m_workspace(archive)
{
    m_workspace.setPictureSettings(pictures);
    if (m_workspace.start() && isThere()) {
        window().resize(WindowSize);
        QObject::connect(&browser(), &ArchiveBrowser::answered, &window(), [this] { ++m_answers; });
    }
}

QList<QQuickItem *> WatchedWindow::itemsOf(const char *type, QQuickItem *within)
{
    QList<QQuickItem *> found;
    collect(within, type, found);
    return found;
}

// Asks for frames of its own only where one may be missing: more of them would hold up what is
// measured.
bool WatchedWindow::awaitFrame(const std::function<bool()> &isTrue)
{
    QEventLoop loop;
    bool isPossible = false;
    bool isSeen = false;
    const auto nudge = [this] { window().update(); };
    const ArticleListModel *articles = browser().articles();
    const std::array connections{
        QObject::connect(&window(), &QQuickWindow::afterAnimating, &loop,
                         [&] { isPossible = isTrue(); }),
        QObject::connect(&window(), &QQuickWindow::frameSwapped, &loop,
                         [&] {
                             isSeen = isPossible;
                             if (isSeen) {
                                 loop.quit();
                             }
                         }),
        QObject::connect(&browser(), &ArchiveBrowser::answered, &loop, nudge),
        QObject::connect(articles, &ArticleListModel::dataChanged, &loop, nudge),
        QObject::connect(articles, &ArticleListModel::modelReset, &loop, nudge),
    };
    QTimer::singleShot(PatienceMs, &loop, &QEventLoop::quit);
    nudge();
    loop.exec();
    for (const auto &connection : connections) {
        QObject::disconnect(connection);
    }
    return isSeen;
}

bool WatchedWindow::awaitReady()
{
    const bool isShown =
        isThere() && awaitFrame([this] { return browser().isCounted() && isFirstPageShown(); });
    rest(RestMs);
    return isShown;
}

std::pair<int, int> WatchedWindow::rowsInSight()
{
    const ArticleListModel &articles = *browser().articles();
    if (!m_grid) {
        m_grid = itemsOf("CardGrid").value(0);
    }
    if (articles.rowCount() == 0 || !m_grid) {
        return {0, -1};
    }
    return {m_grid->property("firstVisibleIndex").toInt(),
            std::min(m_grid->property("lastVisibleIndex").toInt(), articles.rowCount() - 1)};
}

bool WatchedWindow::isFirstPageShown()
{
    const auto [first, last] = rowsInSight();
    for (int row = first; row <= last; ++row) {
        if (!isCardShown(row)) {
            return false;
        }
    }
    return last >= first;
}

bool WatchedWindow::isACardShown()
{
    const auto [first, last] = rowsInSight();
    for (int row = first; row <= last; ++row) {
        if (isCardShown(row)) {
            return true;
        }
    }
    return false;
}

bool WatchedWindow::isCardShown(int row)
{
    QQuickItem *item = nullptr;
    QMetaObject::invokeMethod(m_grid, "itemAt", Q_RETURN_ARG(QQuickItem *, item), Q_ARG(int, row));
    const auto card = item ? item->property("card").value<Card>() : Card();
    return card.isLoaded && card.articleId == browser().articles()->idAt(row);
}

void WatchedWindow::drop(const QList<QUrl> &urls)
{
    QMimeData data;
    data.setUrls(urls);
    const QPoint at = window().contentItem()->boundingRect().center().toPoint();
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window(), &enter);
    QDropEvent event(QPointF(at), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window(), &event);
}

void WatchedWindow::type(QChar character)
{
    for (const auto event : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent keyEvent(event, Qt::Key_unknown, Qt::NoModifier, QString(character));
        QCoreApplication::sendEvent(&window(), &keyEvent);
    }
}

void WatchedWindow::key(Qt::Key key)
{
    for (const auto event : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent keyEvent(event, key, Qt::NoModifier);
        QCoreApplication::sendEvent(&window(), &keyEvent);
    }
}

void WatchedWindow::wheel(QPointF at, int pixels)
{
    QWheelEvent event(at, window().mapToGlobal(at), {0, -pixels}, {0, -pixels}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&window(), &event);
}

void WatchedWindow::send(QEvent::Type type, QPointF at, Qt::MouseButton button,
                         Qt::MouseButtons buttons)
{
    QMouseEvent event(type, at, window().mapToGlobal(at), button, buttons, Qt::NoModifier);
    QCoreApplication::sendEvent(&window(), &event);
}

} // namespace Microfiche::Bench
