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
using Unit = DateHistogram::Unit;

QDate startOf(Unit unit, QDate day)
{
    switch (unit) {
    case Unit::Day: return day;
    case Unit::Week: return day.addDays(1 - day.dayOfWeek());
    case Unit::Month: return {day.year(), day.month(), 1};
    case Unit::Year: return {day.year(), 1, 1};
    }
    return day;
}

QDate next(Unit unit, QDate start)
{
    switch (unit) {
    case Unit::Day: return start.addDays(1);
    case Unit::Week: return start.addDays(7);
    case Unit::Month: return start.addMonths(1);
    case Unit::Year: return start.addYears(1);
    }
    return start;
}

// How many units lie from the one that `first` is in to the one that `day` is in.
int distance(Unit unit, QDate first, QDate day)
{
    const QDate from = startOf(unit, first);
    switch (unit) {
    case Unit::Day: return static_cast<int>(from.daysTo(day));
    case Unit::Week: return static_cast<int>(from.daysTo(startOf(unit, day)) / 7);
    case Unit::Month: return (day.year() - from.year()) * 12 + day.month() - from.month();
    case Unit::Year: return day.year() - from.year();
    }
    return 0;
}

QString labelOf(Unit unit, QDate start)
{
    switch (unit) {
    case Unit::Day: return dayText(start);
    case Unit::Week: return DateHistogram::tr("week of %1").arg(dayText(start));
    case Unit::Month: return monthText(start);
    case Unit::Year: return QString::number(start.year());
    }
    return {};
}
} // namespace

DateHistogram::DateHistogram(QueryEditor &editor, QObject *parent)
    : Histogram(parent)
    , m_editor(editor)
{
    connect(&editor, &QueryEditor::changed, this, &DateHistogram::showBrush);
}

void DateHistogram::setAnswer(const QueryAnswer &answer)
{
    m_days = answer.days;
    m_undated = answer.undated;
    m_answered = answer.articles + answer.mentions;
    rebuild();
}

void DateHistogram::setMostBars(int bars)
{
    if (bars < 1 || bars == m_mostBars) {
        return;
    }
    m_mostBars = bars;
    rebuild();
}

DateHistogram::Unit DateHistogram::chooseUnit() const
{
    const QDate first = QDate::fromJulianDay(m_days.first().value);
    const QDate last = QDate::fromJulianDay(m_days.last().value);
    for (const Unit unit : {Unit::Day, Unit::Week, Unit::Month}) {
        if (distance(unit, first, last) < m_mostBars) {
            return unit;
        }
    }
    return Unit::Year;
}

void DateHistogram::rebuild()
{
    HistogramBar missing{0, 0, m_undated.total, m_undated.count, tr("Undated")};
    QList<HistogramBar> bars;
    QList<AxisTick> ticks;
    if (!m_days.isEmpty()) {
        m_unit = chooseUnit();
        const QDate first = QDate::fromJulianDay(m_days.first().value);
        const int count = distance(m_unit, first, QDate::fromJulianDay(m_days.last().value)) + 1;
        bars.reserve(count);
        for (QDate start = startOf(m_unit, first); bars.size() < count;) {
            const QDate end = next(m_unit, start);
            bars << HistogramBar{start.toJulianDay(), end.toJulianDay() - 1, 0, 0,
                                 labelOf(m_unit, start)};
            start = end;
        }
        auto bar = bars.begin();
        for (const ValueCount &day : std::as_const(m_days)) {
            while (bar->to < day.value) {
                ++bar;
            }
            bar->total += day.total;
            bar->count += day.count;
        }
        ticks = makeTicks(count);
    }
    setBars(std::move(bars), std::move(ticks), std::move(missing));
    showBrush();
}

// One label a year; a month where a year is wide, a day where a month is.
QList<AxisTick> DateHistogram::makeTicks(int bars) const
{
    const QDate first = startOf(m_unit, QDate::fromJulianDay(m_days.first().value));
    const QDate last = QDate::fromJulianDay(m_days.last().value);
    const bool byMonth = m_unit != Unit::Year && first.daysTo(last) < 500;
    const bool byDay = m_unit == Unit::Day && first.daysTo(last) < 21;
    const Unit step = byDay ? Unit::Day : byMonth ? Unit::Month : Unit::Year;
    QList<AxisTick> ticks;
    QDate tick = startOf(step, first);
    if (tick < first) {
        tick = next(step, tick);
    }
    for (; tick <= last; tick = next(step, tick)) {
        const QString label = step == Unit::Year    ? QString::number(tick.year())
                              : step == Unit::Month ? QLocale().toString(tick, tr("MMM yyyy"))
                                                    : QLocale().toString(tick, tr("d MMM"));
        ticks << AxisTick{std::min<qreal>(placeOf(tick), bars), label};
    }
    return ticks;
}

int DateHistogram::barAt(QDate day) const
{
    return distance(m_unit, QDate::fromJulianDay(m_days.first().value), day);
}

// Where a day begins, in bars; within a bar by its share of the bar's days.
qreal DateHistogram::placeOf(QDate day) const
{
    const QDate start = startOf(m_unit, day);
    const qreal days = static_cast<qreal>(start.daysTo(next(m_unit, start)));
    return barAt(day) + static_cast<qreal>(start.daysTo(day)) / days;
}

