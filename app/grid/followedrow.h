// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPersistentModelIndex>
#include <QVariant>

namespace Microfiche
{

/// A row that is followed through the changes of its model: where it moves, it is found again;
/// where it is removed, a neighbour takes its place; where the model starts anew, it is asked for
/// by what the row's role said (through the model's invokable `int indexOf(qint64)`).
class FollowedRow
{
public:
    int row() const { return m_row; }
    void follow(const QAbstractItemModel *model, int row);

    /// After rows came, went or moved; `neighbour` is taken if this row is gone.
    void settle(const QAbstractItemModel *model, int neighbour);
    /// Before the model starts anew. An empty role name means: do not look for it afterwards.
    /// If it is gone afterwards, the first of `reach` rows below it that is not stands in for it.
    void remember(const QAbstractItemModel *model, const QByteArray &roleName, int reach = 0);
    /// After it did; false, and no row, if the article is no longer there.
    bool findAgain(QAbstractItemModel *model);

private:
    int m_row = -1;
    QPersistentModelIndex m_index;
    QVariantList m_identities; ///< its own, then those that may stand in for it
};

/// The number of a role by its name, or -1.
int roleNumber(const QAbstractItemModel *model, const QByteArray &name);

} // namespace Microfiche
