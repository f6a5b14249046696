// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "grid/cardpool.h"
#include "grid/gridgeometry.h"

#include <QAbstractItemModel>
#include <QPointer>

#include <map>

namespace Microfiche
{

/// The headings of the groups that are in view, above the cards. What they say comes from a model
/// with a row a group: `first`, the row that the group begins with, `label` and `count`. A
/// heading's root may have properties of these names and `index`, the group's row.
class GroupHeadings
{
public:
    explicit GroupHeadings(QQuickItem &canvas)
        : m_pool(canvas)
    {
    }

    QQmlComponent *component() const { return m_pool.component(); }
    void setComponent(QQmlComponent *component);
    QAbstractItemModel *model() const { return m_model; }
    void setModel(QAbstractItemModel *model);

    QList<int> firstIndexes() const;
    /// The model says something else by now.
    void forgetValues() { m_areValuesStale = true; }
    void show(const GridGeometry &geometry, GridPlace place);
    /// Those that are shown, by group.
    const std::map<int, CardSlot> &shown() const { return m_shown; }

private:
    QVariantMap valuesOf(int group) const;
    bool add(int group);

    QPointer<QAbstractItemModel> m_model;
    CardPool m_pool;
    std::map<int, CardSlot> m_shown;
    bool m_areValuesStale = false;
};

} // namespace Microfiche
