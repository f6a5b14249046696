// SPDX-License-Identifier: GPL-3.0-or-later
#include "quick/secondclick.h"

#include <QEvent>
#include <QGuiApplication>
#include <QMouseEvent>
#include <QStyleHints>

namespace Microfiche
{

void SecondClick::setWindow(QQuickWindow *window)
{
    if (window == m_window) {
        return;
    }
    if (m_window) {
        m_window->removeEventFilter(this);
    }
    m_window = window;
    if (m_window) {
        m_window->installEventFilter(this);
    }
    Q_EMIT windowChanged();
}

void SecondClick::expect()
{
    m_isExpected = true;
}

bool SecondClick::isSecond(const QMouseEvent &press) const
{
    const QStyleHints *hints = QGuiApplication::styleHints();
    return press.timestamp() - m_pressedAt <= quint64(hints->mouseDoubleClickInterval()) &&
           (press.globalPosition() - m_pressedWhere).manhattanLength() <=
               hints->mouseDoubleClickDistance();
}

// Qt sends a press before each double click; both belong to the second click.
bool SecondClick::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonDblClick && m_isExpected) {
        m_isExpected = false;
        Q_EMIT happened();
        return true;
    }
    if (event->type() == QEvent::MouseButtonPress) {
        const auto &press = static_cast<const QMouseEvent &>(*event);
        m_isExpected = m_isExpected && isSecond(press);
        m_pressedAt = press.timestamp();
        m_pressedWhere = press.globalPosition();
        if (m_isExpected) {
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Microfiche
