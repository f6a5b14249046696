// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scrollplaces.h"

#include "models/numbers.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace Microfiche
{

namespace
{

bool lies(qint64 value, const ScoreRange &range)
{
    return (!range.from || value >= *range.from) && (!range.to || value <= *range.to);
}

// The scores of an answer in their order. The chart counts them without its own clause, so that
// clause is applied here.
QList<Run> scoreRuns(const QList<ValueCount> &values, int missing, const ScoreRange &range,
                     Missing takesMissing, bool lowFirst)
{
    QList<Run> runs;
    for (const ValueCount &value : values) {
        if (value.count > 0 && takesMissing != Missing::Only && lies(value.value, range)) {
            runs << Run{value.value, value.count};
        }
    }
    if (!lowFirst) {
        std::reverse(runs.begin(), runs.end());
    }
    if (missing > 0 && (range.isOpen() || takesMissing != Missing::Excluded)) {
        runs << Run{NoRunKey, missing};
    }
    return runs;
}

// The one that a title is found under, whole however it is encoded; quotes and the like are passed
// over as they are in the order.
QString firstLetter(const QString &title)
{
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, title);
    for (qsizetype from = 0, to = letters.toNextBoundary(); to > 0; to = letters.toNextBoundary()) {
        if (const QString letter = title.mid(from, to - from);
            letter.at(0).isLetterOrNumber() || letter.at(0).isSurrogate()) {
            return letter.toUpper();
        }
        from = to;
    }
    return {};
}

// Where what the order is of changes; none if the answer does not tell.
QList<Run> runsOf(const Query &query, const QueryAnswer &answer)
{
    if (query.sort.key == SortKey::Quality) {
        return scoreRuns(answer.qualities, answer.unrated.count, query.quality, query.unrated,
                         query.sort.reversed);
    }
    if (query.sort.key == SortKey::Heat) {
        return scoreRuns(answer.heats, answer.unmeasured.count, query.heat, query.unmeasured,
                         query.sort.reversed);
    }
    return answer.runs;
}

} // namespace

void ScrollPlaces::setAnswer(const Query &query, const QueryAnswer &answer)
{
    m_labels.setAnswer(query, answer);
    m_runs.clear();
    int first = 0;
    for (const Run &run : runsOf(query, answer)) {
        m_runs << Place{run.key, first};
        first += run.count;
    }
    if (first != answer.ids.size()) {
        m_runs.clear(); // rather say nothing than something wrong
    }
    Q_EMIT changed();
}

QString ScrollPlaces::labelAt(int row) const
{
    const auto after = std::upper_bound(m_runs.cbegin(), m_runs.cend(), row,
                                        [](int at, const Place &run) { return at < run.first; });
    if (after == m_runs.cbegin()) {
        return {};
    }
    const qint64 key = std::prev(after)->key;
    switch (m_labels.order()) {
    case SortKey::Date: return m_labels.month(key);
    case SortKey::Provider: return m_labels.provider(key);
    case SortKey::Quality:
        return key == NoRunKey ? tr("Unrated") : tr("Quality %1").arg(countText(key));
    case SortKey::Heat:
        return key == NoRunKey ? tr("Not measured") : tr("Heat %1").arg(countText(key));
    case SortKey::Title: break;
    }
    return {};
}

QString ScrollPlaces::labelOf(const Card &card) const
{
    if (!card.isLoaded) {
        return {};
    }
    switch (m_labels.order()) {
    case SortKey::Date: return card.dateText;
    case SortKey::Provider: return card.provider;
    case SortKey::Quality:
        return card.quality < 0 ? card.qualityText : tr("Quality %1").arg(card.qualityText);
    case SortKey::Heat:
        return card.heat < 0 ? tr("Not measured") : tr("Heat %1").arg(card.heatText);
    case SortKey::Title: return firstLetter(card.title);
    }
    return {};
}

int ScrollPlaces::rowOfDay(const QString &typed) const
{
    const auto from = typedDay(typed, false);
    const auto to = typedDay(typed, true);
    if (!from || !to || !isByDate()) {
        return -1;
    }
    const Place *before = nullptr;
    for (const Place &run : m_runs) {
        if (run.key >= from->toJulianDay() && run.key <= to->toJulianDay()) {
            return run.first;
        }
        const bool isBefore = run.key != NoRunKey && run.key < from->toJulianDay();
        before = isBefore && (!before || run.key > before->key) ? &run : before;
    }
    return before ? before->first : -1;
}

QString ScrollPlaces::whyNoDay(const QString &typed) const
{
    if (!typedDay(typed, false)) {
        return tr("%1 is not a day. Write 2021-06-01, 2021-06 or 2021.").arg(typed.left(40));
    }
    if (!isByDate()) {
        return tr("The order is not one of dates. Choose newest first or oldest first.");
    }
    if (m_runs.isEmpty()) {
        return tr("There is no article here.");
    }
    const auto first = oldest();
    if (!first) {
        return tr("No article here has a date.");
    }
    return rowOfDay(typed) >= 0
               ? QString()
               : tr("The oldest is of %1.").arg(dayText(QDate::fromJulianDay(first->key)));
}

std::optional<ScrollPlaces::Place> ScrollPlaces::oldest() const
{
    std::optional<Place> oldest;
    for (const Place &run : m_runs) {
        if (run.key != NoRunKey && (!oldest || run.key < oldest->key)) {
            oldest = run;
        }
    }
    return oldest;
}

} // namespace Microfiche
