// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "article/displaytext.h" // whoever shows problems shows paths
#include "store/records.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// Files that could not be imported, or not wholly: where and why.
class ProblemModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the import status")
    Q_PROPERTY(int count READ rowCount NOTIFY countChanged)

public:
    enum Role { PlaceRole = Qt::UserRole + 1, ReasonRole };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void setProblems(const QList<FileProblem> &problems);
    const QList<FileProblem> &problems() const { return m_problems; }

Q_SIGNALS:
    void countChanged();

private:
    QList<FileProblem> m_problems;
    qsizetype m_commonLength = 0; ///< of the folder that all of them lie in; not shown
};

} // namespace Microfiche
