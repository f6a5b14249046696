// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>

#include <cstdio>
#include <ctime>

namespace Microfiche::Bench
{

/// What this process has worked so far, on all cores.
inline double cpuSeconds()
{
    timespec time = {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

inline double peakMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    static const QRegularExpression Peak(QStringLiteral("VmHWM:\\s+(\\d+) kB"));
    const auto match = Peak.match(QString::fromLatin1(status.readAll()));
    return match.captured(1).toDouble() / 1000; // kB as the kernel has them are KiB: near enough
}

/// Does the work and prints what it took, as costOf() reads it. The process's exit code.
template <typename Work>
int spend(Work work)
{
    QElapsedTimer wall;
    wall.start();
    const double before = cpuSeconds();
    const bool isDone = work();
    const double seconds = double(wall.nsecsElapsed()) / 1e9;
    std::printf("%.6f %.6f %.3f\n", seconds, cpuSeconds() - before, peakMegabytes());
    return isDone ? 0 : 1;
}

} // namespace Microfiche::Bench
