// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakehistogram.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Microfiche
{

QList<int> FakeHistogram::totals() const
{
    QList<int> all;
    for (const HistogramBar &bar : bars()) {
        all.append(bar.total);
    }
    return all;
}

void FakeHistogram::setTotals(const QList<int> &totals)
{
    QList<HistogramBar> made;
    for (int i = 0; i < totals.size(); ++i) {
        HistogramBar bar;
        bar.from = bar.to = i;
        bar.total = bar.count = totals.at(i);
        bar.label = m_kind == u"date" ? u"month %1"_s.arg(i + 1) : u"score %1"_s.arg(i * 5);
        made.append(bar);
    }
    setBars(made, ticks(), missing());
    open();
}

QList<int> FakeHistogram::counts() const
{
    QList<int> all;
    for (const HistogramBar &bar : bars()) {
        all.append(bar.count);
    }
    return all;
}

void FakeHistogram::setCounts(const QList<int> &counts)
{
    QList<HistogramBar> made = bars();
    for (int i = 0; i < std::min(counts.size(), made.size()); ++i) {
        made[i].count = counts.at(i);
    }
    setBars(made, ticks(), missing());
}

void FakeHistogram::setMissingTotal(int total)
{
    HistogramBar bar;
    bar.total = total;
    bar.count = total / 2;
    bar.label = missingLabel();
    setBars(bars(), ticks(), bar);
}

void FakeHistogram::setAxis(const QStringList &labels, int every, int from)
{
    QList<AxisTick> made;
    for (int i = 0; i < labels.size(); ++i) {
        AxisTick tick;
        tick.position = from + i * every;
        tick.label = labels.at(i);
        made.append(tick);
    }
    setBars(bars(), made, missing());
}

void FakeHistogram::brushWithin(qreal lower, qreal upper)
{
    m_isBrushed = true;
    setBrush(lower, upper);
}

void FakeHistogram::open()
{
    setBrush(0, qreal(bars().size()));
}

QString FakeHistogram::label(qreal bar) const
{
    return bars().value(int(bar)).label;
}

QString FakeHistogram::unitText() const
{
    return m_kind == u"date" ? u"by month"_s : QString();
}

QString FakeHistogram::missingLabel() const
{
    return m_kind == u"date" ? u"undated"_s : u"unrated"_s;
}

QString FakeHistogram::fromText() const
{
    return m_isBrushed && lower() > 0 ? label(lower()) : u"any"_s;
}

QString FakeHistogram::toText() const
{
    return m_isBrushed && upper() < qreal(bars().size()) ? label(upper() - 1) : u"any"_s;
}

QString FakeHistogram::rangeText() const
{
    return m_isBrushed ? u"and up, or unrated"_s : u"any"_s;
}

QString FakeHistogram::lowerSpoken() const
{
    return u"From %1. 1,161 articles"_s.arg(label(lower()));
}

QString FakeHistogram::upperSpoken() const
{
    return u"To %1. 1,161 articles"_s.arg(label(upper() - 1));
}

void FakeHistogram::setMostBars(int bars)
{
    m_mostBars = bars;
    Q_EMIT barsChanged(); // as a chart does that has other bars now
}

void FakeHistogram::brush(int first, int last)
{
    ++m_brushCalls;
    m_isBrushed = first > 0 || last + 1 < bars().size();
    setBrush(first, last + 1);
}

void FakeHistogram::brushFrom(int first)
{
    ++m_brushCalls;
    m_isBrushed = first > 0 || upper() < qreal(bars().size());
    setBrush(first, upper());
}

void FakeHistogram::brushTo(int last)
{
    ++m_brushCalls;
    m_isBrushed = lower() > 0 || last + 1 < bars().size();
    setBrush(lower(), last + 1);
}

QString FakeHistogram::typeFrom(const QString &text)
{
    bool isNumber = false;
    const int bar = text.toInt(&isNumber);
    if (!isNumber) {
        return u"%1 is not a number."_s.arg(text);
    }
    brush(std::clamp(bar, 0, int(upper()) - 1), int(upper()) - 1);
    return {};
}

QString FakeHistogram::typeTo(const QString &text)
{
    bool isNumber = false;
    const int bar = text.toInt(&isNumber);
    if (!isNumber) {
        return u"%1 is not a number."_s.arg(text);
    }
    brush(int(lower()), std::clamp(bar, int(lower()), int(bars().size()) - 1));
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
    open();
}

void FakeHistogram::zoom(qreal place, qreal factor)
{
    m_zoomPlace = place;
    m_isZoomed = factor < 1;
    Q_EMIT barsChanged();
}

void FakeHistogram::showAll()
{
    m_isZoomed = false;
    Q_EMIT barsChanged();
}

} // namespace Microfiche
