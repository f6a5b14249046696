// SPDX-License-Identifier: GPL-3.0-or-later
// What stands behind `quality:`, `heat:`, `cited:` and `date:`, read and written.
#pragma once

#include "query/text/querykeys_p.h"

#include <variant>

namespace Microfiche
{

/// `50..80`, `50..`, `..80` or `54`, or a number behind `>=`, `>`, `<=`, `<` or `=`; else the
/// message that says what would be right behind `key`.
std::variant<ScoreRange, QString> readScores(const QString &text, QueryKey key);
/// The text that readScores() reads as `range`, which is not open.
QString scoresText(const ScoreRange &range);
/// The same as people write counts: `>=5`.
QString countText(const ScoreRange &range);

/// `2023`, `2023-07`, `2023-07-01` or two of them, one perhaps missing, around `..`; the end of a
/// range is the last day of what is named. Or one behind `>=`, `>`, `<=`, `<` or `=`: `>2023` is
/// what comes after that year. Or `today`, or `last-30-days`. Else the message that says what would
/// be right.
std::variant<DateRange, QString> readDates(const QString &text);
/// The text that readDates() reads as `range`, which is not open.
QString datesText(const DateRange &range);

} // namespace Microfiche
