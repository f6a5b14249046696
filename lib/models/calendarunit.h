// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace Microfiche
{

/// What one bar of a chart over time stands for. Weeks begin on Mondays.
enum class CalendarUnit { Day, Week, Month, Year, Decade, Century };

/// The first day of the unit that `day` lies in.
QDate startOf(CalendarUnit unit, QDate day);
/// The first day of the unit after the one that begins on `start`.
QDate startOfNext(CalendarUnit unit, QDate start);
/// How many units lie from the one that `first` is in to the one that `day` is in.
int unitsBetween(CalendarUnit unit, QDate first, QDate day);
QString unitLabel(CalendarUnit unit, QDate start); ///< "June 2021", "week of 7 Jun 2021"
QString unitName(CalendarUnit unit);               ///< "by month"

} // namespace Microfiche
