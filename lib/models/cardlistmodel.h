// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/card.h"

#include <QAbstractListModel>

#include <functional>

namespace Microfiche
{

/// A short list of cards that is there at once: related articles, or those that cite one.
class CardListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the open article")
    Q_PROPERTY(int count READ rowCount NOTIFY countChanged)
    Q_PROPERTY(int mentions READ mentions NOTIFY countChanged)

public:
    enum Role { CardRole = Qt::UserRole + 1 };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int mentions() const; ///< how many of them are not in the archive
    void setCards(QList<Card> cards);
    /// Takes a newer card of an article in the place of the one that is there, if one is.
    void update(ArticleId id, const std::function<Card(const Card &)> &newer);

Q_SIGNALS:
    void countChanged();

private:
    QList<Card> m_cards;
};

} // namespace Microfiche
