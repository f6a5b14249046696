// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace Microfiche
{

/// `text` with every character of a script that is written without spaces set apart, so that each
/// is a word of its own; null if there is none. (Han, Hiragana, Katakana)
QString segmented(const QString &text);

/// What FTS5 is asked so that every one of `words` is found as typed, whatever it holds: quoted,
/// and each the beginning of a word. A word with spaces is a phrase. None if no word holds a letter
/// or digit. Bounded: words beyond the 32nd and what is beyond 256 characters are not looked at.
std::optional<QString> matchExpression(const QStringList &words);

} // namespace Microfiche
