// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/condition.h"

#include <QString>

#include <optional>

namespace Microfiche
{

/// `text` with every character of a script that is written without spaces set apart, so that each
/// is a word of its own; null if there is none. (Han, Hiragana, Katakana)
QString segmented(const QString &text);

/// What FTS5 is asked so that the term's text is found as typed, whatever it holds: quoted, its
/// last word the beginning of one. None if it holds no letter or digit. What is beyond 256
/// characters is not looked at. `term` is about text.
std::optional<QString> matchExpression(const StoreTerm &term);

} // namespace Microfiche
