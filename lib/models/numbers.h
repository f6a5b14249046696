// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, days and sizes as a person reads them, in the language of the locale.
#pragma once

#include "article/article.h"

#include <QDate>
#include <QString>

namespace Microfiche
{

QString countText(qint64 count);       ///< "1,592"
QString dayText(QDate day);            ///< "24 Mar 2023"
QString monthText(QDate day);          ///< "March 2023"
QString momentText(UtcSeconds moment); ///< "7 July 2023, 11:07 UTC"
QDate utcDay(UtcSeconds moment);
QString bytesText(qint64 bytes);   ///< "48 MiB"
QString durationText(int seconds); ///< "about 5 seconds", "about 2 minutes"
/// A day as a person types it: "2021-06-01", "1 Jun 2021", or the locale's own short form; a month
/// or a year means its first day, or its last if `asEnd`.
std::optional<QDate> typedDay(const QString &text, bool asEnd);

} // namespace Microfiche
