// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/querychip.h"

#include "article/displaytext.h"
#include "models/conditionwords.h"
#include "models/numbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace Microfiche
{

namespace
{
struct ChipWords {
    Q_DECLARE_TR_FUNCTIONS(QueryChip)
};

/// For narrow windows, in fewer letters; empty where they would say something else.
QString shortDates(const Query &query)
{
    const auto &[from, to, lastDays] = query.date;
    if (!from || !to || lastDays || query.undated != Missing::Excluded) {
        return {};
    }
    const QString month = QStringLiteral("yyyy-MM");
    const QString day = QStringLiteral("yyyy-MM-dd");
    if (from->day() == 1 && to->day() == to->daysInMonth()) {
        return from->toString(month) == to->toString(month)
                   ? from->toString(month)
                   : ChipWords::tr("%1 – %2").arg(from->toString(month), to->toString(month));
    }
    return *from != *to && from->year() == to->year()
               ? ChipWords::tr("%1 – %2").arg(from->toString(day),
                                              to->toString(QStringLiteral("MM-dd")))
               : QString();
}

QString scoresBetween(const ScoreRange &range)
{
    const auto &[from, to] = range;
    if (from && to) {
        return *from == *to ? countText(*from)
                            : ChipWords::tr("%1 to %2").arg(countText(*from), countText(*to));
    }
    if (from) {
        return ChipWords::tr("%1 and up").arg(countText(*from));
    }
    return to ? ChipWords::tr("up to %1").arg(countText(*to)) : QString();
}

// What begins with a word of the archive's or the user's own stays as it is written.
QString conditionChip(const Condition &condition)
{
    using Kind = Condition::Kind;
    QString label = conditionLabel(condition);
    const bool isText =
        condition.kind == Kind::Term && condition.term.kind == StoreTerm::Kind::Text;
    const bool isOurs = condition.kind == Kind::State || condition.kind == Kind::Quality ||
                        condition.kind == Kind::Heat || (condition.kind == Kind::Term && !isText);
    if ((isOurs || condition.isNegated) && !label.isEmpty()) {
        label[0] = label.at(0).toUpper();
    }
    return label;
}
} // namespace

QString dateRangeText(const Query &query)
{
    if (query.undated == Missing::Only) {
        return ChipWords::tr("Undated");
    }
    const auto &from = query.date.from;
    const auto &to = query.date.to;
    QString text;
    if (query.date.lastDays) {
        text = ChipWords::tr("Last %Ln day(s)", nullptr, *query.date.lastDays);
    } else if (from && to) {
        text = *from == *to ? dayText(*from)
                            : ChipWords::tr("%1 – %2").arg(dayText(*from), dayText(*to));
    } else if (from) {
        text = ChipWords::tr("From %1").arg(dayText(*from));
    } else if (to) {
        text = ChipWords::tr("Until %1").arg(dayText(*to));
    } else {
        return {};
    }
    return query.undated == Missing::Included ? ChipWords::tr("%1, or undated").arg(text) : text;
}

QString qualityRangeText(const Query &query)
{
    if (query.unrated == Missing::Only) {
        return ChipWords::tr("Unrated");
    }
    const QString text = scoresBetween(query.quality);
    return query.unrated == Missing::Included && !text.isEmpty()
               ? ChipWords::tr("%1, or unrated").arg(text)
               : text;
}

QString heatRangeText(const Query &query)
{
    if (query.unmeasured == Missing::Only) {
        return ChipWords::tr("Not measured");
    }
    const QString text = scoresBetween(query.heat);
    return query.unmeasured == Missing::Included && !text.isEmpty()
               ? ChipWords::tr("%1, or not measured").arg(text)
               : text;
}

QList<QueryChip> chipsOf(const Query &query)
{
    using Clause = QueryChip::Clause;
    QList<QueryChip> chips;
    const auto add = [&chips](Clause clause, const QString &value, const QString &label,
                              const QString &shortLabel = {}) {
        chips << QueryChip{clause, value, label, shortLabel.isEmpty() ? label : shortLabel, {}};
    };
    for (const QString &topic : query.topics) {
        add(Clause::Topic, topic, displayLine(topic));
    }
    for (const QString &provider : query.providers) {
        add(Clause::Provider, provider, displayLine(provider));
    }
    if (query.filtersDate()) {
        add(Clause::Date, {}, dateRangeText(query), shortDates(query));
    }
    if (query.unrated == Missing::Only) {
        add(Clause::Quality, {}, qualityRangeText(query));
    } else if (query.filtersQuality()) {
        const auto &[from, to] = query.quality;
        add(Clause::Quality, {}, ChipWords::tr("Quality %1").arg(qualityRangeText(query)),
            from && !to && query.unrated == Missing::Excluded
                ? ChipWords::tr("Quality %1+").arg(countText(*from))
                : QString());
    }
    if (query.unmeasured == Missing::Only) {
        add(Clause::Heat, {}, ChipWords::tr("Heat not measured"));
    } else if (query.filtersHeat()) {
        add(Clause::Heat, {}, ChipWords::tr("Heat %1").arg(heatRangeText(query)));
    }
    for (const QString &type : query.types) {
        add(Clause::Type, type, displayLine(type));
    }
    for (const QString &tag : query.tags) {
        add(Clause::Tag, tag, ChipWords::tr("Tag %1").arg(displayLine(tag)));
    }
    if (query.kinds != Kinds::Articles) {
        add(Clause::Kinds, {},
            query.kinds == Kinds::Mentions ? ChipWords::tr("Mentions")
                                           : ChipWords::tr("Mentions too"));
    }
    if (query.unpublishedOnly) {
        add(Clause::Unpublished, {}, ChipWords::tr("Unpublished"));
    }
    for (const QString &word : query.words) {
        add(Clause::Word, word, displayLine(word));
    }
    for (qsizetype i = 0; i < query.conditions.size(); ++i) {
        add(Clause::Condition, QString::number(i), conditionChip(query.conditions.at(i)));
    }
    return chips;
}

namespace
{
/// How many there would be without the chip; -1 where the answer cannot say.
int countWithout(const QueryChip &chip, qsizetype place, const QueryAnswer &answer)
{
    switch (chip.clause) {
    case QueryChip::Clause::Word: return answer.withoutWord.value(place, -1);
    case QueryChip::Clause::Condition: return answer.withoutCondition.value(place, -1);
    case QueryChip::Clause::Topic: return answer.withoutTopics;
    case QueryChip::Clause::Provider: return answer.withoutProviders;
    case QueryChip::Clause::Type: return answer.withoutTypes;
    case QueryChip::Clause::Tag: return answer.withoutTags;
    case QueryChip::Clause::Date: return answer.withoutDate;
    case QueryChip::Clause::Quality: return answer.withoutQuality;
    case QueryChip::Clause::Heat: return answer.withoutHeat;
    case QueryChip::Clause::Kinds: return -1; // others come and these go
    case QueryChip::Clause::Unpublished: return answer.withoutKinds;
    }
    return -1;
}

bool isCountedApart(QueryChip::Clause clause)
{
    return clause == QueryChip::Clause::Word || clause == QueryChip::Clause::Condition;
}
} // namespace

QList<std::optional<int>> gainsOf(const QList<QueryChip> &chips, const QueryAnswer &answer)
{
    // Of kinds and unpublished, too, the answer knows what both cost together.
    const auto kind = [](QueryChip::Clause clause) {
        return clause == QueryChip::Clause::Unpublished ? QueryChip::Clause::Kinds : clause;
    };
    QList<std::optional<int>> gains;
    QHash<QueryChip::Clause, QStringList> said; // the query has each only once
    for (const QueryChip &chip : chips) {
        const auto alike = std::count_if(chips.cbegin(), chips.cend(), [&](const QueryChip &other) {
            return isCountedApart(chip.clause)
                       ? other.clause == chip.clause && other.label == chip.label
                       : kind(other.clause) == kind(chip.clause);
        });
        QStringList &labels = said[chip.clause];
        if (!labels.contains(chip.label)) {
            labels << chip.label;
        }
        const int without = countWithout(chip, labels.indexOf(chip.label), answer);
        const bool isKnown = alike == 1 && without >= 0;
        gains << (isKnown ? std::optional(without - static_cast<int>(answer.ids.size()))
                          : std::nullopt);
    }
    return gains;
}

QString gainText(int gain)
{
    if (gain == 0) {
        return {};
    }
    //: How many articles would come back without this filter
    return gain > 0 ? ChipWords::tr("+%1").arg(countText(gain))
                    //: How many articles fewer there would be without this filter
                    : ChipWords::tr("−%1").arg(countText(-gain));
}

Query withoutChip(const Query &query, const QueryChip &chip)
{
    Query rest = query;
    switch (chip.clause) {
    case QueryChip::Clause::Word: rest.words.removeOne(chip.value); break;
    case QueryChip::Clause::Topic: rest.topics.removeOne(chip.value); break;
    case QueryChip::Clause::Provider: rest.providers.removeOne(chip.value); break;
    case QueryChip::Clause::Date:
        rest.date = {};
        rest.undated = Missing::Excluded;
        break;
    case QueryChip::Clause::Quality:
        rest.quality = {};
        rest.unrated = Missing::Excluded;
        break;
    case QueryChip::Clause::Heat:
        rest.heat = {};
        rest.unmeasured = Missing::Excluded;
        break;
    case QueryChip::Clause::Type: rest.types.removeOne(chip.value); break;
    case QueryChip::Clause::Tag: rest.tags.removeOne(chip.value); break;
    case QueryChip::Clause::Condition: rest.conditions.remove(chip.value.toInt()); break;
    case QueryChip::Clause::Kinds: rest.kinds = Kinds::Articles; break;
    case QueryChip::Clause::Unpublished: rest.unpublishedOnly = false; break;
    }
    return rest;
}

} // namespace Microfiche
