// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/histogram.h"
#include "models/queryeditor.h"

namespace Microfiche
{

/// A histogram whose brush is a clause of the query: a range of whole numbers, scores or Julian
/// days. What the charts over dates and over scores have in common.
class RangeHistogram : public Microfiche::Histogram
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the archive browser")

public:
    /// `mostBars` until the chart says what room it has.
    RangeHistogram(QueryEditor &editor, int mostBars, QObject *parent = nullptr);

    bool missingChosen() const override;
    bool isBrushed() const override;
    QString fromText() const override;
    QString toText() const override;
    QString lowerSpoken() const override { return spoken(false); }
    QString upperSpoken() const override { return spoken(true); }
    void setMostBars(int bars) override;
    void brush(int first, int last) override;
    void brushFrom(int first) override;
    void brushTo(int last) override;
    QString typeFrom(const QString &text) override { return type(text, false); }
    QString typeTo(const QString &text) override { return type(text, true); }
    void chooseMissing() override;
    void clear() override;
    void zoom(qreal place, qreal factor) override;
    void showAll() override;
    void settle() override { m_editor.settle(); }
    bool isZoomed() const override { return m_view.has_value(); }

    void setAnswer(const QueryAnswer &answer);

protected:
    /// The query's clause: both ends included, an open one absent.
    struct Clause {
        std::optional<qint64> from;
        std::optional<qint64> to;
        Missing missing = Missing::Excluded;

        bool isOpen() const { return !from && !to; }
    };
    struct Counts {
        QList<ValueCount> values; ///< ascending
        ValueCount missing;
    };

    virtual Clause clause() const = 0;
    virtual void setClause(const Clause &clause) = 0;
    /// Leaves the range as the query says it.
    virtual void setMissing(Missing missing);
    virtual Counts countsOf(const QueryAnswer &answer) const = 0;
    /// Empty bars from the first to the last value; there is one at least, and at most mostBars()
    /// are asked for.
    virtual QList<HistogramBar> makeBars() = 0;
    virtual QList<AxisTick> makeTicks() const = 0;
    virtual qreal placeOf(qint64 value) const = 0; ///< where it begins, in bars
    virtual QString valueText(qint64 value) const = 0;
    virtual std::optional<qint64> typedValue(const QString &text, bool isUpper) const = 0;
    virtual QString notAValue(const QString &text, bool isUpper) const = 0;
    virtual QString wrongWayRound(qint64 from, qint64 to, bool isUpper) const = 0;
    virtual QString missingName() const = 0;         ///< "Undated", as a bar's label
    virtual QString endText(bool isUpper) const = 0; ///< "From June 2021"

    QueryEditor &editor() { return m_editor; }
    const QueryEditor &editor() const { return m_editor; }
    const QList<ValueCount> &values() const { return m_shown; } ///< those in view
    const QList<ValueCount> &allValues() const { return m_counts.values; }
    int mostBars() const { return m_mostBars; }

private:
    void rebuild();
    void showBrush();
    QString spoken(bool isUpper) const;
    QString type(const QString &text, bool isUpper);
    void setRange(Clause clause);
    std::optional<qint64> startOfBar(int bar) const;
    std::optional<qint64> endOfBar(int bar) const;

    QueryEditor &m_editor;
    struct View {
        qint64 from = 0;
        qint64 to = 0;
    };
    void setView(View view);
    View fullView() const;
    qreal shownPlaceOf(qint64 value) const;

    Counts m_counts;
    std::optional<View> m_view; ///< zoomed in; else all is shown
    QList<ValueCount> m_shown;
    int m_answered = 0;
    int m_mostBars;
};

} // namespace Microfiche
