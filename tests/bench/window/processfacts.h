// SPDX-License-Identifier: GPL-3.0-or-later
// What a measured program says of itself: lines of a name and a number on standard output.
#pragma once

#include <QFile>
#include <QRegularExpression>

#include <cstdio>

namespace Microfiche::Bench
{

inline void tell(const char *name, double value)
{
    std::printf("%s %.3f\n", name, value);
    std::fflush(stdout);
}

/// Memory of this process that is in RAM, what it shares with others included.
inline double residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    static const QRegularExpression Resident(QStringLiteral("VmRSS:\\s+(\\d+) kB"));
    const auto match = Resident.match(QString::fromLatin1(status.readAll()));
    return match.captured(1).toDouble() / 1000;
}

} // namespace Microfiche::Bench
