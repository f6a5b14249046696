// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QQuickItem>
#include <QRectF>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// An item that is a list of plain rectangles, drawn as one picture: no Rectangle object each, and
/// one scene-graph node in all, for the software backend looks at every node in every frame.
class PixelRectangles : public QQuickItem
{
    Q_OBJECT
    QML_ANONYMOUS // tools follow a type to its bases by their full names only

public:
    struct Box {
        QRectF rect;
        QColor color;

        friend bool operator==(const Box &, const Box &) = default;
    };

    explicit PixelRectangles(QQuickItem *parent = nullptr);

    /// What is drawn at `scale` device pixels per unit; every edge lies on a device pixel.
    virtual QList<Box> boxes(qreal scale) const = 0;

protected:
    QSGNode *updatePaintNode(QSGNode *node, UpdatePaintNodeData *data) final;
    void itemChange(ItemChange change, const ItemChangeData &value) override;
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;

    static qreal snapped(qreal value, qreal scale);
    /// A hairline: one unit, but whole device pixels.
    static qreal hairline(qreal scale);

private:
    QList<Box> m_drawn;
};

} // namespace Microfiche
