// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <algorithm>

namespace Microfiche::Bench
{

/// The smallest value that `percent` of the values do not exceed; 0 of none.
inline double percentile(QList<double> values, int percent)
{
    if (values.isEmpty()) {
        return 0;
    }
    std::sort(values.begin(), values.end());
    const qsizetype place = (values.size() * percent + 99) / 100 - 1;
    return values[std::max<qsizetype>(place, 0)];
}

} // namespace Microfiche::Bench
