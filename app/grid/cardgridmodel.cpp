// SPDX-License-Identifier: GPL-3.0-or-later
// What a grid of cards does when its model changes.
#include "grid/cardgrid.h"

#include <utility>

namespace Microfiche
{

void CardGrid::setModel(QAbstractItemModel *model)
{
    if (model == m_model) {
        return;
    }
    if (m_model) {
        m_model->disconnect(this);
    }
    m_model = model;
    connectModel();
    startAnew();
    Q_EMIT modelChanged();
}

void CardGrid::connectModel()
{
    if (!m_model) {
        return;
    }
    using Model = QAbstractItemModel;
    connect(m_model, &Model::rowsInserted, this, &CardGrid::takeRowsIn);
    connect(m_model, &Model::rowsRemoved, this, &CardGrid::takeRowsOut);
    connect(m_model, &Model::rowsMoved, this, &CardGrid::takeNewOrder);
    connect(m_model, &Model::layoutChanged, this, &CardGrid::takeNewOrder);
    connect(m_model, &Model::dataChanged, this, &CardGrid::takeNewValues);
    connect(m_model, &Model::modelAboutToBeReset, this, &CardGrid::rememberArticles);
    connect(m_model, &Model::modelReset, this, &CardGrid::startAnew);
    connect(m_model, &QObject::destroyed, this, [this] {
        m_model = nullptr;
        startAnew();
        Q_EMIT modelChanged();
    });
}

void CardGrid::takeRowsIn(const QModelIndex &parent, int first, int last)
{
    if (parent.isValid()) {
        return;
    }
    shiftCards(first, last - first + 1);
    settleRows(first);
}

void CardGrid::takeRowsOut(const QModelIndex &parent, int first, int last)
{
    if (parent.isValid()) {
        return;
    }
    for (auto card = m_cards.lower_bound(first); card != m_cards.end() && card->first <= last;) {
        m_pool.giveBack(card->second);
        card = m_cards.erase(card);
    }
    shiftCards(last + 1, first - last - 1);
    settleRows(first);
}

void CardGrid::takeNewOrder()
{
    m_areValuesStale = true;
    settleRows(currentIndex());
}

void CardGrid::takeNewValues(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                             const QList<int> &roles)
{
    const bool isOurs = roles.isEmpty() || roles.contains(m_roleNumber);
    if (!isOurs || !topLeft.isValid() || topLeft.parent().isValid() || topLeft.column() > 0) {
        return;
    }
    const auto end = m_cards.upper_bound(bottomRight.row());
    for (auto card = m_cards.lower_bound(topLeft.row()); card != end; ++card) {
        card->second.setStale(true);
    }
    polish();
}

void CardGrid::rememberArticles()
{
    m_anchor.remember(m_model, m_anchorRole.toLatin1(), m_anchorReach);
    m_current.remember(m_model, m_anchorRole.toLatin1());
}

void CardGrid::startAnew()
{
    const int current = currentIndex();
    const bool isFound = m_anchor.findAgain(m_model);
    m_current.findAgain(m_model);
    m_roleNumber = roleNumber(m_model, m_pool.valueName());
    m_areValuesStale = true;
    m_announced = {-1, -1};
    m_isCurrentInView = false;
    stopMoving();
    updateCount();
    if (!isFound) {
        jumpTo(geometry().top());
    }
    // Qt waits some milliseconds for more before it makes a frame: time enough for the new cards.
    QMetaObject::invokeMethod(this, &CardGrid::updatePolish, Qt::QueuedConnection);
    m_isCurrentInView = isInView(currentIndex(), place());
    if (currentIndex() != current) {
        Q_EMIT currentIndexChanged();
    }
}

void CardGrid::shiftCards(int from, int by)
{
    std::map<int, CardSlot> shifted;
    for (const auto &[index, card] : m_cards) {
        const int newIndex = index >= from ? index + by : index;
        if (newIndex != index) {
            card.setIndex(newIndex);
        }
        shifted.emplace(newIndex, card);
    }
    m_cards = std::move(shifted);
}

void CardGrid::settleRows(int neighbour)
{
    const int current = currentIndex();
    m_anchor.settle(m_model, neighbour);
    m_current.settle(m_model, neighbour);
    updateCount();
    markAll();
    if (currentIndex() != current) {
        Q_EMIT currentIndexChanged();
    }
}

void CardGrid::updateCount()
{
    const int oldCount = count();
    setCells(m_model ? m_model->rowCount() : 0, m_anchor.row());
    if (count() != oldCount) {
        Q_EMIT countChanged();
    }
}

} // namespace Microfiche
