// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakehistogram.h"

#include <algorithm>

namespace Microfiche
{

QList<int> FakeHistogram::totals() const
{
    QList<int> all;
    for (const HistogramBar &bar : m_bars)
        all.append(bar.total);
    return all;
}

void FakeHistogram::setTotals(const QList<int> &totals)
{
    m_bars.clear();
    for (int i = 0; i < totals.size(); ++i) {
        HistogramBar bar;
        bar.from = bar.to = i;
        bar.total = bar.count = totals.at(i);
        bar.label = m_kind == u"date" ? u"month %1"_qs.arg(i + 1) : u"score %1"_qs.arg(i * 5);
        m_bars.append(bar);
    }
    m_lower = 0;
    m_upper = qreal(m_bars.size());
    remake();
}

QList<int> FakeHistogram::counts() const
{
    QList<int> all;
    for (const HistogramBar &bar : m_bars)
        all.append(bar.count);
    return all;
}

void FakeHistogram::setCounts(const QList<int> &counts)
{
    for (int i = 0; i < std::min(counts.size(), m_bars.size()); ++i)
        m_bars[i].count = counts.at(i);
    remake();
}

void FakeHistogram::setMissingTotal(int total)
{
    m_missing.total = total;
    m_missing.count = total / 2;
    m_missing.label = missingLabel();
    remake();
}

void FakeHistogram::setAxis(const QStringList &labels, int every, int from)
{
    m_ticks.clear();
    for (int i = 0; i < labels.size(); ++i) {
        AxisTick tick;
        tick.position = from + i * every;
        tick.label = labels.at(i);
        m_ticks.append(tick);
    }
    Q_EMIT barsChanged();
}

void FakeHistogram::setGrid(const QList<int> &counts)
{
    m_gridLines.clear();
    for (const int count : counts) {
        AxisTick line;
        line.position = height(count);
        line.label = QString::number(count);
        m_gridLines.append(line);
    }
    Q_EMIT barsChanged();
}

void FakeHistogram::setSquareRoot(bool is)
{
    m_squareRoot = is;
    Q_EMIT barsChanged();
}

void FakeHistogram::remake()
{
    m_largest = m_missing.total;
    for (const HistogramBar &bar : std::as_const(m_bars))
        m_largest = std::max(m_largest, bar.total);
    Q_EMIT barsChanged();
    Q_EMIT brushChanged();
}

QString FakeHistogram::label(qreal bar) const
{
    return m_bars.value(int(bar)).label;
}

QString FakeHistogram::unitText() const
{
    return m_kind == u"date" ? u"by month"_qs : QString();
}

QString FakeHistogram::missingLabel() const
{
    return m_kind == u"date" ? u"undated"_qs : u"unrated"_qs;
}

QString FakeHistogram::fromText() const
{
    return m_isBrushed && m_lower > 0 ? label(m_lower) : u"any"_qs;
}

QString FakeHistogram::toText() const
{
    return m_isBrushed && m_upper < qreal(m_bars.size()) ? label(m_upper - 1) : u"any"_qs;
}

QString FakeHistogram::rangeText() const
{
    return m_isBrushed ? u"and up, or unrated"_qs : u"any"_qs;
}

QString FakeHistogram::lowerSpoken() const
{
    return u"From %1. 1,161 articles"_qs.arg(label(m_lower));
}

QString FakeHistogram::upperSpoken() const
{
    return u"To %1. 1,161 articles"_qs.arg(label(m_upper - 1));
}

void FakeHistogram::setMostBars(int bars)
{
    m_mostBars = bars;
}

void FakeHistogram::brush(int first, int last)
{
    ++m_brushCalls;
    m_lower = first;
    m_upper = last + 1;
    m_isBrushed = first > 0 || last + 1 < m_bars.size();
    Q_EMIT brushChanged();
}

QString FakeHistogram::typeFrom(const QString &text)
{
    bool isNumber = false;
    const int bar = text.toInt(&isNumber);
    if (!isNumber)
        return u"%1 is not a number."_qs.arg(text);
    brush(std::clamp(bar, 0, int(m_upper) - 1), int(m_upper) - 1);
    return {};
}

QString FakeHistogram::typeTo(const QString &text)
{
    bool isNumber = false;
    const int bar = text.toInt(&isNumber);
    if (!isNumber)
        return u"%1 is not a number."_qs.arg(text);
    brush(int(m_lower), std::clamp(bar, int(m_lower), int(m_bars.size()) - 1));
    return {};
}

void FakeHistogram::chooseMissing()
{
    m_missingChosen = !m_missingChosen;
    Q_EMIT brushChanged();
}

void FakeHistogram::clear()
{
    ++m_clearCalls;
    m_isBrushed = false;
    m_lower = 0;
    m_upper = qreal(m_bars.size());
    Q_EMIT brushChanged();
}

} // namespace Microfiche
