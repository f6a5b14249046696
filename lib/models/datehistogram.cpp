// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/datehistogram.h"

#include "models/numbers.h"
#include "models/queryeditor.h"

#include <QLocale>

#include <algorithm>

namespace Microfiche
{

namespace
{
using Unit = CalendarUnit;
constexpr qsizetype MostYears = 24; // a menu that can be read
constexpr int UsualBars = 120;

std::optional<qint64> dayNumber(const std::optional<QDate> &day)
{
    return day ? std::optional(day->toJulianDay()) : std::nullopt;
}

std::optional<QDate> dayOf(const std::optional<qint64> &number)
{
    return number ? std::optional(QDate::fromJulianDay(*number)) : std::nullopt;
}

// No more labels than the widest screen has room for.
int yearsATick(int years)
{
    constexpr int most = 100;
    for (const int every : {1, 2, 5, 10, 20, 50}) {
        if (years / every <= most) {
            return every;
        }
    }
    return 100;
}
} // namespace

DateHistogram::DateHistogram(QueryEditor &editor, QObject *parent)
    : RangeHistogram(editor, UsualBars, parent)
{
}

DateHistogram::Clause DateHistogram::clause() const
{
    const Query query = editor().resolved();
    return {dayNumber(query.date.from), dayNumber(query.date.to), query.undated};
}

void DateHistogram::setClause(const Clause &clause)
{
    editor().setDates({dayOf(clause.from), dayOf(clause.to)}, clause.missing);
}

// The last 30 days go on with the calendar.
void DateHistogram::setMissing(Missing missing)
{
    editor().setDates(editor().query().date, missing);
}

DateHistogram::Counts DateHistogram::countsOf(const QueryAnswer &answer) const
{
    return {answer.days, answer.undated};
}

QDate DateHistogram::oldest() const
{
    return QDate::fromJulianDay(values().first().value);
}

QDate DateHistogram::newest() const
{
    return QDate::fromJulianDay(values().last().value);
}

Unit DateHistogram::chooseUnit() const
{
    for (const Unit unit : {Unit::Day, Unit::Week, Unit::Month, Unit::Year, Unit::Decade}) {
        if (unitsBetween(unit, oldest(), newest()) < mostBars()) {
            return unit;
        }
    }
    return Unit::Century; // one article of the year 9999 makes it that wide
}

QList<HistogramBar> DateHistogram::makeBars()
{
    m_unit = chooseUnit();
    const int count = unitsBetween(m_unit, oldest(), newest()) + 1;
    QList<HistogramBar> bars;
    bars.reserve(count);
    for (QDate start = startOf(m_unit, oldest()); bars.size() < count;) {
        const QDate end = startOfNext(m_unit, start);
        bars << HistogramBar{start.toJulianDay(), end.toJulianDay() - 1, 0, 0,
                             unitLabel(m_unit, start)};
        start = end;
    }
    return bars;
}

// One label a year; a month where a year is wide, a day where a month is.
QList<AxisTick> DateHistogram::makeTicks() const
{
    const QDate first = startOf(m_unit, oldest());
    const bool byMonth = m_unit < Unit::Year && first.daysTo(newest()) < 500;
    const bool byDay = m_unit == Unit::Day && first.daysTo(newest()) < 21;
    const Unit step = byDay ? Unit::Day : byMonth ? Unit::Month : Unit::Year;
    QList<AxisTick> ticks;
    QDate tick = startOf(step, first);
    if (tick < first) {
        tick = startOfNext(step, tick);
    }
    const int every = yearsATick(newest().year() - first.year());
    for (; tick <= newest(); tick = startOfNext(step, tick)) {
        if (step == Unit::Year && tick.year() % every != 0) {
            continue;
        }
        const QString label = step == Unit::Year    ? QString::number(tick.year())
                              : step == Unit::Month ? QLocale().toString(tick, tr("MMM yyyy"))
                                                    : QLocale().toString(tick, tr("d MMM"));
        ticks << AxisTick{placeOf(tick.toJulianDay()), label};
    }
    return ticks;
}

// Within a bar by its share of the bar's days.
qreal DateHistogram::placeOf(qint64 number) const
{
    const QDate day = QDate::fromJulianDay(number);
    const QDate start = startOf(m_unit, day);
    const auto days = static_cast<qreal>(start.daysTo(startOfNext(m_unit, start)));
    return unitsBetween(m_unit, oldest(), day) + static_cast<qreal>(start.daysTo(day)) / days;
}

QString DateHistogram::valueText(qint64 day) const
{
    return dayText(QDate::fromJulianDay(day));
}

QString DateHistogram::rangeText() const
{
    return dateRangeText(editor().query());
}

QString DateHistogram::endText(bool isUpper) const
{
    const DateRange range = editor().resolved().date;
    const auto &end = isUpper ? range.to : range.from;
    if (!end || values().isEmpty()) {
        return isUpper ? tr("To the newest") : tr("From the oldest");
    }
    return (isUpper ? tr("To %1") : tr("From %1")).arg(unitLabel(m_unit, startOf(m_unit, *end)));
}

std::optional<qint64> DateHistogram::typedValue(const QString &text, bool isUpper) const
{
    return dayNumber(typedDay(text, isUpper));
}

QString DateHistogram::notAValue(const QString &text, bool isUpper) const
{
    return isUpper ? tr("%1 is not a day. Write 2023-05-10, 2023-05 or 2023.").arg(text)
                   : tr("%1 is not a day. Write 2021-06-01, 2021-06 or 2021.").arg(text);
}

QString DateHistogram::wrongWayRound(qint64 from, qint64 to, bool isUpper) const
{
    return isUpper ? tr("%1 is before %2.").arg(valueText(to), valueText(from))
                   : tr("%1 is after %2.").arg(valueText(from), valueText(to));
}

void DateHistogram::chooseLastMonths(int months)
{
    if (!allValues().isEmpty()) {
        const QDate last = QDate::fromJulianDay(allValues().last().value);
        editor().setDates({last.addMonths(-months).addDays(1), last, {}}, Missing::Excluded);
        settle();
    }
}

void DateHistogram::chooseYear(int year)
{
    editor().setDates({QDate(year, 1, 1), QDate(year, 12, 31)}, Missing::Excluded);
    settle();
}

QList<int> DateHistogram::years() const
{
    QList<int> years;
    qsizetype left = allValues().size(); // from the last: clang 14 cannot take views::reverse
    while (left > 0 && years.size() < MostYears) {
        const int year = QDate::fromJulianDay(allValues().at(--left).value).year();
        if (years.isEmpty() || years.last() != year) {
            years << year;
        }
    }
    return years;
}

} // namespace Microfiche
