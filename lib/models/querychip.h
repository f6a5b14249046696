// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/archiveindex.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// One clause of a query as a chip: what it says and how many articles come back without it.
class QueryChip
{
    Q_GADGET
    QML_VALUE_TYPE(queryChip)
    Q_PROPERTY(QString label MEMBER label CONSTANT)
    Q_PROPERTY(QString shortLabel MEMBER shortLabel CONSTANT)
    Q_PROPERTY(QString note MEMBER note CONSTANT)

public:
    enum class Clause {
        Word,
        Topic,
        Provider,
        Type,
        Date,
        Quality,
        Heat,
        Kinds,
        Unpublished,
        Condition
    };

    Clause clause = Clause::Word;
    QString value; ///< of a word, topic, provider or type; the place of a condition
    QString label;
    QString shortLabel; ///< for narrow windows: "2021-06 – 2023-05"
    QString note;       ///< "+257"; empty where nobody can say or nothing would come back

    friend bool operator==(const QueryChip &, const QueryChip &) = default;
};

QList<QueryChip> chipsOf(const Query &query);

/// The chips with their notes. With two names of one kind the answer only knows what both cost
/// together, so neither says it.
QList<QueryChip> withGains(QList<QueryChip> chips, const QueryAnswer &answer);

Query withoutChip(const Query &query, const QueryChip &chip);

/// A range of days or scores in words, as chips and chart headings say it.
QString dateRangeText(const Query &query);
QString qualityRangeText(const Query &query);
QString heatRangeText(const Query &query);

} // namespace Microfiche
