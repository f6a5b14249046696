// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/query.h"

#include <QSet>

namespace Microfiche
{

namespace
{

bool isBlank(const QString &text)
{
    return text.trimmed().isEmpty();
}

/// Names that differ only in case are the same name; the first spelling stays.
QStringList distinctNames(const QStringList &names)
{
    QStringList distinct;
    QSet<QString> seen;
    for (const QString &name : names) {
        const QString folded = name.toCaseFolded();
        if (isBlank(name) || seen.contains(folded)) {
            continue;
        }
        seen.insert(folded);
        distinct.append(name);
    }
    return distinct;
}

template <typename Range>
void normalize(Range &range, Missing &missing)
{
    if (missing == Missing::Only) {
        range = {};
    } else if (range.isOpen()) {
        missing = Missing::Excluded;
    }
}

void addTerm(QList<StoreTerm> &terms, const StoreTerm &term)
{
    if (!terms.contains(term)) {
        terms.append(term);
    }
}

void addTerms(QList<StoreTerm> &terms, const QList<Condition> &conditions)
{
    for (const Condition &condition : conditions) {
        if (condition.kind == Condition::Kind::Term) {
            addTerm(terms, condition.term);
        }
        addTerms(terms, condition.parts);
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
    for (const QString &word : words) {
        addTerm(terms, {StoreTerm::Kind::Text, word});
    }
    addTerms(terms, conditions);
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
           conditions.isEmpty() && !filtersDate() && !filtersQuality() && !filtersHeat() &&
           kinds == Kinds::Articles && !unpublishedOnly;
}

Query Query::normalized() const
{
    Query query = *this;
    query.words.removeIf(isBlank);
    query.topics = distinctNames(topics);
    query.providers = distinctNames(providers);
    query.types = distinctNames(types);
    normalize(query.date, query.undated);
    normalize(query.quality, query.unrated);
    normalize(query.heat, query.unmeasured);
    return query;
}

} // namespace Microfiche
