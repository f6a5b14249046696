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
    case CardRole: return QVariant::fromValue(shown(card));
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

void CardListModel::showMarks(const IdSet &ids)
{
    for (qsizetype row = 0; row < m_cards.size(); ++row) {
        if (ids.contains(m_cards.at(row).articleId)) {
            const QModelIndex changed = index(static_cast<int>(row));
            Q_EMIT dataChanged(changed, changed, {CardRole});
        }
    }
}

void CardListModel::keepMarks()
{
    for (Card &card : m_cards) {
        card = shown(card);
    }
}

void CardListModel::showAllMarks()
{
    if (!m_cards.isEmpty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {CardRole});
    }
}

void CardListModel::setCards(QList<Card> cards)
{
    // What has been read again since it was marked is no other card.
    const auto isSame = [this](const Card &a, const Card &b) { return shown(a) == shown(b); };
    if (std::equal(cards.cbegin(), cards.cend(), m_cards.cbegin(), m_cards.cend(), isSame)) {
        m_cards = std::move(cards);
        return;
    }
    beginResetModel();
    m_cards = std::move(cards);
    endResetModel();
    Q_EMIT countChanged();
}

} // namespace Microfiche
