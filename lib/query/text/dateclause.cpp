// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/text/querymessages_p.h"
#include "query/text/rangeclause_p.h"

#include <QList>

#include <algorithm>

namespace Microfiche
{

namespace
{

constexpr QLatin1String LastText("last");
constexpr QLatin1String DaysText("days");
constexpr QLatin1String DayText("day");
constexpr int MaxDayDigits = 6;

/// The first and the last day of a named year, month or day.
struct Span {
    QDate first;
    QDate last;
};

QString notADate(const QString &text)
{
    if (text.startsWith(LastText, Qt::CaseInsensitive)) {
        return QueryMessages::tr("%1 is not a date. Write date:last-30-days.")
            .arg(quotedPart(text));
    }
    return QueryMessages::tr("%1 is not a date. Write date:2023, date:2023-07 or date:2023-07-01.")
        .arg(quotedPart(text));
}

/// The number that `digits` are, if they are that many digits.
std::optional<int> number(QStringView digits, qsizetype least, qsizetype most)
{
    const bool isNumber =
        digits.size() >= least && digits.size() <= most &&
        std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isNumber ? std::optional(digits.toInt()) : std::nullopt;
}

std::variant<Span, QString> readSpan(const QString &text)
{
    const QList<QStringView> parts = QStringView(text).split(u'-');
    const bool hasMonth = parts.size() > 1;
    const bool hasDay = parts.size() > 2;
    const auto year = number(parts.first(), 4, 4);
    const auto month = hasMonth ? number(parts.at(1), 1, 2) : 1;
    const auto day = hasDay ? number(parts.at(2), 1, 2) : 1;
    if (parts.size() > 3 || !year || !month || !day || *year < 1) {
        return notADate(text);
    }
    const QDate monthStart(*year, *month, 1);
    if (!monthStart.isValid()) {
        return QueryMessages::tr("%1 does not exist: months are 01 to 12. Write date:%2-07.")
            .arg(text, parts.first());
    }
    if (!hasMonth) {
        return Span{monthStart, QDate(*year, 12, 31)};
    }
    if (!hasDay) {
        return Span{monthStart, QDate(*year, *month, monthStart.daysInMonth())};
    }
    const QDate date(*year, *month, *day);
    if (!date.isValid()) {
        const QString monthText = monthStart.toString(Qt::ISODate).left(7);
        return QueryMessages::tr("%1 does not exist: %2 has %3 days. Write date:%2-%3.")
            .arg(text, monthText, QString::number(monthStart.daysInMonth()));
    }
    return Span{date, date};
}

enum class Precision { Year, Month, Day };

Precision firstDayPrecision(QDate date)
{
    if (date.day() != 1) {
        return Precision::Day;
    }
    return date.month() == 1 ? Precision::Year : Precision::Month;
}

Precision lastDayPrecision(QDate date)
{
    if (date.day() != date.daysInMonth()) {
        return Precision::Day;
    }
    return date.month() == 12 ? Precision::Year : Precision::Month;
}

QString dateText(QDate date, Precision precision)
{
    QString text = date.toString(Qt::ISODate);
    switch (precision) {
    case Precision::Year: return text.left(4);
    case Precision::Month: return text.left(7);
    case Precision::Day: break;
    }
    return text;
}

/// How many days `last-30-days` means; none if it is no such text.
std::optional<int> readLastDays(const QString &text)
{
    const QList<QStringView> parts = QStringView(text).split(u'-');
    if (isWord(text, QueryValues::Today)) {
        return 1;
    }
    const bool isLast = parts.size() == 3 && isWord(parts.at(0), LastText) &&
                        (isWord(parts.at(2), DaysText) || isWord(parts.at(2), DayText));
    return isLast ? number(parts.at(1), 1, MaxDayDigits) : std::nullopt;
}

/// How many signs of `>=`, `>`, `<=`, `<` or `=` the text begins with.
qsizetype signsAtStart(QStringView text)
{
    for (const QLatin1String sign : {QLatin1String(">="), QLatin1String("<="), QLatin1String(">"),
                                     QLatin1String("<"), QLatin1String("=")}) {
        if (text.startsWith(sign)) {
            return sign.size();
        }
    }
    return 0;
}

std::variant<DateRange, QString> readComparison(const QString &text, qsizetype signs)
{
    if (text.size() == signs) {
        return notADate(text);
    }
    const auto read = readSpan(text.mid(signs));
    if (const auto *message = std::get_if<QString>(&read)) {
        return *message;
    }
    const auto [first, last] = std::get<Span>(read);
    const QStringView sign = QStringView(text).left(signs);
    const bool isBeyond = (sign == QLatin1String("<") && first == QDate(1, 1, 1)) ||
                          (sign == QLatin1String(">") && last == QDate(9999, 12, 31));
    if (isBeyond) {
        return QueryMessages::tr("%1 is no time: years are 0001 to 9999. Write date:>=2023.")
            .arg(text);
    }
    DateRange range;
    if (sign == QLatin1String("=")) {
        range.from = first;
        range.to = last;
    } else if (sign.front() == u'>') {
        range.from = signs == 2 ? first : last.addDays(1);
    } else {
        range.to = signs == 2 ? last : first.addDays(-1);
    }
    return range;
}

} // namespace

std::variant<DateRange, QString> readDates(const QString &text)
{
    if (const qsizetype signs = signsAtStart(text); signs > 0) {
        return readComparison(text, signs);
    }
    if (const auto days = readLastDays(text)) {
        if (*days == 0) {
            return QueryMessages::tr("%1 is no time. Write date:last-30-days.").arg(text);
        }
        DateRange range;
        range.lastDays = days;
        return range;
    }
    const qsizetype dots = text.indexOf(QLatin1String(".."));
    const QString low = text.left(dots);
    const QString high = dots < 0 ? text : text.mid(dots + 2);
    if (low.isEmpty() && high.isEmpty()) {
        return QueryMessages::tr(".. has no end. Write date:2023-07.. for July 2023 and later.");
    }
    DateRange range;
    if (!low.isEmpty()) {
        const auto span = readSpan(low);
        if (const auto *message = std::get_if<QString>(&span)) {
            return *message;
        }
        range.from = std::get<Span>(span).first;
    }
    if (!high.isEmpty()) {
        const auto span = readSpan(high);
        if (const auto *message = std::get_if<QString>(&span)) {
            return *message;
        }
        range.to = std::get<Span>(span).last;
    }
    if (range.from && range.to && *range.from > *range.to) {
        return QueryMessages::tr("%1 runs backwards. Write date:%2..%3.").arg(text, high, low);
    }
    return range;
}

QString datesText(const DateRange &range)
{
    if (range.lastDays) {
        return *range.lastDays == 1 ? QString(QueryValues::Today)
                                    : QStringLiteral("last-%1-days").arg(*range.lastDays);
    }
    // Both ends speak with one precision: 2023-01..2023-03 rather than 2023..2023-03.
    const Precision precision =
        std::max(range.from ? firstDayPrecision(*range.from) : Precision::Year,
                 range.to ? lastDayPrecision(*range.to) : Precision::Year);
    const QString from = range.from ? dateText(*range.from, precision) : QString();
    const QString to = range.to ? dateText(*range.to, precision) : QString();
    return from == to ? from : from + QLatin1String("..") + to;
}

} // namespace Microfiche
