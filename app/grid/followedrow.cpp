// SPDX-License-Identifier: GPL-3.0-or-later
#include "grid/followedrow.h"

#include <QAbstractItemModel>
#include <QMetaObject>

#include <algorithm>
#include <utility>

namespace Microfiche
{

void FollowedRow::follow(const QAbstractItemModel *model, int row)
{
    if (row == m_row && m_index.isValid() && m_index.model() == model && m_index.row() == row) {
        return;
    }
    m_row = row;
    m_index =
        model && row >= 0 ? QPersistentModelIndex(model->index(row, 0)) : QPersistentModelIndex();
}

void FollowedRow::settle(const QAbstractItemModel *model, int neighbour)
{
    if (m_row < 0) {
        return;
    }
    const int count = model ? model->rowCount() : 0;
    follow(model, m_index.isValid() ? m_index.row() : std::min(neighbour, count - 1));
}

void FollowedRow::remember(const QAbstractItemModel *model, const QByteArray &roleName, int reach)
{
    const int role = roleNumber(model, roleName);
    m_identities.clear();
    for (int row = 0; row <= reach && m_index.isValid() && role >= 0; ++row) {
        const QModelIndex index = m_index.sibling(m_index.row() + row, 0);
        if (index.isValid()) {
            m_identities << index.data(role);
        }
    }
}

bool FollowedRow::findAgain(QAbstractItemModel *model)
{
    int row = -1;
    const bool canTell = model && model->metaObject()->indexOfMethod("indexOf(qint64)") >= 0;
    for (const QVariant &identity : std::exchange(m_identities, {})) {
        if (canTell && row < 0) {
            QMetaObject::invokeMethod(model, "indexOf", Qt::DirectConnection,
                                      Q_RETURN_ARG(int, row), Q_ARG(qint64, identity.toLongLong()));
        }
    }
    const bool found = row >= 0 && row < (model ? model->rowCount() : 0);
    follow(model, found ? row : -1);
    return found;
}

int roleNumber(const QAbstractItemModel *model, const QByteArray &name)
{
    return model && !name.isEmpty() ? model->roleNames().key(name, -1) : -1;
}

} // namespace Microfiche
