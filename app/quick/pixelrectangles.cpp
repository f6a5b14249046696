// SPDX-License-Identifier: GPL-3.0-or-later
#include "quick/pixelrectangles.h"

#include <QQuickWindow>
#include <QSGRectangleNode>

#include <cmath>
#include <memory>

namespace Microfiche
{

PixelRectangles::PixelRectangles(QQuickItem *parent)
    : QQuickItem(parent)
{
    setFlag(ItemHasContents);
}

QSGNode *PixelRectangles::updatePaintNode(QSGNode *node, UpdatePaintNodeData *)
{
    // All anew: the software backend does not always notice a rectangle node that changed in place.
    // The scene graph owns what is returned and what is appended to it.
    const std::unique_ptr<QSGNode> old(node);
    auto root = std::make_unique<QSGNode>();
    const QList<Box> drawn = boxes(window()->effectiveDevicePixelRatio());
    for (const Box &box : drawn) {
        QSGRectangleNode *rectangle = window()->createRectangleNode();
        rectangle->setRect(box.rect);
        rectangle->setColor(box.color);
        root->appendChildNode(rectangle);
    }
    return root.release();
}

void PixelRectangles::itemChange(ItemChange change, const ItemChangeData &value)
{
    if (change == ItemDevicePixelRatioHasChanged || change == ItemVisibleHasChanged)
        update();
    QQuickItem::itemChange(change, value);
}

void PixelRectangles::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry)
{
    QQuickItem::geometryChange(newGeometry, oldGeometry);
    if (newGeometry.size() != oldGeometry.size())
        update();
}

qreal PixelRectangles::snapped(qreal value, qreal scale)
{
    return std::round(value * scale) / scale;
}

qreal PixelRectangles::hairline(qreal scale)
{
    return std::max(1.0, std::floor(scale)) / scale;
}

} // namespace Microfiche
