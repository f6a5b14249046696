// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/querylexer_p.h"

#include "query/querymessages_p.h"

#include <algorithm>
#include <array>

namespace Microfiche
{

namespace
{

constexpr QChar Quote = u'"';
constexpr QChar Comma = u',';

struct KeyName {
    QueryKey key;
    QLatin1String name; ///< with its colon
};

constexpr std::array KeyNames{
    KeyName{QueryKey::Quality, QLatin1String("quality:")},
    KeyName{QueryKey::Date, QLatin1String("date:")},
    KeyName{QueryKey::Provider, QLatin1String("provider:")},
    KeyName{QueryKey::Topic, QLatin1String("topic:")},
    KeyName{QueryKey::Is, QLatin1String("is:")},
    KeyName{QueryKey::Sort, QLatin1String("sort:")},
};

const KeyName *keyAtStart(QStringView text)
{
    const auto found = std::find_if(KeyNames.begin(), KeyNames.end(), [text](const KeyName &key) {
        return text.startsWith(key.name, Qt::CaseInsensitive);
    });
    return found == KeyNames.end() ? nullptr : &*found;
}

bool hasSpace(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
}

QString quoted(QString text)
{
    return Quote + text.replace(Quote, QStringLiteral("\"\"")) + Quote;
}

QString neededMessage(QueryKey key)
{
    switch (key) {
    case QueryKey::Quality:
        return QueryMessages::tr("quality: needs a score. Write quality:80.. for 80 and up.");
    case QueryKey::Date:
        return QueryMessages::tr("date: needs a day, a month or a year. Write date:2023-07.");
    case QueryKey::Provider:
        return QueryMessages::tr("provider: needs a domain or a name. Write provider:wsj.com.");
    case QueryKey::Topic:
        return QueryMessages::tr("topic: needs a name. Write topic:\"AI Hardware\".");
    case QueryKey::Is:
        return QueryMessages::tr("is: needs mention, any or unpublished. Write is:mention.");
    case QueryKey::Sort:
        return QueryMessages::tr("sort: needs date, quality, heat or title. Write sort:date.");
    }
    return {};
}

class Lexer
{
public:
    explicit Lexer(QStringView text)
        : m_text(text)
    {
    }

    std::variant<QList<QueryToken>, QueryError> tokens();

private:
    struct QuotedText {
        QString text;
        qsizetype end = 0;
    };
    std::optional<QuotedText> quotedAt(qsizetype start) const;
    qsizetype endOfRun(qsizetype start, bool stopsAtComma) const;
    void takeWord();
    void takeClause(const KeyName &key);
    bool takeItem(QueryToken &clause);
    bool takeQuoted(QueryItem &item);
    bool fail(qsizetype position, qsizetype length, const QString &message);

