// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace Microfiche
{

/// How the rows of a grid are cut into groups, each of which begins a row of its own. With none it
/// is one group that has no heading.
class GridGroups
{
public:
    GridGroups() = default;
    /// `firsts` are the indexes of the cells that groups begin at, ascending from 0. What goes on
    /// past `count` is left out, and so are all of them if they are not in order: a model may say
    /// so in passing.
    GridGroups(QList<int> firsts, int count, int columns);

    bool isEmpty() const { return m_firstIndexes.isEmpty(); }
    int size() const { return static_cast<int>(m_firstIndexes.size()); }
    int rows() const { return m_rows; } ///< of all groups; 0 if there are none
    int firstIndex(int group) const { return m_firstIndexes.value(group); }
    int firstRow(int group) const { return m_firstRows.value(group); }
    int endIndex(int group) const { return m_firstIndexes.value(group + 1, m_count); }
    int endRow(int group) const { return m_firstRows.value(group + 1, m_rows); }

    /// The last group that begins at or before it; 0 if there are none.
    int ofIndex(int index) const;
    int ofRow(int row) const;

private:
    QList<int> m_firstIndexes;
    QList<int> m_firstRows;
    int m_count = 0;
    int m_rows = 0;
};

} // namespace Microfiche
