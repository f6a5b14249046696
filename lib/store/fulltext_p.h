// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/condition.h"

#include <QString>

namespace Microfiche
{

/// `text` with every character of a script that is written without spaces set apart, so that each
/// is a word of its own; null if there is none. (Han, Hiragana, Katakana)
QString segmented(const QString &text);

/// What is looked for: the beginning of `text`, with characters set apart. What is beyond
/// MaxTermCharacters is not looked at.
QString searchedText(const QString &text);

/// Whether the last of the words looked for is a whole one: not where the text is cut.
bool isWholeAsked(const StoreTerm &term);

/// What FTS5 is asked so that the term's text is found as typed, whatever it holds: quoted, its
/// last word the beginning of one or a whole one. `term` is about text.
QString matchExpression(const StoreTerm &term, const QString &searched);

} // namespace Microfiche
