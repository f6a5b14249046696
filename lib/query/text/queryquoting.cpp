// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/text/queryquoting_p.h"

#include "query/text/querykeys_p.h"
#include "query/text/querymessages_p.h"
#include "query/text/textrun_p.h"

#include <algorithm>

namespace Microfiche
{

namespace
{

bool hasSpace(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
}

/// Whether every bracket has its other half in the text, so that none is taken for another's.
bool closesBrackets(QStringView text)
{
    qsizetype depth = 0;
    for (const QChar c : text) {
        depth += c == u'(' ? 1 : c == u')' ? -1 : 0;
        if (depth < 0) {
            return false;
        }
    }
    return depth == 0;
}

bool isOneRun(QStringView text)
{
    const bool isQuote = !text.isEmpty() && opensQuote(text.front());
    return !isQuote && !hasSpace(text) && closesBrackets(text);
}

QString quoted(QString text)
{
    return Quote + text.replace(Quote, QStringLiteral("\"\"")) + Quote;
}

QString goingOn(const QString &text)
{
    return quoted(text) + u'*';
}

} // namespace

QString wordText(const QString &word)
{
    const bool isPlain = isOneRun(word) && !word.startsWith(u'(') && !word.startsWith(u'-') &&
                         !queryKeyAtStart(word) && !isAddressWord(word) &&
                         word != QLatin1String("OR");
    return isPlain ? word : goingOn(word);
}

QString phraseText(const QString &words)
{
    return quoted(words);
}

QString beginningText(const QString &item)
{
    return isOneRun(item) ? item : goingOn(item);
}

QString itemText(const QString &item)
{
    return isOneRun(item) && !item.contains(u',') ? item : quoted(item);
}

QString itemsText(const QStringList &items)
{
    QStringList texts;
    for (const QString &item : items) {
        texts.append(itemText(item));
    }
    return texts.join(u',');
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
