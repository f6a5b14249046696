// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointF>
#include <QPointer>
#include <QQuickWindow>
#include <QtQml/qqmlregistration.h>

class QMouseEvent;

namespace Microfiche
{

/// The second click of a double click, for one that moves what was under the pointer with its
/// first: after expect() a second click in time and place is happened(), and no item sees it.
class SecondClick : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickWindow *window READ window WRITE setWindow NOTIFY windowChanged)

public:
    using QObject::QObject;

    QQuickWindow *window() const { return m_window; }
    void setWindow(QQuickWindow *window);

    Q_INVOKABLE void expect();

Q_SIGNALS:
    void windowChanged();
    void happened();

private:
    bool isSecond(const QMouseEvent &press) const;
    bool eventFilter(QObject *watched, QEvent *event) override;

    QPointer<QQuickWindow> m_window;
    quint64 m_pressedAt = 0; ///< by the pointer's own clock, in ms
    QPointF m_pressedWhere;
    bool m_isExpected = false;
};

} // namespace Microfiche
