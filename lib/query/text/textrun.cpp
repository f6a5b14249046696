// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/text/textrun_p.h"

#include "article/address.h"

namespace Microfiche
{

QuotedText quotedAt(QStringView text, qsizetype start)
{
    constexpr QChar quote = u'"';
    QuotedText quotedText;
    for (qsizetype at = start + 1; at < text.size(); ++at) {
        if (text.at(at) == quote) {
            const bool isDoubled = at + 1 < text.size() && text.at(at + 1) == quote;
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
