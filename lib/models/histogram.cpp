// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/histogram.h"

#include "models/numbers.h"

#include <algorithm>
#include <cmath>

namespace Microfiche
{

namespace
{
// VISUAL.md, Charts: heights are square roots when one bar would flatten all others.
constexpr int FlatteningRatio = 8;

// The largest of 1, 2, 4, 5 × 10^n that is not over `limit`.
int roundCount(double limit)
{
    const double decade = std::pow(10.0, std::floor(std::log10(limit)));
    for (const int step : {5, 4, 2}) {
        if (step * decade <= limit) {
            return static_cast<int>(step * decade);
        }
    }
    return static_cast<int>(decade);
}
} // namespace

void Histogram::setBars(QList<HistogramBar> bars, QList<AxisTick> ticks, HistogramBar missing)
{
    m_bars = std::move(bars);
    m_ticks = std::move(ticks);
    m_missing = std::move(missing);
    setScale();
    Q_EMIT barsChanged();
}

void Histogram::setScale()
{
    QList<int> totals;
    for (const HistogramBar &bar : std::as_const(m_bars)) {
        if (bar.total > 0) {
            totals << bar.total;
        }
    }
    if (m_missing.total > 0) {
        totals << m_missing.total;
    }
    m_gridLines.clear();
    m_squareRoot = false;
    m_largest = 0;
    if (totals.isEmpty()) {
        return;
    }
    std::sort(totals.begin(), totals.end());
    m_largest = totals.last();
    m_squareRoot = m_largest > FlatteningRatio * totals.at(totals.size() / 2);
    if (m_largest < 4) {
        return;
    }
    const int upper = roundCount(m_largest * 0.95);
    m_gridLines << AxisTick{height(upper), countText(upper)};
    if (m_squareRoot && upper >= 16) {
        const int lower = roundCount(upper / 4.0);
        m_gridLines << AxisTick{height(lower), countText(lower)};
    }
}

qreal Histogram::height(int count) const
{
    if (m_largest <= 0 || count <= 0) {
        return 0;
    }
    const qreal share = std::min(1.0, static_cast<qreal>(count) / m_largest);
    return m_squareRoot ? std::sqrt(share) : share;
}

void Histogram::setBrush(qreal lower, qreal upper)
{
    m_lower = lower;
    m_upper = upper;
    Q_EMIT brushChanged();
}

} // namespace Microfiche
