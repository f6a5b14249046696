// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rangehistogram.h"

#include <algorithm>
#include <cmath>

namespace Microfiche
{

RangeHistogram::RangeHistogram(QueryEditor &editor, int mostBars, QObject *parent)
    : Histogram(parent)
    , m_editor(editor)
    , m_mostBars(mostBars)
{
    connect(&editor, &QueryEditor::changed, this, &RangeHistogram::showBrush);
}

void RangeHistogram::setAnswer(const QueryAnswer &answer)
{
    m_counts = countsOf(answer);
    if (m_counts.values.isEmpty()) {
        m_view.reset(); // a part of nothing
    }
    m_answered = answer.articles + answer.mentions;
    rebuild();
}

void RangeHistogram::setMostBars(int bars)
{
    if (bars < 1 || bars == m_mostBars) {
        return;
    }
    m_mostBars = bars;
    rebuild();
}

void RangeHistogram::rebuild()
{
    const ValueCount &missing = m_counts.missing;
    QList<HistogramBar> bars;
    QList<AxisTick> ticks;
    m_shown = m_counts.values;
    if (m_view) {
        m_shown.removeIf([view = *m_view](const ValueCount &value) {
            return value.value < view.from || value.value > view.to;
        });
        // The view is as wide as it was asked for, whatever lies at its ends.
        if (m_shown.isEmpty() || m_shown.constFirst().value > m_view->from) {
            m_shown.prepend({m_view->from, 0, 0});
        }
        if (m_shown.constLast().value < m_view->to) {
            m_shown.append({m_view->to, 0, 0});
        }
    }
    if (!m_shown.isEmpty()) {
        bars = makeBars();
        ticks = makeTicks();
        auto bar = bars.begin();
        for (const ValueCount &value : std::as_const(m_shown)) {
            while (bar->to < value.value) {
                ++bar;
            }
            bar->total += value.total;
            bar->count += value.count;
        }
    }
    setBars(std::move(bars), std::move(ticks), {0, 0, missing.total, missing.count, missingName()});
    showBrush();
}

void RangeHistogram::showBrush()
{
    const Clause range = clause();
    const auto count = static_cast<qreal>(bars().size());
    if (bars().isEmpty()) {
        setBrush(0, 0);
        return;
    }
    const qreal lower = range.from ? std::clamp(shownPlaceOf(*range.from), 0.0, count) : 0;
    const qreal upper = range.to ? std::clamp(shownPlaceOf(*range.to + 1), 0.0, count) : count;
    setBrush(lower, std::max(lower, upper));
}

// Bars know no places far from them.
qreal RangeHistogram::shownPlaceOf(qint64 value) const
{
    if (value < bars().constFirst().from) {
        return 0;
    }
    return value > bars().constLast().to ? static_cast<qreal>(bars().size()) : placeOf(value);
}

bool RangeHistogram::missingChosen() const
{
    return clause().missing == Missing::Only ||
           (clause().missing == Missing::Included && isBrushed());
}

bool RangeHistogram::isBrushed() const
{
    return !clause().isOpen() || clause().missing == Missing::Only;
}

QString RangeHistogram::fromText() const
{
    const auto from = clause().from;
    return from ? valueText(*from) : tr("any");
}

QString RangeHistogram::toText() const
{
    const auto to = clause().to;
    return to ? valueText(*to) : tr("any");
}

QString RangeHistogram::spoken(bool isUpper) const
{
    //: Where one end of a brush is, and what the brush leaves: "From June 2021. 1,161 articles"
    return tr("%1. %2").arg(endText(isUpper), tr("%Ln article(s)", nullptr, m_answered));
}

// Who brushes or types a range wants what lies in it, not those without a value alone.
void RangeHistogram::setRange(Clause clause)
{
    if (clause.missing == Missing::Only) {
        clause.missing = Missing::Excluded;
    }
    setClause(clause);
}

RangeHistogram::View RangeHistogram::fullView() const
{
    return {m_counts.values.constFirst().value, m_counts.values.constLast().value};
}

void RangeHistogram::zoom(qreal place, qreal factor)
{
    if (bars().isEmpty() || factor <= 0) {
        return;
    }
    const View shown = m_view.value_or(fullView());
    const qint64 span = shown.to - shown.from + 1;
    constexpr qint64 smallest = 7; // a week of days, or as many scores
    const auto wanted =
        std::max(smallest, static_cast<qint64>(std::llround(static_cast<double>(span) * factor)));
    const double share = std::clamp(place / static_cast<qreal>(bars().size()), 0.0, 1.0);
    const qint64 from =
        shown.from + static_cast<qint64>(std::llround(share * static_cast<double>(span - wanted)));
    setView({from, from + wanted - 1});
}

void RangeHistogram::setView(View view)
{
    const View full = fullView();
    const qint64 span = view.to - view.from;
    if (span >= full.to - full.from) {
        showAll();
        return;
    }
    view.from = std::clamp(view.from, full.from, full.to - span);
    m_view = View{view.from, view.from + span};
    rebuild();
}

void RangeHistogram::showAll()
{
    if (m_view) {
        m_view.reset();
        rebuild();
    }
}

std::optional<qint64> RangeHistogram::startOfBar(int bar) const
{
    return bar > 0 || (m_view && m_view->from > fullView().from)
               ? std::optional(bars().at(bar).from)
               : std::nullopt;
}

std::optional<qint64> RangeHistogram::endOfBar(int bar) const
{
    return bar + 1 < bars().size() || (m_view && m_view->to < fullView().to)
               ? std::optional(bars().at(bar).to)
               : std::nullopt;
}

void RangeHistogram::brush(int first, int last)
{
    if (bars().isEmpty()) {
        return;
    }
    const int end = static_cast<int>(bars().size()) - 1;
    const auto [low, high] = std::minmax({first, last});
    setRange({startOfBar(std::clamp(low, 0, end)), endOfBar(std::clamp(high, 0, end)),
              clause().missing});
}

void RangeHistogram::brushFrom(int first)
{
    if (bars().isEmpty()) {
        return;
    }
    const int last = std::max(1, static_cast<int>(std::ceil(upper()))) - 1;
    setRange({startOfBar(std::clamp(first, 0, last)), clause().to, clause().missing});
}

void RangeHistogram::brushTo(int last)
{
    if (bars().isEmpty()) {
        return;
    }
    const int end = static_cast<int>(bars().size()) - 1;
    const int first = std::min(static_cast<int>(lower()), end);
    setRange({clause().from, endOfBar(std::clamp(last, first, end)), clause().missing});
}

QString RangeHistogram::type(const QString &text, bool isUpper)
{
    Clause typed = clause();
    std::optional<qint64> &end = isUpper ? typed.to : typed.from;
    if (text.trimmed().isEmpty() || text == tr("any")) {
        end.reset();
    } else if (const auto value = typedValue(text, isUpper)) {
        end = value;
    } else {
        return notAValue(text.left(40), isUpper);
    }
    if (typed.from && typed.to && *typed.from > *typed.to) {
        return wrongWayRound(*typed.from, *typed.to, isUpper);
    }
    setRange(typed);
    settle();
    return {};
}

void RangeHistogram::chooseMissing()
{
    const Clause now = clause();
    const Missing next = now.isOpen() ? Missing::Only : Missing::Included;
    setMissing(now.missing == next ? Missing::Excluded : next);
    settle();
}

void RangeHistogram::setMissing(Missing missing)
{
    Clause next = clause();
    next.missing = missing;
    setClause(next);
}

void RangeHistogram::clear()
{
    setClause({});
}

} // namespace Microfiche
