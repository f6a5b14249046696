// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/calendarunit.h"

#include "models/numbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace Microfiche
{

namespace
{
struct UnitWords {
    Q_DECLARE_TR_FUNCTIONS(CalendarUnit)
};

// There is no year 0.
QDate startOfYears(int year, int count)
{
    return {std::max(1, year / count * count), 1, 1};
}

QString yearsLabel(int year, int count)
{
    const int last = (year / count + 1) * count - 1;
    //: A span of years
    return UnitWords::tr("%1 to %2").arg(QString::number(year), QString::number(last));
}
} // namespace

QDate startOf(CalendarUnit unit, QDate day)
{
    switch (unit) {
    case CalendarUnit::Day: return day;
    case CalendarUnit::Week: return day.addDays(1 - day.dayOfWeek());
    case CalendarUnit::Month: return {day.year(), day.month(), 1};
    case CalendarUnit::Year: return {day.year(), 1, 1};
    case CalendarUnit::Decade: return startOfYears(day.year(), 10);
    case CalendarUnit::Century: return startOfYears(day.year(), 100);
    }
    return day;
}

QDate startOfNext(CalendarUnit unit, QDate start)
{
    switch (unit) {
    case CalendarUnit::Day: return start.addDays(1);
    case CalendarUnit::Week: return start.addDays(7);
    case CalendarUnit::Month: return start.addMonths(1);
    case CalendarUnit::Year: return start.addYears(1);
    case CalendarUnit::Decade: return {(start.year() / 10 + 1) * 10, 1, 1};
    case CalendarUnit::Century: return {(start.year() / 100 + 1) * 100, 1, 1};
    }
    return start;
}

int unitsBetween(CalendarUnit unit, QDate first, QDate day)
{
    const QDate from = startOf(unit, first);
    switch (unit) {
    case CalendarUnit::Day: return static_cast<int>(from.daysTo(day));
    case CalendarUnit::Week: return static_cast<int>(from.daysTo(startOf(unit, day)) / 7);
    case CalendarUnit::Month: return (day.year() - from.year()) * 12 + day.month() - from.month();
    case CalendarUnit::Year: return day.year() - from.year();
    case CalendarUnit::Decade: return day.year() / 10 - from.year() / 10;
    case CalendarUnit::Century: return day.year() / 100 - from.year() / 100;
    }
    return 0;
}

QString unitLabel(CalendarUnit unit, QDate start)
{
    switch (unit) {
    case CalendarUnit::Day: return dayText(start);
    case CalendarUnit::Week: return UnitWords::tr("week of %1").arg(dayText(start));
    case CalendarUnit::Month: return monthText(start);
    case CalendarUnit::Year: return QString::number(start.year());
    case CalendarUnit::Decade: return yearsLabel(start.year(), 10);
    case CalendarUnit::Century: return yearsLabel(start.year(), 100);
    }
    return {};
}

QString unitName(CalendarUnit unit)
{
    switch (unit) {
    case CalendarUnit::Day: return UnitWords::tr("by day");
    case CalendarUnit::Week: return UnitWords::tr("by week");
    case CalendarUnit::Month: return UnitWords::tr("by month");
    case CalendarUnit::Year: return UnitWords::tr("by year");
    case CalendarUnit::Decade: return UnitWords::tr("by decade");
    case CalendarUnit::Century: return UnitWords::tr("by century");
    }
    return {};
}

} // namespace Microfiche
