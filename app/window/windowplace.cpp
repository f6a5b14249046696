// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/windowplace.h"

#include "window/preferences.h"

#include <QScreen>
#include <QWindow>

namespace Microfiche
{

namespace
{
constexpr int SettledMs = 250;
} // namespace

WindowPlace::WindowPlace(QWindow &window, Preferences &preferences)
    : QObject(&window)
    , m_window(window)
    , m_preferences(preferences)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(SettledMs);
    connect(&m_soon, &QTimer::timeout, this, &WindowPlace::take);
}

void WindowPlace::show(const QWindow *before)
{
    if (before && !before->windowStates().testFlag(Qt::WindowMaximized)) {
        m_window.setGeometry(before->geometry());
    } else if (m_preferences.windowSize().isValid()) {
        m_window.resize(m_preferences.windowSize().boundedTo(m_window.screen()->availableSize()));
    } else {
        m_window.resize(m_window.size().boundedTo(m_window.screen()->availableSize()));
    }
    if (m_preferences.isMaximized()) {
        m_window.showMaximized();
    } else {
        m_window.show();
    }
    const auto settle = qOverload<>(&QTimer::start);
    connect(&m_window, &QWindow::widthChanged, &m_soon, settle);
    connect(&m_window, &QWindow::heightChanged, &m_soon, settle);
    connect(&m_window, &QWindow::visibilityChanged, &m_soon, settle);
}

void WindowPlace::take()
{
    switch (m_window.visibility()) {
    case QWindow::Maximized: m_preferences.setMaximized(true); break;
    case QWindow::Windowed:
        m_preferences.setMaximized(false);
        m_preferences.setWindowSize(m_window.size());
        break;
    default: break; // out of sight, or full screen for a while
    }
}

} // namespace Microfiche
