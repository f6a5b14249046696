// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/archiveindex.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// The clauses of a query as chips: what each says and how many articles come back without it.
class ChipModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the query editor")
    Q_PROPERTY(int count READ rowCount NOTIFY countChanged)

public:
    enum Role { LabelRole = Qt::UserRole + 1, ShortLabelRole, NoteRole };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void setQuery(const Query &query);
    void setAnswer(const QueryAnswer &answer);

    /// `query` without the clause of that row.
    Query without(const Query &query, int row) const;

Q_SIGNALS:
    void countChanged();

private:
    enum class Clause { Word, Topic, Provider, Date, Quality, Kinds, Unpublished };
    struct Chip {
        Clause clause;
        QString value; ///< of a word, topic or provider
        QString label;
        QString shortLabel;
        int gain = 0; ///< articles that come back without it

        bool says(const Chip &other) const
        {
            return clause == other.clause && label == other.label;
        }
    };

    static QList<Chip> chipsOf(const Query &query);
    static int gainWithout(Clause clause, const QueryAnswer &answer);

    QList<Chip> m_chips;
};

/// A range of days or scores in words, as chips and chart headings say it.
QString dateRangeText(const Query &query);
QString qualityRangeText(const Query &query);

} // namespace Microfiche
