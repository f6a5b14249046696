// SPDX-License-Identifier: GPL-3.0-or-later
#include "quick/histogrambars.h"

#include <QQuickWindow>

#include <algorithm>
#include <cmath>

namespace Microfiche
{

HistogramBars::HistogramBars(QQuickItem *parent)
    : PixelRectangles(parent)
{
    connect(this, &HistogramBars::changed, this, [this] { update(); });
}

void HistogramBars::setHistogram(Histogram *histogram)
{
    if (m_histogram == histogram) {
        return;
    }
    if (m_histogram) {
        m_histogram->disconnect(this);
    }
    m_histogram = histogram;
    if (histogram) {
        connect(histogram, &Histogram::barsChanged, this, [this] { update(); });
        connect(histogram, &Histogram::brushChanged, this, [this] {
            update();
            Q_EMIT brushChanged();
        });
        connect(histogram, &QObject::destroyed, this, [this] {
            m_histogram = nullptr;
            Q_EMIT changed();
        });
    }
    Q_EMIT changed();
    Q_EMIT brushChanged();
}

bool HistogramBars::isOnlyMissing() const
{
    if (!m_histogram || !m_histogram->isBrushed()) {
        return false;
    }
    const bool isOpen = m_histogram->lower() <= 0 && m_histogram->upper() >= barCount();
    return m_histogram->upper() <= m_histogram->lower() || (m_histogram->missingChosen() && isOpen);
}

int HistogramBars::barCount() const
{
    return m_histogram ? int(m_histogram->bars().size()) : 0;
}

qreal HistogramBars::edgeAt(qreal position, qreal scale) const
{
    const int count = barCount();
    return count == 0 ? 0 : snapped(position * width() / count, scale);
}

qreal HistogramBars::edgeAt(qreal position) const
{
    return edgeAt(position, window() ? window()->effectiveDevicePixelRatio() : 1);
}

int HistogramBars::barAt(qreal x) const
{
    const int count = barCount();
    if (count == 0 || width() <= 0) {
        return 0;
    }
    return std::clamp(int(std::floor(x * count / width())), 0, count - 1);
}

void HistogramBars::appendBar(QList<Box> &all, qreal left, qreal right, const HistogramBar &bar,
                              bool isInside, qreal scale) const
{
    const auto heightOf = [this, scale](int count) {
        // Any count can be seen.
        const qreal tall = snapped(m_histogram->height(count) * height(), scale);
        return count == 0 ? 0 : std::min(height(), std::max(2.0, tall));
    };
    const qreal total = heightOf(bar.total);
    if (total <= 0) {
        return;
    }
    const qreal count = heightOf(std::min(bar.count, bar.total));
    const qreal wide = right - left;
    if (count < total) {
        const qreal thin = hairline(scale);
        all.append({QRectF(left, height() - total, wide, thin), m_edge});
        if (m_total.alpha() > 0) {
            all.append({QRectF(left, height() - total + thin, wide, total - thin), m_total});
        } else {
            all.append({QRectF(left, height() - total, thin, total), m_edge});
            all.append({QRectF(right - thin, height() - total, thin, total), m_edge});
        }
    }
    if (count > 0) {
        all.append({QRectF(left, height() - count, wide, count), isInside ? m_accent : m_mid});
    }
}

QList<PixelRectangles::Box> HistogramBars::boxes(qreal scale) const
{
    QList<Box> all;
    if (!m_histogram || width() <= 0) {
        return all;
    }
    const bool isBrushed = m_histogram->isBrushed();
    if (m_isMissing) {
        appendBar(all, 0, snapped(width(), scale), m_histogram->missing(),
                  !isBrushed || m_histogram->missingChosen(), scale);
        return all;
    }
    const QList<HistogramBar> &bars = m_histogram->bars();
    const qreal slot = width() / std::max<qsizetype>(1, bars.size());
    const qreal gap = snapped(slot - 2 < 5 ? 1 : 2, scale);
    for (int i = 0; i < bars.size(); ++i) {
        const qreal left = edgeAt(i, scale);
        const qreal right = std::max(left + hairline(scale), edgeAt(i + 1, scale) - gap);
        const qreal middle = i + 0.5;
        const bool isInside = !isBrushed || (!isOnlyMissing() && middle > m_histogram->lower() &&
                                             middle < m_histogram->upper());
        appendBar(all, left, right, bars.at(i), isInside, scale);
    }
    return all;
}

} // namespace Microfiche
