// SPDX-License-Identifier: GPL-3.0-or-later
#include "grid/gridsurface.h"

#include <QGuiApplication>
#include <QQuickWindow>
#include <QStyleHints>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace Microfiche
{

namespace
{

// What one line of the desktop's "lines to scroll" setting is worth: three make the 120 pixels
// that a notch moves in browsers.
constexpr double pixelsPerLine = 40;
// Eased over farther than this, rows would only flash by.
constexpr double easedViews = 1.5;

// What a binding may hand over in passing: neither negative nor not a number.
double measure(qreal value)
{
    return std::isfinite(value) ? std::max(0.0, value) : 0;
}

} // namespace

GridSurface::GridSurface(QQuickItem *parent)
    : QQuickItem(parent)
    , m_ticker([this](int milliseconds) { tick(milliseconds); })
{
    setClip(true);
    connect(this, &GridSurface::measuresChanged, this, &GridSurface::relayout);
}

qreal GridSurface::position() const
{
    return m_geometry.pixelsAbove(m_place) / std::max(1.0, m_geometry.contentHeight());
}

qreal GridSurface::pageSize() const
{
    return std::min(1.0, height() / std::max(1.0, m_geometry.contentHeight()));
}

void GridSurface::setPosition(qreal position)
{
    jumpTo(placeAt(position));
}

int GridSurface::indexAtPosition(qreal position) const
{
    const int row = m_geometry.rowAt(placeAt(position), m_geometry.cover());
    return m_geometry.count > 0 ? m_geometry.indexesOf(row).first : -1;
}

GridPlace GridSurface::placeAt(qreal position) const
{
    return m_geometry.moved(m_geometry.top(), measure(position) * m_geometry.contentHeight());
}

void GridSurface::scrollBy(qreal pixels)
{
    jumpTo(m_geometry.moved(m_place, pixels));
}

void GridSurface::beginDrag()
{
    setMotion({}, true);
    m_dragTranslation.reset();
    m_dragClock.start();
}

void GridSurface::dragTo(qreal translation)
{
    if (!m_isDragged) {
        return;
    }
    const auto now = static_cast<double>(m_dragClock.elapsed());
    if (!m_dragTranslation) { // the way until it counted as a drag is not made up for by a jump
        m_dragSpeed.start(translation, now);
    } else {
        m_dragSpeed.moveTo(translation, now);
        takePlace(m_geometry.moved(m_place, *m_dragTranslation - translation));
    }
    m_dragTranslation = translation;
}

void GridSurface::endDrag()
{
    const bool isThrown = m_isDragged && m_dragTranslation;
    glide(isThrown ? -m_dragSpeed.atRelease(static_cast<double>(m_dragClock.elapsed())) : 0);
}

void GridSurface::glide(qreal velocity)
{
    ScrollMotion motion;
    if (!m_reducedMotion) {
        motion.glide(velocity);
    }
    setMotion(motion);
}

GridPlace GridSurface::placeAtRest() const
{
    return m_geometry.moved(m_place, m_motion.remaining());
}

IndexRange GridSurface::visibleRange() const
{
    return m_geometry.visibleIndexes(m_place);
}

void GridSurface::jumpTo(GridPlace place)
{
    stopMoving();
    takePlace(place);
}

void GridSurface::easeTo(GridPlace place)
{
    const double distance = m_geometry.distance(m_place, place);
    if (m_reducedMotion || distance == 0 || std::abs(distance) > easedViews * height()) {
        jumpTo(place);
        return;
    }
    ScrollMotion motion;
    motion.ease(distance);
    setMotion(motion);
}

void GridSurface::stopMoving()
{
    setMotion({});
}

void GridSurface::setCells(int count, int anchorIndex)
{
    m_geometry.count = std::max(0, count);
    m_anchorIndex = std::clamp(anchorIndex, 0, std::max(0, m_geometry.count - 1));
    m_geometry.setGroups(m_groupFirsts);
    restorePlace();
}

void GridSurface::setGroups(const QList<int> &firstIndexes)
{
    m_groupFirsts = firstIndexes;
    m_geometry.setGroups(m_groupFirsts);
    restorePlace();
}

void GridSurface::relayout()
{
    GridGeometry geometry;
    geometry.count = m_geometry.count;
    geometry.columnGap = measure(m_columnGap);
    geometry.rowGap = measure(m_rowGap);
    geometry.view = size();
    geometry.margins = {measure(m_leadingMargin), measure(m_topMargin), measure(m_trailingMargin),
                        measure(m_bottomMargin)};
    geometry.mirrored = m_mirrored;
    geometry.pixelRatio = window() ? window()->effectiveDevicePixelRatio() : 1;
    geometry.cell.setHeight(measure(m_cellHeight));
    geometry.fitColumns(measure(m_aimedCellWidth), m_forcedColumns);
    geometry.headingHeight = measure(m_groupHeight);
    geometry.headingGap = measure(m_groupGap);
    geometry.setGroups(m_groupFirsts);

    const bool cellsDiffer = geometry.columns != columns() || geometry.cell.width() != cellWidth();
    m_geometry = geometry;
    if (cellsDiffer) {
        Q_EMIT cellsChanged(); // a cell's height may follow its width, and bring us here again
    }
    restorePlace();
}

void GridSurface::wheelEvent(QWheelEvent *event)
{
    const bool isExact = !event->pixelDelta().isNull();
    const double notches = event->angleDelta().y() / 120.0;
    const double pixels =
        isExact ? -event->pixelDelta().y()
                : -notches * QGuiApplication::styleHints()->wheelScrollLines() * pixelsPerLine;
    const GridPlace target = m_geometry.moved(placeAtRest(), pixels);
    // With Ctrl it is about the size of cards; at an end it may be for what is around the grid.
    if (event->modifiers().testFlag(Qt::ControlModifier) || target == placeAtRest()) {
        event->ignore();
        return;
    }
    event->accept();
    if (isExact) {
        jumpTo(m_geometry.moved(m_place, pixels));
    } else {
        easeTo(target);
    }
}

void GridSurface::geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry)
{
    QQuickItem::geometryChange(newGeometry, oldGeometry);
    if (newGeometry.size() != oldGeometry.size()) {
        relayout();
    }
}

