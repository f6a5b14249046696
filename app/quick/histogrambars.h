// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/histogram.h"
#include "quick/pixelrectangles.h"

#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// The bars of a histogram, or the one bar of those without a value: all of the archive behind,
/// the answer in front, in `accent` inside the brush and in `mid` outside.
class HistogramBars : public Microfiche::PixelRectangles
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Microfiche::Histogram *histogram READ histogram WRITE setHistogram NOTIFY changed)
    Q_PROPERTY(bool isOnlyMissing READ isOnlyMissing NOTIFY brushChanged)
    Q_PROPERTY(bool isMissing MEMBER m_isMissing NOTIFY changed)
    /// Of bars that are not filled by what matches; transparent: they are outlined in `edge`.
    Q_PROPERTY(QColor total MEMBER m_total NOTIFY changed)
    Q_PROPERTY(QColor edge MEMBER m_edge NOTIFY changed)
    Q_PROPERTY(QColor accent MEMBER m_accent NOTIFY changed)
    Q_PROPERTY(QColor mid MEMBER m_mid NOTIFY changed)

public:
    explicit HistogramBars(QQuickItem *parent = nullptr);

    Histogram *histogram() const { return m_histogram; }
    void setHistogram(Histogram *histogram);

    /// The query takes only what has no value: no bar is inside, and there is no brush.
    bool isOnlyMissing() const;

    QList<Box> boxes(qreal scale) const override;

    /// Where bar `position` begins, on a device pixel; between bars in proportion.
    Q_INVOKABLE qreal edgeAt(qreal position) const;
    /// The bar under x, or the first or last one.
    Q_INVOKABLE int barAt(qreal x) const;
    Q_INVOKABLE int barCount() const;

Q_SIGNALS:
    void changed();
    void brushChanged();

private:
    qreal edgeAt(qreal position, qreal scale) const;
    void appendBar(QList<Box> &all, qreal left, qreal right, const HistogramBar &bar, bool isInside,
                   qreal scale) const;

    Histogram *m_histogram = nullptr; // forgotten when it goes
    bool m_isMissing = false;
    QColor m_total, m_edge, m_accent, m_mid;
};

} // namespace Microfiche
