// SPDX-License-Identifier: GPL-3.0-or-later
#include "quick/pixelrectangles.h"

#include <QPainter>
#include <QQuickWindow>
#include <QSGImageNode>
#include <QSGTexture>

#include <cmath>
#include <memory>

namespace Microfiche
{

namespace
{

QImage imageOf(const QList<PixelRectangles::Box> &boxes, const QRectF &extent, qreal scale)
{
    const auto toPixels = [scale, &extent](const QRectF &rect) {
        return QRectF((rect.topLeft() - extent.topLeft()) * scale, rect.size() * scale).toRect();
    };
    QImage image((extent.size() * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    for (const PixelRectangles::Box &box : boxes) {
        painter.fillRect(toPixels(box.rect), box.color);
    }
    return image;
}

} // namespace

PixelRectangles::PixelRectangles(QQuickItem *parent)
    : QQuickItem(parent)
{
    setFlag(ItemHasContents);
}

QSGNode *PixelRectangles::updatePaintNode(QSGNode *node, UpdatePaintNodeData *)
{
    std::unique_ptr<QSGNode> old(node);
    const qreal scale = window()->effectiveDevicePixelRatio();
    const QList<Box> drawn = boxes(scale);
    QRectF extent;
    for (const Box &box : drawn) {
        extent |= box.rect;
    }
    if (extent.isEmpty()) {
        return nullptr;
    }
    auto *picture = static_cast<QSGImageNode *>(old.get());
    if (picture && drawn == m_drawn && picture->rect() == extent) {
        return old.release();
    }
    m_drawn = drawn;
    std::unique_ptr<QSGImageNode> fresh(picture ? nullptr : window()->createImageNode());
    if (!picture) {
        picture = fresh.get();
    }
    const QImage image = imageOf(drawn, extent, scale);
    picture->setOwnsTexture(true);
    picture->setTexture(
        window()->createTextureFromImage(image, QQuickWindow::TextureHasAlphaChannel));
    picture->setRect(extent);
    picture->setSourceRect(QRectF(QPointF(), image.size()));
    picture->setFiltering(QSGTexture::Nearest);
    // The scene graph owns what is returned.
    return fresh ? static_cast<QSGNode *>(fresh.release()) : old.release();
}

void PixelRectangles::itemChange(ItemChange change, const ItemChangeData &value)
{
    if (change == ItemDevicePixelRatioHasChanged || change == ItemVisibleHasChanged) {
        update();
    }
    QQuickItem::itemChange(change, value);
}

void PixelRectangles::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry)
{
    QQuickItem::geometryChange(newGeometry, oldGeometry);
    if (newGeometry.size() != oldGeometry.size()) {
        update();
    }
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