    QStringView m_text;
    qsizetype m_at = 0;
    QList<QueryToken> m_tokens;
    std::optional<QueryError> m_error;
};

std::variant<QList<QueryToken>, QueryError> Lexer::tokens()
{
    while (!m_error && m_at < m_text.size()) {
        if (m_text.at(m_at).isSpace()) {
            ++m_at;
        } else if (const KeyName *key = keyAtStart(m_text.mid(m_at))) {
            takeClause(*key);
        } else {
            takeWord();
        }
    }
    if (m_error) {
        return *m_error;
    }
    return m_tokens;
}

/// The text between the quote at `start` and the one that closes it, if any does.
std::optional<Lexer::QuotedText> Lexer::quotedAt(qsizetype start) const
{
    QuotedText quotedText;
    for (qsizetype at = start + 1; at < m_text.size(); ++at) {
        if (m_text.at(at) == Quote) {
            const bool isDoubled = at + 1 < m_text.size() && m_text.at(at + 1) == Quote;
            if (!isDoubled) {
                quotedText.end = at + 1;
                return quotedText;
            }
            ++at;
        }
        quotedText.text += m_text.at(at);
    }
    return {};
}

qsizetype Lexer::endOfRun(qsizetype start, bool stopsAtComma) const
{
    qsizetype end = start;
    while (end < m_text.size() && !m_text.at(end).isSpace() &&
           !(stopsAtComma && m_text.at(end) == Comma)) {
        ++end;
    }
    return end;
}

void Lexer::takeWord()
{
    QueryToken token;
    token.position = m_at;
    const auto phrase = m_text.at(m_at) == Quote ? quotedAt(m_at) : std::nullopt;
    if (phrase) {
        token.word = phrase->text;
        m_at = phrase->end;
    } else {
        const qsizetype end = endOfRun(m_at, false);
        token.word = m_text.mid(m_at, end - m_at).toString();
        m_at = end;
    }
    token.length = m_at - token.position;
    if (!token.word.trimmed().isEmpty()) {
        m_tokens.append(token);
    }
}

void Lexer::takeClause(const KeyName &key)
{
    QueryToken clause;
    clause.position = m_at;
    clause.key = key.key;
    m_at += key.name.size();
    if (endOfRun(m_at, false) == m_at) {
        fail(clause.position, key.name.size(), neededMessage(key.key));
        return;
    }
    while (takeItem(clause) && m_at < m_text.size() && m_text.at(m_at) == Comma) {
        ++m_at;
    }
    clause.length = m_at - clause.position;
    m_tokens.append(clause);
}

bool Lexer::takeItem(QueryToken &clause)
{
    QueryItem item;
    item.position = m_at;
    const bool isQuoted = m_at < m_text.size() && m_text.at(m_at) == Quote;
    if (isQuoted && !takeQuoted(item)) {
        return false;
    }
    if (!isQuoted) {
        const qsizetype end = endOfRun(m_at, true);
        item.text = m_text.mid(m_at, end - m_at).toString();
        m_at = end;
    }
    item.length = m_at - item.position;
    if (item.text.trimmed().isEmpty()) {
        const bool isBeforeComma = m_at < m_text.size() && m_text.at(m_at) == Comma;
        const qsizetype marked = isQuoted || isBeforeComma ? item.position : item.position - 1;
        return fail(marked, std::max<qsizetype>(1, m_at - marked), neededMessage(*clause.key));
    }
    clause.items.append(item);
    return true;
}

bool Lexer::takeQuoted(QueryItem &item)
{
    const auto quotedText = quotedAt(m_at);
    if (!quotedText) {
        const QString rest = m_text.mid(m_at + 1).trimmed().toString();
        return fail(m_at, m_text.size() - m_at,
                    QueryMessages::tr("The quote is not closed. Write %1 with a quote at its end.")
                        .arg(Quote + quotedPart(rest) + Quote));
    }
    item.text = quotedText->text;
    m_at = quotedText->end;
    const qsizetype end = endOfRun(m_at, true);
    if (end != m_at) {
        return fail(m_at, end - m_at,
                    QueryMessages::tr("%1 stands right behind a quote. Put a space or a comma "
                                      "between them.")
                        .arg(quotedPart(m_text.mid(m_at, end - m_at))));
    }
    return true;
}

bool Lexer::fail(qsizetype position, qsizetype length, const QString &message)
{
    m_error = QueryError{position, length, message};
    return false;
}

} // namespace

std::variant<QList<QueryToken>, QueryError> lexQuery(const QString &text)
{
    // A NUL would end the search text halfway down in the database.
    QString cleaned = text;
    cleaned.replace(QChar(QChar::Null), QChar(QChar::Space));
    return Lexer(cleaned).tokens();
}

QString queryKeyText(QueryKey key)
{
    const auto found = std::find_if(KeyNames.begin(), KeyNames.end(),
                                    [key](const KeyName &name) { return name.key == key; });
    return found->name;
}

QString wordText(const QString &word)
{
    const bool isPlain = !word.startsWith(Quote) && !hasSpace(word) && !keyAtStart(word);
    return isPlain ? word : quoted(word);
}

QString itemsText(const QStringList &items)
{
    QStringList texts;
    for (const QString &item : items) {
        const bool isPlain = !item.startsWith(Quote) && !hasSpace(item) && !item.contains(Comma);
        texts.append(isPlain ? item : quoted(item));
    }
    return texts.join(Comma);
}

QString quotedPart(QStringView part)
{
    constexpr qsizetype longest = 40;
    if (part.size() <= longest) {
        return part.toString();
    }
    QStringView start = part.left(longest - 1);
    if (start.back().isHighSurrogate()) {
        start.chop(1);
    }
    return start.toString() + QChar(u'\u2026');
}

} // namespace Microfiche
