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
    // The scene graph owns what is returned and what is appended to it. The software renderer of
    // Qt 6.4 places what is added later by its parent only if that is a transform node.
    auto root = node ? std::unique_ptr<QSGNode>(node) : std::make_unique<QSGTransformNode>();
    const QList<Box> drawn = boxes(window()->effectiveDevicePixelRatio());
    QSGNode *child = root->firstChild();
    for (const Box &box : drawn) {
        if (!child) {
            root->appendChildNode(window()->createRectangleNode());
            child = root->lastChild();
        }
        auto *rectangle = static_cast<QSGRectangleNode *>(child);
        if (rectangle->rect() != box.rect) {
            rectangle->setRect(box.rect);
            // The software backend takes a new rectangle for a new colour and repaints the old
            // place.
            rectangle->markDirty(QSGNode::DirtyGeometry);
        }
        if (rectangle->color() != box.color)
            rectangle->setColor(box.color);
        child = child->nextSibling();
    }
    while (child) {
        const std::unique_ptr<QSGNode> spare(child);
        child = child->nextSibling();
        root->removeChildNode(spare.get());
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
