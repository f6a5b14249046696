// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cardlistmodel.h"

#include <algorithm>

namespace Microfiche
{

int CardListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cards.size());
}

QVariant CardListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Card &card = m_cards.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return card.title;
    case CardRole: return QVariant::fromValue(card);
    default: return {};
    }
}

QHash<int, QByteArray> CardListModel::roleNames() const
{
    return {{CardRole, "card"}};
}

int CardListModel::mentions() const
{
    return static_cast<int>(std::count_if(m_cards.cbegin(), m_cards.cend(),
                                          [](const Card &card) { return card.isMention; }));
}

void CardListModel::update(ArticleId id, const std::function<Card(const Card &)> &newer)
{
    for (qsizetype row = 0; row < m_cards.size(); ++row) {
        if (m_cards.at(row).articleId == id) {
            m_cards[row] = newer(m_cards.at(row));
            const QModelIndex changed = index(static_cast<int>(row));
            Q_EMIT dataChanged(changed, changed, {CardRole});
        }
    }
}

void CardListModel::setCards(QList<Card> cards)
{
    if (cards == m_cards) {
        return;
    }
    beginResetModel();
    m_cards = std::move(cards);
    endResetModel();
    Q_EMIT countChanged();
}

} // namespace Microfiche
