// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/conditions_p.h"

namespace Microfiche
{

namespace
{

using Kind = Condition::Kind;

std::optional<Field> fieldOfKind(Kind kind)
{
    switch (kind) {
    case Kind::Date: return Field::Date;
    case Kind::Quality: return Field::Quality;
    case Kind::Heat: return Field::Heat;
    case Kind::Topic: return Field::Topics;
    case Kind::Provider: return Field::Providers;
    case Kind::Type: return Field::Types;
    case Kind::Tag: return Field::Tags;
    case Kind::All:
    case Kind::Any:
    case Kind::Term:
    case Kind::State: break;
    }
    return {};
}

Condition dateClause(const Query &query)
{
    Condition clause;
    clause.kind = Kind::Date;
    if (query.undated != Missing::Only) {
        clause.dates = query.date;
    }
    clause.takesMissing = query.undated != Missing::Excluded;
    return clause;
}

Condition scoreClause(Kind kind, const ScoreRange &scores, Missing missing)
{
    Condition clause;
    clause.kind = kind;
    if (missing != Missing::Only) {
        clause.scores = scores;
    }
    clause.takesMissing = missing != Missing::Excluded;
    return clause;
}

std::optional<Condition> namesClause(Kind kind, const QStringList &names)
{
    if (names.isEmpty()) {
        return {};
    }
    Condition clause;
    clause.kind = kind;
    clause.names = names;
    return clause;
}

} // namespace

std::optional<Field> fieldOf(const Condition &normal)
{
    if (normal.parts.isEmpty()) {
        return fieldOfKind(normal.kind);
    }
    const auto field = fieldOf(normal.parts.constFirst());
    for (const Condition &part : normal.parts) {
        if (fieldOf(part) != field) {
            return {};
        }
    }
    return field;
}

std::optional<Condition> fieldClause(const Query &query, Field field)
{
    switch (field) {
    case Field::Date: return query.filtersDate() ? std::optional(dateClause(query)) : std::nullopt;
    case Field::Quality:
        return query.filtersQuality()
                   ? std::optional(scoreClause(Kind::Quality, query.quality, query.unrated))
                   : std::nullopt;
    case Field::Heat:
        return query.filtersHeat()
                   ? std::optional(scoreClause(Kind::Heat, query.heat, query.unmeasured))
                   : std::nullopt;
    case Field::Topics: return namesClause(Kind::Topic, query.topics);
    case Field::Providers: return namesClause(Kind::Provider, query.providers);
    case Field::Types: return namesClause(Kind::Type, query.types);
    case Field::Tags: return namesClause(Kind::Tag, query.tags);
    }
    return {};
}

QList<Condition> wordConditions(const QStringList &words)
{
    QList<Condition> conditions;
    for (const QString &word : words) {
        Condition condition;
        condition.kind = Kind::Term;
        condition.term.text = word;
        conditions.append(condition);
    }
    return conditions;
}

Query withoutField(Query query, Field field)
{
    switch (field) {
    case Field::Date:
        query.date = {};
        query.undated = Missing::Excluded;
        break;
    case Field::Quality:
        query.quality = {};
        query.unrated = Missing::Excluded;
        break;
    case Field::Heat:
        query.heat = {};
        query.unmeasured = Missing::Excluded;
        break;
    case Field::Topics: query.topics.clear(); break;
    case Field::Providers: query.providers.clear(); break;
    case Field::Types: query.types.clear(); break;
    case Field::Tags: query.tags.clear(); break;
    }
    query.conditions.removeIf([field](const Condition &condition) {
        const auto normal = normalCondition(condition);
        return normal && fieldOf(*normal) == field;
    });
    return query;
}

} // namespace Microfiche
