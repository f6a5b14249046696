// SPDX-License-Identifier: GPL-3.0-or-later
// How a grid of cards is cut into groups.
#include "grid/cardgrid.h"

namespace Microfiche
{

void CardGrid::setGroups(QAbstractItemModel *groups)
{
    if (groups == m_headings.model()) {
        return;
    }
    if (m_headings.model()) {
        m_headings.model()->disconnect(this);
    }
    m_headings.setModel(groups);
    if (groups) {
        using Model = QAbstractItemModel;
        connect(groups, &Model::modelReset, this, &CardGrid::takeGroups);
        connect(groups, &Model::rowsInserted, this, &CardGrid::takeGroups);
        connect(groups, &Model::rowsRemoved, this, &CardGrid::takeGroups);
        connect(groups, &Model::rowsMoved, this, &CardGrid::takeGroups);
        connect(groups, &Model::layoutChanged, this, &CardGrid::takeGroups);
        connect(groups, &Model::dataChanged, this, &CardGrid::takeGroups);
        connect(groups, &QObject::destroyed, this, [this] {
            m_headings.setModel(nullptr);
            takeGroups();
            Q_EMIT groupsChanged();
        });
    }
    takeGroups();
    Q_EMIT groupsChanged();
}

void CardGrid::setGroupDelegate(QQmlComponent *delegate)
{
    if (delegate == m_headings.component()) {
        return;
    }
    if (m_headings.component()) {
        m_headings.component()->disconnect(this);
    }
    m_headings.setComponent(delegate);
    if (delegate) {
        connect(delegate, &QQmlComponent::statusChanged, this, &CardGrid::polish);
    }
    polish();
    Q_EMIT groupDelegateChanged();
}

int CardGrid::groupAt(int index) const
{
    const bool isThere = index >= 0 && index < count() && !geometry().groups.isEmpty();
    return isThere ? geometry().groups.ofIndex(index) : -1;
}

void CardGrid::takeGroups()
{
    m_headings.forgetValues();
    GridSurface::setGroups(m_headings.firstIndexes());
}

} // namespace Microfiche
