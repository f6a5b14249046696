// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "grid/gridgroups.h"

#include <QMarginsF>
#include <QRectF>
#include <QSizeF>

namespace Microfiche
{

/// A place to stand in a grid: a row, and how many pixels of it lie above the view.
/// Addressed so, no number grows with the archive. Above the first row of all and on a group's
/// heading, which belongs to the row below it, the offset is negative.
struct GridPlace {
    int row = 0;
    double offset = 0;

    friend bool operator==(const GridPlace &, const GridPlace &) = default;
};

/// Indexes (or rows) from first to last; empty while last < first.
struct IndexRange {
    int first = 0;
    int last = -1;

    bool contains(int index) const { return index >= first && index <= last; }
    friend bool operator==(const IndexRange &, const IndexRange &) = default;
};

/// Where the cells of a grid lie. Lengths of the whole grid are doubles; what is handed to items is
/// seen from the top of the view, and on device pixels.
struct GridGeometry {
    int count = 0;
    int columns = 1;
    QSizeF cell;
    double columnGap = 0;
    double rowGap = 0;
    QSizeF view;
    QMarginsF margins; ///< left is the leading one, right the trailing one
    bool mirrored = false;
    double pixelRatio = 1;
    GridGroups groups;
    double headingHeight = 0;
    double headingGap = 0; ///< from a heading to the row below it

    /// As many columns of about that width as fit, or those forced; the room is shared evenly.
    void fitColumns(double aimedWidth, int forcedColumns);
    /// For this count and these columns.
    void setGroups(const QList<int> &firsts) { groups = GridGroups(firsts, count, columns); }

    bool isDrawable() const;
    int rows() const { return groups.isEmpty() ? (count + columns - 1) / columns : groups.rows(); }
    int rowOf(int index) const;
    IndexRange indexesOf(int row) const;
    double rowPitch() const;    ///< from the top of a row to the top of the next of its group
    double headingSpan() const; ///< what a group takes beside its rows
    double headingAbove(int row) const; ///< the same if a group begins with the row, else 0
    double cover() const;               ///< how much of the view's top lies under a heading
    double contentHeight() const;

    GridPlace top() const;
    GridPlace bottom() const;
    double distance(GridPlace from, GridPlace to) const;
    double pixelsAbove(GridPlace place) const { return distance(top(), place); }
    GridPlace moved(GridPlace from, double pixels) const; ///< never past either end

    GridPlace beginningAt(int index) const;
    GridPlace centredOn(int index) const;
    /// The nearest place to `from` that shows the whole cell.
    GridPlace containing(int index, GridPlace from) const;

    /// The row in which lies what is so many pixels below the place, its heading included.
    int rowAt(GridPlace place, double pixels) const;
    /// The row that a page further down or up brings, at least the next one.
    int pagedRow(int row, bool isDown) const;

    IndexRange visibleRows(GridPlace place) const;
    IndexRange visibleGroups(GridPlace place) const;
    IndexRange indexesOfRows(IndexRange range) const;
    IndexRange visibleIndexes(GridPlace place) const { return indexesOfRows(visibleRows(place)); }

    QRectF cellRect(int index, GridPlace place) const; ///< in the view's coordinates
    /// The heading of a group. It stays at the top of the view until the next one pushes it out.
    QRectF headingRect(int group, GridPlace place) const;
    int indexAt(QPointF point, GridPlace place) const; ///< -1 between cells and on headings

private:
    double snapped(double length) const;
    double headingTop(int group, GridPlace place) const; ///< where it lies by itself
    double breath() const; ///< what is left free beside a cell that is brought into view
};

} // namespace Microfiche
