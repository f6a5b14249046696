// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "watchedwindow.h"

#include <QHash>

#include <set>

namespace Microfiche::Bench
{

/// Which of the cards in sight show their picture. What it finds in the tree of items it remembers:
/// that has hundreds, and to look is not to hold up what is looked at.
class SeenPictures
{
public:
    explicit SeenPictures(WatchedWindow &watched);

    QQuickItem &grid() const { return *m_grid; }
    int rowHeight() const { return int(m_grid->property("cellHeight").toDouble()); }
    QPointF middle() const;
    /// Looks at the cards in sight: gives those that are there without their picture.
    std::set<int> look();
    /// Rows that were seen with their picture.
    const std::set<int> &shown() const { return m_shown; }
    int lastRow() const { return m_grid->property("lastVisibleIndex").toInt(); }

private:
    QQuickItem *pictureOf(int row);

    WatchedWindow &m_watched;
    QQuickItem *m_grid;
    QHash<QQuickItem *, QQuickItem *> m_pictures; ///< by card; both live as long as the grid
    std::set<int> m_shown;
};

} // namespace Microfiche::Bench
