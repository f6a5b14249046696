// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the archive that the sidebar shows, as queries.
#include "models/queryeditor.h"

namespace Microfiche
{

namespace
{
Condition stateCondition(ArticleState state)
{
    Condition condition;
    condition.kind = Condition::Kind::State;
    condition.state = state;
    return condition;
}
} // namespace

Query scopeQuery(QueryEditor::Scope scope)
{
    Query query;
    switch (scope) {
    case QueryEditor::AllArticles:
    case QueryEditor::OtherScope: break;
    case QueryEditor::MentionsOnly: query.kinds = Kinds::Mentions; break;
    case QueryEditor::NotSeenOnly: query.conditions = {stateCondition(ArticleState::Unread)}; break;
    case QueryEditor::StarredOnly: // a mention is starred to be looked for
        query.kinds = Kinds::Both;
        query.conditions = {stateCondition(ArticleState::Starred)};
        break;
    case QueryEditor::UnpublishedOnly: query.unpublishedOnly = true; break;
    }
    return query;
}

// A row is chosen where its count is of what is asked, but for what else the query asks.
QueryEditor::Scope scopeOf(const Query &query)
{
    QList<Condition> marks;
    for (const Condition &condition : query.conditions) {
        if (condition == stateCondition(ArticleState::Unread) ||
            condition == stateCondition(ArticleState::Starred)) {
            marks << condition;
        }
    }
    for (const QueryEditor::Scope scope :
         {QueryEditor::AllArticles, QueryEditor::MentionsOnly, QueryEditor::NotSeenOnly,
          QueryEditor::StarredOnly, QueryEditor::UnpublishedOnly}) {
        const Query row = scopeQuery(scope);
        if (row.kinds == query.kinds && row.unpublishedOnly == query.unpublishedOnly &&
            row.conditions == marks) {
            return scope;
        }
    }
    return QueryEditor::OtherScope;
}

// Of the parts one at a time is shown; what else is asked for stays.
Query inScope(Query query, QueryEditor::Scope scope)
{
    const Query wanted = scopeQuery(scope);
    query.kinds = wanted.kinds;
    query.unpublishedOnly = wanted.unpublishedOnly;
    query.conditions.removeAll(stateCondition(ArticleState::Unread));
    query.conditions.removeAll(stateCondition(ArticleState::Starred));
    query.conditions += wanted.conditions;
    return query;
}

} // namespace Microfiche
