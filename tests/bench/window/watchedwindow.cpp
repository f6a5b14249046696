// SPDX-License-Identifier: GPL-3.0-or-later
#include "watchedwindow.h"

#include <QEventLoop>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTimer>
#include <QWheelEvent>

namespace Microfiche::Bench
{

namespace
{

constexpr int PatienceMs = 60'000;
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

WatchedWindow::WatchedWindow(const QString &archive)
    : m_workspace(archive)
{
    if (m_workspace.start() && isThere()) {
        window().resize(WindowSize);
        QObject::connect(&browser(), &ArchiveBrowser::answered, &window(), [this] { ++m_answers; });
    }
}

QList<QQuickItem *> WatchedWindow::itemsOf(const char *type)
{
    QList<QQuickItem *> found;
    collect(window().contentItem(), type, found);
    return found;
}

bool WatchedWindow::awaitFrame(const std::function<bool()> &isTrue)
{
    QEventLoop loop;
    bool isPossible = false;
    bool isSeen = false;
    const auto begun = QObject::connect(&window(), &QQuickWindow::afterAnimating, &loop,
                                        [&] { isPossible = isTrue(); });
    const auto swapped = QObject::connect(&window(), &QQuickWindow::frameSwapped, &loop, [&] {
        isSeen = isPossible;
        if (isSeen) {
            loop.quit();
        } else {
            window().update(); // what is waited for may change nothing that is drawn
        }
    });
    QTimer::singleShot(PatienceMs, &loop, &QEventLoop::quit);
    window().update();
    loop.exec();
    QObject::disconnect(begun);
    QObject::disconnect(swapped);
    return isSeen;
}

bool WatchedWindow::isFirstPageShown()
{
    const ArticleListModel &articles = *browser().articles();
    const auto grids = itemsOf("CardGrid");
    if (articles.rowCount() == 0 || grids.isEmpty()) {
        return false;
    }
    const int first = grids.first()->property("firstVisibleIndex").toInt();
    const int last =
        std::min(grids.first()->property("lastVisibleIndex").toInt(), articles.rowCount() - 1);
    for (int row = first; row <= last; ++row) {
        if (!articles.index(row).data(ArticleListModel::CardRole).value<Card>().isLoaded) {
            return false;
        }
    }
    return last >= first;
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
