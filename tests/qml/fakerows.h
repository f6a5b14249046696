// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/card.h"
#include "models/scrollplaces.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// So many articles, each titled by its number. Counts how many were asked for.
class FakeRows : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int count READ rowCount WRITE setCount NOTIFY countChanged)
    Q_PROPERTY(int asked MEMBER m_asked NOTIFY countChanged)

public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    void setCount(int count);

Q_SIGNALS:
    void countChanged();

private:
    int m_count = 0;
    mutable int m_asked = 0;
};

/// Places of an answer in which each month has as many articles, newest first from June 2021.
class FakePlaces : public ScrollPlaces
{
    Q_OBJECT
    QML_ELEMENT

public:
    using ScrollPlaces::ScrollPlaces;

    Q_INVOKABLE void fill(int months, int ofEach);
    /// An order of titles, of which nobody knows what lies where.
    Q_INVOKABLE void fillWithTitles(int count);
};

} // namespace Microfiche
