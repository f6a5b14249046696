// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/qualityhistogram.h"

#include "models/numbers.h"
#include "models/queryeditor.h"

namespace Microfiche
{

QualityHistogram::QualityHistogram(QueryEditor &editor, QObject *parent)
    : ScoreHistogram(editor, UsualBars, parent)
{
}

QualityHistogram::Clause QualityHistogram::clause() const
{
    const Query &query = editor().query();
    return {wide(query.quality.from), wide(query.quality.to), query.unrated};
}

void QualityHistogram::setClause(const Clause &clause)
{
    editor().setQualities(scoresOf(clause), clause.missing);
}

QualityHistogram::Counts QualityHistogram::countsOf(const QueryAnswer &answer) const
{
    return {answer.qualities, answer.unrated};
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

QString QualityHistogram::notAValue(const QString &text, bool) const
{
    return tr("%1 is not a score. Write a number such as 80.").arg(text);
}

} // namespace Microfiche
