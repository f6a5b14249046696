// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runlabels.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// The answer cut into groups of neighbours, a row a group. Only an order of dates can be grouped
/// by day or month, only one of providers by provider: in another there are no groups.
class GroupModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the archive browser")
    Q_PROPERTY(Grouping grouping READ grouping WRITE setGrouping NOTIFY groupingChanged)
    Q_PROPERTY(int count READ rowCount NOTIFY countChanged)

public:
    enum Role { FirstRole = Qt::UserRole + 1, LabelRole, CountRole };
    Q_ENUM(Role)
    enum Grouping { NotGrouped, ByDay, ByMonth, ByProvider };
    Q_ENUM(Grouping)

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    Grouping grouping() const { return m_grouping; } ///< as wished, whatever the order
    void setGrouping(Grouping grouping);
    Q_INVOKABLE QString groupingName(Microfiche::GroupModel::Grouping grouping) const;

    void setAnswer(const Query &query, const QueryAnswer &answer);

Q_SIGNALS:
    void groupingChanged();
    void countChanged();

private:
    struct Group {
        qint64 key = NoRunKey; ///< a day, the first day of a month, or a provider
        int first = 0;
        int count = 0;
    };

    QString labelOf(qint64 key) const;
    qint64 keyOf(const Run &run) const;
    void rebuild();

    Grouping m_grouping = NotGrouped;
    QList<Run> m_runs;
    RunLabels m_labels;
    QList<Group> m_groups;
};

} // namespace Microfiche
