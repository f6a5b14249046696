// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/querylexer_p.h"
#include "query/querymessages_p.h"
#include "query/rangeclause_p.h"

#include <algorithm>

namespace Microfiche
{

namespace
{

using namespace QueryValues;

bool isWord(const QString &text, QLatin1String word)
{
    return text.compare(word, Qt::CaseInsensitive) == 0;
}

/// Puts tokens together to a query; stops at the first that makes no sense.
class Parser
{
public:
    std::variant<Query, QueryError> parse(const QList<QueryToken> &tokens);

private:
    bool take(const QueryToken &token);
    bool takeWord(const QueryToken &token);
    template <typename Range>
    bool takeRange(const QueryToken &clause, std::variant<Range, QString> (*read)(const QString &),
                   Range &range, Missing &missing);
    bool takeState(const QueryItem &item);
    bool takeKinds(const QueryItem &item, Kinds kinds);
    bool takeSort(const QueryToken &clause);
    bool isFirst(const QueryToken &clause);
    bool fail(qsizetype position, qsizetype length, const QString &message);

    Query m_query;
    qsizetype m_wordCharacters = 0;
    QList<QueryKey> m_seen;
    std::optional<QueryError> m_error;
};

std::variant<Query, QueryError> Parser::parse(const QList<QueryToken> &tokens)
{
    for (const QueryToken &token : tokens) {
        if (!take(token)) {
            return *m_error;
        }
    }
    return m_query.normalized();
}

bool Parser::take(const QueryToken &token)
{
    if (!token.key) {
        return takeWord(token);
    }
    switch (*token.key) {
    case QueryKey::Quality: return takeRange(token, readScores, m_query.quality, m_query.unrated);
    case QueryKey::Date: return takeRange(token, readDates, m_query.date, m_query.undated);
    case QueryKey::Sort: return takeSort(token);
    case QueryKey::Provider:
        for (const QueryItem &item : token.items) {
            m_query.providers.append(item.text);
        }
        return true;
    case QueryKey::Topic:
        for (const QueryItem &item : token.items) {
            m_query.topics.append(item.text);
        }
        return true;
    case QueryKey::Is:
        return std::all_of(token.items.begin(), token.items.end(),
                           [this](const QueryItem &item) { return takeState(item); });
    }
    return true;
}

bool Parser::takeWord(const QueryToken &token)
{
    m_wordCharacters += token.word.size();
    if (m_query.words.size() == MaxQueryWords) {
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
    m_query.words.append(token.word);
    return true;
}

template <typename Range>
bool Parser::takeRange(const QueryToken &clause,
                       std::variant<Range, QString> (*read)(const QString &), Range &range,
                       Missing &missing)
{
    if (!isFirst(clause)) {
        return false;
    }
    bool takesMissing = false;
    for (const QueryItem &item : clause.items) {
        if (isWord(item.text, None)) {
            takesMissing = true;
            continue;
        }
        if (!range.isOpen()) {
            return fail(item.position, item.length,
                        QueryMessages::tr("%1 is a second range. Keep one, and none beside it for "
                                          "those without a value.")
                            .arg(quotedPart(item.text)));
        }
        const auto answer = read(item.text);
        if (const auto *message = std::get_if<QString>(&answer)) {
            return fail(item.position, item.length, *message);
        }
        range = std::get<Range>(answer);
    }
    if (takesMissing) {
        missing = range.isOpen() ? Missing::Only : Missing::Included;
    }
    return true;
}

bool Parser::takeState(const QueryItem &item)
{
    if (isWord(item.text, Mention)) {
        return takeKinds(item, Kinds::Mentions);
    }
    if (isWord(item.text, Any)) {
        return takeKinds(item, Kinds::Both);
    }
    if (isWord(item.text, Unpublished)) {
        m_query.unpublishedOnly = true;
        return true;
    }
    return fail(item.position, item.length,
                QueryMessages::tr("%1 is nothing an article can be. Write is:mention, is:any or "
                                  "is:unpublished.")
                    .arg(quotedPart(item.text)));
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
        return false;
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
        return fail(
            first.position, first.length,
            QueryMessages::tr("%1 is not an order. Write sort:date, sort:quality, sort:heat "
                              "or sort:title, or sort:-date for the reverse.")
                .arg(quotedPart(first.text)));
    }
    m_query.sort = *order;
    return true;
}

/// Two ranges or two orders cannot both hold; which one is meant only the person knows.
bool Parser::isFirst(const QueryToken &clause)
{
    if (m_seen.contains(*clause.key)) {
        return fail(clause.position, clause.length,
                    QueryMessages::tr("%1 stands here twice. Keep one of the two.")
                        .arg(queryKeyText(*clause.key)));
    }
    m_seen.append(*clause.key);
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
    const auto tokens = lexQuery(text);
    if (const auto *error = std::get_if<QueryError>(&tokens)) {
        return *error;
    }
    return Parser().parse(std::get<QList<QueryToken>>(tokens));
}

bool namesOrder(const QString &text)
{
    const auto tokens = lexQuery(text);
    const auto *list = std::get_if<QList<QueryToken>>(&tokens);
    return list && std::any_of(list->begin(), list->end(),
                               [](const QueryToken &token) { return token.key == QueryKey::Sort; });
}

} // namespace Microfiche
