// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/text/conditiontext_p.h"

#include "query/text/queryquoting_p.h"
#include "query/text/rangeclause_p.h"

#include <algorithm>

namespace Microfiche
{

namespace
{

using Kind = Condition::Kind;

QString clauseText(QueryKey key, const QString &value)
{
    return queryKeyText(key) + value;
}

QString textItem(const StoreTerm &term)
{
    return term.isWhole ? phraseText(term.text) : beginningText(term.text);
}

QString termText(const StoreTerm &term)
{
    switch (term.kind) {
    case StoreTerm::Kind::Text: return term.isWhole ? phraseText(term.text) : wordText(term.text);
    case StoreTerm::Kind::Title: return clauseText(QueryKey::Title, textItem(term));
    case StoreTerm::Kind::Excerpt: return clauseText(QueryKey::Excerpt, textItem(term));
    case StoreTerm::Kind::Address: return clauseText(QueryKey::Url, itemText(term.text));
    case StoreTerm::Kind::Cites: return clauseText(QueryKey::Cites, itemText(term.text));
    case StoreTerm::Kind::CitedBy: return clauseText(QueryKey::CitedBy, itemText(term.text));
    case StoreTerm::Kind::Picture: return clauseText(QueryKey::Picture, itemText(term.text));
    case StoreTerm::Kind::Cited: return clauseText(QueryKey::Cited, countText(term.count));
    }
    return {};
}

template <typename Range>
QString rangeText(QueryKey key, const Range &range, bool takesMissing,
                  QString (*text)(const Range &))
{
    QStringList items;
    if (!range.isOpen()) {
        items.append(text(range));
    }
    if (takesMissing) {
        items.append(QueryValues::None);
    }
    return clauseText(key, itemsText(items));
}

/// Alternatives need brackets only behind a minus: OR binds closer than standing side by side, and
/// no alternative of a normal condition has alternatives of its own without a minus.
QString jointText(const Condition &joint)
{
    QStringList parts;
    for (const Condition &part : joint.parts) {
        parts.append(conditionText(part));
    }
    const bool isAny = joint.kind == Kind::Any;
    const QString text = parts.join(isAny ? QStringLiteral(" OR ") : QStringLiteral(" "));
    return isAny && !joint.isNegated ? text : u'(' + text + u')';
}

/// The text without a minus.
QString plainText(const Condition &condition)
{
    switch (condition.kind) {
    case Kind::All:
    case Kind::Any: return jointText(condition);
    case Kind::Term: return termText(condition.term);
    case Kind::State: return stateText(condition.state);
    case Kind::Date:
        return rangeText(QueryKey::Date, condition.dates, condition.takesMissing, datesText);
    case Kind::Quality:
        return rangeText(QueryKey::Quality, condition.scores, condition.takesMissing, scoresText);
    case Kind::Heat:
        return rangeText(QueryKey::Heat, condition.scores, condition.takesMissing, scoresText);
    case Kind::Topic: return clauseText(QueryKey::Topic, itemsText(condition.names));
    case Kind::Provider: return clauseText(QueryKey::Provider, itemsText(condition.names));
    case Kind::Type: return clauseText(QueryKey::Type, itemsText(condition.names));
    case Kind::Tag: return clauseText(QueryKey::Tag, itemsText(condition.names));
    }
    return {};
}

} // namespace

QString conditionText(const Condition &normal)
{
    return normal.isNegated ? u'-' + plainText(normal) : plainText(normal);
}

QString stateText(ArticleState state)
{
    const auto found =
        std::find_if(StateNames.begin(), StateNames.end(), [state](const StateName &name) {
            return name.state == state && !name.isNegated;
        });
    return clauseText(found->key, found->name);
}

} // namespace Microfiche
