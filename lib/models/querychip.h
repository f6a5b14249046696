// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/archiveindex.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>

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
        Tag,
        Date,
        Quality,
        Heat,
        Kinds,
        Unpublished,
        Condition
    };

    Clause clause = Clause::Word;
    QString value; ///< of a word, topic, provider, type or tag; the place of a condition
    QString label;
    QString shortLabel; ///< for narrow windows: "2021-06 – 2023-05"
    QString note;       ///< "+257"; empty where as many would be there without it

    friend bool operator==(const QueryChip &, const QueryChip &) = default;
};

QList<QueryChip> chipsOf(const Query &query);

/// How many articles come back without each chip of the query that `answer` is to, where it tells.
/// Of two names of one kind it only knows what both cost together: such a chip must be counted.
QList<std::optional<int>> gainsOf(const QList<QueryChip> &chips, const QueryAnswer &answer);
/// A gain as a chip says it: "+257"; "−12" if there are fewer without it, as without one of several
/// names.
QString gainText(int gain);

Query withoutChip(const Query &query, const QueryChip &chip);

/// A range of days or scores in words, as chips and chart headings say it.
QString dateRangeText(const Query &query);
QString qualityRangeText(const Query &query);
QString heatRangeText(const Query &query);

} // namespace Microfiche
