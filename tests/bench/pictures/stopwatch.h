// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/processfacts.h"

#include <QElapsedTimer>

#include <ctime>

namespace Microfiche::Bench
{

/// Tells at its end how long it lived, as "seconds", and what the process worked meanwhile, as
/// "processor".
class Stopwatch
{
public:
    Stopwatch() { m_clock.start(); }
    ~Stopwatch()
    {
        tell("seconds", double(m_clock.nsecsElapsed()) / 1e9);
        tell("processor", processorSeconds() - m_before);
    }
    Q_DISABLE_COPY_MOVE(Stopwatch)

private:
    static double processorSeconds()
    {
        timespec time = {};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
    }

    QElapsedTimer m_clock;
    const double m_before = processorSeconds();
};

} // namespace Microfiche::Bench