void GridSurface::itemChange(ItemChange change, const ItemChangeData &value)
{
    QQuickItem::itemChange(change, value);
    if (change == ItemDevicePixelRatioHasChanged || change == ItemSceneChange) {
        relayout();
    }
}

void GridSurface::takePlace(GridPlace place)
{
    setPlace(place);
    m_anchoredAtTop = isAtTop();
    const double cover = m_geometry.cover();
    int row = m_geometry.rowAt(place, cover);
    const double gone = m_geometry.distance({row, 0}, place) + cover;
    if (gone > 0.5 * m_geometry.rowPitch() && row + 1 < m_geometry.rows()) {
        ++row; // one that is mostly gone is not what is being read
    }
    const double offset = m_geometry.distance({row, 0}, place) + cover;
    m_anchorIndex = m_geometry.indexesOf(row).first;
    m_anchorHeading = std::clamp(-offset, 0.0, m_geometry.headingAbove(row));
    m_anchorShare = (offset + m_anchorHeading) / m_geometry.rowPitch();
    placeTaken();
    Q_EMIT travelled();
}

void GridSurface::restorePlace()
{
    const GridPlace anchored = {m_geometry.rowOf(m_anchorIndex), 0};
    const double below = m_anchorHeading + m_geometry.cover();
    const GridPlace restored =
        m_anchoredAtTop ? m_geometry.top()
                        : m_geometry.moved(anchored, m_anchorShare * m_geometry.rowPitch() - below);
    setPlace(placeKept(restored));
}

void GridSurface::setPlace(GridPlace place)
{
    m_place = place;
    polish();
    Q_EMIT scrolled();
}

void GridSurface::setMotion(const ScrollMotion &motion, bool isDragged)
{
    const bool wasMoving = isMoving();
    const bool wasGliding = isGliding();
    m_motion = motion;
    m_isDragged = isDragged;
    m_ticker.stop();
    if (m_motion.isRunning()) {
        m_ticker.start();
    }
    if (isMoving() != wasMoving || isGliding() != wasGliding) {
        Q_EMIT movingChanged();
    }
}

void GridSurface::tick(int milliseconds)
{
    ScrollMotion motion = m_motion;
    const double step = motion.advance(milliseconds);
    const GridPlace next = m_geometry.moved(m_place, step);
    const bool isBlocked = next == m_place && std::abs(step) > 1;
    if (isBlocked || !motion.isRunning()) {
        stopMoving();
    } else {
        m_motion = motion;
    }
    takePlace(next);
}

} // namespace Microfiche
