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

int GridGeometry::rowOf(int index) const
{
    const int group = groups.ofIndex(index);
    return groups.firstRow(group) + (index - groups.firstIndex(group)) / columns;
}

IndexRange GridGeometry::indexesOf(int row) const
{
    const int group = groups.ofRow(row);
    const int first = groups.firstIndex(group) + (row - groups.firstRow(group)) * columns;
    const int end = groups.isEmpty() ? count : groups.endIndex(group);
    return {first, std::min(first + columns, end) - 1};
}

double GridGeometry::rowPitch() const
{
    // A whole number of device pixels, or the gaps between rows would differ by one.
    return std::max(1 / pixelRatio, snapped(cell.height() + rowGap));
}

double GridGeometry::headingSpan() const
{
    return groups.isEmpty() ? 0 : snapped(headingHeight + headingGap);
}

double GridGeometry::headingAbove(int row) const
{
    return groups.firstRow(groups.ofRow(row)) == row ? headingSpan() : 0;
}

double GridGeometry::cover() const
{
    return groups.isEmpty() ? 0 : snapped(headingHeight);
}

double GridGeometry::contentHeight() const
{
    const double below = rows() > 0 ? rows() * rowPitch() - rowGap : 0;
    return margins.top() + groups.size() * headingSpan() + below + margins.bottom();
}

GridPlace GridGeometry::top() const
{
    return {0, -margins.top() - headingSpan()};
}

GridPlace GridGeometry::bottom() const
{
    return moved(top(), contentHeight() - view.height());
}

double GridGeometry::distance(GridPlace from, GridPlace to) const
{
    const double headings = groups.ofRow(to.row) - groups.ofRow(from.row);
    return (static_cast<double>(to.row) - from.row) * rowPitch() + headings * headingSpan() +
           (to.offset - from.offset);
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
    const int row = rowAt({start.row, 0}, offset);
    return {row, offset - distance({start.row, 0}, {row, 0})};
}

int GridGeometry::rowAt(GridPlace place, double pixels) const
{
    const double y = place.offset + pixels; // from the top of the place's row
    const GridPlace start = {place.row, 0};
    int group = 0;
    for (int end = groups.size(); end - group > 1;) { // the last whose heading begins by then
        const int middle = group + (end - group) / 2;
        const double top = distance(start, {groups.firstRow(middle), 0}) - headingSpan();
        (top <= y ? group : end) = middle;
    }
    const int first = groups.firstRow(group);
    const int last = (groups.isEmpty() ? rows() : groups.endRow(group)) - 1;
    // Within its group it is counted from the row itself, so that no number is large.
    const int base = groups.ofRow(place.row) == group ? place.row : first;
    const double steps = std::floor((y - distance(start, {base, 0})) / rowPitch());
    return base + static_cast<int>(std::clamp<double>(steps, first - base, last - base));
}

int GridGeometry::pagedRow(int row, bool isDown) const
{
    const double page = view.height() - cover();
    int paged = rowAt({row, 0}, isDown ? page : -page);
    const double length = std::abs(distance({row, 0}, {paged, 0}));
    if (length > page) { // of what lies across the page's end only the heading, or too little
        paged += isDown ? -1 : 1;
    }
    return isDown ? std::min(std::max(paged, row + 1), rows() - 1)
                  : std::max(std::min(paged, row - 1), 0);
}

GridPlace GridGeometry::beginningAt(int index) const
{
    const int row = rowOf(index);
    return row == 0 ? top() : moved({row, 0}, -std::max(headingSpan(), cover() + breath()));
}

GridPlace GridGeometry::centredOn(int index) const
{
    return moved({rowOf(index), 0}, (cell.height() - cover() - view.height()) / 2);
}

GridPlace GridGeometry::containing(int index, GridPlace from) const
{
    const int row = rowOf(index);
    const double room = view.height() - cover();
    const double y = distance(from, {row, 0}) - cover();
    const double space = std::min(breath(), std::max(0.0, (room - cell.height()) / 2));
    const double below = y + cell.height() + space - room;
    if (y < space || cell.height() > room) {
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
    const int last = rowAt(place, view.height());
    const bool isSeen = distance(place, {last, 0}) < view.height();
    return {first, isSeen ? last : last - 1};
}

IndexRange GridGeometry::visibleGroups(GridPlace place) const
{
    if (!isDrawable() || groups.isEmpty()) {
        return {};
    }
    const int last = groups.ofRow(rowAt(place, view.height()));
    const bool isSeen = headingTop(last, place) < view.height();
    return {groups.ofRow(rowAt(place, 0)), isSeen ? last : last - 1};
}

IndexRange GridGeometry::indexesOfRows(IndexRange range) const
{
    if (range.last < range.first) {
        return {};
    }
    return {indexesOf(std::max(0, range.first)).first,
            indexesOf(std::min(range.last, rows() - 1)).last};
}

QRectF GridGeometry::cellRect(int index, GridPlace place) const
{
    const int row = rowOf(index);
    const int column = index - indexesOf(row).first;
    const double leading = margins.left() + column * (cell.width() + columnGap);
    const double x = mirrored ? view.width() - leading - cell.width() : leading;
    // The offset is snapped, not each row: rows must not round apart while they move.
    const double y = distance({place.row, 0}, {row, 0}) - snapped(place.offset);
    return {QPointF(snapped(x), y), cell};
}

QRectF GridGeometry::headingRect(int group, GridPlace place) const
{
    const double lowest =
        group + 1 < groups.size() ? std::min(0.0, headingTop(group + 1, place) - cover()) : 0;
    return {0, std::max(headingTop(group, place), lowest), view.width(), cover()};
}

int GridGeometry::indexAt(QPointF point, GridPlace place) const
{
    if (!isDrawable() || !QRectF(QPointF(), view).contains(point)) {
        return -1;
    }
    const double x = mirrored ? view.width() - point.x() : point.x();
    const int row = rowAt(place, point.y());
    const double column = std::floor((x - margins.left()) / (cell.width() + columnGap));
    const IndexRange indexes = indexesOf(row);
    const int topGroup = groups.ofRow(rowAt(place, 0));
    const bool isCovered = !groups.isEmpty() && headingRect(topGroup, place).contains(point);
    if (column < 0 || column >= columns || isCovered) {
        return -1;
    }
    const int index = indexes.first + static_cast<int>(column);
    return index <= indexes.last && cellRect(index, place).contains(point) ? index : -1;
}

double GridGeometry::headingTop(int group, GridPlace place) const
{
    return distance({place.row, 0}, {groups.firstRow(group), 0}) - headingSpan() -
           snapped(place.offset);
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
