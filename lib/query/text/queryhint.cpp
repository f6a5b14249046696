// SPDX-License-Identifier: GPL-3.0-or-later
// What perhaps means something else than it says.
#include "query/text/querylexer_p.h"
#include "query/text/querymessages_p.h"
#include "query/text/textrun_p.h"

namespace Microfiche
{

namespace
{

using Kind = QueryToken::Kind;

/// A word that was perhaps to be a clause.
std::optional<QueryError> slipOfKey(const QueryToken &token)
{
    const bool isWord = token.kind == Kind::Word && !token.isQuoted;
    const auto meant = isWord ? queryKeyMeant(token.text) : std::nullopt;
    if (!meant) {
        return {};
    }
    const qsizetype length = token.text.indexOf(u':') + 1;
    const QString right = queryKeyText(*meant) + quotedPart(token.text.mid(length));
    return QueryError{token.position + (token.isNegated ? 1 : 0), length,
                      QueryMessages::tr("%1 is no key, so it is looked for as a word. "
                                        "Write %2 for the key.")
                          .arg(token.text.left(length), right)};
}

bool opensBracket(QStringView text)
{
    return text.startsWith(u'(') && text.count(u'(') > text.count(u')');
}

/// An example where nothing is behind a key that could be one.
QString shownValue(const QString &value, QLatin1String example)
{
    return value.isEmpty() ? QString(example) : quotedPart(value);
}

/// A bracket that joins nothing, though it looks as if it did. What is written back has quotes
/// around it.
std::optional<QueryError> bracketAlone(const QueryToken &token)
{
    if (token.kind == Kind::Clause && !token.items.first().isWhole &&
        opensBracket(token.items.first().text)) {
        const QString key = queryKeyText(token.key);
        const QString value = shownValue(token.items.first().text.mid(1), QLatin1String("ferry"));
        return QueryError{token.position, token.length,
                          QueryMessages::tr("The bracket behind %1 is looked for as text. Write "
                                            "(%1%2 OR %1…) for one of several.")
                              .arg(key, value)};
    }
    const bool isText = token.kind == Kind::Word && !token.isWhole;
    if (isText && opensBracket(token.text)) {
        return QueryError{token.position, token.length,
                          QueryMessages::tr("The bracket is not closed, so %1 is looked for as a "
                                            "word. Write ) where it ends.")
                              .arg(quotedPart(token.text))};
    }
    if (isText && token.text.startsWith(u'-') && opensBracket(QStringView(token.text).mid(1))) {
        return QueryError{token.position, token.length,
                          QueryMessages::tr("The bracket behind the minus is not closed, so %1 is "
                                            "looked for as a word. Write ) where it ends.")
                              .arg(quotedPart(token.text))};
    }
    return {};
}

/// A quote that nothing closes.
std::optional<QueryError> quoteAlone(const QueryToken &token)
{
    if (token.kind != Kind::Word || token.isWhole || token.text.size() < 2 ||
        !opensQuote(token.text.front())) {
        return {};
    }
    return QueryError{token.position, token.length,
                      QueryMessages::tr("The quote is not closed, so %1 is looked for as a word. "
                                        "Write another quote where it ends.")
                          .arg(quotedPart(token.text))};
}

QString shownAt(const QList<QueryToken> &tokens, qsizetype at, const QString &text)
{
    const QueryToken &token = tokens.at(at);
    const bool isShort = token.kind == Kind::Word || token.kind == Kind::Clause;
    return isShort ? quotedPart(QStringView(text).mid(token.position, token.length))
                   : QString(QChar(0x2026));
}

/// A word that joins clauses in other languages of search, or was to be in capitals. Of the words
/// of a query that is written back it may stand before what it joined.
std::optional<QueryError> joiningWord(const QList<QueryToken> &tokens, qsizetype at,
                                      const QString &text)
{
    const QueryToken &token = tokens.at(at);
    const bool isPlain = token.kind == Kind::Word && !token.isQuoted && !token.isNegated;
    if (!isPlain || at + 1 == tokens.size()) {
        return {};
    }
    const auto hint = [&token](const QString &message) {
        return QueryError{token.position, token.length, message};
    };
    if (token.text == QLatin1String("NOT")) {
        return hint(QueryMessages::tr("NOT is looked for as a word. Write -%1 to leave it out.")
                        .arg(shownAt(tokens, at + 1, text)));
    }
    if (tokens.size() < 3) {
        return {};
    }
    const QString before = shownAt(tokens, at > 0 ? at - 1 : at + 1, text);
    const QString behind = shownAt(tokens, at > 0 ? at + 1 : at + 2, text);
    if (token.text == QLatin1String("AND")) {
        return hint(QueryMessages::tr("AND is looked for as a word. Write %1 %2: what stands side "
                                      "by side must all hold.")
                        .arg(before, behind));
    }
    if (token.text == QLatin1String("or")) {
        return hint(QueryMessages::tr("or is looked for as a word. Write %1 OR %2, in capitals, "
                                      "for one or the other.")
                        .arg(before, behind));
    }
    return {};
}

} // namespace

std::optional<QueryError> queryHint(const QString &text)
{
    const QList<QueryToken> tokens = lexQuery(text).list;
    for (qsizetype at = 0; at < tokens.size(); ++at) {
        if (const auto hint = slipOfKey(tokens.at(at))) {
            return hint;
        }
        if (const auto hint = bracketAlone(tokens.at(at))) {
            return hint;
        }
        if (const auto hint = quoteAlone(tokens.at(at))) {
            return hint;
        }
        if (const auto hint = joiningWord(tokens, at, text)) {
            return hint;
        }
    }
    return {};
}

} // namespace Microfiche
