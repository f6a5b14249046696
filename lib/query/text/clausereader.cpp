// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/text/clausereader_p.h"

#include "query/text/querymessages_p.h"
#include "query/text/rangeclause_p.h"
#include "query/text/textrun_p.h"

#include "article/address.h"

#include <algorithm>

namespace Microfiche
{

namespace
{

using Kind = Condition::Kind;
using Answer = std::variant<Condition, QueryError>;

Condition ofKind(Kind kind)
{
    Condition condition;
    condition.kind = kind;
    return condition;
}

Condition term(StoreTerm::Kind kind, const QString &text, bool isWhole = false)
{
    Condition condition = ofKind(Kind::Term);
    condition.term.kind = kind;
    condition.term.text = text;
    condition.term.isWhole = isWhole;
    return condition;
}

Condition names(Kind kind, const QList<QueryItem> &items)
{
    Condition condition = ofKind(kind);
    for (const QueryItem &item : items) {
        condition.names.append(item.text);
    }
    return condition;
}

/// One range of values, and `none` perhaps.
template <typename Range, typename Read>
Answer range(Condition condition, const QList<QueryItem> &items, Range Condition::*field, Read read)
{
    for (const QueryItem &item : items) {
        if (isWord(item.text, QueryValues::None)) {
            condition.takesMissing = true;
            continue;
        }
        if (!(condition.*field).isOpen()) {
            return errorAt(item, QueryMessages::tr("%1 is a second range. Keep one, and none "
                                                   "beside it for those without a value.")
                                     .arg(quotedPart(item.text)));
        }
        const std::variant<Range, QString> answer = read(item.text);
        if (const auto *message = std::get_if<QString>(&answer)) {
            return errorAt(item, *message);
        }
        condition.*field = std::get<Range>(answer);
    }
    return condition;
}

Answer scores(Kind kind, const QueryToken &token)
{
    return range(ofKind(kind), token.items, &Condition::scores,
                 [&](const QString &text) { return readScores(text, token.key); });
}

Answer count(const QueryToken &token)
{
    if (token.items.size() > 1) {
        return errorAt(token.items.at(1), QueryMessages::tr("%1 is a second count. Keep one.")
                                              .arg(quotedPart(token.items.at(1).text)));
    }
    const auto answer = readScores(token.items.first().text, token.key);
    if (const auto *message = std::get_if<QString>(&answer)) {
        return errorAt(token.items.first(), *message);
    }
    Condition condition = term(StoreTerm::Kind::Cited, {});
    condition.term.count = std::get<ScoreRange>(answer);
    return condition;
}

Answer address(StoreTerm::Kind kind, const QueryToken &token)
{
    const QueryItem &item = token.items.first();
    // Articles name pictures of their own site by the path alone.
    const bool isPath = kind == StoreTerm::Kind::Picture && item.text.startsWith(u'/');
    if (!isPath && !webAddress(item.text)) {
        return errorAt(item, QueryMessages::tr("%1 is not an address. Write "
                                               "%2https://example.com/page.")
                                 .arg(quotedPart(item.text), queryKeyText(token.key)));
    }
    return term(kind, item.text);
}

QueryError unknownState(const QueryItem &item, QueryKey key)
{
    if (key == QueryKey::Has) {
        return errorAt(item, QueryMessages::tr("%1 is nothing an article can have here. Write "
                                               "has:picture, has:related, has:body, has:tag or "
                                               "has:note.")
                                 .arg(quotedPart(item.text)));
    }
    if (isWord(item.text, QueryValues::Any)) {
        return errorAt(item, QueryMessages::tr("is:any says that mentions are looked at too. Write "
                                               "it by itself, outside of brackets."));
    }
    return errorAt(item,
                   QueryMessages::tr("%1 is nothing an article can be. Write is:unread, "
                                     "is:seen, is:starred, is:mention, is:any, is:unpublished or "
                                     "is:removed.")
                       .arg(quotedPart(item.text)));
}

/// Any of the states, as with names.
Answer states(const QueryToken &token)
{
    Condition any = ofKind(Kind::Any);
    for (const QueryItem &item : token.items) {
        const auto found =
            std::find_if(StateNames.begin(), StateNames.end(), [&](const StateName &name) {
                return name.key == token.key && isWord(item.text, name.name);
            });
        if (found == StateNames.end()) {
            return unknownState(item, token.key);
        }
        Condition condition = ofKind(Kind::State);
        condition.state = found->state;
        condition.isNegated = found->isNegated;
        any.parts.append(condition);
    }
    return any.parts.size() == 1 ? any.parts.first() : any;
}

} // namespace

std::variant<Condition, QueryError> readClause(const QueryToken &token)
{
    if (token.kind != QueryToken::Kind::Clause) {
        const bool isAddress = !token.isQuoted && isAddressWord(token.text);
        return isAddress ? term(StoreTerm::Kind::Address, token.text)
                         : term(StoreTerm::Kind::Text, token.text, token.isWhole);
    }
    const QueryItem &first = token.items.first();
    switch (token.key) {
    case QueryKey::Title: return term(StoreTerm::Kind::Title, first.text, first.isWhole);
    case QueryKey::Excerpt: return term(StoreTerm::Kind::Excerpt, first.text, first.isWhole);
    case QueryKey::Topic: return names(Kind::Topic, token.items);
    case QueryKey::Provider: return names(Kind::Provider, token.items);
    case QueryKey::Type: return names(Kind::Type, token.items);
    case QueryKey::Tag: return names(Kind::Tag, token.items);
    case QueryKey::Date:
        return range(ofKind(Kind::Date), token.items, &Condition::dates, readDates);
    case QueryKey::Quality: return scores(Kind::Quality, token);
    case QueryKey::Heat: return scores(Kind::Heat, token);
    case QueryKey::Is:
    case QueryKey::Has: return states(token);
    case QueryKey::Url: return address(StoreTerm::Kind::Address, token);
    case QueryKey::Cites: return address(StoreTerm::Kind::Cites, token);
    case QueryKey::CitedBy: return address(StoreTerm::Kind::CitedBy, token);
    case QueryKey::Cited: return count(token);
    case QueryKey::Picture: return address(StoreTerm::Kind::Picture, token);
    case QueryKey::Sort: break;
    }
    return QueryError{token.position, token.length,
                      QueryMessages::tr("sort: is for the whole search. Write it by itself, "
                                        "outside of brackets.")};
}

} // namespace Microfiche
