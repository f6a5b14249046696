// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/text/clausereader_p.h"
#include "query/text/querymessages_p.h"

#include <algorithm>

namespace Microfiche
{

namespace
{

using Kind = QueryToken::Kind;

/// Puts tokens together to a query; stops at the first that makes no sense.
class Parser
{
public:
    explicit Parser(const QList<QueryToken> &tokens)
        : m_tokens(tokens)
    {
    }

    std::variant<Query, QueryError> parse();

private:
    /// What one clause asks, or several that are joined.
    struct Part {
        Condition condition;
        bool isAlone = true; ///< a clause as it stands, with nothing around it
    };

    bool readQuery();
    bool readSetting();
    bool readAlternatives(Part &part, int depth);
    bool readOperand(Part &part, int depth);
    bool readBrackets(Condition &condition, int depth);
    bool takesTerm(const QueryToken &token, const Condition &condition);

    bool take(const QueryToken &token, const Condition &condition);
    template <typename Range>
    bool takeRange(const QueryToken &clause, const Condition &condition, Range Condition::*asked,
                   Range &range, Missing &missing);
    bool takeNames(const QueryToken &clause, const Condition &condition, QStringList &names);
    bool takeState(const QueryToken &clause, const Condition &condition);
    bool takeKinds(const QueryItem &item, Kinds kinds);
    bool takeSort(const QueryToken &clause);
    bool isFirst(const QueryToken &clause);

    bool isAt(Kind kind) const { return m_at < m_tokens.size() && m_tokens[m_at].kind == kind; }
    bool isJoinedAt(qsizetype at) const;
    bool fail(qsizetype position, qsizetype length, const QString &message);

