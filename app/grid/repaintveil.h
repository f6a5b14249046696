// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickItem>

namespace Microfiche
{

/// Lies over cards and shows nothing. Without a graphics card Qt works out what to repaint node by
/// node, and for cards that all change this takes twice as long as painting them: as part of a
/// veil that is repainted as a whole they are settled at once.
class RepaintVeil final : public QQuickItem
{
public:
    explicit RepaintVeil(QQuickItem *parent);

    /// All of what it covers is repainted in the next frame.
    void repaintAll() { update(); }

protected:
    QSGNode *updatePaintNode(QSGNode *node, UpdatePaintNodeData *data) override;
};

} // namespace Microfiche
