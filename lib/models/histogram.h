// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/histogrambar.h"
#include "query/archiveindex.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Microfiche
{

/// A chart of one number over the archive with a brush on it. Bars are as wide as the room allows:
/// days, weeks, months, years; or 1, 2, 5, 10 … scores. The brush is the query's own clause: moving
/// it edits the query. Heights are 0..1, linear or square root (VISUAL.md, Charts).
class Histogram : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the archive browser")
    Q_PROPERTY(QList<Microfiche::HistogramBar> bars READ bars NOTIFY barsChanged)
    Q_PROPERTY(QList<Microfiche::AxisTick> ticks READ ticks NOTIFY barsChanged)
    Q_PROPERTY(QList<Microfiche::AxisTick> gridLines READ gridLines NOTIFY barsChanged)
    Q_PROPERTY(bool isSquareRoot READ isSquareRoot NOTIFY barsChanged)
    Q_PROPERTY(int largest READ largest NOTIFY barsChanged)
    Q_PROPERTY(QString unitText READ unitText NOTIFY barsChanged)
    Q_PROPERTY(Microfiche::HistogramBar missing READ missing NOTIFY barsChanged)
    Q_PROPERTY(QString missingLabel READ missingLabel CONSTANT)
    Q_PROPERTY(bool hasMissing READ hasMissing NOTIFY barsChanged)
    Q_PROPERTY(bool missingChosen READ missingChosen NOTIFY brushChanged)
    Q_PROPERTY(bool isBrushed READ isBrushed NOTIFY brushChanged)
    Q_PROPERTY(bool isZoomed READ isZoomed NOTIFY barsChanged)
    Q_PROPERTY(qreal lower READ lower NOTIFY brushChanged)
    Q_PROPERTY(qreal upper READ upper NOTIFY brushChanged)
    Q_PROPERTY(QString fromText READ fromText NOTIFY brushChanged)
    Q_PROPERTY(QString toText READ toText NOTIFY brushChanged)
    Q_PROPERTY(QString rangeText READ rangeText NOTIFY brushChanged)
    Q_PROPERTY(QString lowerSpoken READ lowerSpoken NOTIFY brushChanged)
    Q_PROPERTY(QString upperSpoken READ upperSpoken NOTIFY brushChanged)

public:
    using QObject::QObject;

    const QList<HistogramBar> &bars() const { return m_bars; }
    const QList<AxisTick> &ticks() const { return m_ticks; }
    /// Round counts: position is the height 0..1, label the count.
    const QList<AxisTick> &gridLines() const { return m_gridLines; }
    bool isSquareRoot() const { return m_squareRoot; }
    int largest() const { return m_largest; } ///< total of the tallest bar, `missing` included
    virtual QString unitText() const = 0;     ///< "by month"; empty for scores
    const HistogramBar &missing() const { return m_missing; } ///< undated or unrated
    virtual QString missingLabel() const = 0;                 ///< "undated", "unrated"
    bool hasMissing() const { return m_missing.total > 0; }
    virtual bool missingChosen() const = 0; ///< the query takes those without a value
    virtual bool isBrushed() const = 0;
    qreal lower() const { return m_lower; } ///< in bars; 0 if open
    qreal upper() const { return m_upper; } ///< in bars; bars().size() if open
    virtual QString fromText() const = 0;   ///< "1 Jun 2021", "80"; "any" if open
    virtual QString toText() const = 0;
    virtual QString rangeText() const = 0;   ///< "80 and up, or unrated"
    virtual QString lowerSpoken() const = 0; ///< "From June 2021. 1,161 articles"
    virtual QString upperSpoken() const = 0;

    /// The room there is, in bars of the narrowest allowed width; the chart picks its unit by it.
    Q_INVOKABLE virtual void setMostBars(int bars) = 0;
    /// Height 0..1 of a count on this chart's scale.
    Q_INVOKABLE qreal height(int count) const;
    /// Takes bars `first` to `last` (both included) as the range; an end at the chart's edge is
    /// open.
    Q_INVOKABLE virtual void brush(int first, int last) = 0;
    /// Moves one end to the start of bar `first`, or the end of bar `last`, not past the other
    /// end, which keeps the value it has.
    Q_INVOKABLE virtual void brushFrom(int first) = 0;
    Q_INVOKABLE virtual void brushTo(int last) = 0;
    /// Takes what a person typed; gives an error sentence, or an empty text if it was understood.
    Q_INVOKABLE virtual QString typeFrom(const QString &text) = 0;
    Q_INVOKABLE virtual QString typeTo(const QString &text) = 0;
    /// Goes round: without them, with them too, only them.
    Q_INVOKABLE virtual void chooseMissing() = 0;
    Q_INVOKABLE virtual void clear() = 0;
    /// Shows a part of the span, `factor` times as wide as now, so that what is at `place` (in
    /// bars) stays there. No brush moves by that.
    Q_INVOKABLE virtual void zoom(qreal place, qreal factor) = 0;
    Q_INVOKABLE virtual void showAll() = 0;
    virtual bool isZoomed() const = 0;
    /// What was brushed so far is one step, to be undone at once.
    Q_INVOKABLE virtual void settle() = 0;

Q_SIGNALS:
    void barsChanged();
    void brushChanged();

protected:
    void setBars(QList<HistogramBar> bars, QList<AxisTick> ticks, HistogramBar missing);
    void setBrush(qreal lower, qreal upper);

    QList<HistogramBar> m_bars;
    QList<AxisTick> m_ticks;
    QList<AxisTick> m_gridLines;
    HistogramBar m_missing;
    bool m_squareRoot = false;
    int m_largest = 0;
    qreal m_lower = 0;
    qreal m_upper = 0;

private:
    void setScale();
};

} // namespace Microfiche