void DateHistogram::showBrush()
{
    const DateRange &range = m_editor.query().date;
    const auto count = static_cast<qreal>(bars().size());
    if (m_days.isEmpty()) {
        setBrush(0, 0);
        return;
    }
    const qreal lower = range.from ? std::clamp(placeOf(*range.from), 0.0, count) : 0;
    const qreal upper = range.to ? std::clamp(placeOf(range.to->addDays(1)), 0.0, count) : count;
    setBrush(lower, std::max(lower, upper));
}

QString DateHistogram::unitText() const
{
    switch (m_unit) {
    case Unit::Day: return tr("by day");
    case Unit::Week: return tr("by week");
    case Unit::Month: return tr("by month");
    case Unit::Year: return tr("by year");
    }
    return {};
}

bool DateHistogram::missingChosen() const
{
    return m_editor.query().undated == Missing::Only ||
           (m_editor.query().undated == Missing::Included && m_editor.query().filtersDate());
}

bool DateHistogram::isBrushed() const
{
    return m_editor.query().filtersDate();
}

QString DateHistogram::fromText() const
{
    const auto &from = m_editor.query().date.from;
    return from ? dayText(*from) : tr("any");
}

QString DateHistogram::toText() const
{
    const auto &to = m_editor.query().date.to;
    return to ? dayText(*to) : tr("any");
}

QString DateHistogram::rangeText() const
{
    return dateRangeText(m_editor.query());
}

QString DateHistogram::describe(bool upper) const
{
    const auto &end = upper ? m_editor.query().date.to : m_editor.query().date.from;
    const QString articles = tr("%Ln article(s)", nullptr, m_answered);
    if (!end || m_days.isEmpty()) {
        return upper ? tr("To the newest. %1").arg(articles)
                     : tr("From the oldest. %1").arg(articles);
    }
    const QString when = labelOf(m_unit, startOf(m_unit, *end));
    return (upper ? tr("To %1. %2") : tr("From %1. %2")).arg(when, articles);
}

QString DateHistogram::lowerSpoken() const
{
    return describe(false);
}

QString DateHistogram::upperSpoken() const
{
    return describe(true);
}

void DateHistogram::brush(int first, int last)
{
    if (bars().isEmpty()) {
        return;
    }
    const int end = static_cast<int>(bars().size()) - 1;
    if (first > last) {
        std::swap(first, last);
    }
    first = std::clamp(first, 0, end);
    last = std::clamp(last, 0, end);
    DateRange range;
    if (first > 0) {
        range.from = QDate::fromJulianDay(bars().at(first).from);
    }
    if (last < end) {
        range.to = QDate::fromJulianDay(bars().at(last).to);
    }
    const Missing undated = m_editor.query().undated;
    m_editor.setDates(range, undated == Missing::Only ? Missing::Excluded : undated);
}

QString DateHistogram::typeFrom(const QString &text)
{
    DateRange range = m_editor.query().date;
    if (text.trimmed().isEmpty() || text == tr("any")) {
        range.from.reset();
    } else if (const auto day = typedDay(text, false)) {
        range.from = day;
    } else {
        return tr("%1 is not a day. Write 2021-06-01, 2021-06 or 2021.").arg(text.left(40));
    }
    if (range.from && range.to && *range.from > *range.to) {
        return tr("%1 is after %2.").arg(dayText(*range.from), dayText(*range.to));
    }
    const Missing undated = m_editor.query().undated;
    m_editor.setDates(range, undated == Missing::Only ? Missing::Excluded : undated);
    return {};
}

QString DateHistogram::typeTo(const QString &text)
{
    DateRange range = m_editor.query().date;
    if (text.trimmed().isEmpty() || text == tr("any")) {
        range.to.reset();
    } else if (const auto day = typedDay(text, true)) {
        range.to = day;
    } else {
        return tr("%1 is not a day. Write 2023-05-10, 2023-05 or 2023.").arg(text.left(40));
    }
    if (range.from && range.to && *range.from > *range.to) {
        return tr("%1 is before %2.").arg(dayText(*range.to), dayText(*range.from));
    }
    const Missing undated = m_editor.query().undated;
    m_editor.setDates(range, undated == Missing::Only ? Missing::Excluded : undated);
    return {};
}

void DateHistogram::chooseMissing()
{
    const Query &query = m_editor.query();
    if (query.date.isOpen()) {
        m_editor.setDates({}, query.undated == Missing::Only ? Missing::Excluded : Missing::Only);
    } else if (query.undated == Missing::Excluded) {
        m_editor.setDates(query.date, Missing::Included);
    } else {
        m_editor.setDates(query.date, Missing::Excluded);
    }
}

void DateHistogram::clear()
{
    m_editor.setDates({}, Missing::Excluded);
}

void DateHistogram::chooseLastMonths(int months)
{
    if (m_days.isEmpty()) {
        return;
    }
    const QDate newest = QDate::fromJulianDay(m_days.last().value);
    m_editor.setDates({newest.addMonths(-months).addDays(1), newest}, Missing::Excluded);
}

void DateHistogram::chooseYear(int year)
{
    m_editor.setDates({QDate(year, 1, 1), QDate(year, 12, 31)}, Missing::Excluded);
}

QList<int> DateHistogram::years() const
{
    QList<int> years;
    for (auto day = m_days.crbegin(); day != m_days.crend(); ++day) {
        const int year = QDate::fromJulianDay(day->value).year();
        if (years.isEmpty() || years.last() != year) {
            years << year;
        }
    }
    return years;
}

} // namespace Microfiche
