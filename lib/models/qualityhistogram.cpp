// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/qualityhistogram.h"

#include "models/numbers.h"
#include "models/queryeditor.h"

#include <QLocale>

#include <algorithm>

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
} // namespace

QualityHistogram::QualityHistogram(QueryEditor &editor, QObject *parent)
    : Histogram(parent)
    , m_editor(editor)
{
    connect(&editor, &QueryEditor::changed, this, &QualityHistogram::showBrush);
}

void QualityHistogram::setAnswer(const QueryAnswer &answer)
{
    m_scores = answer.qualities;
    m_unrated = answer.unrated;
    m_answered = answer.articles + answer.mentions;
    rebuild();
}

void QualityHistogram::setMostBars(int bars)
{
    if (bars < 1 || bars == m_mostBars) {
        return;
    }
    m_mostBars = bars;
    rebuild();
}

void QualityHistogram::rebuild()
{
    HistogramBar missing{0, 0, m_unrated.total, m_unrated.count, tr("Unrated")};
    QList<HistogramBar> bars;
    QList<AxisTick> ticks;
    if (!m_scores.isEmpty()) {
        const qint64 first = m_scores.first().value;
        const qint64 last = m_scores.last().value;
        m_step = SmallestStep;
        while (last / m_step - first / m_step + 1 > m_mostBars) {
            m_step = wider(m_step);
        }
        m_first = first / m_step * m_step;
        const qint64 count = (last - m_first) / m_step + 1;
        bars.reserve(count);
        for (qint64 from = m_first; from <= last; from += m_step) {
            const qint64 to = from + m_step - 1;
            bars << HistogramBar{from, to, 0, 0,
                                 tr("%1 to %2").arg(countText(from), countText(to))};
        }
        for (const ValueCount &score : std::as_const(m_scores)) {
            HistogramBar &bar = bars[(score.value - m_first) / m_step];
            bar.total += score.total;
            bar.count += score.count;
        }
        qint64 tickStep = m_step;
        while (count * m_step / tickStep > MostTicks) {
            tickStep *= 2;
        }
        for (qint64 score = (m_first + tickStep - 1) / tickStep * tickStep; score <= last;
             score += tickStep) {
            ticks << AxisTick{static_cast<qreal>(score - m_first) / static_cast<qreal>(m_step),
                              countText(score)};
        }
    }
    setBars(std::move(bars), std::move(ticks), std::move(missing));
    showBrush();
}

void QualityHistogram::showBrush()
{
    const ScoreRange &range = m_editor.query().quality;
    const auto count = static_cast<qreal>(bars().size());
    const auto place = [&](qint64 score) {
        return std::clamp(static_cast<qreal>(score - m_first) / static_cast<qreal>(m_step), 0.0,
                          count);
    };
    const qreal lower = range.from ? place(*range.from) : 0;
    const qreal upper = range.to ? place(qint64{*range.to} + 1) : count;
    setBrush(lower, std::max(lower, upper));
}

bool QualityHistogram::missingChosen() const
{
    return m_editor.query().unrated == Missing::Only ||
           (m_editor.query().unrated == Missing::Included && m_editor.query().filtersQuality());
}

bool QualityHistogram::isBrushed() const
{
    return m_editor.query().filtersQuality();
}

QString QualityHistogram::fromText() const
{
    const auto &from = m_editor.query().quality.from;
    return from ? countText(*from) : tr("any");
}

QString QualityHistogram::toText() const
{
    const auto &to = m_editor.query().quality.to;
    return to ? countText(*to) : tr("any");
}

QString QualityHistogram::rangeText() const
{
    return qualityRangeText(m_editor.query());
}

QString QualityHistogram::describe(bool upper) const
{
    const auto &end = upper ? m_editor.query().quality.to : m_editor.query().quality.from;
    const QString articles = tr("%Ln article(s)", nullptr, m_answered);
    if (!end) {
        return upper ? tr("To the highest score. %1").arg(articles)
                     : tr("From the lowest score. %1").arg(articles);
    }
    return (upper ? tr("To quality %1. %2") : tr("From quality %1. %2"))
        .arg(countText(*end), articles);
}

QString QualityHistogram::lowerSpoken() const
{
    return describe(false);
}

QString QualityHistogram::upperSpoken() const
{
    return describe(true);
}

void QualityHistogram::brush(int first, int last)
{
    if (bars().isEmpty()) {
        return;
    }
    const int end = static_cast<int>(bars().size()) - 1;
    if (first > last) {
        std::swap(first, last);
    }
    first = std::clamp(first, 0, end);
    last = std::clamp(last, 0, end);
    ScoreRange range;
    if (first > 0) {
        range.from = static_cast<int>(bars().at(first).from);
    }
    if (last < end) { // so it ends below the highest score, which is an int
        range.to = static_cast<int>(bars().at(last).to);
    }
    const Missing unrated = m_editor.query().unrated;
    m_editor.setQualities(range, unrated == Missing::Only ? Missing::Excluded : unrated);
}

QString QualityHistogram::type(const QString &text, bool upper)
{
    ScoreRange range = m_editor.query().quality;
    std::optional<int> &end = upper ? range.to : range.from;
    bool isNumber = false;
    const int score = QLocale().toInt(text.trimmed(), &isNumber);
    if (text.trimmed().isEmpty() || text == tr("any")) {
        end.reset();
    } else if (isNumber && score >= 0) {
        end = score;
    } else {
        return tr("%1 is not a score. Write a number such as 80.").arg(text.left(40));
    }
    if (range.from && range.to && *range.from > *range.to) {
        return tr("%1 is more than %2.").arg(countText(*range.from), countText(*range.to));
    }
    const Missing unrated = m_editor.query().unrated;
    m_editor.setQualities(range, unrated == Missing::Only ? Missing::Excluded : unrated);
    return {};
}

QString QualityHistogram::typeFrom(const QString &text)
{
    return type(text, false);
}

QString QualityHistogram::typeTo(const QString &text)
{
    return type(text, true);
}

void QualityHistogram::chooseMissing()
{
    const Query &query = m_editor.query();
    if (query.quality.isOpen()) {
        m_editor.setQualities({},
                              query.unrated == Missing::Only ? Missing::Excluded : Missing::Only);
    } else if (query.unrated == Missing::Excluded) {
        m_editor.setQualities(query.quality, Missing::Included);
    } else {
        m_editor.setQualities(query.quality, Missing::Excluded);
    }
}

void QualityHistogram::clear()
{
    m_editor.setQualities({}, Missing::Excluded);
}

void QualityHistogram::chooseFrom(int score)
{
    m_editor.setQualities({score, std::nullopt}, m_editor.query().unrated == Missing::Included
                                                     ? Missing::Included
                                                     : Missing::Excluded);
}

} // namespace Microfiche
