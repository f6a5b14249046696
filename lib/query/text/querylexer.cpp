// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/text/querylexer_p.h"

#include "query/text/querymessages_p.h"
#include "query/text/textrun_p.h"

#include <algorithm>

namespace Microfiche
{

namespace
{

constexpr QChar Comma = u',';
constexpr QChar Minus = u'-';
constexpr QChar Star = u'*';
constexpr QChar Opening = u'(';
constexpr QChar Closing = u')';
constexpr QLatin1String OrText("OR");

class Lexer
{
public:
    enum class Purpose { Tokens, Cursor };
    Lexer(QStringView text, Purpose purpose)
        : m_text(text)
        , m_purpose(purpose)
    {
    }

    QueryTokens tokens();
    /// Where a cursor at the end of this text stands; `whole` goes on behind it.
    QueryCursor cursorAtEnd(QStringView whole);

private:
    void takeAll();
    void takeToken();
    void takeBracket(QueryToken token);
    void takeWord(QueryToken token);
    void takeClause(QueryToken clause, QueryKey key);
    bool takeItem(QueryToken &clause);
    bool takeQuoted(QueryItem &item, QueryKey key);
    void readBracketsAlone();
    bool append(QueryToken token);
    bool fail(qsizetype position, qsizetype length, const QString &message);

    bool isQuoteAt(qsizetype at) const { return at < m_text.size() && opensQuote(m_text.at(at)); }
    bool isAt(qsizetype at, QChar c) const { return at < m_text.size() && m_text.at(at) == c; }
    bool isMinus(qsizetype at) const;
    bool takeStar();
    qsizetype endOfRun(qsizetype start, bool stopsAtComma) const
    {
        return Microfiche::endOfRun(m_text, start, {stopsAtComma, !m_open.isEmpty()});
    }
    void noteCursor(std::optional<QueryKey> key, const QList<QueryItem> &before, qsizetype position,
                    const QString &text);

