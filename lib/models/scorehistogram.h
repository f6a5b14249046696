// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rangehistogram.h"

namespace Microfiche
{

/// Articles over a score that has no ceiling: what the charts of quality and heat share.
class ScoreHistogram : public Microfiche::RangeHistogram
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the archive browser")

public:
    using RangeHistogram::RangeHistogram;

    QString unitText() const override { return {}; }

    /// A preset: this score and up.
    Q_INVOKABLE void chooseFrom(int score);

protected:
    static constexpr int UsualBars = 40;

    static std::optional<qint64> wide(const std::optional<int> &score);
    static ScoreRange scoresOf(const Clause &clause);

    QList<HistogramBar> makeBars() override;
    QList<AxisTick> makeTicks() const override;
    qreal placeOf(qint64 score) const override;
    QString valueText(qint64 score) const override;
    std::optional<qint64> typedValue(const QString &text, bool isUpper) const override;
    QString wrongWayRound(qint64 from, qint64 to, bool isUpper) const override;

private:
    // Scores are ints without a ceiling: a step above the highest one is none.
    qint64 m_step = 5;  ///< scores a bar
    qint64 m_first = 0; ///< the first bar's first score
};

} // namespace Microfiche
