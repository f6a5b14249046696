// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// A dashed edge inside the item's bounds. Lengths of dash and gap are in units, not line widths.
class DashedFrame : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QColor color MEMBER m_color NOTIFY changed)
    Q_PROPERTY(qreal lineWidth MEMBER m_lineWidth NOTIFY changed)
    Q_PROPERTY(qreal dash MEMBER m_dash NOTIFY changed)
    Q_PROPERTY(qreal gap MEMBER m_gap NOTIFY changed)

public:
    explicit DashedFrame(QQuickItem *parent = nullptr);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void changed();

private:
    QColor m_color;
    qreal m_lineWidth = 1.5;
    qreal m_dash = 4;
    qreal m_gap = 3;
};

} // namespace Microfiche
