// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rangehistogram.h"

namespace Microfiche
{

/// Articles over their quality score, which has no ceiling.
class QualityHistogram : public Microfiche::RangeHistogram
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the archive browser")

public:
    explicit QualityHistogram(QueryEditor &editor, QObject *parent = nullptr);

    QString unitText() const override { return {}; }
    QString missingLabel() const override { return tr("unrated"); }
    QString rangeText() const override;

    /// A preset: this score and up.
    Q_INVOKABLE void chooseFrom(int score);

protected:
    Clause clause() const override;
    void setClause(const Clause &clause) override;
    Counts countsOf(const QueryAnswer &answer) const override;
    QList<HistogramBar> makeBars() override;
    QList<AxisTick> makeTicks() const override;
    qreal placeOf(qint64 score) const override;
    QString valueText(qint64 score) const override;
    std::optional<qint64> typedValue(const QString &text, bool isUpper) const override;
    QString notAValue(const QString &text, bool isUpper) const override;
    QString wrongWayRound(qint64 from, qint64 to, bool isUpper) const override;
    QString missingName() const override { return tr("Unrated"); }
    QString endText(bool isUpper) const override;

private:
    // Scores are ints without a ceiling: a step above the highest one is none.
    qint64 m_step = 5;  ///< scores a bar
    qint64 m_first = 0; ///< the first bar's first score
};

} // namespace Microfiche
