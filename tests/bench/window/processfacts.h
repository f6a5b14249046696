// SPDX-License-Identifier: GPL-3.0-or-later
// What a measured program says of itself: lines of a name and a number on standard output.
#pragma once

#include <QFile>
#include <QRegularExpression>

#include <cstdio>
#include <ctime>

namespace Microfiche::Bench
{

inline void tell(const char *name, double value)
{
    std::printf("%s %.3f\n", name, value);
    std::fflush(stdout);
}

/// A line of what the kernel says of this process, in megabytes.
inline double statusMegabytes(const QString &name)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QRegularExpression line(name + QStringLiteral(":\\s+(\\d+) kB"));
    const auto match = line.match(QString::fromLatin1(status.readAll()));
    return match.captured(1).toDouble() / 1000;
}

/// Memory that is in RAM, what it shares with others included.
inline double residentMegabytes()
{
    return statusMegabytes(QStringLiteral("VmRSS"));
}
inline double peakMegabytes() ///< the most that it ever was
{
    return statusMegabytes(QStringLiteral("VmHWM"));
}

/// What the calling thread has worked so far.
inline double threadMilliseconds()
{
    timespec time = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

} // namespace Microfiche::Bench
