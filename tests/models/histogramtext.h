// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/histogram.h"

#include <QStringList>

namespace Microfiche::Test
{

/// "June 2021: 3 of 5" for each bar and for what has no value, empty ones left out.
inline QStringList dumpOf(const Histogram &histogram)
{
    QStringList lines;
    for (const HistogramBar &bar : histogram.bars() + QList{histogram.missing()}) {
        if (bar.total > 0) {
            lines << QStringLiteral("%1: %2 of %3").arg(bar.label).arg(bar.count).arg(bar.total);
        }
    }
    return lines;
}

} // namespace Microfiche::Test
