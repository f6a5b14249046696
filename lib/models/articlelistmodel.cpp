// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/articlelistmodel.h"

#include <algorithm>

namespace Microfiche
{

namespace
{
constexpr int PageSize = 48;
constexpr int KeptCards = 4000; // some 4 MB: what one scrolls back over
} // namespace

ArticleListModel::ArticleListModel(Store &store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_cards(KeptCards)
{
    // Delegates ask row by row while they are bound; one fetch answers them all.
    m_fetchSoon.setSingleShot(true);
    m_fetchSoon.setInterval(0);
    connect(&m_fetchSoon, &QTimer::timeout, this, &ArticleListModel::fetch);
}

int ArticleListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

QVariant ArticleListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const ArticleId id = m_ids.at(index.row());
    if (role == ArticleIdRole) {
        return id;
    }
    if (role != CardRole && role != Qt::DisplayRole) {
        return {};
    }
    const Card *card = m_cards.object(id);
    if (!card) {
        want(index.row());
    }
    if (role == Qt::DisplayRole) {
        return card ? card->title : QString();
    }
    if (card) {
        return QVariant::fromValue(*card);
    }
    Card skeleton;
    skeleton.articleId = id;
    return QVariant::fromValue(skeleton);
}

QHash<int, QByteArray> ArticleListModel::roleNames() const
{
    return {{CardRole, "card"}, {ArticleIdRole, "articleId"}};
}

void ArticleListModel::setIds(const QList<ArticleId> &ids)
{
    if (ids == m_ids) {
        return;
    }
    const bool isOtherCount = ids.size() != m_ids.size();
    beginResetModel();
    m_ids = ids;
    ++m_generation;
    m_wantedPages.clear();
    m_runningPages.clear();
    endResetModel();
    if (isOtherCount) {
        Q_EMIT countChanged();
    }
}

void ArticleListModel::refresh(const QList<ArticleId> &changed)
{
    bool isAnyKnown = false;
    for (const ArticleId id : changed) {
        isAnyKnown = m_cards.remove(id) || isAnyKnown;
        if (m_running > 0) {
            m_changedAtRequest.insert(id, m_requests);
        }
    }
    if (isAnyKnown && !m_ids.isEmpty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {CardRole});
    }
}

int ArticleListModel::indexOf(qint64 articleId) const
{
    return static_cast<int>(m_ids.indexOf(articleId));
}

qint64 ArticleListModel::idAt(int row) const
{
    return m_ids.value(row);
}

void ArticleListModel::want(int row) const
{
    const int page = row / PageSize;
    if (!m_runningPages.contains(page)) {
        m_wantedPages.insert(page);
        m_fetchSoon.start();
    }
}

void ArticleListModel::fetch()
{
    const QSet<int> pages = std::exchange(m_wantedPages, {});
    for (const int page : pages) {
        const QList<ArticleId> ids = m_ids.mid(page * PageSize, PageSize);
        m_runningPages.insert(page);
        ++m_running;
        m_store.cards(ids).then(this, [this, ids, page, request = ++m_requests,
                                       generation = m_generation](const QList<ArticleCard> &cards) {
            take(request, ids, cards);
            if (generation == m_generation) {
                m_runningPages.remove(page);
                const int first = page * PageSize;
                announce(first, std::min(first + PageSize, rowCount()) - 1);
            } else {
                announce(0, rowCount() - 1); // the same articles may stand elsewhere now
            }
        });
    }
}

void ArticleListModel::announce(int first, int last)
{
    if (first <= last) {
        Q_EMIT dataChanged(index(first), index(last), {CardRole, Qt::DisplayRole});
    }
}

// What was asked for before an article changed may have been read before it changed too.
void ArticleListModel::take(quint64 request, const QList<ArticleId> &asked,
                            const QList<ArticleCard> &cards)
{
    const auto isCurrent = [&](ArticleId id) { return m_changedAtRequest.value(id, 0) < request; };
    for (const ArticleCard &card : cards) {
        if (isCurrent(card.id)) {
            m_cards.insert(card.id, new Card(makeCard(card))); // owned by the cache
        }
    }
    // An article that is gone by now stays a skeleton rather than being asked for for ever.
    for (const ArticleId id : asked) {
        if (isCurrent(id) && !m_cards.contains(id)) {
            auto gone = std::make_unique<Card>();
            gone->articleId = id;
            m_cards.insert(id, gone.release());
        }
    }
    if (--m_running == 0) {
        m_changedAtRequest.clear();
    }
}

} // namespace Microfiche
