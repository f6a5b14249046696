// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/articlelistmodel.h"

#include "async/whenanswered.h"

#include <algorithm>

namespace Microfiche
{

namespace
{
constexpr int PageSize = 48;
constexpr int KeptCards = 4000; // some 4 MB: what one scrolls back over
constexpr int UsuallyInSight = 24;
constexpr int Margin = 12;     // the rows beside those in sight are drawn as well
constexpr int PatienceMs = 60; // skeletons are better than an answer that seems not to come

QList<ArticleCard> unreadable(const QList<ArticleId> &ids, const std::exception &error)
{
    QList<ArticleCard> cards;
    for (const ArticleId id : ids) {
        ArticleCard card;
        card.id = id;
        card.problem = reasonOf(error);
        cards.append(card);
    }
    return cards;
}
} // namespace

ArticleListModel::ArticleListModel(Store &store, ArticleMarks &marks, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_marks(marks)
    , m_cards(KeptCards)
    , m_countInSight(UsuallyInSight)
{
    // Delegates ask row by row while they are bound; one fetch answers them all.
    m_fetchSoon.setSingleShot(true);
    m_fetchSoon.setInterval(0);
    connect(&m_fetchSoon, &QTimer::timeout, this, &ArticleListModel::fetch);
    m_patience.setSingleShot(true);
    m_patience.setInterval(PatienceMs);
    connect(&m_patience, &QTimer::timeout, this, &ArticleListModel::endPreparation);
    connect(&m_marks, &ArticleMarks::changed, this, &ArticleListModel::showMarks);
    connect(&m_marks, &ArticleMarks::manyKept, this, &ArticleListModel::keepMarks);
    connect(&m_marks, &ArticleMarks::tagsChanged, this, [this] { announce(0, rowCount() - 1); });
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
    const Kept *kept = m_cards.object(id);
    if (!kept || kept->revision != m_revision) {
        want(index.row());
    }
    if (role == Qt::DisplayRole) {
        return kept ? kept->card.title : QString();
    }
    if (kept) {
        return QVariant::fromValue(m_marks.marked(kept->card));
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

void ArticleListModel::setSight(int first, int last)
{
    if (first <= last) {
        m_firstInSight = first;
        m_countInSight = last - first + 1;
    }
}

void ArticleListModel::prepare(const QList<ArticleId> &ids, const std::function<void()> &then)
{
    m_whenPrepared = then;
    const quint64 preparation = ++m_preparation;
    const QList<ArticleId> unknown = unknownInSight(ids);
    if (unknown.isEmpty()) {
        endPreparation();
        return;
    }
    const auto take = [this, unknown, preparation,
                       revision = m_revision](const QList<ArticleCard> &cards) {
        this->take(revision, unknown, cards);
        if (preparation == m_preparation) {
            endPreparation();
        }
    };
    m_patience.start();
    whenAnswered(this, m_store.cards(unknown), take, [unknown, take](const std::exception &error) {
        take(unreadable(unknown, error));
    });
}

void ArticleListModel::endPreparation()
{
    m_patience.stop();
    if (const auto then = std::exchange(m_whenPrepared, nullptr)) {
        then();
    }
}

// A view at the top stays there; another one follows the article that it begins with.
QList<ArticleId> ArticleListModel::unknownInSight(const QList<ArticleId> &ids) const
{
    const qsizetype followed = m_firstInSight > 0 ? ids.indexOf(idAt(m_firstInSight)) : 0;
    const qsizetype first = std::max<qsizetype>(followed - Margin, 0);
    QList<ArticleId> unknown;
    for (const ArticleId id :
         ids.mid(first, std::max<qsizetype>(followed, 0) - first + m_countInSight + Margin)) {
        if (!m_cards.contains(id)) {
            unknown << id;
        }
    }
    return unknown;
}

void ArticleListModel::refresh()
{
    ++m_revision;
    announce(0, rowCount() - 1);
}

void ArticleListModel::takeArrived(const QSet<qint64> &pictures)
{
    bool isNews = false;
    const QList<ArticleId> known = m_cards.keys();
    for (const ArticleId id : known) {
        isNews = Microfiche::takeArrived(m_cards.object(id)->card, pictures) || isNews;
    }
    if (isNews) {
        announce(0, rowCount() - 1);
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
        const QList<ArticleId> ids = m_ids.mid(qsizetype(page) * PageSize, PageSize);
        m_runningPages.insert(page);
        const auto take = [this, ids, page, revision = m_revision,
                           generation = m_generation](const QList<ArticleCard> &cards) {
            takePage(ids, page, revision, generation, cards);
        };
        whenAnswered(this, m_store.cards(ids), take,
                     [ids, take](const std::exception &error) { take(unreadable(ids, error)); });
    }
}

void ArticleListModel::takePage(const QList<ArticleId> &ids, int page, quint64 revision,
                                int generation, const QList<ArticleCard> &cards)
{
    const bool isNews = take(revision, ids, cards);
    int first = 0; // the same articles may stand elsewhere now
    int last = rowCount() - 1;
    if (generation == m_generation) {
        m_runningPages.remove(page);
        first = page * PageSize;
        last = std::min(first + PageSize - 1, last);
    }
    if (isNews) {
        announce(first, last);
    }
}

void ArticleListModel::announce(int first, int last)
{
    if (first <= last) {
        Q_EMIT dataChanged(index(first), index(last), {CardRole, Qt::DisplayRole});
    }
}

// Whether there is anything new to look at, or to ask for again.
bool ArticleListModel::take(quint64 revision, const QList<ArticleId> &asked,
                            const QList<ArticleCard> &cards)
{
    bool isNews = revision != m_revision;
    QSet<ArticleId> gone(asked.cbegin(), asked.cend());
    for (const ArticleCard &card : cards) {
        gone.remove(card.id);
        isNews = keep(revision, makeCard(card)) || isNews;
    }
    // An article that is gone by now is a skeleton rather than being asked for for ever.
    for (const ArticleId id : std::as_const(gone)) {
        Card skeleton;
        skeleton.articleId = id;
        isNews = keep(revision, skeleton) || isNews;
    }
    return isNews;
}

void ArticleListModel::showMarks(const IdSet &ids)
{
    if (ids.size() > 1) {
        announce(0, rowCount() - 1);
    } else if (const ArticleId id = ids.toList().value(0); m_cards.contains(id)) {
        const int row = indexOf(id);
        announce(std::max(0, row), row);
    }
}

// They stay as they are now until they have been read again.
void ArticleListModel::keepMarks()
{
    const QList<ArticleId> known = m_cards.keys();
    for (const ArticleId id : known) {
        Kept *kept = m_cards.object(id);
        kept->card = m_marks.marked(kept->card);
    }
    refresh();
}

// Whether the card is another one than was there. Pages may overtake each other.
bool ArticleListModel::keep(quint64 revision, const Card &card)
{
    const Kept *old = m_cards.object(card.articleId);
    if (old && old->revision > revision) {
        return false;
    }
    const bool isOther = !old || old->card != card;
    m_cards.insert(card.articleId, new Kept{card, revision}); // owned by the cache
    return isOther;
}

} // namespace Microfiche
