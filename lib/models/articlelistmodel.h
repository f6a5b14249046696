// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/articlemarks.h"

#include <QAbstractListModel>
#include <QCache>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <functional>

namespace Microfiche
{

/// The answer to the query as cards. Holds ids; cards come by page from the store as the view asks
/// for them, and a row that is not there yet is a skeleton, never another article.
class ArticleListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the archive browser")
    Q_PROPERTY(int count READ rowCount NOTIFY countChanged)

public:
    enum Role { CardRole = Qt::UserRole + 1, ArticleIdRole };
    Q_ENUM(Role)

    ArticleListModel(Store &store, ArticleMarks &marks, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void setIds(const QList<ArticleId> &ids);
    /// Calls `then` once the cards are there that would be in sight if these were the ids: at once
    /// if they are known, and without them if they take long. So an answer and its cards appear
    /// together. A newer call takes the place of an older one, whose `then` is not called.
    void prepare(const QList<ArticleId> &ids, const std::function<void()> &then);
    /// Which rows are in sight.
    Q_INVOKABLE void setSight(int first, int last);
    /// The archive has changed: cards are fetched anew as they are looked at, and stay until then.
    /// All of them, for a card also tells how many others lead to it.
    void refresh();

    /// These pictures are there now.
    void takeArrived(const QSet<qint64> &pictures);

    const QList<ArticleId> &ids() const { return m_ids; }
    Q_INVOKABLE int indexOf(qint64 articleId) const; ///< -1 if it is not in the answer
    Q_INVOKABLE qint64 idAt(int row) const;          ///< 0 if there is no such row

Q_SIGNALS:
    void countChanged();

private:
    QList<ArticleId> unknownInSight(const QList<ArticleId> &ids) const;
    void endPreparation();
    void want(int row) const;
    void fetch();
    void takePage(const QList<ArticleId> &ids, int page, quint64 revision, int generation,
                  const QList<ArticleCard> &cards);
    void announce(int first, int last);
    bool take(quint64 revision, const QList<ArticleId> &asked, const QList<ArticleCard> &cards);
    bool keep(quint64 revision, const Card &card);
    void showMarks(const IdSet &ids);
    void keepMarks();

    struct Kept {
        Card card;
        quint64 revision = 0; ///< of the archive when it was asked for
    };

    Store &m_store;
    ArticleMarks &m_marks;
    QList<ArticleId> m_ids;
    mutable QCache<ArticleId, Kept> m_cards;
    mutable QSet<int> m_wantedPages;
    QSet<int> m_runningPages;
    mutable QTimer m_fetchSoon;
    int m_generation = 0;   ///< of m_ids; an answer to an older one only fills the cache
    quint64 m_revision = 0; ///< grows when the archive changes
    int m_firstInSight = 0;
    int m_countInSight;
    std::function<void()> m_whenPrepared;
    quint64 m_preparation = 0; ///< the newest
    QTimer m_patience;
};

} // namespace Microfiche
