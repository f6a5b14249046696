// SPDX-License-Identifier: GPL-3.0-or-later
#include "grid/gridgeometry.h"

#include <algorithm>
#include <cmath>

namespace Microfiche
{

void GridGeometry::fitColumns(double aimedWidth, int forcedColumns)
{
    const double room = std::max(0.0, view.width() - margins.left() - margins.right());
    const double fitting = std::floor((room + columnGap) / (std::max(1.0, aimedWidth) + columnGap));
    columns = forcedColumns > 0 ? forcedColumns : std::max(1, static_cast<int>(fitting));
    const double shared = (room - (columns - 1) * columnGap) / columns;
    cell.setWidth(std::max(0.0, std::floor(shared * pixelRatio + 1e-6) / pixelRatio));
}

bool GridGeometry::isDrawable() const
{
    return count > 0 && !cell.isEmpty() && view.height() > 0;
}

double GridGeometry::rowPitch() const
{
    // A whole number of device pixels, or the gaps between rows would differ by one.
    return std::max(1 / pixelRatio, snapped(cell.height() + rowGap));
}

double GridGeometry::contentHeight() const
{
    const double below = rows() > 0 ? rows() * rowPitch() - rowGap : 0;
    return margins.top() + below + margins.bottom();
}

GridPlace GridGeometry::top() const
{
    return {0, -margins.top()};
}

GridPlace GridGeometry::bottom() const
{
    return moved(top(), contentHeight() - view.height());
}

double GridGeometry::distance(GridPlace from, GridPlace to) const
{
    return (static_cast<double>(to.row) - from.row) * rowPitch() + (to.offset - from.offset);
}

GridPlace GridGeometry::moved(GridPlace from, double pixels) const
{
    const double range = std::max(0.0, contentHeight() - view.height());
    const double above = pixelsAbove(from) + pixels;
    if (count == 0 || !(above > 0)) { // and so for a NaN
        return top();
    }
    const bool atBottom = above >= range;
    const GridPlace start = atBottom ? top() : from;
    const double offset = start.offset + (atBottom ? range : pixels);
    const double steps =
        std::clamp<double>(std::floor(offset / rowPitch()), -start.row, rows() - 1 - start.row);
    return {start.row + static_cast<int>(steps), offset - steps * rowPitch()};
}

GridPlace GridGeometry::beginningAt(int index) const
{
    const int row = rowOf(index);
    return row == 0 ? top() : moved({row, 0}, -breath());
}

GridPlace GridGeometry::centredOn(int index) const
{
    return moved({rowOf(index), 0}, (cell.height() - view.height()) / 2);
}

GridPlace GridGeometry::containing(int index, GridPlace from) const
{
    const int row = rowOf(index);
    const double y = distance(from, {row, 0});
    const double space = std::min(breath(), std::max(0.0, (view.height() - cell.height()) / 2));
    const double below = y + cell.height() + space - view.height();
    if (y < space || cell.height() > view.height()) {
        return beginningAt(index);
    }
    if (below > 0) {
        return row == rows() - 1 ? bottom() : moved(from, below);
    }
    return from;
}

IndexRange GridGeometry::visibleRows(GridPlace place) const
{
    if (!isDrawable()) {
        return {};
    }
    const int first = place.offset < cell.height() ? place.row : place.row + 1;
    const double rowsBelow = std::ceil((place.offset + view.height()) / rowPitch());
    return {first, std::min(rows() - 1, place.row + static_cast<int>(rowsBelow) - 1)};
}

IndexRange GridGeometry::indexesOfRows(IndexRange range) const
{
    if (range.last < range.first) {
        return {};
    }
    const int lastRow = std::min(range.last, rows() - 1);
    return {std::max(0, range.first) * columns, std::min(count, (lastRow + 1) * columns) - 1};
}

QRectF GridGeometry::cellRect(int index, GridPlace place) const
{
    const int row = rowOf(index);
    const int column = index - row * columns;
    const double leading = margins.left() + column * (cell.width() + columnGap);
    const double x = mirrored ? view.width() - leading - cell.width() : leading;
    // The offset is snapped, not each row: rows must not round apart while they move.
    const double y = (static_cast<double>(row) - place.row) * rowPitch() - snapped(place.offset);
    return {QPointF(snapped(x), y), cell};
}

int GridGeometry::indexAt(QPointF point, GridPlace place) const
{
    if (!isDrawable() || !QRectF(QPointF(), view).contains(point)) {
        return -1;
    }
    const double x = mirrored ? view.width() - point.x() : point.x();
    const int row =
        place.row + static_cast<int>(std::floor((place.offset + point.y()) / rowPitch()));
    const double column = std::floor((x - margins.left()) / (cell.width() + columnGap));
    if (row < 0 || row >= rows() || column < 0 || column >= columns) {
        return -1;
    }
    const int index = row * columns + static_cast<int>(column);
    return index < count && cellRect(index, place).contains(point) ? index : -1;
}

double GridGeometry::snapped(double length) const
{
    return std::floor(length * pixelRatio + 0.5) / pixelRatio;
}

double GridGeometry::breath() const
{
    return snapped(std::max(0.0, rowGap) / 2);
}

} // namespace Microfiche