    QStringView m_text;
    Purpose m_purpose;
    qsizetype m_at = 0;
    QList<QueryToken> m_tokens;
    QList<qsizetype> m_open; ///< places in m_tokens of brackets that wait for their other half
    std::optional<QueryCursor> m_cursor; ///< if what was read last ends with the text
    std::optional<QueryError> m_error;
};

QueryTokens Lexer::tokens()
{
    takeAll();
    readBracketsAlone();
    return {m_tokens, m_error};
}

void Lexer::takeAll()
{
    while (!m_error && m_at < m_text.size()) {
        if (m_text.at(m_at).isSpace()) {
            ++m_at;
        } else {
            takeToken();
        }
    }
}

void Lexer::takeToken()
{
    QueryToken token;
    token.position = m_at;
    token.isNegated = isMinus(m_at);
    m_at += token.isNegated ? 1 : 0;
    // Brackets around nothing join nothing, but in a word they are text: ()=> is one.
    const bool isOpening =
        isAt(m_at, Opening) && (!isAt(m_at + 1, Closing) || endOfRun(m_at, false) == m_at + 2);
    if (isOpening || (isAt(m_at, Closing) && !m_open.isEmpty())) {
        takeBracket(token);
    } else if (const auto key = queryKeyAtStart(m_text.mid(m_at))) {
        takeClause(token, *key);
    } else {
        takeWord(token);
    }
}

/// A minus asks for the opposite only of what stands right behind it.
bool Lexer::isMinus(qsizetype at) const
{
    if (!isAt(at, Minus) || at + 1 == m_text.size()) {
        return false;
    }
    const QChar next = m_text.at(at + 1);
    return !next.isSpace() && next != Minus && !(next == Closing && !m_open.isEmpty());
}

/// Behind quotes: the last word in them goes on.
bool Lexer::takeStar()
{
    const qsizetype behind = m_at + 1;
    const bool isStar = isAt(m_at, Star) && endOfRun(behind, false) == behind;
    m_at += isStar ? 1 : 0;
    return isStar;
}

void Lexer::takeBracket(QueryToken token)
{
    const bool isOpening = m_text.at(m_at++) == Opening;
    token.kind = isOpening ? QueryToken::Kind::Open : QueryToken::Kind::Close;
    if (!append(token)) {
        return; // then the other half stands alone
    }
    if (isOpening) {
        m_open.append(m_tokens.size() - 1);
    } else {
        m_open.removeLast();
    }
}

void Lexer::takeWord(QueryToken token)
{
    const qsizetype start = m_at;
    const bool beginsQuoted = isQuoteAt(start);
    const QuotedText phrase = beginsQuoted ? quotedAt(m_text, start) : QuotedText();
    token.isQuoted = phrase.end > 0;
    if (token.isQuoted) {
        token.text = phrase.text;
        m_at = phrase.end;
        token.isWhole = !takeStar();
    } else if (beginsQuoted && m_purpose == Purpose::Cursor) {
        token.text = phrase.text; // whoever types is about to close it
        m_at = m_text.size();
    } else {
        m_at = endOfRun(start, false);
        token.text = m_text.mid(start, m_at - start).toString();
    }
    noteCursor({}, {}, start, token.text);
    if (!token.isQuoted && !token.isNegated && token.text == OrText) {
        token.kind = QueryToken::Kind::Or;
    }
    if (token.isQuoted || !token.text.trimmed().isEmpty()) {
        append(token);
    }
}

void Lexer::takeClause(QueryToken clause, QueryKey key)
{
    clause.kind = QueryToken::Kind::Clause;
    clause.key = key;
    m_at += queryKeyText(key).size();
    if (endOfRun(m_at, false) == m_at) {
        noteCursor(key, {}, m_at, {});
        fail(clause.position, m_at - clause.position, neededMessage(key));
        return;
    }
    while (takeItem(clause) && isAt(m_at, Comma)) {
        ++m_at;
    }
    if (!m_error) {
        append(clause);
    }
}

bool Lexer::takeItem(QueryToken &clause)
{
    const bool isOfList = takesList(clause.key);
    QueryItem item;
    item.position = m_at;
    const bool isQuoted = isQuoteAt(m_at);
    const bool isRead = !isQuoted || takeQuoted(item, clause.key);
    if (!isQuoted) {
        const qsizetype end = endOfRun(m_at, isOfList);
        item.text = m_text.mid(m_at, end - m_at).toString();
        m_at = end;
    }
    noteCursor(clause.key, clause.items, item.position, item.text);
    if (!isRead) {
        return false;
    }
    item.length = m_at - item.position;
    if (item.text.trimmed().isEmpty()) {
        const qsizetype marked = isQuoted || isAt(m_at, Comma) ? item.position : item.position - 1;
        return fail(marked, std::max<qsizetype>(1, m_at - marked), neededMessage(clause.key));
    }
    clause.items.append(item);
    return true;
}

bool Lexer::takeQuoted(QueryItem &item, QueryKey key)
{
    const bool isOfList = takesList(key);
    const bool isOfText = key == QueryKey::Title || key == QueryKey::Excerpt;
    const QuotedText quotedText = quotedAt(m_text, m_at);
    item.text = quotedText.text;
    if (quotedText.end == 0) {
        const qsizetype start = m_at;
        const QString rest = m_text.mid(start + 1).trimmed().toString();
        m_at = m_text.size();
        return fail(start, m_text.size() - start,
                    QueryMessages::tr("The quote is not closed. Write %1 with a quote at its end.")
                        .arg(Quote + quotedPart(rest) + Quote));
    }
    m_at = quotedText.end;
    item.isWhole = !(isOfText && takeStar());
    const qsizetype end = endOfRun(m_at, isOfList);
    if (end == m_at) {
        return true;
    }
    const QString message =
        isOfList ? QueryMessages::tr("%1 stands right behind a quote. Put a space or a comma "
                                     "between them.")
                 : QueryMessages::tr("%1 stands right behind a quote. Put a space between them.");
    return fail(m_at, end - m_at, message.arg(quotedPart(m_text.mid(m_at, end - m_at))));
}

/// A bracket without its other half is a character of the word behind it, or a word of its own.
void Lexer::readBracketsAlone()
{
    while (!m_open.isEmpty()) {
        const qsizetype place = m_open.takeLast();
        QueryToken &bracket = m_tokens[place];
        qsizetype end = bracket.position + bracket.length;
        if (place + 1 < m_tokens.size()) {
            const QueryToken &next = m_tokens.at(place + 1);
            const bool isText = (next.kind == QueryToken::Kind::Word && !next.isQuoted) ||
                                next.kind == QueryToken::Kind::Or;
            if (isText && next.position == end) {
                end = next.position + next.length;
                m_tokens.removeAt(place + 1);
            }
        }
        bracket.kind = QueryToken::Kind::Word;
        bracket.isNegated = false;
        bracket.length = end - bracket.position;
        bracket.text = m_text.mid(bracket.position, bracket.length).toString();
    }
}

bool Lexer::append(QueryToken token)
{
    token.length = m_at - token.position;
    if (m_tokens.size() == MaxQueryTokens) {
        return fail(token.position, token.length,
                    QueryMessages::tr("A search takes %Ln clauses and brackets at most. Leave "
                                      "out the rest.",
                                      nullptr, MaxQueryTokens));
    }
    m_tokens.append(token);
    return true;
}

bool Lexer::fail(qsizetype position, qsizetype length, const QString &message)
{
    if (!m_error) {
        m_error = QueryError{position, length, message};
    }
    return false;
}

void Lexer::noteCursor(std::optional<QueryKey> key, const QList<QueryItem> &before,
                       qsizetype position, const QString &text)
{
    if (m_purpose == Purpose::Cursor && m_at == m_text.size()) {
        m_cursor = QueryCursor{key, {}, text, position, 0};
        for (const QueryItem &item : before) {
            m_cursor->before.append(item.text);
        }
    }
}

QueryCursor Lexer::cursorAtEnd(QStringView whole)
{
    takeAll();
    if (!m_cursor) {
        return {{}, {}, {}, m_text.size(), 0};
    }
    QueryCursor cursor = *m_cursor;
    const qsizetype here = m_text.size();
    m_text = whole;
    qsizetype end = endOfRun(cursor.position, cursor.key && takesList(*cursor.key));
    if (isQuoteAt(cursor.position)) {
        end = quotedAt(m_text, cursor.position).end;
        end += end > 0 && isAt(end, Star) ? 1 : 0;
    } else if (const qsizetype colon = whole.indexOf(u':', here); !cursor.key && colon >= 0) {
        end = std::min(end, colon + 1); // what stands behind a key is not the key's
    }
    cursor.length = std::max(end, here) - cursor.position;
    return cursor;
}

/// A NUL would end the search text halfway down in the database.
QString withoutNul(QString text)
{
    return text.replace(QChar(QChar::Null), QChar(QChar::Space));
}

} // namespace

QueryTokens lexQuery(const QString &text)
{
    const QString cleaned = withoutNul(text);
    return Lexer(cleaned, Lexer::Purpose::Tokens).tokens();
}

QueryCursor queryCursor(const QString &text, qsizetype cursor)
{
    const QString cleaned = withoutNul(text);
    const QStringView whole(cleaned);
    return Lexer(whole.left(std::clamp<qsizetype>(cursor, 0, whole.size())), Lexer::Purpose::Cursor)
        .cursorAtEnd(whole);
}

} // namespace Microfiche
