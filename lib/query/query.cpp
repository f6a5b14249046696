// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/conditions_p.h"

namespace Microfiche
{

namespace
{

template <typename Range>
void normalize(Range &range, Missing &missing)
{
    if (missing == Missing::Only) {
        range = {};
    } else if (range.isOpen()) {
        missing = Missing::Excluded;
    }
}

void addTerms(QList<StoreTerm> &terms, const Condition &condition)
{
    if (condition.kind == Condition::Kind::Term && !holdsOfAll(condition.term) &&
        !terms.contains(condition.term)) {
        terms.append(condition.term);
    }
    for (const Condition &part : condition.parts) {
        addTerms(terms, part);
    }
}

void resolve(QList<Condition> &conditions, QDate today)
{
    for (Condition &condition : conditions) {
        condition.dates = condition.dates.onDay(today);
        resolve(condition.parts, today);
    }
}

} // namespace

QList<StoreTerm> Query::storeTerms() const
{
    QList<StoreTerm> terms;
    for (const Condition &condition : wordConditions(words) + conditions) {
        if (const auto normal = normalCondition(condition)) {
            addTerms(terms, *normal);
        }
    }
    return terms;
}

Query Query::onDay(QDate today) const
{
    Query query = *this;
    query.date = date.onDay(today);
    resolve(query.conditions, today);
    return query;
}

bool Query::isEmpty() const
{
    return words.isEmpty() && topics.isEmpty() && providers.isEmpty() && types.isEmpty() &&
           tags.isEmpty() && conditions.isEmpty() && !filtersDate() && !filtersQuality() &&
           !filtersHeat() && kinds == Kinds::Articles && !unpublishedOnly;
}

Query Query::normalized() const
{
    Query query = *this;
    query.words.removeIf([](const QString &word) { return word.trimmed().isEmpty(); });
    query.topics = distinctNames(topics);
    query.providers = distinctNames(providers);
    query.types = distinctNames(types);
    query.tags = distinctNames(tags);
    query.date = normalDates(date);
    normalize(query.date, query.undated);
    normalize(query.quality, query.unrated);
    normalize(query.heat, query.unmeasured);
    query.conditions.clear();
    for (const Condition &condition : conditions) {
        if (const auto normal = normalCondition(condition)) {
            query.conditions.append(*normal);
        }
    }
    if (kinds == Kinds::Articles && asksForMentions(query.conditions)) {
        query.kinds = Kinds::Both;
    }
    return query;
}

} // namespace Microfiche
