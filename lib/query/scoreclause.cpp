// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/querymessages_p.h"
#include "query/rangeclause_p.h"

#include <algorithm>

namespace Microfiche
{

namespace
{

bool isNumber(QStringView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Why `text`, a part of `whole`, is no score.
QString scoreMessage(QStringView text, const QString &whole)
{
    const QString shown = quotedPart(whole);
    if (isNumber(text)) {
        return QueryMessages::tr("%1 is larger than any score. Write quality:80.. for 80 and up.")
            .arg(shown);
    }
    if (text.startsWith(u'-') && isNumber(text.mid(1))) {
        return QueryMessages::tr("%1 is below every score: they begin at 0. Write quality:..40 for "
                                 "40 and under.")
            .arg(shown);
    }
    const qsizetype dash = whole.indexOf(u'-');
    const QString low = whole.left(dash);
    const QString high = whole.mid(dash + 1);
    if (dash > 0 && isNumber(low) && isNumber(high)) {
        return QueryMessages::tr("%1 is not a number. Write quality:%2..%3 for a range.")
            .arg(shown, quotedPart(low), quotedPart(high));
    }
    return QueryMessages::tr("%1 is not a number. Write quality:80.. for 80 and up.").arg(shown);
}

std::optional<int> score(QStringView text)
{
    bool fits = false;
    const int value = isNumber(text) ? text.toInt(&fits) : 0;
    return fits ? std::optional(value) : std::nullopt;
}

} // namespace

std::variant<ScoreRange, QString> readScores(const QString &text)
{
    const qsizetype dots = text.indexOf(QLatin1String(".."));
    if (dots < 0) {
        const auto value = score(text);
        if (!value) {
            return scoreMessage(text, text);
        }
        return ScoreRange{value, value};
    }
    const QStringView low = QStringView(text).left(dots);
    const QStringView high = QStringView(text).mid(dots + 2);
    if (low.isEmpty() && high.isEmpty()) {
        return QueryMessages::tr(".. has no end. Write quality:80.. for 80 and up.");
    }
    const ScoreRange range{score(low), score(high)};
    if (!low.isEmpty() && !range.from) {
        return scoreMessage(low, text);
    }
    if (!high.isEmpty() && !range.to) {
        return scoreMessage(high, text);
    }
    if (range.from && range.to && *range.from > *range.to) {
        return QueryMessages::tr("%1 runs backwards. Write quality:%2..%3.")
            .arg(quotedPart(text), quotedPart(high), quotedPart(low));
    }
    return range;
}

QString scoresText(const ScoreRange &range)
{
    if (range.from && range.from == range.to) {
        return QString::number(*range.from);
    }
    const QString from = range.from ? QString::number(*range.from) : QString();
    const QString to = range.to ? QString::number(*range.to) : QString();
    return from + QLatin1String("..") + to;
}

} // namespace Microfiche
