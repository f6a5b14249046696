// SPDX-License-Identifier: GPL-3.0-or-later
// What stands behind `quality:` and `date:`, read and written.
#pragma once

#include "query/query.h"

#include <variant>

namespace Microfiche
{

/// `50..80`, `50..`, `..80` or `54`; else the message that says what would be right.
std::variant<ScoreRange, QString> readScores(const QString &text);
/// The text that readScores() reads as `range`, which is not open.
QString scoresText(const ScoreRange &range);

/// `2023`, `2023-07`, `2023-07-01` or two of them, one perhaps missing, around `..`; the end of a
/// range is the last day of what is named. Else the message that says what would be right.
std::variant<DateRange, QString> readDates(const QString &text);
/// The text that readDates() reads as `range`, which is not open.
QString datesText(const DateRange &range);

} // namespace Microfiche
