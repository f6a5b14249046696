// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/qualityhistogram.h"

#include "models/numbers.h"
#include "models/queryeditor.h"

#include <QLocale>

namespace Microfiche
{

namespace
{
// A score bar narrower than five scores shows the habits of the scorer, not of the articles.
constexpr qint64 SmallestStep = 5;
constexpr int MostTicks = 7;
constexpr int UsualBars = 40;

// The next of 1, 2, 5, 10, 20, 50 …
qint64 wider(qint64 step)
{
    qint64 decade = 1;
    while (step >= decade * 10) {
        decade *= 10;
    }
    return step < 2 * decade ? 2 * decade : step < 5 * decade ? 5 * decade : 10 * decade;
}

std::optional<qint64> wide(const std::optional<int> &score)
{
    return score ? std::optional<qint64>(*score) : std::nullopt;
}

// A bar may end above the highest score there can be, but then it is the last one, whose end is
// open.
std::optional<int> scoreOf(const std::optional<qint64> &value)
{
    return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}
} // namespace

QualityHistogram::QualityHistogram(QueryEditor &editor, QObject *parent)
    : RangeHistogram(editor, UsualBars, parent)
{
}

QualityHistogram::Clause QualityHistogram::clause() const
{
    const Query &query = editor().query();
    return {wide(query.quality.from), wide(query.quality.to), query.unrated};
}

void QualityHistogram::setClause(const Clause &clause)
{
    editor().setQualities({scoreOf(clause.from), scoreOf(clause.to)}, clause.missing);
}

QualityHistogram::Counts QualityHistogram::countsOf(const QueryAnswer &answer) const
{
    return {answer.qualities, answer.unrated};
}

QList<HistogramBar> QualityHistogram::makeBars()
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

QList<AxisTick> QualityHistogram::makeTicks() const
{
    const qint64 last = values().last().value;
    const qint64 count = (last - m_first) / m_step + 1;
    qint64 tickStep = m_step;
    while (count * m_step / tickStep > MostTicks) {
        tickStep *= 2;
    }
    QList<AxisTick> ticks;
    for (qint64 score = (m_first + tickStep - 1) / tickStep * tickStep; score <= last;
         score += tickStep) {
        ticks << AxisTick{placeOf(score), countText(score)};
    }
    return ticks;
}

qreal QualityHistogram::placeOf(qint64 score) const
{
    return static_cast<qreal>(score - m_first) / static_cast<qreal>(m_step);
}

QString QualityHistogram::valueText(qint64 score) const
{
    return countText(score);
}

QString QualityHistogram::rangeText() const
{
    return qualityRangeText(editor().query());
}

QString QualityHistogram::endText(bool isUpper) const
{
    const auto &end = isUpper ? editor().query().quality.to : editor().query().quality.from;
    if (!end) {
        return isUpper ? tr("To the highest score") : tr("From the lowest score");
    }
    return (isUpper ? tr("To quality %1") : tr("From quality %1")).arg(countText(*end));
}

std::optional<qint64> QualityHistogram::typedValue(const QString &text, bool) const
{
    bool isNumber = false;
    const int score = QLocale().toInt(text.trimmed(), &isNumber);
    return isNumber && score >= 0 ? std::optional<qint64>(score) : std::nullopt;
}

QString QualityHistogram::notAValue(const QString &text, bool) const
{
    return tr("%1 is not a score. Write a number such as 80.").arg(text);
}

QString QualityHistogram::wrongWayRound(qint64 from, qint64 to, bool) const
{
    return tr("%1 is more than %2.").arg(countText(from), countText(to));
}

void QualityHistogram::chooseFrom(int score)
{
    const bool takesUnrated = editor().query().unrated == Missing::Included;
    editor().setQualities({score, std::nullopt},
                          takesUnrated ? Missing::Included : Missing::Excluded);
}

} // namespace Microfiche
