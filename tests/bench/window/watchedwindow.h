// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/session.h"
#include "window/workspace.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QQuickItem>
#include <QQuickWindow>
#include <QUrl>

#include <functional>
#include <utility>

namespace Microfiche::Bench
{

void rest(int ms); ///< handles events meanwhile

/// The program's window on an archive, and a clock for its frames.
class WatchedWindow
{
public:
    explicit WatchedWindow(const QString &archive, const PictureSource::Settings &pictures = {});

    bool isThere() { return m_workspace.session() && m_workspace.session()->window(); }
    Session &session() { return *m_workspace.session(); }
    ArchiveBrowser &browser() { return session().browser(); }
    QQuickWindow &window() { return *session().window(); }
    /// Items of a type, as QML names it, in the order of the tree.
    QList<QQuickItem *> itemsOf(const char *type) { return itemsOf(type, window().contentItem()); }
    static QList<QQuickItem *> itemsOf(const char *type, QQuickItem *within);
    /// Handles events until a frame is shown that began after `isTrue` was; false after a minute.
    bool awaitFrame(const std::function<bool()> &isTrue);
    /// Waits until the first page is shown and all is counted, and for the rest that comes after.
    bool awaitReady();
    bool isFirstPageShown();
    bool isACardShown();       ///< any of those in sight
    bool isCardShown(int row); ///< and not its skeleton, or another
    int answers() const { return m_answers; }

    void press(QPointF at) { send(QEvent::MouseButtonPress, at, Qt::LeftButton, Qt::LeftButton); }
    void moveTo(QPointF at) { send(QEvent::MouseMove, at, Qt::NoButton, Qt::LeftButton); }
    void release(QPointF at) { send(QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton); }
    void drop(const QList<QUrl> &urls);
    void type(QChar character);
    void key(Qt::Key key);
    void wheel(QPointF at, int pixels);

private:
    std::pair<int, int> rowsInSight(); ///< first and last; last is less where there are none
    void send(QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons buttons);

    Workspace m_workspace;
    QPointer<QQuickItem> m_grid; ///< looked for once: a page has hundreds of items
    int m_answers = 0;
};

} // namespace Microfiche::Bench
