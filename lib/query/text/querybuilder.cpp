// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/text/querybuilder_p.h"

#include "query/text/querymessages_p.h"

namespace Microfiche
{

namespace
{

/// Which one of two ranges or orders is meant only the person knows.
QueryError twice(const QueryToken &clause)
{
    return {clause.position, clause.length,
            QueryMessages::tr("%1 stands here twice. Keep one of the two.")
                .arg(queryKeyText(clause.key))};
}

} // namespace

QueryBuilder::Error QueryBuilder::take(const QueryToken *alone, const Condition &condition)
{
    if (alone) {
        return takeAlone(*alone, condition);
    }
    m_query.conditions.append(condition);
    return {};
}

QueryBuilder::Error QueryBuilder::takeSetting(const QueryToken &clause)
{
    return clause.key == QueryKey::Sort ? takeSort(clause)
                                        : takeKinds(clause.items.first(), Kinds::Both);
}

QueryBuilder::Error QueryBuilder::takeAlone(const QueryToken &clause, const Condition &condition)
{
    using Kind = Condition::Kind;
    switch (condition.kind) {
    case Kind::Date:
        return takeRange(clause, condition, &Condition::dates, m_query.date, m_query.undated);
    case Kind::Quality:
        return takeRange(clause, condition, &Condition::scores, m_query.quality, m_query.unrated);
    case Kind::Heat:
        return takeRange(clause, condition, &Condition::scores, m_query.heat, m_query.unmeasured);
    case Kind::Topic: takeNames(clause, condition, m_query.topics); return {};
    case Kind::Provider: takeNames(clause, condition, m_query.providers); return {};
    case Kind::Type: takeNames(clause, condition, m_query.types); return {};
    case Kind::Tag: takeNames(clause, condition, m_query.tags); return {};
    case Kind::State: return takeState(clause, condition);
    case Kind::Term:
        if (condition.term.kind == StoreTerm::Kind::Text && !condition.term.isWhole) {
            m_query.words.append(condition.term.text);
            return {};
        }
        break;
    case Kind::All:
    case Kind::Any: break;
    }
    m_query.conditions.append(condition);
    return {};
}

template <typename Range>
QueryBuilder::Error QueryBuilder::takeRange(const QueryToken &clause, const Condition &condition,
                                            Range Condition::*asked, Range &range, Missing &missing)
{
    if (!isFirst(clause)) {
        return twice(clause);
    }
    range = condition.*asked;
    if (condition.takesMissing) {
        missing = range.isOpen() ? Missing::Only : Missing::Included;
    }
    return {};
}

void QueryBuilder::takeNames(const QueryToken &clause, const Condition &condition,
                             QStringList &names)
{
    if (isFirst(clause)) {
        names = condition.names;
    } else {
        m_query.conditions.append(condition); // both must hold
    }
}

QueryBuilder::Error QueryBuilder::takeState(const QueryToken &clause, const Condition &condition)
{
    if (condition.state == ArticleState::Mention) {
        return takeKinds(clause.items.first(), Kinds::Mentions);
    }
    if (condition.state == ArticleState::Unpublished) {
        m_query.unpublishedOnly = true;
    } else {
        m_query.conditions.append(condition);
    }
    return {};
}

QueryBuilder::Error QueryBuilder::takeKinds(const QueryItem &item, Kinds kinds)
{
    if (m_query.kinds != Kinds::Articles && m_query.kinds != kinds) {
        return errorAt(item, QueryMessages::tr("is:mention and is:any do not go together. Keep "
                                               "is:any for articles and mentions."));
    }
    m_query.kinds = kinds;
    return {};
}

QueryBuilder::Error QueryBuilder::takeSort(const QueryToken &clause)
{
    if (!isFirst(clause)) {
        return twice(clause);
    }
    const QueryItem &first = clause.items.first();
    if (clause.items.size() > 1) {
        const QueryItem &second = clause.items.at(1);
        return errorAt(
            second,
            QueryMessages::tr("%1 is a second order. Keep one.").arg(quotedPart(second.text)));
    }
    const auto order = parseSortOrder(first.text);
    if (!order) {
        return errorAt(first, QueryMessages::tr("%1 is not an order. Write sort:date, "
                                                "sort:quality, sort:heat, sort:title or "
                                                "sort:provider, or sort:-date for the reverse.")
                                  .arg(quotedPart(first.text)));
    }
    m_query.sort = *order;
    return {};
}

bool QueryBuilder::isFirst(const QueryToken &clause)
{
    const bool isSeen = m_seen.contains(clause.key);
    m_seen.append(clause.key);
    return !isSeen;
}

} // namespace Microfiche
