// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/querytext.h"

#include "query/conditions_p.h"
#include "query/text/conditiontext_p.h"
#include "query/text/querykeys_p.h"
#include "query/text/queryquoting_p.h"

#include <algorithm>
#include <array>

namespace Microfiche
{

namespace
{

struct SortName {
    SortKey key;
    QLatin1String name;
};

constexpr std::array SortNames{
    SortName{SortKey::Date, QLatin1String("date")},
    SortName{SortKey::Quality, QLatin1String("quality")},
    SortName{SortKey::Heat, QLatin1String("heat")},
    SortName{SortKey::Title, QLatin1String("title")},
    SortName{SortKey::Provider, QLatin1String("provider")},
};

void appendKinds(QStringList &parts, const Query &query)
{
    Query plain = query;
    plain.kinds = Kinds::Articles;
    if (plain.normalized().kinds != query.kinds) {
        parts.append(query.kinds == Kinds::Mentions
                         ? stateText(ArticleState::Mention)
                         : queryKeyText(QueryKey::Is) + QueryValues::Any);
    }
    if (query.unpublishedOnly) {
        parts.append(stateText(ArticleState::Unpublished));
    }
}

/// Whether parseQuery() would make a field of the query, or an error, of the condition's own text.
bool needsBrackets(const Condition &condition, const Query &query)
{
    using Kind = Condition::Kind;
    if (condition.isNegated) {
        return false;
    }
    switch (condition.kind) {
    case Kind::Term: return condition.term.kind == StoreTerm::Kind::Text && !condition.term.isWhole;
    case Kind::State:
        return condition.state == ArticleState::Mention ||
               condition.state == ArticleState::Unpublished;
    case Kind::Date:
    case Kind::Quality:
    case Kind::Heat: return true;
    case Kind::Topic: return query.topics.isEmpty();
    case Kind::Provider: return query.providers.isEmpty();
    case Kind::Type: return query.types.isEmpty();
    case Kind::Tag: return query.tags.isEmpty();
    case Kind::All:
    case Kind::Any: break;
    }
    return false;
}

} // namespace

QString queryText(const Query &query)
{
    const Query normal = query.normalized();
    QStringList parts;
    for (const QString &word : normal.words) {
        parts.append(wordText(word));
    }
    for (const Field field : {Field::Topics, Field::Providers, Field::Types, Field::Tags,
                              Field::Date, Field::Quality, Field::Heat}) {
        if (const auto clause = fieldClause(normal, field)) {
            parts.append(conditionText(*clause));
        }
    }
    appendKinds(parts, normal);
    for (const Condition &condition : normal.conditions) {
        const QString text = conditionText(condition);
        parts.append(needsBrackets(condition, normal) ? u'(' + text + u')' : text);
    }
    if (normal.sort != SortOrder()) {
        parts.append(queryKeyText(QueryKey::Sort) + sortOrderText(normal.sort));
    }
    return parts.join(u' ');
}

std::optional<SortOrder> parseSortOrder(QStringView text)
{
    const bool reversed = text.startsWith(u'-');
    const QStringView name = reversed ? text.mid(1) : text;
    for (const SortName &sort : SortNames) {
        if (name.compare(sort.name, Qt::CaseInsensitive) == 0) {
            return SortOrder{sort.key, reversed};
        }
    }
    return {};
}

QString sortOrderText(SortOrder order)
{
    const auto found =
        std::find_if(SortNames.begin(), SortNames.end(),
                     [order](const SortName &sort) { return sort.key == order.key; });
    return (order.reversed ? QStringLiteral("-") : QString()) + found->name;
}

} // namespace Microfiche
