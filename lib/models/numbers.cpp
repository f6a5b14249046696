// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/numbers.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <cmath>

namespace Microfiche
{

namespace
{
struct Numbers {
    Q_DECLARE_TR_FUNCTIONS(Numbers)
};
} // namespace

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

QString dayText(QDate day)
{
    //: A day, short: 24 Mar 2023 (QDate::toString format)
    return QLocale().toString(day, Numbers::tr("d MMM yyyy"));
}

QString monthText(QDate day)
{
    //: A month: March 2023 (QDate::toString format)
    return QLocale().toString(day, Numbers::tr("MMMM yyyy"));
}

QString momentText(UtcSeconds moment)
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(moment, Qt::UTC);
    //: A day and a time of day: 7 July 2023, 11:07 UTC (QDateTime::toString format)
    return QLocale().toString(time, Numbers::tr("d MMMM yyyy, HH:mm 'UTC'"));
}

QDate utcDay(UtcSeconds moment)
{
    return QDateTime::fromSecsSinceEpoch(moment, Qt::UTC).date();
}

QString bytesText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 0, QLocale::DataSizeIecFormat);
}

QString durationText(int seconds)
{
    if (seconds < 60) {
        return Numbers::tr("about %Ln second(s)", nullptr, seconds);
    }
    if (seconds < 3600) {
        return Numbers::tr("about %Ln minute(s)", nullptr,
                           static_cast<int>(std::lround(seconds / 60.0)));
    }
    return Numbers::tr("about %Ln hour(s)", nullptr,
                       static_cast<int>(std::lround(seconds / 3600.0)));
}

std::optional<QDate> typedDay(const QString &text, bool asEnd)
{
    const QString typed = text.simplified();
    const QLocale locale;
    for (const QString &format :
         {QStringLiteral("yyyy-MM-dd"), Numbers::tr("d MMM yyyy"), QStringLiteral("d MMMM yyyy"),
          QStringLiteral("d.M.yyyy"), locale.dateFormat(QLocale::ShortFormat)}) {
        if (const QDate day = locale.toDate(typed, format); day.isValid() && day.year() > 999) {
            return day;
        }
        if (const QDate day = QLocale::c().toDate(typed, format);
            day.isValid() && day.year() > 999) {
            return day;
        }
    }
    for (const QString &format :
         {QStringLiteral("yyyy-MM"), QStringLiteral("MMM yyyy"), QStringLiteral("MMMM yyyy")}) {
        QDate month = locale.toDate(typed, format);
        if (!month.isValid()) {
            month = QLocale::c().toDate(typed, format);
        }
        if (month.isValid() && month.year() > 999) {
            return asEnd ? QDate(month.year(), month.month(), month.daysInMonth())
                         : QDate(month.year(), month.month(), 1);
        }
    }
    bool isNumber = false;
    const int year = typed.toInt(&isNumber);
    if (isNumber && typed.size() == 4 && year > 999) {
        return asEnd ? QDate(year, 12, 31) : QDate(year, 1, 1);
    }
    return std::nullopt;
}

} // namespace Microfiche
