// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/text/clausereader_p.h"
#include "query/text/querybuilder_p.h"
#include "query/text/querymessages_p.h"

#include <algorithm>

namespace Microfiche
{

namespace
{

using Kind = QueryToken::Kind;

/// Whether it is `sort:` or `is:any`, which ask nothing of an article.
bool isSetting(const QueryToken &token)
{
    return token.kind == Kind::Clause &&
           (token.key == QueryKey::Sort || (token.key == QueryKey::Is && token.items.size() == 1 &&
                                            isWord(token.items.first().text, QueryValues::Any)));
}

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
    bool readAlternatives(Part &part, int depth);
    bool readOperand(Part &part, int depth);
    bool readBrackets(Condition &condition, int depth);
    bool takesTerm(const QueryToken &token, const Condition &condition);

    bool isAt(Kind kind) const { return m_at < m_tokens.size() && m_tokens[m_at].kind == kind; }
    bool isJoinedAt(qsizetype at) const;
    bool fail(qsizetype position, qsizetype length, const QString &message);

    const QList<QueryToken> &m_tokens;
    qsizetype m_at = 0;
    QueryBuilder m_builder;
    int m_terms = 0;
    qsizetype m_wordCharacters = 0;
    std::optional<QueryError> m_error;
};

std::variant<Query, QueryError> Parser::parse()
{
    if (!readQuery()) {
        return *m_error;
    }
    return m_builder.query().normalized();
}

bool Parser::readQuery()
{
    while (m_at < m_tokens.size()) {
        const QueryToken &token = m_tokens.at(m_at);
        if (isSetting(token) && !token.isNegated && !isJoinedAt(m_at + 1)) {
            ++m_at;
            m_error = m_builder.takeSetting(token);
        } else if (Part part; readAlternatives(part, 0)) {
            m_error = m_builder.take(part.isAlone ? &token : nullptr, part.condition);
        }
        if (m_error) {
            return false;
        }
    }
    return true;
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
    part.condition.isNegated = part.condition.isNegated != token.isNegated;
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
    const bool isAddress = condition.term.kind == StoreTerm::Kind::Address ||
                           condition.term.kind == StoreTerm::Kind::Cites ||
                           condition.term.kind == StoreTerm::Kind::CitedBy ||
                           condition.term.kind == StoreTerm::Kind::Picture;
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
