// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scorehistogram.h"

#include "models/numbers.h"

#include <QLocale>

namespace Microfiche
{

namespace
{
// A score bar narrower than five scores shows the habits of the scorer, not of the articles.
constexpr qint64 SmallestStep = 5;
constexpr int MostTicks = 7;

// The next of 1, 2, 5, 10, 20, 50 …
qint64 wider(qint64 step)
{
    qint64 decade = 1;
    while (step >= decade * 10) {
        decade *= 10;
    }
    return step < 2 * decade ? 2 * decade : step < 5 * decade ? 5 * decade : 10 * decade;
}

// A bar may end above the highest score there can be, but then it is the last one, whose end is
// open.
std::optional<int> scoreOf(const std::optional<qint64> &value)
{
    return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}
} // namespace

std::optional<qint64> ScoreHistogram::wide(const std::optional<int> &score)
{
    return score ? std::optional<qint64>(*score) : std::nullopt;
}

ScoreRange ScoreHistogram::scoresOf(const Clause &clause)
{
    return {scoreOf(clause.from), scoreOf(clause.to)};
}

void ScoreHistogram::chooseFrom(int score)
{
    const bool takesMissing = clause().missing == Missing::Included;
    setClause({score, {}, takesMissing ? Missing::Included : Missing::Excluded});
    settle();
}

QList<HistogramBar> ScoreHistogram::makeBars()
{
    const qint64 first = values().first().value;
    const qint64 last = values().last().value;
    m_step = SmallestStep;
    while (last / m_step - first / m_step + 1 > mostBars()) {
        m_step = wider(m_step);
    }
    m_first = first / m_step * m_step;
    QList<HistogramBar> bars;
    bars.reserve((last - m_first) / m_step + 1);
    for (qint64 from = m_first; from <= last; from += m_step) {
        const qint64 to = from + m_step - 1;
        bars << HistogramBar{from, to, 0, 0, tr("%1 to %2").arg(countText(from), countText(to))};
    }
    return bars;
}

QList<AxisTick> ScoreHistogram::makeTicks() const
{
    const qint64 last = values().last().value;
    const qint64 count = (last - m_first) / m_step + 1;
    qint64 tickStep = m_step;
    while (count * m_step / tickStep > MostTicks) {
        tickStep = wider(tickStep);
    }
    QList<AxisTick> ticks;
    for (qint64 score = (m_first + tickStep - 1) / tickStep * tickStep; score <= last;
         score += tickStep) {
        ticks << AxisTick{placeOf(score), countText(score)};
    }
    return ticks;
}

qreal ScoreHistogram::placeOf(qint64 score) const
{
    return static_cast<qreal>(score - m_first) / static_cast<qreal>(m_step);
}

QString ScoreHistogram::valueText(qint64 score) const
{
    return countText(score);
}

std::optional<qint64> ScoreHistogram::typedValue(const QString &text, bool) const
{
    bool isNumber = false;
    const int score = QLocale().toInt(text.trimmed(), &isNumber);
    return isNumber && score >= 0 ? std::optional<qint64>(score) : std::nullopt;
}

QString ScoreHistogram::wrongWayRound(qint64 from, qint64 to, bool) const
{
    return tr("%1 is more than %2.").arg(countText(from), countText(to));
}

} // namespace Microfiche
