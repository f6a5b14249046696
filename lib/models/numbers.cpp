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

// As the locale writes it or as everyone does; none of before the year 1000, which is a typing
// error rather than news.
QDate readDay(const QString &typed, const QString &format)
{
    const QDate local = QLocale().toDate(typed, format);
    const QDate day = local.isValid() ? local : QLocale::c().toDate(typed, format);
    return day.year() > 999 ? day : QDate();
}

// The locale's short form, with and without leading zeros and the century.
QDate readShortDay(const QString &typed)
{
    QString format = QLocale().dateFormat(QLocale::ShortFormat);
    format.replace(QLatin1String("yyyy"), QLatin1String("yy"));
    format.replace(QLatin1String("dd"), QLatin1String("d"));
    format.replace(QLatin1String("MM"), QLatin1String("M"));
    QString withCentury = format;
    withCentury.replace(QLatin1String("yy"), QLatin1String("yyyy"));
    if (const QDate day = readDay(typed, withCentury); day.isValid()) {
        return day;
    }
    // Two digits mean 1970 to 2069; QLocale reads them as 1900 to 1999.
    const QDate day = readDay(typed, format);
    return day.isValid() && day.year() < 1970 ? day.addYears(100) : day;
}
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
    // A number and its unit stay on one line.
    return QLocale()
        .formattedDataSize(bytes, 0, QLocale::DataSizeIecFormat)
        .replace(QLatin1Char(' '), QChar::Nbsp);
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
    for (const QString &format : {QStringLiteral("yyyy-M-d"), Numbers::tr("d MMM yyyy"),
                                  QStringLiteral("d MMMM yyyy"), QStringLiteral("d.M.yyyy")}) {
        if (const QDate day = readDay(typed, format); day.isValid()) {
            return day;
        }
    }
    if (const QDate day = readShortDay(typed); day.isValid()) {
        return day;
    }
    for (const QString &format :
         {QStringLiteral("yyyy-M"), QStringLiteral("MMM yyyy"), QStringLiteral("MMMM yyyy")}) {
        if (const QDate month = readDay(typed, format); month.isValid()) {
            return QDate(month.year(), month.month(), asEnd ? month.daysInMonth() : 1);
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
