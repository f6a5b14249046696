// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/heathistogram.h"

#include "models/numbers.h"
#include "models/queryeditor.h"

namespace Microfiche
{

HeatHistogram::HeatHistogram(QueryEditor &editor, QObject *parent)
    : ScoreHistogram(editor, UsualBars, parent)
{
}

HeatHistogram::Clause HeatHistogram::clause() const
{
    const Query &query = editor().query();
    return {wide(query.heat.from), wide(query.heat.to), query.unmeasured};
}

void HeatHistogram::setClause(const Clause &clause)
{
    editor().setHeats(scoresOf(clause), clause.missing);
}

HeatHistogram::Counts HeatHistogram::countsOf(const QueryAnswer &answer) const
{
    return {answer.heats, answer.unmeasured};
}

QString HeatHistogram::rangeText() const
{
    return heatRangeText(editor().query());
}

QString HeatHistogram::endText(bool isUpper) const
{
    const auto &end = isUpper ? editor().query().heat.to : editor().query().heat.from;
    if (!end) {
        return isUpper ? tr("To the highest heat") : tr("From the lowest heat");
    }
    return (isUpper ? tr("To heat %1") : tr("From heat %1")).arg(countText(*end));
}

QString HeatHistogram::notAValue(const QString &text, bool) const
{
    return tr("%1 is not a number. Write one such as 200.").arg(text);
}

} // namespace Microfiche
