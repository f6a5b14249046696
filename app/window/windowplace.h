// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

class QWindow;

namespace Microfiche
{

class Preferences;

/// Gives a window the size that the last one had, and remembers what the user makes of it.
class WindowPlace final : public QObject
{
    Q_OBJECT

public:
    /// Dies with the window, which it is a child of.
    WindowPlace(QWindow &window, Preferences &preferences);

    /// Shows it where `before` was, or if there is none, as large as the last one.
    void show(const QWindow *before);

private:
    void take();

    QWindow &m_window;
    Preferences &m_preferences;
    QTimer m_soon; ///< a window learns of its size before it learns that it is maximized
};

} // namespace Microfiche
