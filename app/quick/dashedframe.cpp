// SPDX-License-Identifier: GPL-3.0-or-later
#include "quick/dashedframe.h"

#include <QPainter>

#include <cmath>

namespace Microfiche
{

namespace
{

// A line whose dashes begin and end in both of its corners: whole periods and one dash more.
void drawDashed(QPainter *painter, QPen pen, const QLineF &line, qreal dash, qreal gap)
{
    const qreal periods = std::max(1.0, std::round((line.length() - dash) / (dash + gap)));
    const qreal stretch = line.length() / (periods * (dash + gap) + dash);
    pen.setDashPattern({dash * stretch / pen.widthF(), gap * stretch / pen.widthF()});
    painter->setPen(pen);
    painter->drawLine(line);
}

} // namespace

DashedFrame::DashedFrame(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    connect(this, &DashedFrame::changed, this, [this] { update(); });
}

void DashedFrame::paint(QPainter *painter)
{
    const qreal inset = m_lineWidth / 2;
    const QRectF edge(inset, inset, width() - m_lineWidth, height() - m_lineWidth);
    if (edge.width() <= 0 || edge.height() <= 0) {
        return;
    }
    QPen pen(m_color, m_lineWidth);
    pen.setCapStyle(Qt::FlatCap);
    painter->setRenderHint(QPainter::Antialiasing);
    drawDashed(painter, pen, {edge.topLeft(), edge.topRight()}, m_dash, m_gap);
    drawDashed(painter, pen, {edge.bottomLeft(), edge.bottomRight()}, m_dash, m_gap);
    drawDashed(painter, pen, {edge.topLeft(), edge.bottomLeft()}, m_dash, m_gap);
    drawDashed(painter, pen, {edge.topRight(), edge.bottomRight()}, m_dash, m_gap);
}

} // namespace Microfiche
