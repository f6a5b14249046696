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
    /// Cards are shown as `marked` makes them of what they are set to.
    void setMarking(std::function<Card(const Card &)> marked) { m_marked = std::move(marked); }
    void setCards(QList<Card> cards);
    /// Those of these may be marked otherwise now.
    void showMarks(const IdSet &ids);
    void showAllMarks();
    void keepMarks(); ///< as they are shown now

Q_SIGNALS:
    void countChanged();

private:
    Card shown(const Card &card) const { return m_marked ? m_marked(card) : card; }

    QList<Card> m_cards;
    std::function<Card(const Card &)> m_marked;
};

} // namespace Microfiche