    const QList<QueryToken> &m_tokens;
    qsizetype m_at = 0;
    Query m_query;
    int m_terms = 0;
    qsizetype m_wordCharacters = 0;
    QList<QueryKey> m_seen;
    std::optional<QueryError> m_error;
};

std::variant<Query, QueryError> Parser::parse()
{
    if (!readQuery()) {
        return *m_error;
    }
    return m_query.normalized();
}

bool Parser::readQuery()
{
    while (m_at < m_tokens.size()) {
        const QueryToken &token = m_tokens.at(m_at);
        const bool isSetting =
            token.kind == Kind::Clause && !token.isNegated && !isJoinedAt(m_at + 1) &&
            (token.key == QueryKey::Sort || (token.key == QueryKey::Is && token.items.size() == 1 &&
                                             isWord(token.items.first().text, QueryValues::Any)));
        if (isSetting) {
            if (!readSetting()) {
                return false;
            }
            continue;
        }
        Part part;
        if (!readAlternatives(part, 0)) {
            return false;
        }
        if (!part.isAlone) {
            m_query.conditions.append(part.condition);
        } else if (!take(token, part.condition)) {
            return false;
        }
    }
    return true;
}

/// `sort:` and `is:any`, which ask nothing of an article.
bool Parser::readSetting()
{
    const QueryToken &token = m_tokens.at(m_at++);
    return token.key == QueryKey::Sort ? takeSort(token)
                                       : takeKinds(token.items.first(), Kinds::Both);
}

/// Whether the token there is an OR with something behind it to join.
bool Parser::isJoinedAt(qsizetype at) const
{
    if (at + 1 >= m_tokens.size() || m_tokens.at(at).kind != Kind::Or) {
        return false;
    }
    const Kind next = m_tokens.at(at + 1).kind;
    return next != Kind::Or && next != Kind::Close;
}

bool Parser::readAlternatives(Part &part, int depth)
{
    if (!readOperand(part, depth)) {
        return false;
    }
    if (!isJoinedAt(m_at)) {
        return true;
    }
    Condition any;
    any.kind = Condition::Kind::Any;
    any.parts.append(part.condition);
    while (isJoinedAt(m_at)) {
        ++m_at;
        Part other;
        if (!readOperand(other, depth)) {
            return false;
        }
        any.parts.append(other.condition);
    }
    part = {any, false};
    return true;
}

bool Parser::readOperand(Part &part, int depth)
{
    const QueryToken &token = m_tokens.at(m_at++);
    if (token.kind == Kind::Open) {
        if (depth == MaxQueryDepth) {
            return fail(token.position, token.length,
                        QueryMessages::tr("Brackets go %1 deep at most. Take out those that are "
                                          "not needed.")
                            .arg(MaxQueryDepth));
        }
        part.isAlone = false;
        part.condition.isNegated = token.isNegated;
        return readBrackets(part.condition, depth + 1);
    }
    const auto answer = readClause(token);
    if (const auto *error = std::get_if<QueryError>(&answer)) {
        return fail(error->position, error->length, error->message);
    }
    part.condition = std::get<Condition>(answer);
    part.condition.isNegated = token.isNegated;
    part.isAlone = !token.isNegated;
    return takesTerm(token, part.condition);
}

bool Parser::readBrackets(Condition &condition, int depth)
{
    condition.kind = Condition::Kind::All;
    while (!isAt(Kind::Close)) {
        Part part;
        if (!readAlternatives(part, depth)) {
            return false;
        }
        condition.parts.append(part.condition);
    }
    ++m_at;
    return true;
}

/// Whether the store may be asked this too: each term costs it a search.
bool Parser::takesTerm(const QueryToken &token, const Condition &condition)
{
    if (condition.kind != Condition::Kind::Term) {
        return true;
    }
    const bool isAddress = condition.term.kind == StoreTerm::Kind::Cites ||
                           condition.term.kind == StoreTerm::Kind::CitedBy;
    m_wordCharacters += isAddress ? 0 : condition.term.text.size();
    if (++m_terms > MaxQueryWords) {
        return fail(token.position, token.length,
                    QueryMessages::tr("A search takes %Ln words at most. Leave out the rest.",
                                      nullptr, MaxQueryWords));
    }
    if (m_wordCharacters > MaxQueryWordCharacters) {
        return fail(token.position, token.length,
                    QueryMessages::tr("A search takes %Ln characters of words at most. Leave out "
                                      "the rest.",
                                      nullptr, int(MaxQueryWordCharacters)));
    }
    return true;
}

/// Gives the fields of the query what a clause by itself asks of them.
bool Parser::take(const QueryToken &token, const Condition &condition)
{
    using Asked = Condition::Kind;
    Query &query = m_query;
    switch (condition.kind) {
    case Asked::Date:
        return takeRange(token, condition, &Condition::dates, query.date, query.undated);
    case Asked::Quality:
        return takeRange(token, condition, &Condition::scores, query.quality, query.unrated);
    case Asked::Heat:
        return takeRange(token, condition, &Condition::scores, query.heat, query.unmeasured);
    case Asked::Topic: return takeNames(token, condition, query.topics);
    case Asked::Provider: return takeNames(token, condition, query.providers);
    case Asked::Type: return takeNames(token, condition, query.types);
    case Asked::State: return takeState(token, condition);
    case Asked::Term:
        if (condition.term.kind == StoreTerm::Kind::Text) {
            query.words.append(condition.term.text);
            return true;
        }
        break;
    case Asked::All:
    case Asked::Any: break;
    }
    query.conditions.append(condition);
    return true;
}

template <typename Range>
bool Parser::takeRange(const QueryToken &clause, const Condition &condition,
                       Range Condition::*asked, Range &range, Missing &missing)
{
    if (!isFirst(clause)) {
        // Which one is meant only the person knows.
        return fail(clause.position, clause.length,
                    QueryMessages::tr("%1 stands here twice. Keep one of the two.")
                        .arg(queryKeyText(clause.key)));
    }
    range = condition.*asked;
    if (condition.takesMissing) {
        missing = range.isOpen() ? Missing::Only : Missing::Included;
    }
    return true;
}

bool Parser::takeNames(const QueryToken &clause, const Condition &condition, QStringList &names)
{
    if (isFirst(clause)) {
        names = condition.names;
    } else {
        m_query.conditions.append(condition); // both must hold
    }
    return true;
}

bool Parser::takeState(const QueryToken &clause, const Condition &condition)
{
    if (condition.state == ArticleState::Mention) {
        return takeKinds(clause.items.first(), Kinds::Mentions);
    }
    if (condition.state == ArticleState::Unpublished) {
        m_query.unpublishedOnly = true;
    } else {
        m_query.conditions.append(condition);
    }
    return true;
}

bool Parser::takeKinds(const QueryItem &item, Kinds kinds)
{
    if (m_query.kinds != Kinds::Articles && m_query.kinds != kinds) {
        return fail(item.position, item.length,
                    QueryMessages::tr("is:mention and is:any do not go together. Keep is:any for "
                                      "articles and mentions."));
    }
    m_query.kinds = kinds;
    return true;
}

bool Parser::takeSort(const QueryToken &clause)
{
    if (!isFirst(clause)) {
        return fail(clause.position, clause.length,
                    QueryMessages::tr("%1 stands here twice. Keep one of the two.")
                        .arg(queryKeyText(clause.key)));
    }
    const QueryItem &first = clause.items.first();
    if (clause.items.size() > 1) {
        const QueryItem &second = clause.items.at(1);
        return fail(
            second.position, second.length,
            QueryMessages::tr("%1 is a second order. Keep one.").arg(quotedPart(second.text)));
    }
    const auto order = parseSortOrder(first.text);
    if (!order) {
        return fail(first.position, first.length,
                    QueryMessages::tr("%1 is not an order. Write sort:date, sort:quality, "
                                      "sort:heat, sort:title or sort:provider, or sort:-date for "
                                      "the reverse.")
                        .arg(quotedPart(first.text)));
    }
    m_query.sort = *order;
    return true;
}

bool Parser::isFirst(const QueryToken &clause)
{
    const bool isSeen = m_seen.contains(clause.key);
    m_seen.append(clause.key);
    return !isSeen;
}

bool Parser::fail(qsizetype position, qsizetype length, const QString &message)
{
    m_error = QueryError{position, length, message};
    return false;
}

} // namespace

std::variant<Query, QueryError> parseQuery(const QString &text)
{
    const QueryTokens tokens = lexQuery(text);
    auto answer = Parser(tokens.list).parse();
    if (tokens.error && std::holds_alternative<Query>(answer)) {
        return *tokens.error;
    }
    return answer;
}

bool namesOrder(const QString &text)
{
    const QList<QueryToken> tokens = lexQuery(text).list;
    return std::any_of(tokens.begin(), tokens.end(), [](const QueryToken &token) {
        return token.kind == Kind::Clause && token.key == QueryKey::Sort;
    });
}

} // namespace Microfiche
