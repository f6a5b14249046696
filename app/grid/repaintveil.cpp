// SPDX-License-Identifier: GPL-3.0-or-later
#include "grid/repaintveil.h"

#include <QQuickWindow>
#include <QSGRectangleNode>
#include <QSGRendererInterface>

#include <memory>

namespace Microfiche
{

RepaintVeil::RepaintVeil(QQuickItem *parent)
    : QQuickItem(parent)
{
    setFlag(ItemHasContents);
}

QSGNode *RepaintVeil::updatePaintNode(QSGNode *node, UpdatePaintNodeData *)
{
    std::unique_ptr<QSGNode> old(node);
    if (window()->rendererInterface()->graphicsApi() != QSGRendererInterface::Software) {
        return nullptr;
    }
    auto *rectangle =
        static_cast<QSGRectangleNode *>(old ? old.release() : window()->createRectangleNode());
    rectangle->setRect(boundingRect());
    rectangle->setColor(Qt::transparent);
    rectangle->markDirty(QSGNode::DirtyMaterial);
    return rectangle;
}

} // namespace Microfiche
