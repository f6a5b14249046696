// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/text/textrun_p.h"

#include "article/address.h"

namespace Microfiche
{

namespace
{

/// What may close the quote that `opening` opens; empty if it opens none.
QStringView closingQuotes(QChar opening)
{
    switch (opening.unicode()) {
    case u'"': return u"\"";
    case u'\u201c': return u"\u201d\u201c"; // “English”, and what a slip makes of it
    case u'\u201d': return u"\u201d";       // ”Swedish”
    case u'\u201e': return u"\u201c\u201d"; // „German“, „Polish”
    case u'\u00ab': return u"\u00bb";       // «French»
    case u'\u00bb': return u"\u00ab";       // »Danish«
    default: return {};
    }
}

} // namespace

bool opensQuote(QChar c)
{
    return !closingQuotes(c).isEmpty();
}

QuotedText quotedAt(QStringView text, qsizetype start)
{
    constexpr QChar straight = u'"';
    const QStringView closing = closingQuotes(text.at(start));
    QuotedText quotedText;
    for (qsizetype at = start + 1; at < text.size(); ++at) {
        if (closing.contains(text.at(at))) {
            const bool isDoubled =
                text.at(at) == straight && at + 1 < text.size() && text.at(at + 1) == straight;
            if (!isDoubled) {
                quotedText.end = at + 1;
                break;
            }
            ++at;
        }
        quotedText.text += text.at(at);
    }
    return quotedText;
}

qsizetype endOfRun(QStringView text, qsizetype start, RunEnds ends)
{
    qsizetype end = start;
    qsizetype depth = 0;
    for (; end < text.size(); ++end) {
        const QChar c = text.at(end);
        const bool isEnd = c.isSpace() || (c == u',' && ends.atComma) ||
                           (c == u')' && depth == 0 && ends.atClosing);
        if (isEnd) {
            break;
        }
        depth += c == u'(' ? 1 : c == u')' && depth > 0 ? -1 : 0;
    }
    return end;
}

bool isAddressWord(QStringView word)
{
    const bool isLike = word.startsWith(QLatin1String("http://"), Qt::CaseInsensitive) ||
                        word.startsWith(QLatin1String("https://"), Qt::CaseInsensitive);
    return isLike && webAddress(word);
}

} // namespace Microfiche
