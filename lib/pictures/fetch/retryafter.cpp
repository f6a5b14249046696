// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures/fetch/retryafter.h"

#include <QLocale>

#include <algorithm>

namespace Microfiche
{

namespace
{
constexpr std::chrono::seconds LongestWait = std::chrono::hours(24 * 365);
}

std::optional<std::chrono::milliseconds> parseRetryAfter(const QByteArray &header,
                                                         const QDateTime &now)
{
    using std::chrono::milliseconds;
    const QByteArray value = header.trimmed();
    const bool isNumber = !value.isEmpty() && std::all_of(value.begin(), value.end(), [](char c) {
        return c >= '0' && c <= '9';
    });
    if (isNumber) {
        bool fits = false;
        const qint64 seconds = value.toLongLong(&fits);
        return fits && seconds < LongestWait.count() ? std::chrono::seconds(seconds) : LongestWait;
    }
    const QDateTime until = parseHttpDate(value);
    if (!until.isValid() || !now.isValid()) {
        return std::nullopt;
    }
    return milliseconds(
        std::clamp<qint64>(now.msecsTo(until), 0, milliseconds(LongestWait).count()));
}

QDateTime parseHttpDate(const QByteArray &header)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(header.trimmed()),
                                             QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    return date;
}

} // namespace Microfiche
