// SPDX-License-Identifier: GPL-3.0-or-later
// What a scalar's text means. Quoted or plain makes no difference here: a number in quotes is one.
#pragma once

#include "article/article.h"

#include <optional>
#include <string_view>

namespace Microfiche
{

/// A whole number in decimal digits, with or without a sign; leading zeros change nothing. No
/// hexadecimal, octal, underscore, fraction or exponent. Too large is none. (RELIABILITY.md,
/// N01-N06)
std::optional<qint64> toWholeNumber(std::string_view text);

/// `true` or `false`, also as True, TRUE, False, FALSE. Not `yes` and `no` (YAML 1.2, 10.3.2).
std::optional<bool> toTruth(std::string_view text);

/// An ISO 8601 date, alone (midnight) or with a time after `T` or a space; two digits each, seconds
/// and their fraction may be missing, the fraction is dropped. `Z`, ±hh:mm, ±hhmm, ±hh up to 14
/// hours; without any of these it is UTC. Years 0001 to 9999 in UTC. What the calendar or clock
/// does not have (30 February, 24:00, a leap second) is none. (RELIABILITY.md, D01-D09)
std::optional<UtcSeconds> toTimestamp(std::string_view text);

} // namespace Microfiche
