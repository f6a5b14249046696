// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMarginsF>
#include <QRectF>
#include <QSizeF>

namespace Microfiche
{

/// A place to stand in a grid: a row, and how many pixels of it lie above the view.
/// Addressed so, no number grows with the archive. Above the first row the offset is negative.
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

    /// As many columns of about that width as fit, or those forced; the room is shared evenly.
    void fitColumns(double aimedWidth, int forcedColumns);

    bool isDrawable() const;
    int rows() const { return (count + columns - 1) / columns; }
    int rowOf(int index) const { return index / columns; }
    double rowPitch() const; ///< from the top of a row to the top of the next
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

    IndexRange visibleRows(GridPlace place) const;
    IndexRange indexesOfRows(IndexRange range) const;
    IndexRange visibleIndexes(GridPlace place) const { return indexesOfRows(visibleRows(place)); }

    QRectF cellRect(int index, GridPlace place) const; ///< in the view's coordinates
    int indexAt(QPointF point, GridPlace place) const; ///< -1 between cells

private:
    double snapped(double length) const;
    double breath() const; ///< what is left free beside a cell that is brought into view
};

} // namespace Microfiche
